import { useEffect, useRef, useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { FiltroHistorial, ProcesoHistorial } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { pedir } from '../../puente.ts'
import { HISTORIAL } from '../../textos/envios.ts'
import { FiltrosHistorial } from './filtros-historial.tsx'
import { ProcesoSence } from './proceso-sence.tsx'

/** Kept by the section: looking at a local send must not lose an answer that took minutes. */
export interface ConsultaSence { consultadoEn: string; procesos: ProcesoHistorial[] }

/** What SENCE has on record. Asked only when the person asks: each question is a call to a slow service. */
export function HistorialSence({ codigoInicial, consulta, setConsulta }: { codigoInicial: string; consulta: ConsultaSence | null; setConsulta: (c: ConsultaSence | null) => void }) {
  const [falla, setFalla] = useState<Falla | null>(null)
  const [consultando, setConsultando] = useState(false)
  const [crudo, setCrudo] = useState<string | null>(null)
  const vigente = useRef(true)
  useEffect(() => {
    vigente.current = true
    return () => { vigente.current = false }
  }, [])

  async function consultar(filtro: FiltroHistorial): Promise<void> {
    setConsultando(true)
    const r = await pedir('historial:consultar', filtro)
    if (!vigente.current) return
    setConsultando(false)
    setFalla(r.ok ? null : r.falla)
    setConsulta(r.ok ? r.valor : null)
  }

  return (
    <div className="pila pestana">
      <FiltrosHistorial codigoInicial={codigoInicial} ocupado={consultando} alConsultar={f => { void consultar(f) }} />
      <p className="suave chico" role="status">{consultando ? HISTORIAL.consultando : consulta ? HISTORIAL.consultado(formatInstante(consulta.consultadoEn), consulta.procesos.length) : ''}</p>
      {falla && <MensajeFalla falla={falla} />}
      {!consulta && !falla && <EstadoVacio icono="reloj" titulo={HISTORIAL.sinConsultar.titulo} detalle={HISTORIAL.sinConsultar.detalle} />}
      {consulta?.procesos.length === 0 && <EstadoVacio icono="buscar" titulo={HISTORIAL.vacio.titulo} detalle={HISTORIAL.vacio.detalle} />}
      {consulta?.procesos.toSorted(masNuevoPrimero).map((p, i) => <ProcesoSence key={p.idProceso ?? i} proceso={p} alVerCrudo={setCrudo} />)}
      <Dialogo titulo={HISTORIAL.crudoTitulo} abierto={crudo !== null} alCerrar={() => { setCrudo(null) }} ancho="grande">
        <p className="suave">{HISTORIAL.crudoDetalle}</p>
        <BloqueTexto etiqueta={HISTORIAL.crudoTitulo} texto={crudo ?? ''} />
      </Dialogo>
    </div>
  )
}

/** SENCE's order is not told; its dates are text that sorts as it reads. What has no date or number goes last. */
function masNuevoPrimero(a: ProcesoHistorial, b: ProcesoHistorial): number {
  return alReves(a.fecha, b.fecha) || alReves(a.idProceso, b.idProceso)
}

function alReves(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return b.localeCompare(a, 'es', { numeric: true })
}
