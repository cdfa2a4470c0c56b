import { useId } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { Novedad } from '../../../shared/ipc/modelos-vigia.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { Mensaje, type Tono } from '../../componentes/mensaje.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useVigia } from '../../estado/use-vigia.ts'
import { VIGIA } from '../../textos/vigia.ts'
import './novedades-vigia.css'

const TONOS: Record<Novedad['resultado'], Tono> = { abierta: 'info', 'con-errores': 'aviso', programada: 'exito', 'no-abierta': 'error', 'no-programada': 'aviso' }
const EN_VISTA = 4

/** What became of the files that appeared in the watched folder; nothing when none is watched. */
export function NovedadesVigia() {
  const [vigia] = useVigia()
  const { control, ir } = useApp()
  const id = useId()
  if (vigia === null || vigia.carpeta === null || (vigia.alcanzable && vigia.novedades.length === 0)) return null
  return (
    <section className="pila-corta" aria-labelledby={id}>
      <h2 id={id}>{VIGIA.novedades}</h2>
      {!vigia.alcanzable && <Mensaje tono="aviso" titulo={VIGIA.noAlcanza}><p className="mono">{vigia.carpeta}</p><p>{VIGIA.noAlcanzaDetalle}</p></Mensaje>}
      <ul className="tarjeta vigia-lista">
        {vigia.novedades.slice(0, EN_VISTA).map(n => (
          <li key={n.id} className="vigia-novedad">
            <div className="vigia-datos"><span className="dos-lineas" title={n.archivo}>{n.archivo}</span><span className="suave chico">{formatInstante(n.cuando)}{n.detalle === '' ? '' : `. ${n.detalle}`}</span></div>
            <Insignia tono={TONOS[n.resultado]}>{VIGIA.resultados[n.resultado]}</Insignia>
            {n.envioId !== null ? <Boton onPress={() => { if (n.envioId !== null) ir({ seccion: 'envios', pestana: 'local', envioId: n.envioId }) }}>{VIGIA.verEnvio}</Boton>
              : n.borradorId !== null && <Boton onPress={() => { if (n.borradorId !== null) void control.retomar(n.borradorId) }}>{VIGIA.abrir}</Boton>}
          </li>
        ))}
      </ul>
    </section>
  )
}
