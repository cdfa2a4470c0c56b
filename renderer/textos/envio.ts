import type { EstadoEnvio, ResultadoAlumno } from '../../shared/ipc/modelos.ts'
import { duracionEnPalabras } from '../../shared/domain/ritmo-envio.ts'
import { alumnos, cuenta, cursos, modulos, numero } from './comunes.ts'

export const ESTADOS: Record<EstadoEnvio, string> = {
  borrador: 'En preparación',
  listo: 'En espera',
  programado: 'Programado',
  vencido: 'No salió a su hora',
  enviando: 'Enviando',
  reintentando: 'Se reintentará',
  aceptado: 'Aceptado',
  'aceptado-con-rechazos': 'Aceptado con rechazos',
  rechazado: 'Rechazado',
  desconocido: 'Sin confirmar',
  conciliando: 'Preguntando a SENCE',
  fallido: 'No se envió',
  cancelado: 'Cancelado',
}

export const RESULTADOS: Record<ResultadoAlumno['resultado'], string> = {
  aceptado: 'Aceptado',
  rechazado: 'Rechazado',
  desconocido: 'Sin confirmar',
  'no-enviado': 'No enviado',
}

export const PREVIO = {
  titulo: 'Vista previa del envío',
  subtitulo: 'Esto es lo que recibirá SENCE, comparado con lo último que le aceptó.',
  columnas: { curso: 'Curso', alumnos: 'Alumnos', modulos: 'Módulos', nuevos: 'Nuevos', mas: 'Suben', iguales: 'Iguales', menos: 'Bajan', conErrores: 'Con errores' },
  columnasGrupo: 'Módulos frente a lo último aceptado',
  tabla: 'Cursos por enviar',
  noSeEnvia: 'No se envía',
  verJson: 'Ver lo que se envía (JSON)',
  verJsonDe: (grupo: string): string => `Ver lo que se envía (JSON) del grupo ${grupo}`,
  verAlumnos: 'Ver alumnos',
  verAlumnosDe: (grupo: string): string => `Ver alumnos del grupo ${grupo}`,
  jsonTitulo: 'Lo que se envía, letra por letra',
  jsonDetalle: (grupo: string): string => `Grupo ${grupo}. Es exactamente lo que viaja a SENCE; solo el token está oculto.`,
  jsonParte: 'Parte',
  jsonParteN: (n: number, total: number): string => `Parte ${n} de ${total}`,
  jsonGuardar: 'Guardar en un archivo…',
  jsonGuardado: 'Archivo guardado',
  enPartes: (n: number): string => `En ${n} partes`,
  jsonEtiqueta: 'Contenido del envío en JSON',
  iguales: {
    titulo: (n: number): string => `${modulos(n)} con el mismo avance que SENCE ya tiene`,
    detalle: 'SENCE pide que el avance crezca: enviar lo mismo puede volver como rechazo.',
    boton: 'Dejar fuera lo que no cambió',
    hecho: 'Quedó fuera lo que no cambió',
    hechoDetalle: 'Si prefiere enviarlo, deshaga el cambio en Revisar.',
  },
  menos: {
    titulo: (n: number): string => `${modulos(n)} con menos avance que el aceptado`,
    detalle: 'SENCE los rechaza: el avance solo puede subir. Vuelva a Revisar para corregirlos.',
  },
  omitidos: {
    titulo: (n: number): string => `${alumnos(n)} con errores no se ${n === 1 ? 'enviará' : 'enviarán'}`,
    detalle: 'Se pueden corregir en Revisar. Los demás alumnos se envían igual.',
    boton: 'Ver los problemas',
  },
  sinConfirmar: {
    titulo: (n: number): string => `${alumnos(n)} ${n === 1 ? 'está' : 'están'} en un envío sin confirmar y no ${n === 1 ? 'va' : 'van'} en este`,
    detalle: 'SENCE podría tenerlos ya. Primero hay que preguntarle; cuando se sepa, podrá enviar los que falten.',
    boton: 'Ver los envíos',
  },
  ventana: {
    titulo: 'Ahora no es la hora que SENCE recomienda',
    detalle: 'SENCE pide informar una vez al día, entre las 22:00 y las 00:00 de Santiago. Con «Enviar esta noche» el programa espera esa hora por usted. También puede enviar ahora; el servicio podría responder más lento.',
  },
  nada: {
    titulo: 'No queda ningún alumno por enviar',
    detalle: 'Todos tienen errores o quedaron fuera. Vuelva a Revisar, corrija al menos un alumno o inclúyalo otra vez.',
  },
  sinCredenciales: {
    titulo: 'Para enviar falta conectar su OTEC',
    detalle: 'SENCE pide el RUT y el token de la OTEC en cada envío.',
    boton: 'Conectar mi OTEC',
  },
  volver: 'Volver a revisar',
  enviar: 'Enviar ahora…',
  enviarPractica: 'Enviar ahora…',
  total: (a: number, c: number): string => `${alumnos(a)} en ${cursos(c)}`,
  como: (rut: string): string => `Se envía como ${rut}`,
  confirmar: {
    titulo: '¿Enviar el avance a SENCE?',
    tituloPractica: '¿Enviar al SENCE de práctica?',
    detalle: (a: number, c: number): string => `Se enviará el avance de ${alumnos(a)} de ${cursos(c)}. Lo que SENCE acepte reemplaza lo anterior de esos alumnos y no se puede retirar.`,
    detallePractica: (a: number, c: number): string => `Se enviará el avance de ${alumnos(a)} de ${cursos(c)} al SENCE simulado de este computador. Nada sale de aquí.`,
    boton: 'Sí, enviar ahora',
  },
} as const

export const ENVIANDO = {
  titulo: 'Enviando',
  subtitulo: 'SENCE puede tardar varios minutos en responder cada curso. Puede seguir usando el computador y cerrar esta ventana: el envío sigue.',
  progreso: 'Avance del envío',
  paso: (p: { curso: number; cursos: number; parte: number; partes: number }): string =>
    `Curso ${p.curso} de ${p.cursos}${p.partes > 1 ? `, parte ${p.parte} de ${p.partes}` : ''}`,
  alumnos: (hechos: number, total: number): string => `${numero(hechos)} de ${alumnos(total)} enviados`,
  parte: (n: number, total: number): string => `parte ${n} de ${total}`,
  preparando: 'Preparando el envío…',
  resta: (ms: number): string => `Tiempo restante: ${duracionEnPalabras(ms)}, según lo que SENCE ha tardado en responder.`,
  pausa: 'Pausa antes del siguiente, para no ocupar todo el servicio de SENCE.',
  reintento: (cual: number, de: number): string => `No se pudo llegar a SENCE y no recibió nada. Se intentará otra vez por sí solo (intento ${cual} de ${de}).`,
  sinRed: 'No hay conexión a internet. El envío sigue por sí solo cuando vuelva.',
  /** What went and what did not, in one line. */
  cuentas: (c: { aceptados: number; rechazados: number; desconocidos: number; faltan: number }): string =>
    [c.aceptados > 0 && cuenta(c.aceptados, 'aceptado', 'aceptados'), c.rechazados > 0 && cuenta(c.rechazados, 'rechazado', 'rechazados'), c.desconocidos > 0 && `${numero(c.desconocidos)} sin confirmar`, c.faltan > 0 && `${numero(c.faltan)} por enviar`].filter(Boolean).join(', '),
  cancelar: 'Cancelar lo que falta',
  cancelando: 'Se cancelará lo que falta. Lo que va en camino termina primero, para saber qué respondió SENCE.',
  lista: 'Cursos del envío',
} as const

export const RESPUESTA = {
  titulo: 'Respuesta de SENCE',
  resumen: {
    aceptado: { titulo: 'SENCE aceptó todo', detalle: (n: number): string => `${alumnos(n)} con su avance al día. SENCE lo carga durante la noche: mañana se verá en su sistema.` },
    'aceptado-con-rechazos': { titulo: 'SENCE aceptó una parte', detalle: (n: number): string => `${alumnos(n)} con su avance al día. Los rechazados no cambiaron: abajo dice qué hacer con cada uno.` },
    rechazado: { titulo: 'SENCE rechazó el envío', detalle: (_: number): string => 'No se guardó ningún avance. Abajo está el motivo y qué hacer.' },
    desconocido: { titulo: 'No sabemos si SENCE recibió todo', detalle: (_: number): string => 'La respuesta de SENCE no llegó. Antes de enviar otra vez, pregunte a SENCE: el programa busca el envío en su historial.' },
    fallido: { titulo: 'El envío no llegó a SENCE', detalle: (_: number): string => 'SENCE no recibió los datos, así que no cambió nada. Abajo está el motivo y qué hacer.' },
    cancelado: { titulo: 'Envío cancelado', detalle: (n: number): string => n === 0 ? 'No se alcanzó a enviar nada.' : `Antes de cancelar, SENCE aceptó ${alumnos(n)}. Lo demás no se envió.` },
    borrador: { titulo: 'El envío se está preparando', detalle: (_: number): string => 'Todavía no comienza.' },
    programado: { titulo: 'El envío está programado', detalle: (n: number): string => n === 0 ? 'Saldrá a su hora, con los datos como estaban al programarlo.' : `SENCE ya aceptó ${alumnos(n)}. Lo demás saldrá a su hora.` },
    vencido: { titulo: 'El envío no salió a su hora', detalle: (_: number): string => 'El computador o el programa no estaban disponibles. SENCE no recibió lo que falta: puede programarlo otra vez o enviarlo ahora.' },
    reintentando: { titulo: 'El envío se reintentará', detalle: (_: number): string => 'Todavía no se pudo llegar a SENCE. El programa vuelve a intentarlo por sí solo.' },
    conciliando: { titulo: 'Preguntando a SENCE por este envío', detalle: (_: number): string => 'La respuesta no llegó, y se está buscando el envío en el historial de SENCE.' },
    listo: { titulo: 'El envío está en espera', detalle: (_: number): string => 'Todavía no comienza.' },
    enviando: { titulo: 'El envío sigue en curso', detalle: (_: number): string => 'Faltan respuestas por llegar.' },
  } satisfies Record<EstadoEnvio, { titulo: string; detalle: (n: number) => string }>,
  volver: 'Volver a la planilla',
  verEnvio: 'Ver en Envíos',
  otra: 'Abrir otra planilla',
  corregir: 'Corregir y reenviar',
  verHistorial: 'Consultar el historial de SENCE',
  preguntar: 'Preguntar a SENCE',
  preguntando: 'Preguntando a SENCE…',
  corregirDetalle: 'En el envío quedan solo los alumnos rechazados, con lo que dijo SENCE en sus celdas. «Deshacer» vuelve a incluir a los demás.',
  /** What a question to SENCE brought. */
  dicho: {
    sabido: { titulo: 'SENCE respondió por este envío', detalle: 'Abajo está lo que hizo con cada alumno.' },
    noRecibido: { titulo: 'SENCE no recibió este envío', detalle: 'Puede volver a enviarlo con tranquilidad.' },
    todavia: { titulo: 'SENCE todavía no lo muestra', detalle: 'No lo reenvíe aún: puede aparecer mañana. El programa volverá a preguntar por sí solo.' },
    enParte: { titulo: 'SENCE respondió por una parte', detalle: 'Todavía quedan alumnos sin confirmar. El programa volverá a preguntar por sí solo.' },
  },
  conciliado: (archivo: string, estado: EstadoEnvio): { titulo: string; detalle: string } => ({
    titulo: 'Ya se sabe qué pasó con un envío sin confirmar', detalle: `${archivo}: ${estado === 'fallido' ? 'SENCE no lo recibió; puede reenviarlo' : ESTADOS[estado].toLowerCase()}.`,
  }),
  verEnvioConciliado: 'Ver el envío',
} as const

/** A course of the preview, alumno by alumno. */
export const ARBOL = {
  tabla: (grupo: string): string => `Alumnos por enviar del grupo ${grupo}`,
  filtro: 'Mostrar',
  filtros: { todos: 'Todos', nuevo: 'Nuevos', mas: 'Suben', igual: 'Iguales', menos: 'Bajan' },
  buscar: 'Buscar nombre o RUT',
  columnas: { alumno: 'Alumno y módulo', antes: 'Último aceptado', ahora: 'Ahora', cambio: 'Cambio' },
  cambios: { nuevo: 'Nuevo', mas: 'Sube', igual: 'Igual', menos: 'Baja' },
  sinComparar: 'Sin comparar',
  sinPrevio: 'Ninguno',
  porcentaje: (n: number): string => `${numero(n)} %`,
  modulos: (a: string): string => `Módulos de ${a}`,
  noSeEnvia: 'No se envía: tiene errores',
  ninguno: 'Ningún alumno con ese filtro.',
  mostrados: (n: number, total: number): string => n < total ? `${numero(n)} de ${alumnos(total)}` : alumnos(total),
  dejarFuera: (n: number): string => `Dejar fuera ${n === 1 ? 'el módulo que no cambió' : `los ${numero(n)} módulos que no cambiaron`}`,
} as const

/** Per-alumno results: the same table after a send and in a past send. */
export const ALUMNOS = {
  tabla: (grupo: string): string => `Alumnos del grupo ${grupo}`,
  filtro: 'Mostrar alumnos',
  filtros: { todos: 'Todos', rechazado: 'Rechazados', desconocido: 'Sin confirmar', aceptado: 'Aceptados', 'no-enviado': 'No enviados' },
  buscar: 'Buscar nombre o RUT',
  columnas: { rut: 'Alumno', resultado: 'Resultado', significa: 'Qué significa y qué hacer', quien: 'Quién debe actuar' },
  codigo: (c: string): string => `código ${c}`,
  mensajeSence: (m: string): string => `SENCE dijo: «${m}»`,
  ninguno: 'Ningún alumno con ese filtro.',
  proceso: (id: string): string => `Proceso ${id}`,
  sinProceso: 'Sin número de proceso',
  totales: (a: number, r: number, d: number): string =>
    [a > 0 && cuenta(a, 'aceptado', 'aceptados'), r > 0 && cuenta(r, 'rechazado', 'rechazados'), d > 0 && `${d} sin confirmar`].filter(Boolean).join(', '),
} as const
