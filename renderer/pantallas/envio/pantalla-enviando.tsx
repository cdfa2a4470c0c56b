import { useEffect } from 'react'
import type { EstadoLlamada, ProgresoEnvio } from '../../../shared/ipc/modelos.ts'
import { BarraProgreso } from '../../componentes/barra-progreso.tsx'
import { Boton } from '../../componentes/boton.tsx'
import { InsigniaEstado } from '../../componentes/insignia.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { alumnos } from '../../textos/comunes.ts'
import { ALUMNOS, ENVIANDO } from '../../textos/envio.ts'

function notaDe(p: ProgresoEnvio): string {
  if (p.sinRed === true) return ENVIANDO.sinRed
  if (p.reintento !== undefined) return ENVIANDO.reintento(p.reintento.numero, p.reintento.de)
  return p.pausaHasta === undefined ? '' : ENVIANDO.pausa
}

function cuentasDe(llamadas: readonly EstadoLlamada[]): Parameters<typeof ENVIANDO.cuentas>[0] {
  const suma = (n: (l: EstadoLlamada) => number): number => llamadas.reduce((total, l) => total + n(l), 0)
  return { aceptados: suma(l => l.aceptados), rechazados: suma(l => l.rechazados), desconocidos: suma(l => l.desconocidos), faltan: suma(l => l.alumnos - l.aceptados - l.rechazados - l.desconocidos) }
}

/** A send in course: one call per course, in order; what has not left yet can be cancelled. */
export function PantallaEnviando({ envioId }: { envioId: string }) {
  const { control } = useApp()
  const { hecho } = control
  const progreso = control.progresos[envioId]
  const { datos } = useConsulta('envios:estado', { envioId }, progreso && [progreso.llamada, progreso.estado, progreso.alumnosListos, progreso.pausaHasta, progreso.reintento?.numero, progreso.terminado])
  const [cancelar, pidiendo] = useAccion('envio:cancelar')
  const cancelando = progreso?.cancelando ?? false
  // A very short send may end before this screen is here to hear it.
  const terminado = progreso?.terminado === true
  useEffect(() => { if (terminado) hecho({ tipo: 'terminada', envioId }) }, [terminado, hecho, envioId])

  const palabras = progreso ? ENVIANDO.paso(progreso) : ENVIANDO.preparando
  return (
    <Pagina titulo={ENVIANDO.titulo} subtitulo={ENVIANDO.subtitulo} ancho="lectura">
      <section className="tarjeta pila">
        <div className="enviando-cabeza">
          <div role="status"><h2>{palabras}</h2></div>
          <Boton isDisabled={cancelando || pidiendo} onPress={() => { void cancelar({ envioId }) }}>{ENVIANDO.cancelar}</Boton>
        </div>
        <BarraProgreso etiqueta={ENVIANDO.progreso} porcentaje={progreso && progreso.alumnosListos > 0 ? (progreso.alumnosListos / Math.max(1, progreso.alumnos)) * 100 : null} />
        <div className="pila-minima enviando-notas suave chico">
          {datos && <p>{ENVIANDO.cuentas(cuentasDe(datos.llamadas))}</p>}
          {progreso?.restanteMs !== undefined && !cancelando && <p>{ENVIANDO.resta(progreso.restanteMs)}</p>}
          <p role="status">{cancelando ? ENVIANDO.cancelando : progreso ? notaDe(progreso) : ''}</p>
        </div>
        <ul className="enviando-lista" aria-label={ENVIANDO.lista}>
          {datos?.llamadas.map(l => (
            <li key={l.id}>
              <span className="cortado" title={`${l.codigoOferta} ${l.codigoGrupo}`}>{l.codigoGrupo}{l.partes > 1 && <span className="suave"> · {ENVIANDO.parte(l.parte, l.partes)}</span>}</span>
              <span className="empuja suave chico">{ALUMNOS.totales(l.aceptados, l.rechazados, l.desconocidos) || alumnos(l.alumnos)}</span>
              <InsigniaEstado estado={l.estado} />
            </li>
          ))}
        </ul>
      </section>
    </Pagina>
  )
}
