import type Database from 'libsql'
import { z } from 'zod'
import { ponerFichaDeEnvio, ponerFichaDeProceso } from './fichas.ts'
import { enTrozos, ponerTrozo, quitarTrozos } from './trozos.ts'

const nulo = z.string().nullable()
const Proceso = z.object({ rut_otec: z.string(), id_proceso: nulo, codigo_externo: nulo, fecha: nulo, fecha_utc: nulo, estado: nulo, observaciones: nulo, observaciones_sic: nulo })
const Registro = z.object({ orden: z.number(), rut: z.number().nullable(), rut_texto: nulo, oferta: nulo, grupo: nulo, modulo: nulo, estado_registro: nulo, resultado: z.string(), codigo: nulo, observacion: nulo })
const REGISTROS_POR_VEZ = 200

/** A process of SENCE as it now is: which calls it is of, its row of the list if it is of none, and its words. Each step is a moment's work. */
export function* leerProceso(db: Database.Database, pk: number): Generator<undefined, undefined> {
  const cruda = db.prepare('SELECT * FROM proceso WHERE pk = ?').get(pk)
  const p = cruda === undefined ? null : Proceso.parse(cruda)
  const envios = enlazar(db, pk, p)
  const suyo = envios[0]
  if (p === null || suyo !== undefined) db.prepare('DELETE FROM ficha WHERE proceso_pk = ?').run(pk)
  quitarTrozos(db, { proceso: pk })
  if (p === null) return undefined
  yield

  const palabras = new Set<string | null>([p.observaciones, p.observaciones_sic])
  const cursos = new Set<string>()
  /** Alumno → whether all of it was accepted, or some of it refused. */
  const alumnos = new Map<string, string>()
  let ultimo = -1
  for (;;) {
    const filas = db.prepare('SELECT orden, rut, rut_texto, oferta, grupo, modulo, estado_registro, resultado, codigo, observacion FROM registro WHERE proceso_pk = ? AND orden > ? ORDER BY orden LIMIT ?').all(pk, ultimo, REGISTROS_POR_VEZ).map((f) => Registro.parse(f))
    for (const r of filas) {
      palabras.add(r.modulo).add(r.codigo).add(r.observacion)
      // Otherwise it would not be found at all.
      if (r.rut === null) palabras.add(r.rut_texto)
      cursos.add(JSON.stringify([r.oferta ?? '', r.grupo ?? '']))
      const quien = r.rut === null ? r.rut_texto ?? '' : String(r.rut)
      const antes = alumnos.get(quien)
      alumnos.set(quien, antes === undefined || antes === r.resultado ? r.resultado : antes === 'rechazado' || r.resultado === 'rechazado' ? 'rechazado' : 'otro')
    }
    const ultima = filas.at(-1)
    yield
    if (ultima === undefined) break
    ultimo = ultima.orden
  }
  const cuantos = (resultado: string): number => [...alumnos.values()].filter((r) => r === resultado).length
  const ficha = suyo === undefined
    ? ponerFichaDeProceso(db, pk, { fecha: p.fecha_utc ?? '', rutOtec: p.rut_otec, cursos, alumnos: alumnos.size, aceptados: cuantos('aceptado'), rechazados: cuantos('rechazado') })
    : ponerFichaDeEnvio(db, suyo) ?? 0
  const deCurso = [...cursos].flatMap((c) => JSON.parse(c) as string[])
  for (const t of enTrozos([p.id_proceso, p.codigo_externo, p.estado, p.fecha, p.fecha?.replace(/^(\d{4})-(\d{2})-(\d{2})/u, '$3-$2-$1') ?? null, ...deCurso])) ponerTrozo(db, ficha, { proceso: pk }, 'cabecera', t)
  yield
  for (const t of enTrozos(palabras)) { ponerTrozo(db, ficha, { proceso: pk }, 'registros', t); yield }
  return undefined
}

/**
 * By the send's own code, which is unique. By SENCE's number only where the process has no code, or one that is of no call
 * of this computer: two that disagree are shown together, and say so. @returns sends that it is of
 */
function enlazar(db: Database.Database, pk: number, p: z.infer<typeof Proceso> | null): string[] {
  const antes = (db.prepare('SELECT DISTINCT l.envio_id FROM enlace x JOIN llamada l ON l.pk = x.llamada_pk WHERE x.proceso_pk = ?').all(pk) as { envio_id: string }[]).map((f) => f.envio_id)
  db.prepare('DELETE FROM enlace WHERE proceso_pk = ?').run(pk)
  const ahora = new Set<string>()
  if (p !== null) {
    const poner = (columna: 'codigo_envio' | 'id_proceso', valor: string | null, por: string): void => {
      if (valor === null) return
      for (const l of db.prepare(`SELECT pk, envio_id, id_proceso FROM llamada WHERE ${columna} = ? AND rut_otec = ?`).all(valor, p.rut_otec) as { pk: number; envio_id: string; id_proceso: string | null }[]) {
        db.prepare('INSERT OR IGNORE INTO enlace VALUES (?, ?, ?)').run(l.pk, pk, por === 'codigo' && p.id_proceso !== null && p.id_proceso === l.id_proceso ? 'ambos' : por)
        ahora.add(l.envio_id)
      }
    }
    poner('codigo_envio', p.codigo_externo, 'codigo')
    if (ahora.size === 0) poner('id_proceso', p.id_proceso, 'proceso')
  }
  for (const envio of new Set([...antes, ...ahora])) ponerFichaDeEnvio(db, envio)
  return [...ahora]
}
