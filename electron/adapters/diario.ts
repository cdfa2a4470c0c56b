import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { FuenteArchivo } from '../services/puertos-archivo.ts'
import type { Diario } from '../services/puertos-diario.ts'
import { escritura } from './diario-escritura.ts'
import { migrar } from './diario-esquema.ts'
import { lectura } from './diario-lectura.ts'
import { fuenteArchivo } from './diario-archivo.ts'
import { rescatar } from './diario-rescate.ts'
import { estaSano } from './diario-revision.ts'

export interface DiarioAbierto extends Diario {
  /** Where an older journal was put that could not be read (another key, damaged); null: there was none. Its bytes are untouched. */
  readonly apartado: string | null
  /** Calls that could be read out of it into the new one. */
  readonly rescatadas: number
  readonly paraArchivo: FuenteArchivo
}

/**
 * Opens the journal, or makes it. A journal in clear stays in clear when a key appears later: it is what `cifrado` says.
 * One that cannot be read is put aside whole and a new one begins, because without a journal nothing can be sent.
 * @param o.clave 64 hexadecimal digits, or null to write in clear
 * @throws when the disk does not allow to open or make the file, or when a later version of the program wrote it
 */
export function abrirDiario(o: { archivo: string; clave: string | null }): DiarioAbierto {
  mkdirSync(path.dirname(o.archivo), { recursive: true })
  let apartado: string | null = null
  let rescatadas = 0
  let abierto = intentar(o.archivo, o.clave)
  if (abierto === null) {
    apartado = apartar(o.archivo)
    abierto = intentar(o.archivo, o.clave)
    if (abierto === null) throw new Error('journal: a new file cannot be read back')
    rescatadas = rescatarDe(apartado, o.clave, abierto.db)
  }
  const { db, cifrado } = abierto
  return { cifrado, apartado, rescatadas, ...aSalvo(db, escritura(db)), ...lectura(db), paraArchivo: fuenteArchivo(db), cerrar: () => { plegar(db); db.close() } }
}

/**
 * What may not be forgotten is folded into the file itself before it is acted upon. A log that comes back shorter from a
 * crash tells nobody: SQLite takes what is left for all there was. Then the calls that may have left this computer are
 * still `enviando`, and what waits for its hour still waits; the answers are asked for again.
 */
function aSalvo(db: Database.Database, e: ReturnType<typeof escritura>): ReturnType<typeof escritura> {
  const plegando = <A extends unknown[], R>(hacer: (...a: A) => R) => (...a: A): R => {
    const hecho = hacer(...a)
    plegar(db)
    return hecho
  }
  return { ...e, sellarEnvio: plegando(e.sellarEnvio), programarEnvio: plegando(e.programarEnvio), marcarEnviando: plegando(e.marcarEnviando) }
}

const RELLENO_BYTES = 64 * 1024 * 1024

/** Reads from a copy: opening a database writes in it, and the damaged one stays as it was found. */
function rescatarDe(apartado: string, clave: string | null, nuevo: Database.Database): number {
  const copia = `${apartado}.copia`
  const colas = ['', '-wal']
  try {
    for (const cola of colas) if (existsSync(apartado + cola)) copyFileSync(apartado + cola, copia + cola)
    // SQLite refuses all of a file that is shorter than it says. With blank pages in the place of those that are missing,
    // the others can be read.
    truncateSync(copia, statSync(copia).size * 2 + RELLENO_BYTES)
    const viejo = new Database(copia, opciones(clave !== null && !estaEnClaro(apartado) ? clave : null))
    try { return rescatar(viejo, nuevo, new Date().toISOString()) } finally { viejo.close() }
  } catch { return 0 } finally { for (const cola of [...colas, '-shm']) rmSync(copia + cola, { force: true }) }
}

/** The write-ahead log into the file: it is all that the next start has to read, and what a copy of the file holds. */
function plegar(db: Database.Database): void {
  try { db.pragma('wal_checkpoint(TRUNCATE)') } catch { /* the log keeps it, and the next start reads it from there */ }
}

const opciones = (clave: string | null): Database.Options => (clave === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: clave }) as Database.Options

/** @returns null when the bytes are not a database that this key opens */
function intentar(archivo: string, clave: string | null): { db: Database.Database; cifrado: boolean } | null {
  const cifrado = clave !== null && !estaEnClaro(archivo)
  let db: Database.Database | undefined
  try {
    db = new Database(archivo, opciones(cifrado ? clave : null))
    db.pragma('journal_mode = WAL')
    // FULL: an acknowledged write survives the loss of power; NORMAL may lose the last ones, and with them what was sent.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    if (!estaSano(db, existsSync(archivo) ? statSync(archivo).size : 0)) { db.close(); return null }
    migrar(db)
    return { db, cifrado }
  } catch (error) {
    db?.close()
    const codigo = (error as { code?: unknown }).code
    if (codigo === 'SQLITE_NOTADB' || codigo === 'SQLITE_CORRUPT') return null
    throw error
  }
}

/** Every SQLite file in clear begins with these sixteen bytes; an encrypted one begins with noise. */
export function estaEnClaro(archivo: string): boolean {
  if (!existsSync(archivo)) return false
  const inicio = Buffer.alloc(16)
  const fd = openSync(archivo, 'r')
  try { readSync(fd, inicio, 0, 16, 0) } finally { closeSync(fd) }
  return inicio.toString('latin1') === 'SQLite format 3\0'
}

function apartar(archivo: string): string {
  const marca = new Date().toISOString().replace(/[-:]|\.\d+Z$/gu, '').replace('T', '-')
  const destino = `${archivo}.ilegible-${marca}`
  for (const cola of ['', '-wal', '-shm']) if (existsSync(archivo + cola)) renameSync(archivo + cola, destino + cola)
  return destino
}
