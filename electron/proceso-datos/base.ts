/** The databases of a space as files: opened by their key, copied under another one. */
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { estaEnClaro } from '../adapters/diario.ts'

const CIFRA = 'aes256cbc'
/** A send that is being written at this instant is waited for. */
const PACIENCIA_MS = 10_000

/** @param clave 64 hexadecimal digits; null, or a file in clear: opened in clear */
export function abrirBase(archivo: string, clave: string | null): Database.Database {
  const cifrada = clave !== null && !estaEnClaro(archivo)
  return new Database(archivo, { timeout: PACIENCIA_MS, ...(cifrada ? { encryptionCipher: CIFRA, encryptionKey: clave } : {}) })
}

/** Whole and at one instant, while others go on writing. @param clave of the copy; null: in clear */
export function copiarBase(origen: string, claveOrigen: string | null, destino: string, clave: string | null): void {
  const db = abrirBase(origen, claveOrigen)
  try {
    const donde = `${pathToFileURL(destino).href}?${clave === null ? 'key=' : `cipher=${CIFRA}&key=${clave}`}`
    db.exec(`VACUUM INTO '${donde.replaceAll("'", "''")}'`)
  } finally { db.close() }
}

/** Tables that hold something, by name. */
export const tablasDe = (db: Database.Database): string[] =>
  (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string }[]).map((t) => t.name)

export function contar(db: Database.Database, sql: string, ...valores: unknown[]): number {
  return (db.prepare(sql).get(...valores) as { n: number }).n
}

