import type Database from 'libsql'

/**
 * Above this a whole look would be felt at each start: then only what every screen reads is looked at, and a page that
 * cannot be read is found when it is asked for.
 */
const REVISION_ENTERA_BYTES = 64 * 1024 * 1024
const SIEMPRE: ReadonlySet<string> = new Set(['envio', 'llamada'])

export interface Columna { readonly nombre: string; readonly texto: boolean }
export const columnasDe = (db: Database.Database, tabla: string): Columna[] =>
  (db.prepare(`PRAGMA table_info(${tabla})`).all() as { name: string; type: string }[]).map((c) => ({ nombre: c.name, texto: c.type === 'TEXT' }))

/**
 * Texts come out as hexadecimal digits: the database's binding ends the whole process when a text is not UTF-8, which is
 * what damage in an encrypted page looks like.
 */
export const enHexadecimal = ({ nombre, texto }: Columna): string => (texto ? `CASE WHEN ${nombre} IS NULL THEN NULL ELSE 'x' || hex(${nombre}) END AS ${nombre}` : nombre)

const estricto = new TextDecoder('utf-8', { fatal: true })
/** @returns null when the bytes are no text */
export function deHexadecimal(valor: unknown): string | null | undefined {
  if (typeof valor !== 'string') return null
  try { return estricto.decode(Buffer.from(valor.slice(1), 'hex')) } catch { return undefined }
}

/** Whether the file is whole and every text in it can be read. Throws what the database throws when a page cannot be. */
export function estaSano(db: Database.Database, bytes: number): boolean {
  const entera = bytes <= REVISION_ENTERA_BYTES
  const { quick_check: dicho } = db.prepare(entera ? 'PRAGMA quick_check(1)' : "PRAGMA quick_check('llamada')").get() as { quick_check: string }
  if (dicho !== 'ok') return false
  const tablas = (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]).map((t) => t.name).filter((t) => entera || SIEMPRE.has(t))
  return tablas.every((tabla) => columnasDe(db, tabla).filter((c) => c.texto).every((c) => {
    // Plain letters are looked at inside the database; only what has others, which is little, comes out to be decoded.
    const raros = db.prepare(`SELECT ${enHexadecimal(c)} FROM ${tabla} WHERE ${c.nombre} GLOB '*[^ -~]*'`).all() as Record<string, unknown>[]
    return raros.every((f) => deHexadecimal(f[c.nombre]) !== undefined)
  }))
}
