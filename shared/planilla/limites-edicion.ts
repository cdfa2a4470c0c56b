/** Cells that one command may change: what undo keeps of it stays within some ten megabytes. */
export const MAX_CELDAS_RANGO = 100_000
/** Rows that one command may add. */
export const MAX_FILAS_NUEVAS = 10_000
/** Characters of one cell. */
export const MAX_TEXTO_CELDA = 5000
