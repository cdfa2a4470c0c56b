/** Our adapter over react-data-grid: the only door to it. */
import 'react-data-grid/lib/styles.css'
import './grilla.css'
import { useEffect, useImperativeHandle, useMemo, useRef, type ReactNode, type Ref } from 'react'
import { DataGrid, type DataGridHandle, type Renderers } from 'react-data-grid'
import type { CacheFilas } from './cache-filas.ts'
import { CeldaGrilla } from './celda.tsx'
import { columnasRdg } from './columnas.tsx'
import { GrillaContext } from './contexto.ts'
import { FilaGrilla } from './fila.tsx'
import { idsEntre } from './indice.ts'
import { alCopiar, alPulsarTecla } from './teclado.ts'
import { ALTO_ENCABEZADO, ALTO_FILA, COL_FILA, COLUMNAS_PROPIAS, idDe, type ColumnaGrilla, type FilaRdg, type Foco, type GrillaRef } from './tipos.ts'
import { useFoco } from './use-foco.ts'
import { usePrimeroVacia } from './use-primero-vacia.ts'

export interface GrillaProps {
  etiqueta: string
  columnas: readonly ColumnaGrilla[]
  /** Ids of the rows shown, in order. */
  ids: readonly number[]
  cache: CacheFilas
  /** Shown in place of the rows when there are none. */
  vacia: ReactNode
  alEditar(filaId: number, columna: string, texto: string): void
  /** Text from the clipboard, to be put from that row and column on. */
  alPegar(pos: number, columna: number, texto: string): void
  alIncluir(filas: number[], incluir: boolean): void
  alEnfocar(foco: Foco | null): void
  ref?: Ref<GrillaRef>
}

const RENDERERS: Renderers<FilaRdg, unknown> = {
  renderRow: (key, props) => <FilaGrilla key={key} {...props} />,
  renderCell: (key, props) => <CeldaGrilla key={key} {...props} />,
}

export function Grilla({ etiqueta, columnas, ids: todos, cache, vacia, alEditar, alPegar, alIncluir, alEnfocar, ref }: GrillaProps) {
  const rdg = useRef<DataGridHandle>(null)
  const { ids, lista } = usePrimeroVacia(todos)
  const marcada = useRef<number | null>(null)
  const columnasDeRdg = useMemo(() => columnasRdg(columnas, cache), [columnas, cache])
  const foco = useFoco({ rdg, ids, columnas, alEnfocar })

  const alMarcar = (filaId: number, incluir: boolean, rango: boolean): void => {
    alIncluir(rango && marcada.current !== null ? idsEntre(ids, marcada.current, filaId) : [filaId], incluir)
    marcada.current = filaId
  }
  const ultimaMarca = useRef(alMarcar)
  ultimaMarca.current = alMarcar
  const contexto = useMemo(() => ({ cache, columnas, alMarcar: (...x: Parameters<typeof alMarcar>) => ultimaMarca.current(...x) }), [cache, columnas])
  const renderers = useMemo(() => ({ ...RENDERERS, noRowsFallback: lista ? <div className="grilla-vacia">{vacia}</div> : null }), [lista, vacia])

  const irA = (pos: number, columna: string | null): void => { foco.irA({ rowIdx: pos, idx: columna === null ? 1 : columnas.findIndex(c => c.key === columna) + COLUMNAS_PROPIAS }) }
  /** Where to go once the rows are there. */
  const pendiente = useRef<{ pos: number; columna: string | null } | null>(null)
  useImperativeHandle(ref, () => ({
    irA: (pos, columna) => {
      if (lista) irA(pos, columna)
      else pendiente.current = { pos, columna }
    },
    enfocar: foco.enfocar,
  }))
  useEffect(() => {
    if (!lista || pendiente.current === null) return
    const { pos, columna } = pendiente.current
    pendiente.current = null
    irA(pos, columna)
  })

  return (
    <GrillaContext value={contexto}>
      <DataGrid<FilaRdg, unknown, number>
        ref={rdg}
        className="grilla"
        aria-label={etiqueta}
        columns={columnasDeRdg}
        rows={ids}
        rowKeyGetter={idDe}
        rowHeight={ALTO_FILA}
        headerRowHeight={ALTO_ENCABEZADO}
        renderers={renderers}
        onActivePositionChange={foco.alCambiarPosicion}
        onRowsChange={(filas, { indexes, column }) => {
          for (const i of indexes) {
            const fila = filas[i]
            if (typeof fila === 'object') alEditar(fila.id, column.key, fila.texto)
          }
        }}
        onCellKeyDown={(args, evento) => alPulsarTecla(args, evento, { cache, vaciar: (id, columna) => alEditar(id, columna, '') })}
        onCellCopy={({ row, column }, evento) => alCopiar(evento, column.key === COL_FILA ? undefined : cache.fila(idDe(row))?.celdas[column.idx - COLUMNAS_PROPIAS]?.texto)}
        onCellPaste={({ row, column }, evento) => {
          // Within the editor the browser pastes; the grid hears of it too.
          if (!(evento.target instanceof HTMLInputElement)) {
            evento.preventDefault()
            alPegar(ids.indexOf(idDe(row)), column.idx - COLUMNAS_PROPIAS, evento.clipboardData.getData('text/plain'))
          }
          return row
        }}
      />
    </GrillaContext>
  )
}
