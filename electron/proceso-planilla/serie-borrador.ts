/** How the parts of a draft are written in a cell of the database, and read back with the same distrust as any file. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { Celda } from '../../shared/domain/celda.ts'
import type { FilaBase } from '../../shared/planilla/mesa-tabla.ts'
import { MemoriaSchema } from '../../shared/planilla/correspondencia.ts'
import { IDS_LECTURA } from '../../shared/planilla/lecturas.ts'
import { UltimoAvanceSchema } from './mensajes.ts'

/** What the headings of each table are remembered by, and the match that was used. */
const OrigenSchema = z.object({
  huellas: z.array(z.object({ tabla: z.string(), huella: z.string().nullable() })),
  correspondencia: z.object({ id: z.string(), nombre: z.string() }).nullable(),
  /** How each table was matched by the person; absent: the headings said it. */
  partes: z.array(z.object({ tabla: z.string(), memoria: MemoriaSchema })).optional(),
})
export type Origen = z.infer<typeof OrigenSchema>

const MetaSchema = z.object({
  nombreArchivo: z.string(),
  disposicion: z.enum(['por-hojas', 'hoja-unica']),
  tablas: z.array(z.object({
    id: z.string(), clase: z.enum(['cursos', 'alumnos', 'modulos', 'actividades', 'unica']), hoja: z.string(),
    columnas: z.array(z.object({ key: z.string(), titulo: z.string(), letra: z.string(), lecturas: z.array(z.enum(IDS_LECTURA)).optional() })),
  })),
  notas: z.array(z.string()),
  /** Absent in drafts of before. */
  origen: OrigenSchema.optional(),
})
export type Meta = z.infer<typeof MetaSchema>

/** JSON, compressed at the fastest level: a draft of 100,000 rows takes some 3 MB. */
export const escribirJson = (valor: unknown): Buffer => deflateRawSync(JSON.stringify(valor), { level: 1 })
export const leerJson = (b: Buffer): unknown => JSON.parse(inflateRawSync(b).toString('utf8'))

export const leerMeta = (b: Buffer): Meta => MetaSchema.parse(leerJson(b))
export const leerPrevios = (b: Buffer): UltimoAvance[] => z.array(UltimoAvanceSchema).parse(leerJson(b))

/** Rows as [id, row of the sheet, cells]: half the text of objects. */
export const serializarTrozo = (filas: readonly FilaBase[]): Buffer => escribirJson(filas.map(f => [f.id, f.fila, f.celdas]))

/** Throws when any of it is not what `serializarTrozo` writes. Checked by hand: a schema costs seconds at 100,000 rows. */
export function leerTrozo(b: Buffer): FilaBase[] {
  const filas = leerJson(b)
  if (!Array.isArray(filas)) throw new TypeError('not a chunk')
  return filas.map((f: unknown) => {
    if (!Array.isArray(f)) throw new TypeError('not a row')
    const [id, fila, celdas] = f as unknown[]
    if (typeof id !== 'number' || (fila !== null && typeof fila !== 'number') || !Array.isArray(celdas) || !celdas.every(esCelda)) throw new TypeError('not a row')
    return { id, fila, celdas }
  })
}

function esCelda(c: unknown): c is Celda {
  if (c === null || typeof c === 'string' || typeof c === 'number' || typeof c === 'boolean') return true
  if (typeof c !== 'object' || !('tipo' in c) || !('valor' in c)) return false
  if (c.tipo === 'error') return typeof c.valor === 'string'
  return (c.tipo === 'fecha' || c.tipo === 'duracion' || c.tipo === 'porcentaje') && typeof c.valor === 'number'
}
