import type { Column, RenderHeaderCellProps } from 'react-data-grid'
import { Icono } from '../componentes/icono.tsx'
import { TEXTOS_GRILLA } from '../textos/revision.ts'
import type { CacheFilas } from './cache-filas.ts'
import { CasillaIncluir, ContenidoCelda, NumeroFila } from './celda.tsx'
import { EditorCelda } from './editor.tsx'
import { COL_FILA, COL_INCLUIR, idDe, type ColumnaGrilla, type FilaRdg } from './tipos.ts'

const Titulo = (letra: string) => ({ column, sortDirection }: RenderHeaderCellProps<FilaRdg>) => (
  <span className="grilla-titulo">
    {letra !== '' && <span className="grilla-letra" aria-hidden="true">{letra}</span>}
    <span className="grilla-titulo-texto">{column.name}</span>
    {sortDirection && <Icono nombre={sortDirection === 'ASC' ? 'arriba' : 'abajo'} tamano={14} />}
  </span>
)

const PROPIAS: readonly Column<FilaRdg>[] = [
  {
    key: COL_INCLUIR, name: TEXTOS_GRILLA.incluir, width: 64, frozen: true, editable: false,
    renderCell: p => <CasillaIncluir {...p} />, cellClass: 'grilla-celda-casilla', headerCellClass: 'grilla-encabezado',
  },
  {
    key: COL_FILA, name: TEXTOS_GRILLA.fila, width: 72, frozen: true, editable: false,
    renderCell: () => <NumeroFila />, cellClass: 'grilla-celda-fila', headerCellClass: 'grilla-encabezado',
  },
]

/** A row on its way cannot be edited: there would be nothing to edit. */
export function columnasRdg(columnas: readonly ColumnaGrilla[], cache: CacheFilas): readonly Column<FilaRdg>[] {
  return [
    ...PROPIAS,
    ...columnas.map((c): Column<FilaRdg> => ({
      key: c.key, name: c.titulo, width: c.ancho, minWidth: 72, resizable: true, sortable: true,
      headerCellClass: 'grilla-encabezado',
      editable: fila => cache.fila(idDe(fila)) !== undefined,
      renderHeaderCell: Titulo(c.letra),
      renderCell: p => <ContenidoCelda {...p} />,
      renderEditCell: p => <EditorCelda {...p} />,
    })),
  ]
}
