/** What the person said of some headings, kept beside the drafts and under the same key: one answer for each set of headings. */
import { randomUUID } from 'node:crypto'
import type Database from 'libsql'
import type { CorrespondenciaGuardada } from '../../shared/ipc/modelos-asistente.ts'
import type { IdLectura } from '../../shared/planilla/lecturas.ts'
import { MemoriaSchema, type Memoria } from '../../shared/planilla/correspondencia.ts'

export interface Recordada { id: string; nombre: string; memoria: Memoria }
interface Registro { id: string; huella: string; nombre: string; usada_en: string; datos: string }

/** Beside the tables of the drafts: a program that does not know it leaves it alone. */
export const ESQUEMA_CORRESPONDENCIAS = `CREATE TABLE IF NOT EXISTS correspondencias (
  id TEXT PRIMARY KEY, huella TEXT NOT NULL UNIQUE, nombre TEXT NOT NULL, usada_en TEXT NOT NULL, datos TEXT NOT NULL
) STRICT`

export class AlmacenCorrespondencias {
  private readonly db: Database.Database
  private readonly instante: () => string

  constructor(db: Database.Database, instante: () => string) {
    this.db = db
    this.instante = instante
  }

  /** null: nothing was said of those headings, or what was kept cannot be read: then they are asked again. */
  buscar(huella: string): Recordada | null {
    const r = this.db.prepare('SELECT * FROM correspondencias WHERE huella = ?').get(huella) as Registro | undefined
    const memoria = r && leer(r.datos)
    return r && memoria ? { id: r.id, nombre: r.nombre, memoria } : null
  }

  /** Most recently used first. */
  lista(): CorrespondenciaGuardada[] {
    const registros = this.db.prepare('SELECT * FROM correspondencias ORDER BY usada_en DESC, rowid DESC').all() as Registro[]
    return registros.map((r) => {
      const m = leer(r.datos)
      return {
        id: r.id, nombre: r.nombre, usadaEn: r.usada_en, titulos: [...new Set(m?.columnas?.map(c => c.titulo) ?? [])],
        columnas: m?.columnas?.length ?? 0, fijos: m?.fijos.length ?? 0, lecturas: m?.lecturas.length ?? 0,
      }
    })
  }

  /** Replaces what was kept for those headings, but for how their columns are read, which stands unless said again. */
  guardar(huella: string, nombre: string, memoria: Memoria): Recordada {
    const anterior = this.buscar(huella)
    const id = anterior?.id ?? randomUUID()
    const entera = { ...memoria, lecturas: unir(anterior?.memoria.lecturas ?? [], memoria.lecturas) }
    this.db.prepare('INSERT INTO correspondencias (id, huella, nombre, usada_en, datos) VALUES (?, ?, ?, ?, ?) ON CONFLICT (huella) DO UPDATE SET nombre = excluded.nombre, usada_en = excluded.usada_en, datos = excluded.datos')
      .run(id, huella, nombre, this.instante(), JSON.stringify(entera))
    return { id, nombre, memoria: entera }
  }

  /** How some columns are read, for headings that may have a match already. `nombre`: of a new one. */
  guardarLecturas(huella: string, nombre: string, hoja: string, lecturas: Memoria['lecturas']): void {
    const anterior = this.buscar(huella)
    this.guardar(huella, anterior?.nombre ?? nombre, { ...(anterior?.memoria ?? { hoja, columnas: null, fijos: [] }), lecturas })
  }

  anotarUso(id: string): void {
    this.db.prepare('UPDATE correspondencias SET usada_en = ? WHERE id = ?').run(this.instante(), id)
  }

  renombrar(id: string, nombre: string): boolean {
    return this.db.prepare('UPDATE correspondencias SET nombre = ? WHERE id = ?').run(nombre, id).changes > 0
  }

  olvidar(id: string): void {
    this.db.prepare('DELETE FROM correspondencias WHERE id = ?').run(id)
  }
}

function unir(antes: Memoria['lecturas'], ahora: Memoria['lecturas']): Memoria['lecturas'] {
  const porKey = new Map<string, IdLectura[]>([...antes, ...ahora].map(l => [l.key, l.lecturas]))
  return [...porKey].filter(([, lecturas]) => lecturas.length > 0).map(([key, lecturas]) => ({ key, lecturas }))
}

function leer(datos: string): Memoria | null {
  try {
    return MemoriaSchema.parse(JSON.parse(datos))
  } catch {
    return null
  }
}
