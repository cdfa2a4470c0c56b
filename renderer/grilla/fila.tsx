import { useCallback, useSyncExternalStore } from 'react'
import { Row, type RenderRowProps } from 'react-data-grid'
import { FilaContext, FranjaContext, useGrilla } from './contexto.ts'
import { idDe, type FilaRdg } from './tipos.ts'

/** A row on screen watches its own content and what of it is chosen: an edit redraws the rows that changed and no others. */
export function FilaGrilla(props: RenderRowProps<FilaRdg>) {
  const { cache, seleccion } = useGrilla()
  const id = idDe(props.row)
  const pos = props.rowIdx
  const observar = useCallback((f: () => void) => cache.observar(id, pos, f), [cache, id, pos])
  const vista = useSyncExternalStore(observar, () => cache.fila(id))
  const franja = useSyncExternalStore(seleccion.observar, () => seleccion.franja(pos))
  return (
    <FilaContext value={vista}>
      <FranjaContext value={franja}>
        <Row {...props} className={vista?.excluida ? 'grilla-fila-fuera' : ''} />
      </FranjaContext>
    </FilaContext>
  )
}
