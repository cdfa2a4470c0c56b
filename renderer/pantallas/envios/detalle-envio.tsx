import { formatInstante } from '../../../shared/domain/fecha.ts'
import { Boton } from '../../componentes/boton.tsx'
import { InsigniaEstado } from '../../componentes/insignia.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { rutConPuntos } from '../../componentes/rut-otec.ts'
import { useApp } from '../../estado/contexto.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { DETALLE, ENVIOS } from '../../textos/envios.ts'
import { BotonCorregir, BotonPreguntar } from '../envio/acciones-envio.tsx'
import { LlamadaResultado } from '../envio/llamada-resultado.tsx'
import { porAtender } from '../envio/orden-llamadas.ts'
import { ComparacionSence } from './comparacion-sence.tsx'
import { MenuGuardar } from './menu-guardar.tsx'
import { useNombres } from '../envio/use-nombres.ts'
import { RespaldoLlamada } from './respaldo-llamada.tsx'

/** One past send: results, and the exact request and answer kept as proof. */
export function DetalleEnvio({ envioId, alVolver }: { envioId: string; alVolver: () => void }) {
  const { control } = useApp()
  const progreso = control.progresos[envioId]
  const { datos, falla, recargar } = useConsulta('envios:detalle', { envioId }, [control.conciliados, progreso?.llamada, progreso?.alumnosListos, progreso?.terminado])
  const nombres = useNombres(envioId)
  const volver = <Boton icono="izquierda" onPress={alVolver}>{DETALLE.volver}</Boton>
  if (!datos) {
    return <Pagina titulo={ENVIOS.titulo} acciones={volver}>{falla ? <MensajeFalla falla={falla} /> : <p className="suave">{COMUNES.cargando}</p>}</Pagina>
  }
  return (
    <Pagina titulo={DETALLE.titulo(formatInstante(datos.creadoEn))} subtitulo={DETALLE.horaSantiago} acciones={<>
      {datos.desconocidos > 0 && <BotonPreguntar envio={datos} alSaber={recargar} />}
      {datos.rechazados > 0 && <BotonCorregir envio={datos} />}
      <MenuGuardar envioId={envioId} />
      {volver}
    </>}>
      <dl className="datos">
        <div><dt>{DETALLE.datos.archivo}</dt><dd className="cortado" title={datos.nombreArchivo}>{datos.nombreArchivo}</dd></div>
        <div><dt>{ENVIOS.columnas.resultado}</dt><dd><InsigniaEstado estado={datos.estado} /></dd></div>
        <div><dt>{DETALLE.datos.rut}</dt><dd className="mono">{rutConPuntos(datos.rutOtec)}</dd></div>
      </dl>
      {porAtender(datos.llamadas).map(l => <LlamadaResultado key={l.id} llamada={l} nombres={nombres}><ComparacionSence envioId={envioId} llamada={l} /><RespaldoLlamada llamada={l} /></LlamadaResultado>)}
    </Pagina>
  )
}
