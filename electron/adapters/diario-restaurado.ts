/** A journal out of a backup: what had not ended then went on without it, and nothing of that is known here. */
import type Database from 'libsql'
import { ESTADOS_LLAMADA, esFinal, siguiente, type EstadoLlamada, type EventoLlamada } from '../../shared/domain/llamada.ts'

/** What may have happened to it since, as the machine's own events: it went out, and the answer is not here. */
const LO_QUE_PUDO_PASAR: Readonly<Partial<Record<EstadoLlamada, readonly EventoLlamada[]>>> = {
  borrador: ['sellar', 'empezar', 'interrumpir'],
  listo: ['empezar', 'interrumpir'],
  programado: ['empezar', 'interrumpir'],
  vencido: ['programar', 'empezar', 'interrumpir'],
  enviando: ['interrumpir'],
  reintentando: ['empezar', 'interrumpir'],
  conciliando: ['interrumpir'],
}

/** Where a call of a backup stands once it is restored. `suHoraNoLlega`: it was to go out at an hour that is still to come. */
export function alRestaurar(estado: EstadoLlamada, suHoraNoLlega: boolean): EstadoLlamada {
  const eventos = estado === 'programado' && suHoraNoLlega ? ['vencer' as const] : LO_QUE_PUDO_PASAR[estado] ?? []
  return eventos.reduce<EstadoLlamada>((e, evento) => {
    const a = siguiente(e, evento)
    if (a === null) throw new Error(`journal: a restored call in ${e} does not take ${evento}`)
    return a
  }, estado)
}

/**
 * No call of the copy goes out by itself: it is `desconocido`, and SENCE's history says what became of it, or `vencido`
 * where its hour is still to come, and the person decides. @returns how many of each
 */
export function desconfiarDeLoAbierto(db: Database.Database, ahora: string): { desconocidas: number; vencidas: number } {
  const abiertas = db.prepare(`SELECT l.id, l.estado, e.programado_para AS para, e.creado_en AS creado FROM llamada l JOIN envio e ON e.id = l.envio_id WHERE l.estado NOT IN (${ESTADOS_LLAMADA.filter(esFinal).map(() => '?').join()})`)
    .all(...ESTADOS_LLAMADA.filter(esFinal)) as { id: string; estado: string; para: string | null; creado: string }[]
  let desconocidas = 0
  let vencidas = 0
  for (const l of abiertas) {
    const estado = ESTADOS_LLAMADA.find((e) => e === l.estado) ?? 'desconocido'
    const nuevo = alRestaurar(estado, l.para !== null && Date.parse(l.para) > Date.parse(ahora))
    if (nuevo === 'vencido') {
      vencidas++
      db.prepare("UPDATE llamada SET estado = ?, causa = 'hora-perdida' WHERE id = ?").run(nuevo, l.id)
      continue
    }
    desconocidas++
    db.prepare("UPDATE llamada SET estado = ?, causa = coalesce(causa, 'interrumpida'), enviado_en = coalesce(enviado_en, ?) WHERE id = ?").run(nuevo, l.para ?? l.creado, l.id)
    db.prepare("UPDATE alumno SET resultado = 'desconocido' WHERE llamada_id = ? AND resultado = 'no-enviado'").run(l.id)
  }
  return { desconocidas, vencidas }
}
