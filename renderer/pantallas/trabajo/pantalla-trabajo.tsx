import { useApp } from '../../estado/contexto.ts'
import { PantallaAsistente } from '../asistente/pantalla-asistente.tsx'
import { PantallaPreguntas } from '../asistente/pantalla-preguntas.tsx'
import { PantallaEnviando } from '../envio/pantalla-enviando.tsx'
import { PantallaPrevio } from '../envio/pantalla-previo.tsx'
import { PantallaRespuesta } from '../envio/pantalla-respuesta.tsx'
import { DialogoCorreccion } from '../planilla/dialogo-correccion.tsx'
import { PantallaImportando } from '../planilla/pantalla-importando.tsx'
import { PantallaPlanilla } from '../planilla/pantalla-planilla.tsx'
import { PantallaRevision } from '../revision/pantalla-revision.tsx'
import { BarraPasos } from './barra-pasos.tsx'

/** The section "Planilla": home, import, and the four steps to SENCE's answer. */
export function PantallaTrabajo() {
  const { control } = useApp()
  const { trabajo, hecho } = control
  if (trabajo.etapa === 'inicio') return <PantallaPlanilla falla={trabajo.falla} />
  if (trabajo.etapa === 'importando') return <PantallaImportando progreso={trabajo.progreso} cancelando={trabajo.cancelando} alCancelar={control.cancelarImportacion} />
  if (trabajo.etapa === 'asistente') return <PantallaAsistente key={trabajo.preparacion.id} preparacion={trabajo.preparacion} falla={trabajo.falla} reemplaza={trabajo.reemplaza} />
  if (trabajo.etapa === 'preguntas') return <PantallaPreguntas key={trabajo.resumen.id} resumen={trabajo.resumen} preguntas={trabajo.preguntas} />
  return (
    <div className="trabajo">
      <BarraPasos trabajo={trabajo} />
      <div className="trabajo-pantalla">
        {trabajo.etapa === 'revision' && (
          <PantallaRevision
            key={trabajo.resumen.id} resumen={trabajo.resumen} filtroInicial={trabajo.filtro ?? 'todas'}
            alCambiar={resumen => { hecho({ tipo: 'cambiada', resumen }) }} alContinuar={() => { hecho({ tipo: 'ver-previo' }) }}
          />
        )}
        {trabajo.etapa === 'revision' && <DialogoCorreccion key={`corregida ${trabajo.resumen.id}`} resumen={trabajo.resumen} />}
        {trabajo.etapa === 'previo' && <PantallaPrevio resumen={trabajo.resumen} />}
        {trabajo.etapa === 'enviando' && <PantallaEnviando envioId={trabajo.envioId} />}
        {trabajo.etapa === 'respuesta' && <PantallaRespuesta envioId={trabajo.envioId} borradorId={trabajo.resumen.id} />}
      </div>
    </div>
  )
}
