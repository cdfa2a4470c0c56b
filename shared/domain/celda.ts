/**
 * A cell as a workbook reader hands it over, before any meaning is given to it.
 * `null` is an empty cell. A number with a date, duration or percent format keeps its kind, because
 * "0,45 shown as 45 %" and "0,45" mean different things to the person who typed them.
 *
 * - `fecha`: serial day number of the 1900 system (a 1904 workbook is shifted by the reader), fraction = time of day.
 * - `duracion`: days, as Excel stores `[h]:mm:ss` (0.0625 = 1 h 30 m).
 * - `porcentaje`: fraction (0.45 = 45 %).
 * - `error`: the error text (`#N/A`).
 */
export type Celda =
  | null
  | string
  | number
  | boolean
  | { tipo: 'fecha' | 'duracion' | 'porcentaje'; valor: number }
  | { tipo: 'error'; valor: string }
