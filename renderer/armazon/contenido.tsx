import { useApp } from '../estado/contexto.ts'
import { PantallaAjustes } from '../pantallas/ajustes/pantalla-ajustes.tsx'
import { PantallaAyuda } from '../pantallas/ayuda/pantalla-ayuda.tsx'
import { PantallaEnvios } from '../pantallas/envios/pantalla-envios.tsx'
import { PantallaTrabajo } from '../pantallas/trabajo/pantalla-trabajo.tsx'

/** The section on view. */
export function Contenido() {
  const { vista } = useApp()
  switch (vista.seccion) {
    case 'planilla': return <PantallaTrabajo />
    case 'envios': return <PantallaEnvios vista={vista} />
    case 'ayuda': return <PantallaAyuda pestana={vista.pestana} />
    case 'ajustes': return <PantallaAjustes conectar={vista.conectar} />
  }
}
