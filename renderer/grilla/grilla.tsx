/** Our adapter over react-data-grid: the only door to it. */
import 'react-data-grid/lib/styles.css'
import './grilla.css'
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, type ReactNode, type Ref } from 'react'
import { DataGrid, type DataGridHandle, type Renderers } from 'react-data-grid'
import type { CacheFilas } from './cache-filas.ts'
import { CeldaGrilla } from './celda.tsx'
import { columnasRdg } from './columnas.tsx'
import { GrillaContext } from './contexto.ts'
import { FilaGrilla } from './fila.tsx'
import { idsEntre } from './indice.ts'
import type { Seleccion } from './seleccion.ts'
import { alPulsarTecla } from './teclado.ts'
import { ALTO_ENCABEZADO, ALTO_FILA, COLUMNAS_PROPIAS, idDe, type AccionesRango, type ColumnaGrilla, type FilaRdg, type Foco, type GrillaRef, type LugarMenu, type OrdenGrilla } from './tipos.ts'
import { useFoco } from './use-foco.ts'
import { usePrimeroVacia } from './use-primero-vacia.ts'
import { useRango } from './use-rango.ts'

export interface GrillaProps {
  etiqueta: string
  columnas: readonly ColumnaGrilla[]
  /** Ids of the rows shown, in order. */
  ids: readonly number[]
  cache: CacheFilas
  seleccion: Seleccion
  acciones: AccionesRango
  orden: OrdenGrilla
  alOrdenar(orden: OrdenGrilla): void
  /** Right click, or the key of the menu. */
  alAbrirMenu(lugar: LugarMenu): void
  /** Shown in place of the rows when there are none. */
  vacia: ReactNode
  alEditar(filaId: number, columna: string, texto: string): void
  alIncluir(filas: number[], incluir: boolean): void
  alEnfocar(foco: Foco | null): void
  ref?: Ref<GrillaRef>
}

const RENDERERS: Renderers<FilaRdg, unknown> = {
  renderRow: (key, props) => <FilaGrilla key={key} {...props} />,
  renderCell: (key, props) => <CeldaGrilla key={key} {...props} />,
}

export function Grilla({ etiqueta, columnas, ids: todos, cache, seleccion, acciones, orden, alOrdenar, alAbrirMenu, vacia, alEditar, alIncluir, alEnfocar, ref }: GrillaProps) {
  const rdg = useRef<DataGridHandle>(null)
  const { ids, lista } = usePrimeroVacia(todos)
  const marcada = useRef<number | null>(null)
  const columnasDeRdg = useMemo(() => columnasRdg(columnas, cache), [columnas, cache])
  const foco = useFoco({ rdg, ids, columnas, seleccion, alEnfocar })
  const rango = useRango({ rdg, seleccion, acciones, alAbrirMenu: (x, y) => alAbrirMenu({ x, y }) })
  const sortColumns = useMemo(() => (orden ? [{ columnKey: orden.columna, direction: orden.sentido === 'asc' ? 'ASC' as const : 'DESC' as const }] : []), [orden])

  const alMarcar = (filaId: number, incluir: boolean, conMayus: boolean): void => {
    alIncluir(conMayus && marcada.current !== null ? idsEntre(ids, marcada.current, filaId) : [filaId], incluir)
    marcada.current = filaId
  }
  const ultimaMarca = useRef(alMarcar)
  useLayoutEffect(() => { ultimaMarca.current = alMarcar })
  const contexto = useMemo(() => ({ cache, columnas, seleccion, alMarcar: (...x: Parameters<typeof alMarcar>) => ultimaMarca.current(...x) }), [cache, columnas, seleccion])
  const renderers = useMemo(() => ({ ...RENDERERS, noRowsFallback: lista ? <div className="grilla-vacia">{vacia}</div> : null }), [lista, vacia])

  const indiceDe = (columna: string | null): number => (columna === null ? 1 : columnas.findIndex(c => c.key === columna) + COLUMNAS_PROPIAS)
  const irA = (pos: number, columna: string | null, enfocar: boolean): void => { foco.irA({ rowIdx: pos, idx: indiceDe(columna) }, enfocar) }
  /** Where to go once the rows are there. */
  const pendiente = useRef<{ pos: number; columna: string | null; enfocar: boolean } | null>(null)
  useImperativeHandle(ref, () => ({
    irA: (pos, columna, { enfocar = true } = {}) => {
      if (lista) irA(pos, columna, enfocar)
      else pendiente.current = { pos, columna, enfocar }
    },
    enfocar: foco.enfocar,
  }))
  useEffect(() => {
    if (!lista || pendiente.current === null) return
    const { pos, columna, enfocar } = pendiente.current
    pendiente.current = null
    irA(pos, columna, enfocar)
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
        sortColumns={sortColumns}
        onSortColumnsChange={([s]) => alOrdenar(s ? { columna: s.columnKey, sentido: s.direction === 'ASC' ? 'asc' : 'desc' } : null)}
        onActivePositionChange={foco.alCambiarPosicion}
        onRowsChange={(filas, { indexes, column }) => {
          for (const i of indexes) {
            const fila = filas[i]
            if (typeof fila === 'object') alEditar(fila.id, column.key, fila.texto)
          }
        }}
        onCellMouseDown={rango.alBajarRaton}
        // Pasting is ours (use-rango): told so, Ctrl+V does not open the editor of the cell.
        onCellPaste={({ row }) => row}
        onCellKeyDown={(args, evento) => alPulsarTecla(args, evento, {
          cache, seleccion, acciones,
          pagina: () => Math.max(1, Math.floor(((rdg.current?.element?.clientHeight ?? 0) - ALTO_ENCABEZADO) / ALTO_FILA) - 1),
          mostrar: p => rdg.current?.scrollToCell({ rowIdx: p.fila, idx: p.col + COLUMNAS_PROPIAS }),
          abrirMenu: () => {
            const caja = foco.celda()?.getBoundingClientRect()
            if (caja) alAbrirMenu({ x: caja.left + 12, y: caja.bottom })
          },
        })}
      />
    </GrillaContext>
  )
}
