import { DIAGNOSTICO } from '../../textos/diagnostico.ts'
import { ExportarDiagnostico } from '../diagnostico/exportar-diagnostico.tsx'
import { Seccion } from './seccion.tsx'

export function SeccionAyuda() {
  return (
    <Seccion titulo={DIAGNOSTICO.titulo}>
      <p className="suave">{DIAGNOSTICO.que}</p>
      <div className="fila"><ExportarDiagnostico /></div>
    </Seccion>
  )
}
