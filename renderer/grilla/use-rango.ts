/** Mouse and clipboard over a range of cells: what react-data-grid has no word for. */
import { useEffect, useRef, type RefObject } from 'react'
import type { CellMouseArgs, CellMouseEvent, DataGridHandle } from 'react-data-grid'
import type { Punto, Seleccion } from './seleccion.ts'
import { ALTO_ENCABEZADO, COL_FILA, COL_INCLUIR, COLUMNAS_PROPIAS, type AccionesRango, type FilaRdg } from './tipos.ts'

interface UsoRango {
  rdg: RefObject<DataGridHandle | null>
  seleccion: Seleccion
  acciones: AccionesRango
  alAbrirMenu(x: number, y: number): void
}

/** px that the grid moves by frame while the mouse drags beyond its edge. */
const PASO = 24

export function useRango(o: UsoRango) {
  const { rdg, seleccion } = o
  const ultimo = useRef(o)
  useEffect(() => { ultimo.current = o })

  const alBajarRaton = ({ rowIdx, column, setActivePosition }: CellMouseArgs<FilaRdg>, evento: CellMouseEvent): void => {
    if (column.key === COL_INCLUIR) return
    const p = { fila: rowIdx, col: column.idx - COLUMNAS_PROPIAS }
    const c = seleccion.caja
    if (evento.button === 2) {
      // The menu of a range is of the whole range.
      if (c && rowIdx >= c.f0 && rowIdx <= c.f1 && p.col >= c.c0 && p.col <= c.c1) evento.preventGridDefault()
      return
    }
    if (evento.button !== 0) return
    if (column.key === COL_FILA && !evento.shiftKey) {
      evento.preventGridDefault()
      setActivePosition()
      seleccion.situar({ fila: rowIdx, col: -1 })
      seleccion.elegirFilas(rowIdx)
      arrastrar(p)
    } else if (evento.shiftKey) {
      evento.preventGridDefault()
      evento.preventDefault()
      if (column.key === COL_FILA) seleccion.elegirFilas(rowIdx)
      else seleccion.extender(p)
    } else arrastrar(p)
  }

  /** From a cell until the button is let go, the range reaches the cell under the mouse. */
  const arrastrar = (desde: Punto): void => {
    const elemento = rdg.current?.element
    if (!elemento) return
    let x = 0
    let y = 0
    let movido = false
    let cuadro = 0
    const seguir = (): void => {
      const marco = elemento.getBoundingClientRect()
      const arriba = marco.top + ALTO_ENCABEZADO
      if (y < arriba) elemento.scrollTop -= PASO
      else if (y > marco.top + elemento.clientHeight) elemento.scrollTop += PASO
      if (x > marco.left + elemento.clientWidth) elemento.scrollLeft += PASO
      else if (x < marco.left) elemento.scrollLeft -= PASO
      const p = celdaEn(elemento, Math.max(marco.left + 1, Math.min(marco.left + elemento.clientWidth - 2, x)), Math.max(arriba + 1, Math.min(marco.top + elemento.clientHeight - 2, y)))
      if (p && (movido || p.fila !== desde.fila || p.col !== desde.col)) {
        movido = true
        seleccion.extender({ fila: p.fila, col: Math.max(0, p.col) })
      }
      cuadro = requestAnimationFrame(seguir)
    }
    const mover = (e: MouseEvent): void => {
      x = e.clientX
      y = e.clientY
      if (cuadro === 0) cuadro = requestAnimationFrame(seguir)
    }
    const soltar = (): void => {
      cancelAnimationFrame(cuadro)
      window.removeEventListener('mousemove', mover)
      window.removeEventListener('mouseup', soltar)
    }
    window.addEventListener('mousemove', mover)
    window.addEventListener('mouseup', soltar)
  }

  useEffect(() => {
    const elemento = rdg.current?.element
    if (!elemento) return
    // react-data-grid says so only of its own selection of rows.
    elemento.setAttribute('aria-multiselectable', 'true')
    // Heard from the document: the event's own target is wherever the text cursor was left, not the cell in focus.
    const enGrilla = (e: Event): boolean => elemento.contains(document.activeElement) && !enEditor(document.activeElement) && !e.defaultPrevented
    const copiar = (e: ClipboardEvent, cortar: boolean): void => {
      const caja = seleccion.actual
      if (!caja || !enGrilla(e)) return
      e.preventDefault()
      ultimo.current.acciones.copiar(caja, e.clipboardData, cortar)
    }
    const alCopiar = (e: ClipboardEvent): void => copiar(e, false)
    const alCortar = (e: ClipboardEvent): void => copiar(e, true)
    const alPegar = (e: ClipboardEvent): void => {
      const caja = seleccion.actual
      if (!caja || !enGrilla(e)) return
      e.preventDefault()
      ultimo.current.acciones.pegar(caja, e.clipboardData?.getData('text/plain') ?? '')
    }
    const alPedirMenu = (e: MouseEvent): void => {
      if (enEditor(e.target) || !(e.target instanceof Element) || !e.target.closest('[role="gridcell"], [role="rowheader"]')) return
      e.preventDefault()
      ultimo.current.alAbrirMenu(e.clientX, e.clientY)
    }
    document.addEventListener('copy', alCopiar)
    document.addEventListener('cut', alCortar)
    document.addEventListener('paste', alPegar)
    elemento.addEventListener('contextmenu', alPedirMenu)
    return () => {
      document.removeEventListener('copy', alCopiar)
      document.removeEventListener('cut', alCortar)
      document.removeEventListener('paste', alPegar)
      elemento.removeEventListener('contextmenu', alPedirMenu)
    }
  }, [rdg, seleccion])

  return { alBajarRaton }
}

/** Within the editor of a cell the clipboard is of its text. */
const enEditor = (e: EventTarget | null): boolean => e instanceof HTMLInputElement && e.type !== 'checkbox'

function celdaEn(grilla: HTMLElement, x: number, y: number): Punto | null {
  const celda = document.elementFromPoint(x, y)?.closest('[aria-colindex]')
  const fila = celda?.closest('[aria-rowindex]')
  if (!celda || !fila || !grilla.contains(celda)) return null
  // Both count from 1, and the headings are row 1.
  return { fila: Number(fila.getAttribute('aria-rowindex')) - 2, col: Number(celda.getAttribute('aria-colindex')) - 1 - COLUMNAS_PROPIAS }
}
