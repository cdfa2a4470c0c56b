import { use, useCallback } from 'react'
import type { RenderEditCellProps } from 'react-data-grid'
import { TEXTOS_GRILLA } from '../textos/revision.ts'
import { FilaContext, useGrilla } from './contexto.ts'
import { COLUMNAS_PROPIAS, idDe, type FilaRdg } from './tipos.ts'

/** Plain text, whatever the column: what the person may write is wider than any control (dates, "45 %", "1 hora"). */
export function EditorCelda({ row, column, onRowChange, onClose }: RenderEditCellProps<FilaRdg>) {
  const fila = use(FilaContext)
  const { columnas } = useGrilla()
  const indice = column.idx - COLUMNAS_PROPIAS
  // Selected whole, so that typing over a cell replaces it and F2 or Enter lets the arrows go in.
  const alMontar = useCallback((input: HTMLInputElement | null) => {
    input?.focus()
    input?.select()
  }, [])
  return (
    <input
      ref={alMontar}
      className="grilla-editor"
      aria-label={TEXTOS_GRILLA.editar(columnas[indice]?.titulo ?? '', fila?.fila ?? null)}
      value={typeof row === 'number' ? fila?.celdas[indice]?.texto ?? '' : row.texto}
      maxLength={5000}
      spellCheck={false}
      onChange={e => onRowChange({ id: idDe(row), texto: e.target.value })}
      onBlur={() => onClose(true, false)}
    />
  )
}
