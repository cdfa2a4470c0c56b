import type { Noticia } from '../shared/ipc/modelos.ts'

/** Words of the native parts: menus, dialogs, window title. */
export const TEXTOS_NATIVOS = {
  titulo: 'Puente SIC',
  otecDePractica: 'OTEC de práctica',
  /** Stands for the workbook's name of a send of which only the calls could be recovered. */
  envioRecuperado: 'Envío recuperado',
  menu: {
    archivo: 'Archivo', abrir: 'Abrir planilla…', plantilla: 'Descargar plantilla…', enviar: 'Revisar y enviar', imprimir: 'Imprimir…', ajustes: 'Ajustes', salir: 'Salir', cerrar: 'Cerrar ventana',
    edicion: 'Edición', deshacer: 'Deshacer', rehacer: 'Rehacer', cortar: 'Cortar', copiar: 'Copiar', pegar: 'Pegar', seleccionarTodo: 'Seleccionar todo', buscar: 'Buscar',
    revision: 'Revisión', siguiente: 'Problema siguiente', anterior: 'Problema anterior',
    ver: 'Ver', acercar: 'Acercar', alejar: 'Alejar', tamanoReal: 'Tamaño normal', pantallaCompleta: 'Pantalla completa', recargar: 'Recargar', herramientas: 'Herramientas de desarrollo',
    ayuda: 'Ayuda', verAyuda: 'Ayuda de Puente SIC', acercaDe: 'Acerca de Puente SIC', ocultar: 'Ocultar Puente SIC', servicios: 'Servicios',
  },
  /** At the foot of each page: «Página 3 de 12». */
  hoja: { pagina: 'Página', de: 'de' },
  dialogo: {
    abrir: 'Elegir planilla', elegirCarpeta: 'Elegir la carpeta que se vigilará', carpetaRespaldos: 'Elegir la carpeta de los respaldos', elegirRespaldo: 'Elegir un respaldo', respaldos: 'Respaldos de Puente SIC', planillas: 'Planillas', todos: 'Todos los archivos', comprimidos: 'Carpeta comprimida (zip)', guardarEvidencia: 'Guardar evidencia del envío', guardarComprobante: 'Guardar comprobante del envío', pdf: 'Documento PDF', guardarLista: 'Guardar la lista como planilla de Excel', elegirCertificado: 'Elegir el certificado de su red', certificados: 'Certificados', guardarPlantilla: 'Guardar plantilla', guardarMuestra: 'Guardar planilla de muestra', guardarObservaciones: 'Guardar la planilla con observaciones',
    guardarDiagnostico: 'Guardar diagnóstico', textos: 'Texto', nombreDiagnostico: (dia: string): string => `Diagnóstico Puente SIC ${dia}.txt`,
    guardarJson: 'Guardar lo que se envía', json: 'Archivo JSON',
    nombreJson: (grupo: string, parte: number, partes: number): string => `Envío ${grupo.replace(/[^\p{L}\p{N} ._-]/gu, '-')}${partes > 1 ? ` parte ${parte} de ${partes}` : ''}.json`,
    nombreObservaciones: (archivo: string): string => `${archivo.replace(/\.[^.]{1,5}$/, '')} con observaciones.xlsx`,
    nombrePlantilla: 'Plantilla Puente SIC.xlsx', nombrePlantillaLlena: 'Plantilla con alumnos.xlsx', nombreMuestraConProblemas: 'Planilla de muestra con problemas.xlsx', nombreMuestraSinProblemas: 'Planilla de muestra.xlsx',
  },
} as const

/** The window failed, so these are said by the system's own dialogs. */
export const TEXTOS_CAIDA = {
  seCae: {
    titulo: 'La ventana de Puente SIC se sigue cerrando',
    detalle: (incidente: string): string => `Se cerró varias veces en un minuto. Sus planillas y envíos están guardados.\n\nReinicie el computador si se repite. Al pedir ayuda, indique el incidente ${incidente}.`,
    insistir: 'Intentar otra vez', cerrar: 'Cerrar el programa',
  },
  noResponde: {
    titulo: 'La ventana de Puente SIC no responde',
    detalle: 'Puede estar terminando un trabajo largo. Si la vuelve a cargar, la planilla queda como se veía en el último cambio, y un envío en curso continúa.',
    esperar: 'Esperar', recargar: 'Volver a cargar',
  },
  noAbrio: {
    titulo: 'Puente SIC no se pudo abrir',
    detalle: (incidente: string): string => `Ocurrió un problema que no esperábamos. Sus planillas y envíos siguen guardados.\n\nReinicie el computador y ábralo otra vez. Si se repite, instálelo de nuevo encima: no se borra nada. Al pedir ayuda, indique el incidente ${incidente}.`,
  },
} as const

/** What happened to the files of the program, for the person. */
export const NOTICIAS = {
  ventanaCaida: (incidente: string): Noticia => ({
    id: `ventana-${incidente}`,
    titulo: 'La ventana se cerró sola y se volvió a abrir',
    explicacion: 'Fue una falla del programa, no suya. Su planilla está como la dejó y un envío en curso continúa.',
    queHacer: `Siga trabajando. Si se repite, pida ayuda con el diagnóstico (en Ajustes, «Exportar diagnóstico») y el código de incidente ${incidente}.`,
  }),
  claveIlegible: {
    id: 'clave-ilegible',
    titulo: 'No se pudo abrir la clave de sus datos',
    explicacion: 'El almacén de claves de este computador cambió o está bloqueado. Los envíos y planillas guardados con la clave anterior no se pueden leer ahora. No se borraron.',
    queHacer: 'Cierre el programa, desbloquee el almacén de claves del sistema (suele hacerse al iniciar sesión) y ábralo otra vez.',
  },
  perfilRepetido: (carpeta: string): Noticia => ({
    id: `perfil-repetido-${carpeta}`,
    titulo: 'Hay datos de una versión anterior del programa',
    explicacion: `Esa OTEC ya tenía sus datos en este computador, así que los otros se dejaron aparte, completos, en la carpeta «${carpeta}».`,
    queHacer: 'Lo que se envió con la otra versión puede verlo en «Historial de SENCE». Guarde esa carpeta: quien le dé soporte puede intentar juntarlos.',
  }),
  diarioApartado: (copia: string, rescatadas: number): Noticia => rescatadas > 0 ? {
    id: `diario-apartado-${copia}`,
    titulo: 'El registro de envíos estaba dañado y se recuperó lo que se pudo',
    explicacion: `Se recuperaron ${rescatadas} ${rescatadas === 1 ? 'curso enviado' : 'cursos enviados'}; puede faltar alguno. El archivo dañado se dejó aparte, completo, con el nombre «${copia}». Lo que SENCE recibió no cambia.`,
    queHacer: 'Antes de reenviar algo, búsquelo en «Historial de SENCE»: si aparece ahí, ya llegó. Lo que quedó sin confirmar se le pregunta a SENCE por sí solo.',
  } : ({
    id: `diario-apartado-${copia}`,
    titulo: 'El registro de envíos anterior no se pudo leer',
    explicacion: `El archivo está dañado o se guardó con otra clave. Se dejó aparte, completo, con el nombre «${copia}», y se comenzó uno nuevo. Lo que SENCE recibió no cambia.`,
    queHacer: 'Lo enviado antes puede verlo en «Historial de SENCE». Guarde esa copia: quien le dé soporte puede intentar recuperarla.',
  }),
} as const

/** Asked before anything else of the program is loaded. */
export const VUELTA_ATRAS = (version: string, anterior: string) => ({
  nombre: 'Puente SIC',
  titulo: `La versión ${version} no logra abrirse`,
  detalle: `Se instaló hace poco y su ventana no ha aparecido. Puede volver a la versión ${anterior}, que sí se abría. Sus planillas y envíos quedan como están.`,
  volver: `Volver a la versión ${anterior}`,
  insistir: 'Intentar otra vez',
  noSePudo: 'El computador no dejó volver a la versión anterior. Descárguela de donde la bajó la primera vez e instálela: sus datos se conservan.',
})
