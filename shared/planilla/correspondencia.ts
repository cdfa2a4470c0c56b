/** What the person said of some headings, as it is kept: by the headings and not by their places, which may change. */
import { z } from 'zod'
import { ClaseHojaSchema, type Correspondencia } from '../ipc/modelos-asistente.ts'
import { claveDeEncabezado } from './encabezado.ts'
import { IDS_LECTURA } from './lecturas.ts'

export const MemoriaSchema = z.object({
  hoja: z.string(),
  /** Absent: 'unica'. */
  clase: ClaseHojaSchema.optional(),
  /** The sheets with these headings are read all together. */
  juntas: z.boolean().optional(),
  /** `vez`: which of the equal headings it is, counted from 0. null: the headings are known by themselves. */
  columnas: z.array(z.object({ key: z.string(), titulo: z.string(), vez: z.int().min(0) })).nullable(),
  fijos: z.array(z.object({ key: z.string(), valor: z.string() })),
  lecturas: z.array(z.object({ key: z.string(), lecturas: z.array(z.enum(IDS_LECTURA)) })),
})
export type Memoria = z.infer<typeof MemoriaSchema>

/** The set of headings, in any order: what a match is remembered by. null: fewer than two are none. */
export function huellaDe(titulos: readonly string[]): string | null {
  const claves = [...new Set(titulos.map(claveDeEncabezado).filter(t => t !== ''))].sort()
  return claves.length < 2 ? null : claves.join('\u0001')
}

export function aMemoria(c: Correspondencia, titulos: readonly string[]): Memoria {
  const claves = titulos.map(claveDeEncabezado)
  const columnas = c.columnas.map(({ key, indice }) => {
    const titulo = claves[indice] ?? ''
    return { key, titulo, vez: claves.slice(0, indice).filter(t => t === titulo).length }
  })
  return { hoja: c.hoja, ...(c.clase === undefined ? {} : { clase: c.clase }), columnas, fijos: c.fijos, lecturas: [] }
}

/** The same match over a header row with the same headings; null: it was none, or a heading is not there. */
export function deMemoria(m: Memoria, hoja: string, fila: number, titulos: readonly string[]): Correspondencia | null {
  if (m.columnas === null) return null
  const claves = titulos.map(claveDeEncabezado)
  const columnas: Correspondencia['columnas'] = []
  for (const { key, titulo, vez } of m.columnas) {
    const indice = claves.flatMap((t, i) => (t === titulo ? [i] : []))[vez]
    if (indice === undefined) return null
    columnas.push({ key, indice })
  }
  return { hoja, fila, columnas, fijos: m.fijos, ...(m.clase === undefined ? {} : { clase: m.clase }) }
}
