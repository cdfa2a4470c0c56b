/** The mark by which a workbook that was exported with observations is known when it comes back. */
import { inflar, leerDirectorio, pareceZip } from '../zip.ts'
import { LIMITES } from '../limites.ts'
import type { Celda } from '../../../shared/domain/celda.ts'

/** Name of the document's own property. Excel and LibreOffice keep it through any number of saves (as user-defined in .ods). */
export const PROPIEDAD = 'PuenteSIC'
const PREFIJO = 'PSIC-OBS-'
const MARCA = /PSIC-OBS-([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})/

export const marcaDe = (exportacion: string): string => `${PREFIJO}${exportacion}`
const exportacionEn = (texto: string): string | null => MARCA.exec(texto)?.[1] ?? null

/** Where each format keeps the document's properties. A megabyte of them is nobody's. */
const PARTES = /^(docProps\/custom\.xml|meta\.xml)$/i
const MAXIMO = 1_000_000

/** Id of the export that the file came from; null: it is no export of ours. By its properties, or by the list's own line where those were lost. */
export function exportacionDe(bytes: Buffer, hojas: readonly { primerasFilas: readonly (readonly Celda[])[] }[]): string | null {
  if (pareceZip(bytes)) {
    for (const parte of leerDirectorio(bytes, LIMITES.partes)?.partes ?? []) {
      if (!PARTES.test(parte.nombre) || parte.inflado > MAXIMO) continue
      const r = inflar(bytes, parte)
      const hallada = r.ok ? exportacionEn(r.bytes.toString('utf8')) : null
      if (hallada !== null) return hallada
    }
  }
  for (const { primerasFilas } of hojas) {
    for (const fila of primerasFilas.slice(0, 15)) {
      const hallada = typeof fila[0] === 'string' ? exportacionEn(fila[0]) : null
      if (hallada !== null) return hallada
    }
  }
  return null
}
