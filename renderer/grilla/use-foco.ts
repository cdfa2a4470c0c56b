/** Keeps the focus on the same row and column while the rows shown change around it. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { DataGridHandle, PositionChangeArgs } from 'react-data-grid'
import type { Seleccion } from './seleccion.ts'
import { ALTO_ENCABEZADO, ALTO_FILA, COLUMNAS_PROPIAS, idDe, type ColumnaGrilla, type FilaRdg, type Foco } from './tipos.ts'

interface Posicion { rowIdx: number; idx: number }
interface UsoFoco {
  seleccion: Seleccion
  rdg: RefObject<DataGridHandle | null>
  ids: readonly number[]
  columnas: readonly ColumnaGrilla[]
  alEnfocar(foco: Foco | null): void
}

export function useFoco({ rdg, ids, columnas, seleccion, alEnfocar }: UsoFoco) {
  const actual = useRef<{ id: number; rowIdx: number; idx: number } | null>(null)
  const enTitulo = useRef(false)
  const conTeclado = useTeclado(rdg)
  const ultimo = useRef({ columnas, alEnfocar })
  useLayoutEffect(() => { ultimo.current = { columnas, alEnfocar } })

  /** The active cell's own element; a range has others that are selected too. */
  const celda = (): HTMLElement | null => rdg.current?.element?.querySelector<HTMLElement>('[role="row"] > [tabindex="0"], [role="row"] > [aria-selected="true"]:has([tabindex="0"])') ?? null
  const enfocar = (): void => celda()?.focus({ preventScroll: true })

  const irA = (p: Posicion, conFoco = true): void => {
    const grilla = rdg.current
    if (!grilla?.element) return
    const yaEstaba = actual.current?.rowIdx === p.rowIdx && actual.current.idx === p.idx
    centrar(grilla.element, p.rowIdx)
    grilla.setActivePosition(p, { shouldFocus: conFoco })
    // react-data-grid neither focuses nor announces the position where it already is.
    if (yaEstaba) {
      if (conFoco) enfocar()
      seleccion.situar({ fila: p.rowIdx, col: p.idx - COLUMNAS_PROPIAS })
      alEnfocar({ filaId: ids[p.rowIdx] ?? null, columna: columnas[p.idx - COLUMNAS_PROPIAS]?.key ?? null })
    }
  }

  const alCambiarPosicion = ({ rowIdx, row, column }: PositionChangeArgs<FilaRdg>): void => {
    const columna = columnas[(column?.idx ?? 0) - COLUMNAS_PROPIAS]?.key ?? null
    enTitulo.current = row === undefined && column !== undefined
    seleccion.situar(row === undefined ? null : { fila: rowIdx, col: Math.max(-1, (column?.idx ?? 0) - COLUMNAS_PROPIAS) })
    if (row === undefined) {
      actual.current = null
      alEnfocar(column ? { filaId: null, columna } : null)
      return
    }
    actual.current = { id: idDe(row), rowIdx, idx: column?.idx ?? 0 }
    alEnfocar({ filaId: idDe(row), columna })
  }

  useLayoutEffect(() => {
    const grilla = rdg.current
    if (!grilla?.element) return
    const { columnas: cols, alEnfocar: avisar } = ultimo.current
    seleccion.medir({ filas: ids.length, columnas: cols.length }, false)
    if (ids.length === 0) {
      actual.current = null
      avisar(null)
      return
    }
    // From a heading, where the rows were put in order, the keyboard goes nowhere.
    if (enTitulo.current) return
    const antes = actual.current
    const pos = antes ? ids.indexOf(antes.id) : -1
    if (antes && pos === antes.rowIdx) return
    const shouldFocus = conTeclado.current
    if (antes && pos !== -1) {
      // The row stays at the same height of the screen although others above it came or went.
      grilla.element.scrollTop += (pos - antes.rowIdx) * ALTO_FILA
      grilla.setActivePosition({ rowIdx: pos, idx: antes.idx }, { shouldFocus })
      return
    }
    const rowIdx = Math.min(antes?.rowIdx ?? 0, ids.length - 1)
    const idx = antes?.idx ?? COLUMNAS_PROPIAS
    grilla.setActivePosition({ rowIdx, idx }, { shouldFocus })
    // Another row took the place: react-data-grid sees the same position and says nothing.
    if (antes?.rowIdx === rowIdx) {
      const id = ids[rowIdx] ?? antes.id
      actual.current = { id, rowIdx, idx }
      avisar({ filaId: id, columna: cols[idx - COLUMNAS_PROPIAS]?.key ?? null })
    }
  }, [ids, rdg, conTeclado, seleccion])

  return { irA, enfocar, celda, alCambiarPosicion }
}

/** Whether the keyboard is in the grid; it still is when the cell that had it was taken away. */
function useTeclado(rdg: RefObject<DataGridHandle | null>): RefObject<boolean> {
  const dentro = useRef(false)
  useEffect(() => {
    const elemento = rdg.current?.element
    if (!elemento) return
    const entrar = (): void => { dentro.current = true }
    const salir = (e: FocusEvent): void => {
      if (e.relatedTarget instanceof Node && !elemento.contains(e.relatedTarget)) dentro.current = false
    }
    elemento.addEventListener('focusin', entrar)
    elemento.addEventListener('focusout', salir)
    return () => {
      elemento.removeEventListener('focusin', entrar)
      elemento.removeEventListener('focusout', salir)
    }
  }, [rdg])
  return dentro
}

/** A row out of view comes to the middle, not to the edge: its neighbours are read with it. */
function centrar(elemento: HTMLElement, rowIdx: number): void {
  const alto = elemento.clientHeight - ALTO_ENCABEZADO
  const arriba = rowIdx * ALTO_FILA
  if (arriba >= elemento.scrollTop && arriba + ALTO_FILA <= elemento.scrollTop + alto) return
  elemento.scrollTop = Math.max(0, arriba - (alto - ALTO_FILA) / 2)
}
