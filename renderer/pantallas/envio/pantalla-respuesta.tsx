import { Boton } from '../../componentes/boton.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { TONO_DE_ESTADO } from '../../componentes/insignia.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { RESPUESTA } from '../../textos/envio.ts'
import { BotonCorregir, BotonPreguntar } from './acciones-envio.tsx'
import { LlamadaResultado } from './llamada-resultado.tsx'
import { porAtender } from './orden-llamadas.ts'
import { useNombres } from './use-nombres.ts'

/** What SENCE answered to the send that has just ended, and what to do now. */
export function PantallaRespuesta({ envioId, borradorId }: { envioId: string; borradorId: string }) {
  // Opened afresh to correct it: the send taught the draft what SENCE now holds.
  const { control, ir } = useApp()
  const { datos, falla, recargar } = useConsulta('envios:detalle', { envioId }, control.conciliados)

  const nombres = useNombres(envioId)
  const todoBien = datos?.estado === 'aceptado'
  return (
    <Pagina titulo={RESPUESTA.titulo} pie={<>
      {datos !== null && datos.rechazados > 0
        ? <BotonCorregir envio={datos} />
        : <Boton icono="izquierda" onPress={() => { void control.retomar(borradorId) }}>{RESPUESTA.volver}</Boton>}
      <Boton variante="fantasma" onPress={() => { ir({ seccion: 'envios', pestana: 'local', envioId }) }}>{RESPUESTA.verEnvio}</Boton>
      <span className="empuja" />
      <Boton variante={todoBien ? 'primario' : 'secundario'} onPress={() => { control.hecho({ tipo: 'cerrar' }) }}>{RESPUESTA.otra}</Boton>
    </>}>
      {falla && <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} />}
      {!datos && !falla && <p className="suave">{COMUNES.cargando}</p>}
      {datos && <>
        <Mensaje
          tono={TONO_DE_ESTADO[datos.estado].tono} icono={TONO_DE_ESTADO[datos.estado].icono === 'visto' ? 'exito' : TONO_DE_ESTADO[datos.estado].icono} titulo={RESPUESTA.resumen[datos.estado].titulo} anunciar
          acciones={datos.desconocidos > 0 && <>
            <BotonPreguntar envio={datos} alSaber={recargar} />
            <Boton onPress={() => { ir({ seccion: 'envios', pestana: 'sence', ...codigoDe(datos.llamadas) }) }}>{RESPUESTA.verHistorial}</Boton>
          </>}
        >
          <p>{RESPUESTA.resumen[datos.estado].detalle(datos.aceptados)}</p>
        </Mensaje>
        {porAtender(datos.llamadas).map(l => <LlamadaResultado key={l.id} llamada={l} nombres={nombres} />)}
      </>}
    </Pagina>
  )
}

/** Code of the first call whose outcome is not known: what to ask SENCE's history for. */
function codigoDe(llamadas: readonly { estado: string; codigoEnvio: string }[]): { codigoExterno: string } | Record<string, never> {
  const incierta = llamadas.find(l => l.estado === 'desconocido')
  return incierta ? { codigoExterno: incierta.codigoEnvio } : {}
}
