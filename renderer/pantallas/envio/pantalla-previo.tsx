import { useEffect, useState } from 'react'
import type { BorradorResumen, PrevioEnvio } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { enPractica, estaConectada, useApp } from '../../estado/contexto.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { escuchar } from '../../puente.ts'
import { rutConPuntos } from '../../componentes/rut-otec.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { NOCHE } from '../../textos/noche.ts'
import { PREVIO } from '../../textos/envio.ts'
import { AdvertenciasPrevio } from './advertencias-previo.tsx'
import { ConfirmarEnvio } from './confirmar-envio.tsx'
import { ConfirmarNoche } from './confirmar-noche.tsx'
import { FaltaConectar } from './falta-conectar.tsx'
import { DialogoJson } from './dialogo-json.tsx'
import { TablaPrevio, type PrevioCurso } from './tabla-previo.tsx'

/** What would be sent, against what SENCE last accepted. */
export function PantallaPrevio({ resumen }: { resumen: BorradorResumen }) {
  const { estado, control } = useApp()
  const conectada = estaConectada(estado)
  const { datos, falla, recargar } = useConsulta('envio:previo', conectada ? { borradorId: resumen.id } : null, resumen.version)
  const [json, setJson] = useState<PrevioCurso | null>(null)
  const [deNoche, setDeNoche] = useState(false)
  const [confirmando, setConfirmando] = useState(false)
  const revisar = (): void => { control.hecho({ tipo: 'revisar' }) }
  const alumnos = datos?.cursos.reduce((n, c) => n + queVan(c), 0) ?? 0
  const cursos = datos?.cursos.filter(c => queVan(c) > 0).length ?? 0
  const sePuede = alumnos > 0

  useEffect(() => escuchar('menu:accion', ({ accion }) => { if (accion === 'enviar' && sePuede) setConfirmando(true) }), [sePuede])

  return (
    <Pagina titulo={PREVIO.titulo} subtitulo={PREVIO.subtitulo} pie={<>
      <Boton icono="izquierda" onPress={revisar}>{PREVIO.volver}</Boton>
      <Resumen previo={datos} alumnos={alumnos} cursos={cursos} />
      <Boton icono="luna" isDisabled={!sePuede} onPress={() => { setDeNoche(true) }}>{NOCHE.boton}</Boton>
      <Boton variante="primario" icono="envios" isDisabled={!sePuede} onPress={() => { setConfirmando(true) }}>{enPractica(estado) ? PREVIO.enviarPractica : PREVIO.enviar}</Boton>
    </>}>
      {falla && <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} />}
      {!conectada && <FaltaConectar />}
      {conectada && !datos && !falla && <p className="suave">{COMUNES.cargando}</p>}
      {datos && <>
        <AdvertenciasPrevio previo={datos} sePuede={alumnos > 0} alRevisar={revisar} />
        <TablaPrevio borradorId={resumen.id} version={resumen.version} cursos={datos.cursos} alVerJson={setJson} />
      </>}
      <DialogoJson borradorId={resumen.id} curso={json} alCerrar={() => { setJson(null) }} />
      <ConfirmarNoche borradorId={resumen.id} alumnos={alumnos} cursos={cursos} abierto={deNoche} alCerrar={() => { setDeNoche(false) }} />
      <ConfirmarEnvio borradorId={resumen.id} alumnos={alumnos} cursos={cursos} abierto={confirmando} alCerrar={() => { setConfirmando(false) }} />
    </Pagina>
  )
}

/** Those whose last send is not known to have arrived, or not, wait. */
const queVan = (c: PrevioCurso): number => c.enviables - c.sinConfirmar

function Resumen({ previo, alumnos, cursos }: { previo: PrevioEnvio | null; alumnos: number; cursos: number }) {
  return (
    <p className="previo-total">
      <strong>{previo ? PREVIO.total(alumnos, cursos) : ' '}</strong>
      <span className="suave chico">{previo && previo.rutOtec !== '' ? PREVIO.como(rutConPuntos(previo.rutOtec)) : ''}</span>
    </p>
  )
}
