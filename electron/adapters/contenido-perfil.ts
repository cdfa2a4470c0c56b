/** What an OTEC's folder holds, counted without opening her space: for who is about to delete it, and for `estado`. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { estaEnClaro } from './diario.ts'

/** null: the file is there and could not be read. */
export interface ContenidoPerfil { readonly envios: number | null; readonly sinConfirmar: number | null; readonly borradores: number | null; readonly ultimoEnvio: string | null }

/** @param clave of the data, as clave-datos.ts gives it */
export function contarPerfil(carpeta: string, clave: string | null): ContenidoPerfil {
  const diario = consultar(path.join(carpeta, 'diario.db'), clave, 'SELECT count(*) AS n, max(creado_en) AS ultimo, (SELECT count(*) FROM llamada WHERE estado = \'desconocido\') AS inciertas FROM envio')
  const borradores = consultar(path.join(carpeta, 'borradores.db'), clave, 'SELECT count(*) AS n FROM borradores')
  const numero = (fila: Record<string, unknown> | 'no-esta' | null, columna: string): number | null => (fila === 'no-esta' ? 0 : fila === null ? null : Number(fila[columna]))
  return {
    envios: numero(diario, 'n'), sinConfirmar: numero(diario, 'inciertas'), borradores: numero(borradores, 'n'),
    ultimoEnvio: diario !== null && diario !== 'no-esta' && typeof diario['ultimo'] === 'string' ? diario['ultimo'] : null,
  }
}

function consultar(archivo: string, clave: string | null, sql: string): Record<string, unknown> | 'no-esta' | null {
  if (!existsSync(archivo)) return 'no-esta'
  let db: Database.Database | undefined
  try {
    db = new Database(archivo, (clave === null || estaEnClaro(archivo) ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: clave }) as Database.Options)
    return db.prepare(sql).get() as Record<string, unknown>
  } catch {
    return null
  } finally { db?.close() }
}
