import type { LlamadaVista } from '../../../shared/ipc/modelos.ts'
import { InsigniaEstado, TONO_DE_ESTADO } from '../../componentes/insignia.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { ALUMNOS, ENVIANDO } from '../../textos/envio.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { TablaAlumnos } from './tabla-alumnos.tsx'
import type { Nombres } from './use-nombres.ts'

/** One course of a send: its outcome in words, and each alumno. */
export function LlamadaResultado({ llamada: l, nombres, children }: { llamada: LlamadaVista; nombres: Nombres; children?: React.ReactNode }) {
  const cuenta = (r: string): number => l.alumnos.filter(a => a.resultado === r).length
  return (
    <section className="llamada tarjeta" aria-label={`${COMUNES.grupo} ${l.codigoGrupo}`}>
      <div className="llamada-cabeza">
        <div className="llamada-titulos">
          <h2 className="dos-lineas" title={l.codigoGrupo}>{l.codigoGrupo}</h2>
          <p className="suave chico cortado" title={l.codigoOferta}>{l.codigoOferta} · {l.partes > 1 ? `${ENVIANDO.parte(l.parte, l.partes)} · ` : ''}{l.idProceso === null ? ALUMNOS.sinProceso : ALUMNOS.proceso(l.idProceso)}</p>
        </div>
        <p className="suave chico">{ALUMNOS.totales(cuenta('aceptado'), cuenta('rechazado'), cuenta('desconocido'))}</p>
        <InsigniaEstado estado={l.estado} />
      </div>
      {l.titulo !== null && (
        <Mensaje tono={TONO_DE_ESTADO[l.estado].tono} titulo={l.titulo}>
          {l.explicacion !== null && <p>{l.explicacion}</p>}
          {l.queHacer !== null && <p><strong>{COMUNES.queHacer}:</strong> {l.queHacer}</p>}
        </Mensaje>
      )}
      <TablaAlumnos grupo={l.codigoGrupo} alumnos={l.alumnos} nombres={nombres} />
      {children}
    </section>
  )
}
