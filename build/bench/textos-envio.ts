const n = (x: number): string => x.toLocaleString('es-CL')
export const TEXTOS_ENVIO = {
  envio: (alumnos: number) => `el envío de ${n(alumnos)} alumnos`,
  pasados: (cuantos: number) => `los envíos pasados, ${n(cuantos)}`,
  medidas: {
    envio: (alumnos: number, modulos: number) => `Enviar ${n(alumnos)} alumnos × ${n(modulos)} módulos`,
    envioLento: '  con un servicio que tarda 1 s por llamada',
    diario: '  lo que cuesta dejarlo escrito en disco',
    escribiendo: '    de eso, escribiendo y esperando al disco',
    red: '    de eso, en la red y el servicio',
    resto: '    de eso, revisar, armar, leer la respuesta',
    bloqueo: '  lo más que el proceso principal no atiende',
    memoria: '  memoria que necesita, además de la que ya tenía',
    abrir: (cuantos: number) => `Abrir un envío de 500 alumnos entre ${n(cuantos)}`,
    pasa: '  de eso, lo que pasa a la ventana',
  },
  referencias: {
    undici: 'undici solo, los mismos bytes al mismo servicio',
    sinDiario: 'el mismo envío sin escribir el registro',
    total: 'el envío entero',
    bytes: 'lo que pesan los cuerpos que se envían',
    limite: 'límite propuesto',
    unico: 'el mismo envío, cuando es el único',
    cuerpos: 'los bytes de lo enviado y lo respondido',
  },
} as const
