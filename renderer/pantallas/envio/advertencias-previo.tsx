import type { PrevioEnvio } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { VISTA_DE_SECCION } from '../../estado/vista.ts'
import { PREVIO } from '../../textos/envio.ts'

/** What should be known before sending, the worst first. Only an empty send stops it. */
export function AdvertenciasPrevio({ previo, sePuede, alRevisar }: { previo: PrevioEnvio; sePuede: boolean; alRevisar: () => void }) {
  const { estado, control, ir } = useApp()
  const [excluir, excluyendo] = useAccion('borrador:excluirSinCambios')
  const suma = (k: 'iguales' | 'menos' | 'sinConfirmar'): number => previo.cursos.reduce((n, c) => n + c[k], 0)
  const iguales = suma('iguales')
  const menos = suma('menos')
  const sinConfirmar = suma('sinConfirmar')

  async function dejarFuera(): Promise<void> {
    const resumen = await excluir({ id: previo.borradorId })
    if (!resumen) return
    control.hecho({ tipo: 'cambiada', resumen })
    avisar({ tono: 'exito', titulo: PREVIO.iguales.hecho, detalle: PREVIO.iguales.hechoDetalle })
  }

  const verProblemas = <Boton onPress={alRevisar}>{PREVIO.omitidos.boton}</Boton>
  return (
    <>
      {sinConfirmar > 0 && (
        <Mensaje tono="aviso" icono="duda" titulo={PREVIO.sinConfirmar.titulo(sinConfirmar)} acciones={<Boton onPress={() => { ir(VISTA_DE_SECCION.envios) }}>{PREVIO.sinConfirmar.boton}</Boton>}>
          <p>{PREVIO.sinConfirmar.detalle}</p>
        </Mensaje>
      )}
      {!sePuede && sinConfirmar === 0 && <Mensaje tono="error" titulo={PREVIO.nada.titulo} acciones={verProblemas}><p>{PREVIO.nada.detalle}</p></Mensaje>}
      {sePuede && previo.omitidos > 0 && <Mensaje tono="aviso" titulo={PREVIO.omitidos.titulo(previo.omitidos)} acciones={verProblemas}><p>{PREVIO.omitidos.detalle}</p></Mensaje>}
      {menos > 0 && <Mensaje tono="error" titulo={PREVIO.menos.titulo(menos)}><p>{PREVIO.menos.detalle}</p></Mensaje>}
      {iguales > 0 && (
        <Mensaje tono="aviso" titulo={PREVIO.iguales.titulo(iguales)} acciones={<Boton isPending={excluyendo} onPress={() => { void dejarFuera() }}>{PREVIO.iguales.boton}</Boton>}>
          <p>{PREVIO.iguales.detalle}</p>
        </Mensaje>
      )}
      {previo.fueraDeVentana && !enPractica(estado) && <Mensaje tono="info" icono="reloj" titulo={PREVIO.ventana.titulo}><p>{PREVIO.ventana.detalle}</p></Mensaje>}
    </>
  )
}
