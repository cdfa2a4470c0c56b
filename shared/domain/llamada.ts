/**
 * The state machine of a call: which state follows which event, and nothing else. The journal writes no state that does
 * not come from here, so what it holds can always be trusted to say whether SENCE may have been told.
 */
export const ESTADOS_LLAMADA = [
  /** Being written: some of its send may be missing. Nothing of it can go out. */
  'borrador',
  /** The whole send is on disk, to go out at once. */
  'listo',
  /** The whole send is on disk, to go out at an hour. */
  'programado',
  /** Its hour passed and it did not go out. */
  'vencido',
  /** Given to the network: from here on SENCE may have it. */
  'enviando',
  /** The last attempt surely was not processed; another will be made. */
  'reintentando',
  'aceptado', 'aceptado-con-rechazos', 'rechazado',
  /** SENCE may have it or not. */
  'desconocido',
  /** …and its history is being asked. */
  'conciliando',
  /** SENCE surely does not have it. */
  'fallido',
  /** It never started. */
  'cancelado',
] as const
export type EstadoLlamada = (typeof ESTADOS_LLAMADA)[number]

export const EVENTOS_LLAMADA = [
  /** Every call of the send is on disk. */
  'sellar',
  /** An hour was set, or moved. */
  'programar',
  'vencer',
  /** By the person, or by what makes going on useless. */
  'cancelar',
  /** The bytes are about to reach the network. */
  'empezar',
  /** Nothing of the attempt can have been processed (no name, no connection, no TLS, code 002): it is tried again later. */
  'aplazar',
  /** An answer, from the call itself or from SENCE's history. */
  'aceptar', 'aceptar-con-rechazos', 'rechazar',
  /** SENCE surely does not have it: no connection was made, or its history never showed it. */
  'descartar',
  /** The body may have been read, and what happened is not known. */
  'perder',
  /** SENCE's history is about to be asked. */
  'preguntar',
  /** The program ended here; what a start-up finds. */
  'interrumpir',
] as const
export type EventoLlamada = (typeof EVENTOS_LLAMADA)[number]

type Pasos = Readonly<Partial<Record<EventoLlamada, EstadoLlamada>>>
const RESPUESTAS = { aceptar: 'aceptado', 'aceptar-con-rechazos': 'aceptado-con-rechazos', rechazar: 'rechazado', descartar: 'fallido', perder: 'desconocido' } as const
const FINAL: Pasos = {}

/**
 * What is absent is refused. Three things to read here: only `empezar` leads to `enviando`; from `enviando` only `aplazar`
 * leads to another attempt; and out of `desconocido` only a question leads.
 */
const PASOS: Readonly<Record<EstadoLlamada, Pasos>> = {
  borrador: { sellar: 'listo', cancelar: 'cancelado', interrumpir: 'cancelado' },
  listo: { programar: 'programado', empezar: 'enviando', cancelar: 'cancelado', interrumpir: 'cancelado' },
  // The end of the program does not undo what the person asked for a later hour.
  programado: { programar: 'programado', empezar: 'enviando', vencer: 'vencido', cancelar: 'cancelado', interrumpir: 'programado' },
  vencido: { programar: 'programado', cancelar: 'cancelado', interrumpir: 'vencido' },
  enviando: { ...RESPUESTAS, aplazar: 'reintentando', interrumpir: 'desconocido' },
  // It did start, so it is not `cancelado`; and nothing of it was processed, so it is not `desconocido`.
  reintentando: { empezar: 'enviando', descartar: 'fallido', interrumpir: 'fallido' },
  desconocido: { preguntar: 'conciliando', interrumpir: 'desconocido' },
  conciliando: { ...RESPUESTAS, interrumpir: 'desconocido' },
  aceptado: FINAL, 'aceptado-con-rechazos': FINAL, rechazado: FINAL, fallido: FINAL, cancelado: FINAL,
}

/** @returns null when the machine refuses the event in that state */
export const siguiente = (estado: EstadoLlamada, evento: EventoLlamada): EstadoLlamada | null => PASOS[estado][evento] ?? null
export const esFinal = (estado: EstadoLlamada): boolean => PASOS[estado] === FINAL
/** States from which the event is taken. */
export const desdeDonde = (evento: EventoLlamada): EstadoLlamada[] => ESTADOS_LLAMADA.filter((e) => siguiente(e, evento) !== null)

/** SENCE may have, or may get, what these calls carry: the same alumnos must not go again until it is known. */
export const puedeTenerlaSence = (estado: EstadoLlamada): boolean => estado === 'enviando' || estado === 'desconocido' || estado === 'conciliando'

/** How a call can end an attempt, and the event that says so. */
export type FinDeLlamada = 'aceptado' | 'aceptado-con-rechazos' | 'rechazado' | 'desconocido' | 'fallido'
export const EVENTO_DE_FIN: Readonly<Record<FinDeLlamada, EventoLlamada>> = {
  aceptado: 'aceptar', 'aceptado-con-rechazos': 'aceptar-con-rechazos', rechazado: 'rechazar', desconocido: 'perder', fallido: 'descartar',
}
