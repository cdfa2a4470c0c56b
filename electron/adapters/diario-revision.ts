import type Database from 'libsql'
import { decodificarEstricto } from './diario-texto.ts'

/**
 * Above this a whole look would be felt at each start: then only what every screen reads is looked at, and a page that
 * cannot be read is found when it is asked for (`diario-texto.ts`: in words, not by the end of the process).
 */
const REVISION_ENTERA_BYTES = 16 * 1024 * 1024
const SIEMPRE: ReadonlySet<string> = new Set(['envio', 'llamada', 'intento', 'conciliacion', 'consulta_historial'])

export interface Columna { readonly nombre: string; readonly texto: boolean }
/** Those whose name can be read: the table's own description may be what was damaged. */
export const columnasDe = (db: Database.Database, tabla: string): Columna[] =>
  (db.prepare("SELECT 'x' || hex(name) AS nombre, hex(type) AS tipo FROM pragma_table_info(?)").all(tabla) as { nombre: string; tipo: string }[]).flatMap((c) => {
    const nombre = deHexadecimal(c.nombre)
    return typeof nombre === 'string' && /^\w+$/u.test(nombre) ? [{ nombre, texto: c.tipo === TEXT }] : []
  })
const TEXT = '54455854'

/**
 * Texts come out as hexadecimal digits: the database's binding ends the whole process when a text is not UTF-8, which is
 * what damage in an encrypted page looks like.
 */
export const enHexadecimal = ({ nombre, texto }: Columna): string => (texto ? `CASE WHEN ${nombre} IS NULL THEN NULL ELSE 'x' || hex(${nombre}) END AS ${nombre}` : nombre)

/** @returns undefined when the bytes are no text */
export const deHexadecimal = (valor: unknown): string | null | undefined => typeof valor === 'string' ? decodificarEstricto(Buffer.from(valor.slice(1), 'hex')) : null

/** Whether the file is whole and every text in it can be read. Throws what the database throws when a page cannot be. */
export function estaSano(db: Database.Database, bytes: number): boolean {
  const entera = bytes <= REVISION_ENTERA_BYTES
  const esquema = db.prepare("SELECT 'x' || hex(type) AS tipo, 'x' || hex(name) AS nombre, 'x' || hex(sql) AS texto FROM sqlite_schema").all() as Record<string, unknown>[]
  if (esquema.some((f) => ['tipo', 'nombre', 'texto'].some((c) => deHexadecimal(f[c]) === undefined))) return false
  const tablas = esquema.filter((f) => deHexadecimal(f['tipo']) === 'table').map((f) => deHexadecimal(f['nombre']) ?? '').filter((t) => entera || SIEMPRE.has(t))
  // Not quick_check, which does not hold the indexes against their tables: a text may be read out of either.
  const dice = (que: string): boolean => (db.prepare(`PRAGMA integrity_check(${que})`).get() as { integrity_check: string }).integrity_check === 'ok'
  return (entera ? dice('1') : tablas.every((t) => dice(`'${t}'`))) && tablas.every((t) => textosSanos(db, t))
}

function textosSanos(db: Database.Database, tabla: string): boolean {
  const textos = columnasDe(db, tabla).filter((c) => c.texto)
  if (textos.length === 0) return true
  // Plain letters are looked at inside the database; only what has others, which is little, comes out to be decoded.
  // NOT INDEXED: an index repeats the column, and would be read in the table's place.
  const raros = db.prepare(`SELECT ${textos.map(enHexadecimal).join(', ')} FROM ${tabla} NOT INDEXED WHERE ${textos.map((c) => `${c.nombre} GLOB '*[^ -~]*'`).join(' OR ')}`).all() as Record<string, unknown>[]
  return raros.every((f) => textos.every((c) => deHexadecimal(f[c.nombre]) !== undefined))
}
