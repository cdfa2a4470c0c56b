import type { LlamadaVista } from '../../../shared/ipc/modelos.ts'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { DETALLE } from '../../textos/envios.ts'

/** The texts themselves, brought when they are unfolded: of a large course they are megabytes. */
export function CuerpoLlamada({ llamada: l }: { llamada: LlamadaVista }) {
  const { datos, falla } = useConsulta('envios:cuerpo', { llamadaId: l.id }, [l.estado, l.consultadaEn])
  if (!datos) return falla ? <MensajeFalla falla={falla} /> : <p className="suave">{COMUNES.cargando}</p>
  return (
    <>
      <h4>{DETALLE.solicitud}</h4>
      <p className="suave chico">{DETALLE.solicitudNota}</p>
      <BloqueTexto etiqueta={`${DETALLE.solicitud}, ${l.codigoGrupo}`} texto={datos.solicitud} />
      <h4>{DETALLE.respuesta}</h4>
      {datos.respuesta === null ? <p className="suave">{DETALLE.sinRespuesta}</p> : <>
        <p className="suave chico">{DETALLE.respuestaNota}</p>
        <BloqueTexto etiqueta={`${DETALLE.respuesta}, ${l.codigoGrupo}`} texto={datos.respuesta} />
      </>}
      {datos.constancia !== null && <>
        <h4>{DETALLE.constancia}</h4>
        <p className="suave chico">{DETALLE.constanciaNota}</p>
        <BloqueTexto etiqueta={`${DETALLE.constancia}, ${l.codigoGrupo}`} texto={datos.constancia} />
      </>}
    </>
  )
}
