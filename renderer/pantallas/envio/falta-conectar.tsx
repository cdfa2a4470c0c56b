import { Boton } from '../../componentes/boton.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { useApp } from '../../estado/contexto.ts'
import { PREVIO } from '../../textos/envio.ts'

/** Without a token there is nothing to compare with nor to send. */
export function FaltaConectar() {
  const { ir } = useApp()
  const { titulo, detalle, boton } = PREVIO.sinCredenciales
  return (
    <Mensaje tono="error" titulo={titulo} acciones={<Boton variante="primario" onPress={() => { ir({ seccion: 'ajustes', conectar: true }) }}>{boton}</Boton>}>
      <p>{detalle}</p>
    </Mensaje>
  )
}
