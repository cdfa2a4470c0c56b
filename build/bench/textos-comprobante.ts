/** What `npm run bench -- comprobante` says. */
const n = (x: number): string => x.toLocaleString('es-CL')
export const TEXTOS_COMPROBANTE_BENCH = {
  midiendo: (alumnos: number, modulos: number): string => `el comprobante de ${n(alumnos)} alumnos con ${n(modulos)} módulos`,
  noSalio: (salida: string): string => `El comprobante de prueba no se hizo.\n${salida}`,
  medidas: {
    pdf: (alumnos: number): string => `Comprobante en PDF de ${n(alumnos)} alumnos`,
    armado: '  de eso, armar el documento',
    detencion: '  tiempo más largo en que el proceso principal no atiende al armarlo',
    peso: '  peso del archivo, con su estructura para lectores de pantalla',
  },
  referencia: 'printToPDF de una tabla desnuda con las mismas filas, sin estructura',
  limite: 'límite propuesto',
} as const
