import { useCallback, useSyncExternalStore } from 'react'
import { Row, type RenderRowProps } from 'react-data-grid'
import { FilaContext, useGrilla } from './contexto.ts'
import { idDe, type FilaRdg } from './tipos.ts'

/** A row on screen watches its own content: an edit redraws the rows that changed and no others. */
export function FilaGrilla(props: RenderRowProps<FilaRdg>) {
  const { cache } = useGrilla()
  const id = idDe(props.row)
  const pos = props.rowIdx
  const observar = useCallback((f: () => void) => cache.observar(id, pos, f), [cache, id, pos])
  const vista = useSyncExternalStore(observar, () => cache.fila(id))
  return (
    <FilaContext value={vista}>
      <Row {...props} className={vista?.excluida ? 'grilla-fila-fuera' : ''} />
    </FilaContext>
  )
}
