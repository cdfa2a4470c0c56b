/**
 * The file of each draft as the person brought it, and what each export of it said: what the round trip needs. They live
 * beside the drafts, under the same key, and go with them.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type Database from 'libsql'
import { z } from 'zod'
import { CeldaSchema } from '../../shared/planilla/comandos.ts'
import { escribirJson, leerJson } from './serie-borrador.ts'
import type { Formato } from './inspeccion.ts'

export interface OriginalNuevo { formato: Formato; bytes: Buffer; /** The export that the file came from, if it is one of ours. */ exportacion: string | null }

/** Cells that did not say what the file said, when it was exported; `fila`: row of the sheet that was given to one that the file lacked. */
const DiferenciasSchema = z.array(z.object({ tabla: z.string(), filaId: z.int(), columna: z.string(), celda: CeldaSchema, fila: z.int().optional() }))
export type Diferencias = z.infer<typeof DiferenciasSchema>

const FORMATOS: readonly string[] = ['xlsx', 'xls', 'ods', 'csv', 'html', 'xml'] satisfies Formato[]
const esFormato = (t: string): t is Formato => FORMATOS.includes(t)
/** These are already compressed. */
const comprimido = (f: Formato): boolean => f === 'xlsx' || f === 'ods'

/** Added to the drafts' own tables. A program that does not know them works on without them. */
export const ESQUEMA_ORIGINALES = `
  CREATE TABLE IF NOT EXISTS originales (borrador TEXT PRIMARY KEY, formato TEXT NOT NULL, datos BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS exportaciones (id TEXT PRIMARY KEY, borrador TEXT NOT NULL, diferencias BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS correcciones (borrador TEXT PRIMARY KEY, exportacion TEXT NOT NULL) STRICT;
  DELETE FROM originales WHERE borrador NOT IN (SELECT id FROM borradores);
  DELETE FROM exportaciones WHERE borrador NOT IN (SELECT id FROM borradores);
  DELETE FROM correcciones WHERE borrador NOT IN (SELECT id FROM borradores);
`

/** No method opens a transaction: the store of drafts does. */
export class AlmacenOriginales {
  private readonly db: Database.Database

  constructor(db: Database.Database) {
    this.db = db
  }

  guardar(borrador: string, o: OriginalNuevo): void {
    this.db.prepare('INSERT INTO originales (borrador, formato, datos) VALUES (?, ?, ?)').run(borrador, o.formato, comprimido(o.formato) ? o.bytes : deflateRawSync(o.bytes))
    if (o.exportacion !== null) this.db.prepare('INSERT INTO correcciones (borrador, exportacion) VALUES (?, ?)').run(borrador, o.exportacion)
  }

  /** null: the draft comes from a program that did not keep it. */
  leer(borrador: string): { formato: Formato; bytes: Buffer } | null {
    const fila = this.db.prepare('SELECT formato, datos FROM originales WHERE borrador = ?').get(borrador) as { formato: string; datos: Buffer } | undefined
    if (fila === undefined || !esFormato(fila.formato)) return null
    const bytes = Buffer.from(fila.datos)
    return { formato: fila.formato, bytes: comprimido(fila.formato) ? bytes : inflateRawSync(bytes) }
  }

  exportado(id: string, borrador: string, diferencias: Diferencias): void {
    this.db.prepare('INSERT INTO exportaciones (id, borrador, diferencias) VALUES (?, ?, ?)').run(id, borrador, escribirJson(diferencias))
  }

  /** What the draft's file is a correction of; null: of nothing, or of a draft that is gone. */
  correccionDe(borrador: string): { borrador: string; diferencias: Diferencias } | null {
    const fila = this.db.prepare('SELECT e.borrador, e.diferencias FROM correcciones c JOIN exportaciones e ON e.id = c.exportacion WHERE c.borrador = ? AND e.borrador <> ?').get(borrador, borrador) as { borrador: string; diferencias: Buffer } | undefined
    return fila === undefined ? null : { borrador: fila.borrador, diferencias: DiferenciasSchema.parse(leerJson(Buffer.from(fila.diferencias))) }
  }

  /** It is a workbook of its own from now on. */
  independizar(borrador: string): void {
    this.db.prepare('DELETE FROM correcciones WHERE borrador = ?').run(borrador)
  }

  descartar(borrador: string): void {
    for (const tabla of ['originales', 'exportaciones', 'correcciones']) this.db.prepare(`DELETE FROM ${tabla} WHERE borrador = ?`).run(borrador)
  }
}
