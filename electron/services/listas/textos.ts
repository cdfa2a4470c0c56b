import type { Marca, Origen } from '../../../shared/ipc/modelos-archivo.ts'

/** Words of the workbooks that lists are exported to. */
const SIN_SIGNOS = /[^\p{L}\p{N} ._-]/gu

export const TEXTOS_LISTAS = {
  archivo: (que: string, dia: string, practica: boolean): string => `${que}${practica ? ' de práctica' : ''} ${dia}.xlsx`.replace(SIN_SIGNOS, '-'),
  acerca: { lista: 'Lista', otec: 'RUT de la OTEC', hecha: 'Hecha', filas: 'Filas', envio: 'Envío', planilla: 'Planilla', programa: 'Programa', aviso: 'Aviso' },
  programa: 'Puente SIC',
  noEsDeSence: 'No es un documento de SENCE. Las horas son de Santiago.',
  practica: 'ES DE PRÁCTICA: respondió el SENCE simulado de este computador, y nada llegó a SENCE. No sirve como prueba.',
  consulta: 'Se buscó', nada: 'todo', origenes: { ambos: 'Aquí y en SENCE', aqui: 'Aquí, y SENCE aún no lo muestra', sence: 'Solo en SENCE' } satisfies Record<Origen, string>,
  marcas: {
    repetido: 'SENCE lo muestra más de una vez', 'sin-numero': 'Sin número de proceso', 'sin-codigo': 'SENCE lo muestra sin el código del envío', 'sin-fecha': 'Con una fecha que no existe',
    'codigo-distinto': 'SENCE lo muestra con otro código', 'otra-otec': 'Es de otra OTEC', 'estado-desconocido': 'Con un estado que no se conoce', cortado: 'Llegó cortado: pueden faltar registros',
  } satisfies Record<Marca, string>,
  resultados: { aceptado: 'Aceptado', rechazado: 'Rechazado', desconocido: 'Sin confirmar', 'no-enviado': 'No se envió', otro: 'Otro estado' },
  proceso: (id: string | null): string => (id === null ? 'Proceso sin número' : `Proceso ${id}`),
  registros: {
    titulo: 'Registros por alumno', archivo: 'Registros por alumno', fecha: 'Fecha y hora', rut: 'RUT', oferta: 'Código de oferta', grupo: 'Código de grupo', modulo: 'Módulo', avance: 'Avance del módulo', avanceAlumno: 'Avance del alumno',
    resultado: 'Resultado', codigo: 'Código de SENCE', mensaje: 'Mensaje de SENCE', ejecucion: 'Fecha de ejecución', estado: 'Estado del registro', crudo: 'Tal como llegó', origen: 'De dónde se sabe', aqui: 'Lo envió este computador', sence: 'Historial de SENCE',
    tiempo: 'Tiempo conectado', tiempoAlumno: 'Tiempo del alumno', estadoAlumno: 'Estado del alumno', inicio: 'Inicio', fin: 'Fin',
  },
  alumno: { titulo: 'Avance del alumno', archivo: (rut: string): string => `Avance de ${rut}` },
  curso: {
    titulo: 'Alumnos del curso', archivo: (grupo: string): string => `Alumnos de ${grupo}`, curso: 'Curso', rut: 'RUT', nombre: 'Nombre', avance: 'Avance aceptado', atraso: 'Puntos de atraso', dias: 'Días sin informar', inicio: 'Inicio', fin: 'Fin', tiempo: 'Tiempo conectado', estado: 'Estado', informado: 'Último aceptado', ultimo: 'Último envío',
  },
  envios: {
    titulo: 'Envíos', archivo: 'Envíos', creado: 'Fecha y hora', planilla: 'Planilla', otec: 'RUT de la OTEC', cursos: 'Cursos y grupos', alumnos: 'Alumnos', aceptados: 'Aceptados', rechazados: 'Rechazados', desconocidos: 'Sin confirmar',
    resultado: 'Resultado', programado: 'Programado para', origen: 'Dónde está', procesos: 'Procesos de SENCE', codigos: 'Códigos de envío', observaciones: 'Por revisar',
  },
  alumnos: {
    titulo: 'Alumnos del envío', archivo: 'Alumnos del envío', rut: 'RUT', nombre: 'Nombre', oferta: 'Código de oferta', grupo: 'Código de grupo', avance: 'Avance enviado', tiempo: 'Tiempo conectado', estado: 'Estado enviado',
    inicio: 'Fecha de inicio', fin: 'Fecha de fin', ejecucion: 'Fecha de ejecución', modulos: 'Módulos', resultado: 'Resultado', codigo: 'Código de SENCE', mensaje: 'Mensaje de SENCE', significa: 'Qué significa', queHacer: 'Qué hacer', quien: 'Quién',
    enviado: 'Enviado', respondido: 'Respondido', codigoEnvio: 'Código del envío', proceso: 'Proceso de SENCE',
  },
} as const
