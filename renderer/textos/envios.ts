import { cuenta } from './comunes.ts'

/** Past sends: what this computer keeps, and what SENCE's history says. */
export const ENVIOS = {
  titulo: 'Envíos',
  subtitulo: 'Todo lo que se envió y lo que SENCE respondió.',
  pestanas: { local: 'Todos los envíos', sence: 'Historial de SENCE' },
  buscar: 'Buscar envíos',
  tabla: 'Envíos',
  columnas: { fecha: 'Fecha y hora', archivo: 'Planilla y cursos', alumnos: 'Alumnos', resultado: 'Resultado' },
  abrir: (fecha: string, archivo: string): string => `Ver el envío del ${fecha}, ${archivo}`,
  masCursos: (n: number): string => `${n} cursos`,
  vacio: {
    titulo: 'Todavía no hay envíos',
    detalle: 'Cuando envíe una planilla, aquí quedará guardado qué se envió, a qué hora y qué respondió SENCE, alumno por alumno. Sirve de respaldo ante una fiscalización.',
    boton: 'Ir a la planilla',
  },
  sinResultados: {
    titulo: 'Ningún envío coincide',
    detalle: (texto: string): string => `Nada coincide con «${texto}». Pruebe con menos palabras o con otro dato.`,
    sinTexto: 'Quite algún filtro o amplíe las fechas.',
  },
  total: (n: number): string => cuenta(n, 'envío', 'envíos'),
} as const

export const DETALLE = {
  volver: 'Volver a los envíos',
  titulo: (fecha: string): string => `Envío del ${fecha}`,
  datos: { archivo: 'Planilla', rut: 'RUT de la OTEC', codigoEnvio: 'Código del envío', proceso: 'Proceso de SENCE', enviado: 'Enviado', respondido: 'Respondido', http: 'Respuesta HTTP', sha: 'Huella SHA-256', sic: 'Mensaje de SENCE' },
  horaSantiago: 'hora de Santiago',
  sinRespuesta: 'Sin respuesta',
  curso: (oferta: string, grupo: string): string => `${oferta} · grupo ${grupo}`,
  respaldo: 'Respaldo: lo enviado y lo respondido',
  solicitud: 'Lo que se envió',
  solicitudNota: 'Texto exacto que viajó a SENCE; solo el token está oculto.',
  constancia: 'Lo que dijo el historial de SENCE',
  constanciaNota: 'Los registros de este envío, tal como los mostró SENCE al preguntarle.',
  consultado: 'Preguntado a SENCE',
  respuesta: 'Lo que respondió SENCE',
  respuestaNota: 'Texto exacto, tal como llegó.',
  exportada: { titulo: 'Evidencia guardada', detalle: (ruta: string): string => `Quedó en ${ruta}. Dentro hay una página que explica cada archivo.` },
  shaNota: 'Identifica de forma única lo enviado: si cambia una letra, cambia la huella.',
} as const

export const HISTORIAL = {
  intro: 'Pregunte a SENCE qué envíos tiene registrados de su OTEC. Puede dejar los filtros en blanco.',
  introPractica: 'En práctica responde el SENCE simulado de este computador.',
  desde: 'Desde la fecha',
  abrirCalendario: 'Abrir el calendario',
  mesAnterior: 'Mes anterior',
  mesSiguiente: 'Mes siguiente',
  codigo: 'Código del envío',
  codigoAyuda: 'El que Puente SIC puso a cada llamada.',
  proceso: 'Número de proceso',
  procesoAyuda: 'El que SENCE dio al responder.',
  consultar: 'Consultar a SENCE',
  consultando: 'Consultando…',
  limpiar: 'Limpiar filtros',
  sinConsultar: {
    titulo: 'Aún no ha consultado',
    detalle: 'SENCE guarda cada envío como un proceso. Los envíos de hoy pueden aparecer mañana, porque SENCE los carga de noche.',
  },
  vacio: {
    titulo: 'SENCE no tiene procesos con esos filtros',
    detalle: 'Si acaba de enviar, espere a mañana. Si busca algo antiguo, quite los filtros y consulte otra vez.',
  },
  procesoTitulo: (id: string | null): string => id === null ? 'Proceso sin número' : `Proceso ${id}`,
  datos: { codigo: 'Código del envío', estado: 'Estado', observaciones: 'Observaciones', observacionesSic: 'Observaciones del SIC' },
  tabla: (id: string | null): string => `Registros del proceso ${id ?? 'sin número'}`,
  columnas: { rut: 'RUT', modulo: 'Módulo y grupo', avance: 'Avance', ejecucion: 'Ejecución', resultado: 'Resultado' },
  avanceAlumno: (p: string): string => `alumno: ${p}`,
  resultados: { aceptado: 'Aceptado', rechazado: 'Rechazado', otro: (estado: string | null): string => estado === null ? 'Sin estado' : `Estado ${estado}` },
  crudo: 'Ver tal como llegó',
  crudoTitulo: 'Tal como llegó de SENCE',
  crudoDetalle: 'Sin interpretar: sirve para consultar a la mesa de ayuda de SENCE.',
  verLocal: 'Ver el envío de este computador',
} as const
