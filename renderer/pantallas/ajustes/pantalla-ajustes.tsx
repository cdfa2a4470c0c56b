import { Pagina } from '../../componentes/pagina.tsx'
import { AJUSTES } from '../../textos/ajustes.ts'
import { SeccionActualizaciones } from './seccion-actualizaciones.tsx'
import { SeccionApariencia } from './seccion-apariencia.tsx'
import { SeccionAyuda } from './seccion-ayuda.tsx'
import { SeccionConexion } from './seccion-conexion.tsx'
import { SeccionCorrespondencias } from './seccion-correspondencias.tsx'
import { SeccionDatos } from './seccion-datos.tsx'
import { SeccionEspacio } from './seccion-espacio.tsx'
import { SeccionNoche } from './seccion-noche.tsx'
import { SeccionRespaldo } from './seccion-respaldo.tsx'
import { SeccionRed } from './seccion-red.tsx'
import { SeccionOtec } from './seccion-otec.tsx'
import { SeccionPerfiles } from './seccion-perfiles.tsx'
import { SeccionVigia } from './seccion-vigia.tsx'

/** `conectar`: the person came to type credentials, so the form stands open. */
export function PantallaAjustes({ conectar }: { conectar: boolean }) {
  return (
    <Pagina titulo={AJUSTES.titulo} ancho="lectura">
      <SeccionOtec conectar={conectar} />
      <SeccionPerfiles />
      <SeccionVigia />
      <SeccionEspacio />
      <SeccionConexion />
      <SeccionNoche />
      <SeccionRed />
      <SeccionCorrespondencias />
      <SeccionApariencia />
      <SeccionDatos />
      <SeccionRespaldo />
      <SeccionActualizaciones />
      <SeccionAyuda />
    </Pagina>
  )
}
