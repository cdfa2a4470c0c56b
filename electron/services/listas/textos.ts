/** Words of the workbooks that lists are exported to. */
const SIN_SIGNOS = /[^\p{L}\p{N} ._-]/gu

export const TEXTOS_LISTAS = {
  archivo: (que: string, dia: string, practica: boolean): string => `${que}${practica ? ' de práctica' : ''} ${dia}.xlsx`.replace(SIN_SIGNOS, '-'),
  acerca: { lista: 'Lista', otec: 'RUT de la OTEC', hecha: 'Hecha', filas: 'Filas', envio: 'Envío', planilla: 'Planilla', programa: 'Programa', aviso: 'Aviso' },
  programa: 'Puente SIC',
  noEsDeSence: 'No es un documento de SENCE. Las horas son de Santiago.',
  practica: 'ES DE PRÁCTICA: respondió el SENCE simulado de este computador, y nada llegó a SENCE. No sirve como prueba.',
  envios: {
    titulo: 'Envíos', archivo: 'Envíos', creado: 'Fecha y hora', planilla: 'Planilla', otec: 'RUT de la OTEC', cursos: 'Cursos y grupos', alumnos: 'Alumnos', aceptados: 'Aceptados', rechazados: 'Rechazados', desconocidos: 'Sin confirmar',
    resultado: 'Resultado', programado: 'Programado para', id: 'Envío (interno)',
  },
  alumnos: {
    titulo: 'Alumnos del envío', archivo: 'Alumnos del envío', rut: 'RUT', nombre: 'Nombre', oferta: 'Código de oferta', grupo: 'Código de grupo', avance: 'Avance enviado', tiempo: 'Tiempo conectado', estado: 'Estado enviado',
    inicio: 'Fecha de inicio', fin: 'Fecha de fin', ejecucion: 'Fecha de ejecución', modulos: 'Módulos', resultado: 'Resultado', codigo: 'Código de SENCE', mensaje: 'Mensaje de SENCE', significa: 'Qué significa', queHacer: 'Qué hacer', quien: 'Quién',
    enviado: 'Enviado', respondido: 'Respondido', codigoEnvio: 'Código del envío', proceso: 'Proceso de SENCE',
  },
} as const
