import { useEffect, useRef, useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { FiltroHistorial } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { BarraProgreso } from '../../componentes/barra-progreso.tsx'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { Paginas } from '../../componentes/paginas.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { pedir } from '../../puente.ts'
import { HISTORIAL } from '../../textos/envios.ts'
import { GUARDADO } from '../../textos/historial.ts'
import { FiltrosHistorial } from './filtros-historial.tsx'
import { ProcesoSence } from './proceso-sence.tsx'
import { useHistorial } from './use-historial.ts'
import './historial.css'

const POR_PAGINA = 50

/** What SENCE has on record, from what was last read of it; the person asks again when it matters. */
export function HistorialSence({ codigoInicial }: { codigoInicial: string }) {
  const { estado, avance, vez } = useHistorial()
  const [filtro, setFiltro] = useState<FiltroHistorial>({})
  const [desde, setDesde] = useState(0)
  const [falla, setFalla] = useState<Falla | null>(null)
  const [detenida, setDetenida] = useState(false)
  const [consultando, setConsultando] = useState(false)
  const [crudo, setCrudo] = useState<string | null>(null)
  const lista = useConsulta('historial:procesos', { filtro, desde, cuantos: POR_PAGINA }, vez)
  const vigente = useRef(true)
  useEffect(() => {
    vigente.current = true
    return () => { vigente.current = false }
  }, [])

  async function consultar(nuevo: FiltroHistorial): Promise<void> {
    if (consultando) return
    setFiltro(nuevo)
    setDesde(0)
    setFalla(null)
    setDetenida(false)
    setConsultando(true)
    const r = await pedir('historial:actualizar', nuevo)
    if (!vigente.current) return
    setConsultando(false)
    setFalla(r.ok ? null : r.falla)
    setDetenida(r.ok && r.valor === null)
    estado.recargar()
    lista.recargar()
  }

  const ultima = estado.datos?.ultima ?? null
  const datos = lista.datos
  return (
    <div className="pila pestana">
      <FiltrosHistorial codigoInicial={codigoInicial} ocupado={consultando} alConsultar={f => { void consultar(f) }} />
      {avance !== null && (
        <div className="historial-avance">
          <BarraProgreso etiqueta={HISTORIAL.consultando} porcentaje={null} />
          <p className="chico" role="status">{!consultando && `${GUARDADO.actualizandoSolo}. `}{avance.octetos === 0 ? GUARDADO.esperando : GUARDADO.avance(avance.procesos, avance.registros, avance.octetos)}</p>
          {consultando && <Boton icono="cerrar" onPress={() => { void pedir('historial:cancelar', {}) }}>{GUARDADO.detener}</Boton>}
        </div>
      )}
      {falla && <MensajeFalla falla={falla} />}
      {detenida && <p className="suave chico" role="status">{GUARDADO.detenida}</p>}
      {lista.falla && <MensajeFalla falla={lista.falla} />}
      {ultima === null && datos?.total === 0 && !falla && avance === null && <EstadoVacio icono="reloj" titulo={HISTORIAL.sinConsultar.titulo} detalle={HISTORIAL.sinConsultar.detalle} />}
      {ultima !== null && (
        <div className="historial-fecha">
          <p className="fuerte">{GUARDADO.mostraba(formatInstante(ultima.consultadoEn))}</p>
          <p className="suave chico" role="status">{datos === null ? '' : GUARDADO.total(datos.total)}. {GUARDADO.mostrabaAyuda}</p>
          {!ultima.completa && <Mensaje tono="aviso" titulo={GUARDADO.incompleta} />}
        </div>
      )}
      {ultima !== null && datos?.total === 0 && <EstadoVacio icono="buscar" titulo={HISTORIAL.vacio.titulo} detalle={HISTORIAL.vacio.detalle} />}
      {datos?.procesos.map(p => <ProcesoSence key={p.pk} proceso={p} alVerCrudo={setCrudo} />)}
      {datos !== null && datos.total > POR_PAGINA && <Paginas etiqueta={GUARDADO.pagina} desde={desde} cuantas={POR_PAGINA} total={datos.total} alIr={setDesde} />}
      <Dialogo titulo={HISTORIAL.crudoTitulo} abierto={crudo !== null} alCerrar={() => { setCrudo(null) }} ancho="grande">
        <p className="suave">{HISTORIAL.crudoDetalle}</p>
        <BloqueTexto etiqueta={HISTORIAL.crudoTitulo} texto={crudo ?? ''} />
      </Dialogo>
    </div>
  )
}
