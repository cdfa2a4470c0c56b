/** How much a workbook may ask of this computer. Each limit is said to the person in the failure's words. */

const MB = 1024 * 1024

export const LIMITES = {
  /** Bytes of the file. 100,000 rows of the template's columns take 5–20 MB. */
  archivo: 64 * MB,
  /** Bytes that the compressed parts may take once inflated. 100,000 rows take some 65 MB. */
  inflado: 512 * MB,
  /** Inflated size over compressed size of one part, above which it is no workbook but a trap; checked from `minimoSospechoso` on. */
  razon: 300,
  minimoSospechoso: 64 * MB,
  /** Parts within the compressed file. */
  partes: 4096,
  /** Rows with data, all sheets together. */
  filas: 200_000,
  /** Megabytes of memory for the process that reads. */
  memoriaMB: 1536,
} as const

export type Limites = { readonly [K in keyof typeof LIMITES]: number }

/** "64 MB" */
export const enMegas = (bytes: number): string => `${Math.round(bytes / MB)} MB`
/** "200.000", as numbers are written in Chile. */
export const conMiles = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.')
