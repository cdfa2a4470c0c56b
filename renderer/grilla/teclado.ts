/** Keys of the grid that differ from react-data-grid's own. */
import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid'
import type { ClipboardEvent } from 'react'
import type { CacheFilas } from './cache-filas.ts'
import { COLUMNAS_PROPIAS, idDe, type FilaRdg } from './tipos.ts'

export function alPulsarTecla(args: CellKeyDownArgs<FilaRdg>, evento: CellKeyboardEvent, o: { cache: CacheFilas; vaciar(filaId: number, columna: string): void }): void {
  if (args.mode === 'EDIT') {
    // As in Excel: the up and down arrows take what was typed and go on down the column.
    if (evento.key === 'ArrowUp' || evento.key === 'ArrowDown') args.navigate()
    return
  }
  // Tab leaves the grid: going cell by cell through 100,000 rows would be a trap for who uses no mouse.
  if (evento.key === 'Tab') evento.preventGridDefault()
  if (evento.key === 'Delete' && args.column && args.row !== undefined) {
    evento.preventGridDefault()
    const id = idDe(args.row)
    const celda = o.cache.fila(id)?.celdas[args.column.idx - COLUMNAS_PROPIAS]
    if (celda && celda.texto !== '') o.vaciar(id, args.column.key)
  }
}

/** Leaves the whole text of the cell in the clipboard; `undefined`: the cell has none of its own. */
export function alCopiar(evento: ClipboardEvent<HTMLDivElement>, texto: string | undefined): void {
  if (texto === undefined || evento.target instanceof HTMLInputElement) return
  evento.preventDefault()
  evento.clipboardData.setData('text/plain', /[\t\n"]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto)
}
