import { use } from 'react'
import { Cell, type CellRendererProps, type RenderCellProps } from 'react-data-grid'
import { TEXTOS_GRILLA } from '../textos/revision.ts'
import { FilaContext, FranjaContext, useGrilla } from './contexto.ts'
import { describirCelda, describirFila } from './descripcion.ts'
import { MarcaNivel } from './marca-nivel.tsx'
import type { Franja } from './seleccion.ts'
import { COL_FILA, COL_INCLUIR, COLUMNAS_PROPIAS, type FilaRdg } from './tipos.ts'

/** The cell's box: its state for the eye (data-nivel) and for a screen reader (aria-invalid, description). */
export function CeldaGrilla(props: CellRendererProps<FilaRdg, unknown>) {
  const fila = use(FilaContext)
  const franja = use(FranjaContext)
  const { key, idx } = props.column
  if (key === COL_INCLUIR) return <Cell {...props} />
  if (key === COL_FILA) {
    // aria-description holds for every role since ARIA 1.3, which the linter's table of roles does not know yet.
    const descripcion = { 'aria-description': fila && describirFila(fila) }
    return <Cell {...props} role="rowheader" data-nivel={fila?.nivel ?? undefined} data-rango={franja ? '' : undefined} {...descripcion} />
  }
  const col = idx - COLUMNAS_PROPIAS
  const celda = fila?.celdas[col]
  const elegida = franja !== null && col >= franja.c0 && col <= franja.c1
  // Only then: outside of a range the active cell is the one selected, and react-data-grid says so.
  const rango = elegida ? { 'aria-selected': true, 'data-rango': '', 'data-borde': bordeDe(franja, col) } : {}
  return (
    <Cell
      {...props}
      {...rango}
      data-nivel={celda?.nivel ?? undefined}
      data-editada={celda?.editada || undefined}
      aria-invalid={celda?.nivel === 'error' || undefined}
      aria-description={celda && describirCelda(celda)}
    />
  )
}

const bordeDe = (f: Franja, col: number): string =>
  [f.primera && 'arriba', f.ultima && 'abajo', col === f.c0 && 'antes', col === f.c1 && 'despues'].filter(x => x !== false).join(' ')

export function ContenidoCelda({ column }: RenderCellProps<FilaRdg>) {
  const celda = use(FilaContext)?.celdas[column.idx - COLUMNAS_PROPIAS]
  if (!celda) return <span className="grilla-espera" role="img" aria-label={TEXTOS_GRILLA.cargando} />
  return (
    <span className="grilla-contenido">
      <span className="grilla-texto">{celda.texto}</span>
      {celda.convertido !== null && <span className="grilla-convertido" aria-hidden="true"><span className="grilla-flecha">→</span>{celda.convertido}</span>}
      {celda.nivel && celda.convertido === null && <MarcaNivel nivel={celda.nivel} />}
      {celda.nivel && celda.nivel !== 'informacion' && celda.convertido !== null && <MarcaNivel nivel={celda.nivel} />}
    </span>
  )
}

export function NumeroFila() {
  const fila = use(FilaContext)
  if (!fila) return null
  return (
    <span className="grilla-contenido">
      <span className="grilla-texto">{fila.fila ?? '—'}</span>
      {fila.nivel && fila.nivel !== 'informacion' && !fila.excluida && <MarcaNivel nivel={fila.nivel} />}
    </span>
  )
}

export function CasillaIncluir({ tabIndex }: RenderCellProps<FilaRdg>) {
  const fila = use(FilaContext)
  const { alMarcar } = useGrilla()
  if (!fila) return null
  return (
    <input
      type="checkbox"
      className="grilla-casilla"
      tabIndex={tabIndex}
      aria-label={TEXTOS_GRILLA.incluirFila(fila.fila)}
      checked={!fila.excluida}
      onChange={e => alMarcar(fila.id, e.target.checked, 'shiftKey' in e.nativeEvent && e.nativeEvent.shiftKey === true)}
    />
  )
}
