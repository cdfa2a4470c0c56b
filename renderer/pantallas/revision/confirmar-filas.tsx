import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { COMUNES } from '../../textos/comunes.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'

const T = TEXTOS_EDICION.pegarConFilas

/** What was copied goes beyond the last row. `con` null: nothing is pasted. */
export function ConfirmarFilas({ cuantas, alResponder }: { cuantas: number; alResponder(con: boolean | null): void }) {
  return (
    <Dialogo
      titulo={T.titulo} abierto alCerrar={() => alResponder(null)}
      acciones={<>
        <Boton onPress={() => alResponder(null)}>{COMUNES.cancelar}</Boton>
        <Boton onPress={() => alResponder(false)}>{T.soloLoQueCabe}</Boton>
        <Boton variante="primario" autoFocus onPress={() => alResponder(true)}>{T.agregar(cuantas)}</Boton>
      </>}
    >
      <p>{T.detalle(cuantas)}</p>
    </Dialogo>
  )
}
