import { Boton } from '../../componentes/boton.tsx'
import { TEXTOS_REVISION as T } from '../../textos/revision.ts'

/** In place of the rows, when the sheet has none or the filter leaves none. */
export function SinFilas({ filtrada, alMostrarTodas }: { filtrada: boolean; alMostrarTodas(): void }) {
  const { titulo, detalle } = filtrada ? T.sinCoincidencias : T.sinFilas
  return (
    <div className="pila-corta">
      <p><strong>{titulo}</strong></p>
      <p className="suave">{detalle}</p>
      {filtrada && <p><Boton onPress={alMostrarTodas}>{T.mostrarTodas}</Boton></p>}
    </div>
  )
}
