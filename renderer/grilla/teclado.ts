/** Keys of the grid that differ from react-data-grid's own. */
import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid'
import type { CacheFilas } from './cache-filas.ts'
import type { Punto, Seleccion } from './seleccion.ts'
import { COLUMNAS_PROPIAS, idDe, type AccionesRango, type FilaRdg } from './tipos.ts'

interface Teclado {
  cache: CacheFilas
  seleccion: Seleccion
  acciones: AccionesRango
  /** Rows that fit on view. */
  pagina(): number
  /** Brings a cell on view without moving the active one. */
  mostrar(p: Punto): void
  /** The menu of the cell in focus. */
  abrirMenu(): void
}

export function alPulsarTecla(args: CellKeyDownArgs<FilaRdg>, evento: CellKeyboardEvent, t: Teclado): void {
  const tomar = (): void => {
    evento.preventGridDefault()
    evento.preventDefault()
  }
  const ctrl = evento.ctrlKey || evento.metaKey
  if (args.mode === 'EDIT') {
    // As in Excel: the up and down arrows take what was typed and go on down the column.
    if (evento.key === 'ArrowUp' || evento.key === 'ArrowDown') args.navigate()
    if (evento.key === 'Enter' && ctrl) {
      tomar()
      escribirEnTodas(args, t)
    }
    return
  }
  const { seleccion, acciones } = t
  // Tab leaves the grid: going cell by cell through 100,000 rows would be a trap for who uses no mouse.
  if (evento.key === 'Tab') return evento.preventGridDefault()
  if (evento.key === 'ContextMenu' || (evento.key === 'F10' && evento.shiftKey)) {
    tomar()
    return t.abrirMenu()
  }
  if (evento.key === ' ' && evento.shiftKey) {
    tomar()
    return seleccion.elegirFilas(args.rowIdx)
  }
  if (evento.key === ' ' && ctrl && args.column && args.column.idx >= COLUMNAS_PROPIAS) {
    tomar()
    return seleccion.elegirColumna(args.column.idx - COLUMNAS_PROPIAS)
  }
  if (evento.shiftKey) {
    const cabeza = seleccion.tecla({ key: evento.key, ctrl, pagina: t.pagina() })
    if (cabeza) {
      tomar()
      return t.mostrar(cabeza)
    }
  }
  if (evento.key === 'Escape' && seleccion.caja) {
    tomar()
    return seleccion.situar({ fila: args.rowIdx, col: (args.column?.idx ?? 0) - COLUMNAS_PROPIAS })
  }
  const caja = seleccion.actual
  if (!caja) return
  if (evento.key === 'Delete' || evento.key === 'Backspace') {
    tomar()
    return acciones.vaciar(caja)
  }
  if (!ctrl || evento.altKey || evento.shiftKey) return
  const tecla = evento.key.toLowerCase()
  if (tecla === 'a') {
    tomar()
    seleccion.ampliar()
  } else if (tecla === 'd') {
    tomar()
    acciones.rellenarAbajo(caja)
  }
}

/** Ctrl+Enter: what is being typed goes to every cell of the range. */
function escribirEnTodas(args: Extract<CellKeyDownArgs<FilaRdg>, { mode: 'EDIT' }>, { cache, seleccion, acciones }: Teclado): void {
  const col = args.column.idx - COLUMNAS_PROPIAS
  const texto = typeof args.row === 'object' ? args.row.texto : cache.fila(idDe(args.row))?.celdas[col]?.texto ?? ''
  args.onClose(false, true)
  const caja = seleccion.actual
  if (caja) acciones.escribirEnTodas(caja, texto)
}
