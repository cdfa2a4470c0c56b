/**
 * Drafts on disk. The rows of the file are written once, at import; what the person does is a list of commands with a
 * cursor for undo. Every method that writes has the bytes on disk when it returns (WAL, synchronous=FULL), so that what
 * was acknowledged survives a power cut.
 */
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import { ComandoSchema, type Comando } from '../../shared/planilla/comandos.ts'
import type { Disposicion } from '../../shared/planilla/layout.ts'
import type { FilaBase, TablaBase } from '../../shared/planilla/mesa-tabla.ts'
import { anotarOtec, NO_ES_AJENO, otecDe, prepararOtecs, quitarOtec } from './otec-borradores.ts'
import { AlmacenCorrespondencias, ESQUEMA_CORRESPONDENCIAS } from './almacen-correspondencias.ts'
import { leerMeta, leerPrevios, leerTrozo, escribirJson, type Meta, type Origen } from './serie-borrador.ts'
import { AlmacenOriginales, ESQUEMA_ORIGINALES, type Diferencias, type OriginalNuevo } from './almacen-originales.ts'

export interface BorradorNuevo {
  id: string
  nombreArchivo: string
  disposicion: Disposicion
  tablas: TablaBase[]
  notas: string[]
  origen?: Origen | undefined
  previos: readonly UltimoAvance[]
  /** From `serializarTrozo`, in sheet order. */
  trozos: readonly { tabla: string; datos: Buffer }[]
  /** The file itself. */
  original: OriginalNuevo
}
export interface BorradorGuardado {
  meta: Meta
  previos: UltimoAvance[]
  trozos: Iterable<{ tabla: string; filas: FilaBase[] }>
  comandos: Comando[]
  /** How many of them are in force; the rest can be redone. */
  aplicados: number
}
export interface EnLista { id: string; nombreArchivo: string; modificadoEn: string; enviado: boolean }

export class AlmacenError extends Error {
  override name = 'AlmacenError'
  readonly causa: 'ilegible' | 'inaccesible' | 'disco-lleno' | 'no-guardado' | 'borrador-danado'
  constructor(causa: AlmacenError['causa'], origen?: unknown) {
    super(causa, { cause: origen })
    this.causa = causa
  }
}

const VERSION = 1
const ESQUEMA = `
  CREATE TABLE borradores (
    id TEXT PRIMARY KEY, nombre_archivo TEXT NOT NULL, modificado_en TEXT NOT NULL, enviado INTEGER NOT NULL DEFAULT 0,
    aplicados INTEGER NOT NULL DEFAULT 0, aperturas INTEGER NOT NULL DEFAULT 0, meta BLOB NOT NULL, previos BLOB NOT NULL
  ) STRICT;
  CREATE TABLE trozos (borrador TEXT NOT NULL, n INTEGER NOT NULL, tabla TEXT NOT NULL, datos BLOB NOT NULL, PRIMARY KEY (borrador, n)) STRICT;
  CREATE TABLE comandos (borrador TEXT NOT NULL, n INTEGER NOT NULL, datos TEXT NOT NULL, PRIMARY KEY (borrador, n)) STRICT;
  PRAGMA user_version = ${VERSION};
`

/** Opens the file, or creates it; `rutOtec` is whose it is, null or absent while it is nobody's. Throws AlmacenError: 'ilegible' (damaged, or another key) or 'inaccesible'. */
export function abrirAlmacen(o: { archivo: string; clave: string | null; rutOtec?: string | null | undefined; ahora: () => Date }): AlmacenBorradores {
  let db: Database.Database | null = null
  try {
    db = new Database(o.archivo, { timeout: 5000, ...(o.clave === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: o.clave }) })
    db.pragma('journal_mode = WAL')
    db.exec('PRAGMA synchronous = FULL')
    const version = (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version
    if (version === 0) db.transaction(() => { db?.exec(ESQUEMA) })()
    // A file of a newer program: what it means is not known here, and guessing could spoil it.
    if (version > VERSION) throw new AlmacenError('inaccesible')
    db.exec(ESQUEMA_ORIGINALES)
    db.exec(ESQUEMA_CORRESPONDENCIAS)
    const { rutOtec = null } = o
    db.transaction(() => { if (db) prepararOtecs(db, rutOtec) }).immediate()
    return new AlmacenBorradores(db, o.ahora, rutOtec)
  } catch (e) {
    db?.close()
    if (e instanceof AlmacenError) throw e
    throw new AlmacenError(/NOTADB|CORRUPT/.test(codigoDe(e)) ? 'ilegible' : 'inaccesible', e)
  }
}

/** Puts an unreadable file out of the way, never deleting it. Answers its new name. */
export function apartarAlmacen(archivo: string, ahora: Date): string {
  const marca = ahora.toISOString().replace(/[:.]/g, '-')
  for (const cola of ['', '-wal', '-shm']) {
    if (existsSync(archivo + cola)) renameSync(archivo + cola, `${archivo}.${marca}.ilegible${cola}`)
  }
  return path.basename(`${archivo}.${marca}.ilegible`)
}

export class AlmacenBorradores {
  readonly correspondencias: AlmacenCorrespondencias
  private readonly db: Database.Database
  private readonly ahora: () => Date
  private readonly rutOtec: string | null
  private readonly originales: AlmacenOriginales

  constructor(db: Database.Database, ahora: () => Date, rutOtec: string | null = null) {
    this.db = db
    this.ahora = ahora
    this.rutOtec = rutOtec
    this.correspondencias = new AlmacenCorrespondencias(db, () => this.instante())
    this.originales = new AlmacenOriginales(db)
  }

  /** The whole draft or nothing. */
  crear(b: BorradorNuevo): void {
    this.escribir(() => {
      const meta: Meta = { nombreArchivo: b.nombreArchivo, disposicion: b.disposicion, tablas: b.tablas.map(t => ({ ...t, columnas: t.columnas.map(({ lecturas, ...c }) => (lecturas === undefined ? c : { ...c, lecturas: [...lecturas] })) })), notas: b.notas, origen: b.origen }
      this.db.prepare('INSERT INTO borradores (id, nombre_archivo, modificado_en, meta, previos) VALUES (?, ?, ?, ?, ?)')
        .run(b.id, b.nombreArchivo, this.instante(), escribirJson(meta), escribirJson(b.previos))
      anotarOtec(this.db, b.id, this.rutOtec)
      const trozo = this.db.prepare('INSERT INTO trozos (borrador, n, tabla, datos) VALUES (?, ?, ?, ?)')
      b.trozos.forEach((t, n) => { trozo.run(b.id, n, t.tabla, t.datos) })
      this.originales.guardar(b.id, b.original)
    })
  }

  /** Appends after the cursor: what had been undone can no longer be redone. */
  agregarComando(id: string, comando: Comando, aplicados: number): void {
    this.escribir(() => {
      this.db.prepare('DELETE FROM comandos WHERE borrador = ? AND n >= ?').run(id, aplicados - 1)
      this.db.prepare('INSERT INTO comandos (borrador, n, datos) VALUES (?, ?, ?)').run(id, aplicados - 1, JSON.stringify(comando))
      this.tocar(id, aplicados)
    })
  }

  moverCursor(id: string, aplicados: number): void {
    this.escribir(() => { this.tocar(id, aplicados) })
  }

  ponerPrevios(id: string, previos: readonly UltimoAvance[]): void {
    this.escribir(() => { this.db.prepare('UPDATE borradores SET previos = ? WHERE id = ?').run(escribirJson(previos), id) })
  }

  marcarEnviado(id: string): void {
    this.escribir(() => { this.db.prepare('UPDATE borradores SET enviado = 1 WHERE id = ?').run(id) })
  }

  /** It was sent, and is being worked on again: it is to be resumed. */
  reabrir(id: string): void {
    this.escribir(() => { this.db.prepare('UPDATE borradores SET enviado = 0 WHERE id = ?').run(id) })
  }

  descartar(id: string): void {
    this.escribir(() => {
      for (const tabla of ['trozos', 'comandos']) this.db.prepare(`DELETE FROM ${tabla} WHERE borrador = ?`).run(id)
      quitarOtec(this.db, id)
      this.originales.descartar(id)
      this.db.prepare('DELETE FROM borradores WHERE id = ?').run(id)
    })
  }

  /** The file as the person brought it; null: it was not kept. */
  original(id: string): ReturnType<AlmacenOriginales['leer']> {
    return this.originales.leer(id)
  }

  exportado(exportacion: string, id: string, diferencias: Diferencias): void {
    this.escribir(() => { this.originales.exportado(exportacion, id, diferencias) })
  }

  correccionDe(id: string): ReturnType<AlmacenOriginales['correccionDe']> {
    return danadoSiFalla(() => this.originales.correccionDe(id))
  }

  /** How the draft that was exported so had been read; null: nobody said it, or the draft is gone or damaged. */
  partesDe(exportacion: string): NonNullable<NonNullable<Meta['origen']>['partes']> | null {
    const fila = this.db.prepare(`SELECT meta FROM borradores WHERE id = (SELECT borrador FROM exportaciones WHERE id = ?) AND ${NO_ES_AJENO}`).get(exportacion, this.rutOtec) as { meta: Buffer } | undefined
    try {
      return fila === undefined ? null : (leerMeta(fila.meta).origen?.partes ?? null)
    } catch {
      return null
    }
  }

  independizar(id: string): void {
    this.escribir(() => { this.originales.independizar(id) })
  }

  /** How many times the draft was brought back from the disk, this one included. */
  contarApertura(id: string): number {
    this.escribir(() => { this.db.prepare('UPDATE borradores SET aperturas = aperturas + 1 WHERE id = ?').run(id) })
    return (this.db.prepare('SELECT aperturas FROM borradores WHERE id = ?').get(id) as { aperturas: number }).aperturas
  }

  existe(id: string): boolean {
    return this.db.prepare(`SELECT 1 FROM borradores WHERE id = ? AND ${NO_ES_AJENO}`).get(id, this.rutOtec) !== undefined
  }

  lista(): EnLista[] {
    const filas = this.db.prepare(`SELECT id, nombre_archivo, modificado_en, enviado FROM borradores WHERE ${NO_ES_AJENO} ORDER BY modificado_en DESC, rowid DESC`).all([this.rutOtec]) as
      { id: string; nombre_archivo: string; modificado_en: string; enviado: number }[]
    return filas.map(f => ({ id: f.id, nombreArchivo: f.nombre_archivo, modificadoEn: f.modificado_en, enviado: f.enviado !== 0 }))
  }

  /** null: there is no such draft. Throws AlmacenError 'borrador-danado', which says nothing about the others. */
  leer(id: string): BorradorGuardado | null {
    const fila = this.db.prepare(`SELECT aplicados, meta, previos FROM borradores WHERE id = ? AND ${NO_ES_AJENO}`).get(id, this.rutOtec) as { aplicados: number; meta: Buffer; previos: Buffer } | undefined
    if (fila === undefined) return null
    const crudos = this.db.prepare('SELECT datos FROM comandos WHERE borrador = ? ORDER BY n').all(id) as { datos: string }[]
    const comandos = crudos.map(c => danadoSiFalla(() => ComandoSchema.parse(JSON.parse(c.datos))))
    if (fila.aplicados > comandos.length) throw new AlmacenError('borrador-danado')
    return {
      meta: danadoSiFalla(() => leerMeta(fila.meta)),
      previos: danadoSiFalla(() => leerPrevios(fila.previos)),
      trozos: this.trozos(id),
      comandos,
      aplicados: fila.aplicados,
    }
  }

  /** `11222333-4` of the OTEC whose draft it is; null: nobody's yet. */
  otecDe(id: string): string | null {
    return otecDe(this.db, id)
  }

  cerrar(): void {
    this.db.close()
  }

  /** One at a time, so that a large draft is not in memory twice. */
  private *trozos(id: string): Generator<{ tabla: string; filas: FilaBase[] }> {
    const cuantos = (this.db.prepare('SELECT count(*) AS n FROM trozos WHERE borrador = ?').get(id) as { n: number }).n
    for (let n = 0; n < cuantos; n++) {
      const t = this.db.prepare('SELECT tabla, datos FROM trozos WHERE borrador = ? AND n = ?').get(id, n) as { tabla: string; datos: Buffer } | undefined
      if (t === undefined) throw new AlmacenError('borrador-danado')
      yield { tabla: t.tabla, filas: danadoSiFalla(() => leerTrozo(t.datos)) }
    }
  }

  private tocar(id: string, aplicados: number): void {
    this.db.prepare('UPDATE borradores SET aplicados = ?, modificado_en = ? WHERE id = ?').run(aplicados, this.instante(), id)
  }

  private instante(): string {
    return this.ahora().toISOString()
  }

  private escribir(hacer: () => void): void {
    try {
      this.db.transaction(hacer).immediate()
    } catch (e) {
      throw new AlmacenError(codigoDe(e).includes('FULL') ? 'disco-lleno' : 'no-guardado', e)
    }
  }
}

const codigoDe = (e: unknown): string => (e instanceof Error && 'code' in e ? String(e.code) : '')

function danadoSiFalla<T>(leer: () => T): T {
  try {
    return leer()
  } catch (e) {
    throw new AlmacenError('borrador-danado', e)
  }
}
