import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { uptime } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import { estaEnClaro } from '../diario.ts'
import { prepararTablas } from './esquema.ts'

/** The open file. Ask for the database each time: a damaged one is replaced by another while the program runs. */
export interface BaseArchivo {
  db(): Database.Database
  /** Throws the file away and makes an empty one; what it held is read again from where it came. */
  rehacer(motivo: string): void
  /** How many times it was made anew, this opening included: whoever reads into it begins again when it changes. */
  readonly vez: number
  /**
   * While much is written: the disk is not waited for. Should the computer (not the program) fall meanwhile, the file may be
   * damaged in ways that are not seen, so it is thrown away at the next start. Not within a transaction.
   */
  aPrisa(si: boolean): void
  cerrar(): void
}

/** When the computer started, to the second or so. */
const encendidoEn = (): number => Date.now() - uptime() * 1000
const MISMO_ENCENDIDO_MS = 120_000

/** Codes of a file that is no longer a database, whatever it was. */
const DANOS = new Set(['SQLITE_NOTADB', 'SQLITE_CORRUPT', 'SQLITE_CORRUPT_VTAB', 'SQLITE_CORRUPT_INDEX'])
const codigoDe = (error: unknown): unknown => (error as { code?: unknown } | null)?.code
export const esDano = (error: unknown): boolean => DANOS.has(String(codigoDe(error))) || /malformed|not a database/iu.test(error instanceof Error ? error.message : '')

/**
 * Opens the read model, or makes it. One that cannot be opened (damaged, of another key or version) is thrown away.
 * @param o.clave 64 hexadecimal digits, or null to write in clear
 * @param o.avisar gets a line for the log when a file is thrown away
 * Where the disk does not allow a file, it is kept in memory until the program closes: sending must not depend on it.
 */
export function abrirArchivo(o: { archivo: string; clave: string | null; avisar(linea: string): void }): BaseArchivo {
  let vez = 1
  let db = enDisco()
  function enDisco(): Database.Database {
    try {
      mkdirSync(path.dirname(o.archivo), { recursive: true })
      const abierta = intentar(o.archivo, o.clave)
      if (abierta !== null) return abierta
      o.avisar('archive of sends: the one there was cannot be used, and is made anew')
      borrar(o.archivo)
      const otra = intentar(o.archivo, o.clave)
      if (otra === null) throw new Error('a new file cannot be read back')
      return otra
    } catch (error) {
      o.avisar(`archive of sends: in memory, the disk does not take it (${error instanceof Error ? error.message : String(error)})`)
      const enMemoria = new Database(':memory:')
      prepararTablas(enMemoria)
      return enMemoria
    }
  }
  return {
    db: () => db,
    get vez() { return vez },
    rehacer: (motivo) => {
      o.avisar(`archive of sends: made anew, ${motivo}`)
      try { db.close() } catch { /* it is thrown away */ }
      borrar(o.archivo)
      db = enDisco()
      vez++
    },
    aPrisa: (si) => {
      if (si) {
        db.prepare("INSERT OR REPLACE INTO meta VALUES ('a-prisa', ?)").run(String(Math.round(encendidoEn())))
        db.pragma('wal_checkpoint(TRUNCATE)')
        db.pragma('synchronous = OFF')
        return
      }
      db.pragma('synchronous = NORMAL')
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.prepare("DELETE FROM meta WHERE clave = 'a-prisa'").run()
    },
    cerrar: () => { try { db.pragma('wal_checkpoint(TRUNCATE)') } catch { /* the next start reads it from the log */ } db.close() },
  }
}

function cayoAPrisa(db: Database.Database): boolean {
  const fila = db.prepare("SELECT valor FROM meta WHERE clave = 'a-prisa'").get() as { valor: string } | undefined
  return fila !== undefined && !(Math.abs(Number(fila.valor) - encendidoEn()) < MISMO_ENCENDIDO_MS)
}

function borrar(archivo: string): void {
  try { for (const cola of ['', '-wal', '-shm']) rmSync(archivo + cola, { force: true }) } catch { /* opening it says why */ }
}

/** @returns null when the bytes are not a database of this key and version */
function intentar(archivo: string, clave: string | null): Database.Database | null {
  // In clear beside a key: it was made when the system offered none.
  if (clave !== null && existsSync(archivo) && estaEnClaro(archivo)) return null
  let db: Database.Database | undefined
  try {
    db = new Database(archivo, (clave === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: clave }) as Database.Options)
    db.pragma('journal_mode = WAL')
    // A loss of power may take the last writes, never the file's shape; what is lost is read again.
    db.pragma('synchronous = NORMAL')
    // Often and little: carrying much of the log into the file at once would be felt.
    db.pragma('wal_autocheckpoint = 250')
    db.pragma('cache_size = -32768')
    db.pragma('temp_store = MEMORY')
    if (prepararTablas(db) && !cayoAPrisa(db)) return db
    db.close()
    return null
  } catch (error) {
    db?.close()
    if (esDano(error)) return null
    throw error
  }
}
