import { useState } from 'react'
import type { NocheEstado, Programado } from '../../../shared/ipc/modelos-noche.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Confirmar } from '../../componentes/dialogo.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useSeguido } from '../../estado/use-seguido.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { NOCHE } from '../../textos/noche.ts'
import './noche.css'

type Vencido = NocheEstado['vencidos'][number]
type Pregunta = { que: 'cancelar' | 'ahora'; envioId: string; archivo: string }

/** What waits for the night, with the ways to take it back; and what missed it, with the ways on. */
export function TarjetasNoche() {
  const [noche] = useSeguido('noche:estado')
  const [pregunta, setPregunta] = useState<Pregunta | null>(null)
  if (noche === null || noche.programados.length + noche.vencidos.length === 0) return null
  return (
    <section className="noche" aria-label={NOCHE.lista}>
      {noche.vencidos.map(v => <TarjetaVencido key={v.envioId} vencido={v} preguntar={setPregunta} />)}
      {noche.programados.map(p => <TarjetaProgramado key={p.envioId} programado={p} preguntar={setPregunta} />)}
      <Preguntas pregunta={pregunta} alCerrar={() => { setPregunta(null) }} />
    </section>
  )
}

function TarjetaProgramado({ programado, preguntar }: { programado: Programado; preguntar: (p: Pregunta) => void }) {
  const { envioId, nombreArchivo, para, espera, falla } = programado
  const t = NOCHE.ficha
  return (
    <Mensaje tono={espera === 'hora' ? 'info' : 'aviso'} icono="luna" titulo={NOCHE.programado(para)} acciones={<>
      {espera === 'problema' && <Boton onPress={() => { preguntar({ que: 'ahora', envioId, archivo: nombreArchivo }) }}>{t.ahora}</Boton>}
      <Boton onPress={() => { preguntar({ que: 'cancelar', envioId, archivo: nombreArchivo }) }}>{t.cancelar}</Boton>
    </>}>
      <p className="noche-archivo">{t.que(nombreArchivo, programado.alumnos, programado.cursos)}</p>
      {falla === null ? <p>{t[espera]}</p> : <>
        <p><strong>{falla.titulo}.</strong> {falla.explicacion}</p>
        <p><strong>{COMUNES.queHacer}:</strong> {falla.queHacer}</p>
      </>}
    </Mensaje>
  )
}

function TarjetaVencido({ vencido, preguntar }: { vencido: Vencido; preguntar: (p: Pregunta) => void }) {
  const { envioId, nombreArchivo, para } = vencido
  const [reprogramar, ocupado] = useAccion('noche:reprogramar')
  const t = NOCHE.vencido

  async function otraNoche(): Promise<void> {
    const r = await reprogramar({ envioId })
    if (r) avisar({ tono: 'exito', titulo: NOCHE.programado(r.para), detalle: NOCHE.programadoDetalle })
  }

  return (
    <Mensaje tono="aviso" titulo={t.titulo(para)} acciones={<>
      <Boton variante="primario" isPending={ocupado} onPress={() => { void otraNoche() }}>{t.otra}</Boton>
      <Boton onPress={() => { preguntar({ que: 'ahora', envioId, archivo: nombreArchivo }) }}>{t.ahora}</Boton>
      <Boton onPress={() => { preguntar({ que: 'cancelar', envioId, archivo: nombreArchivo }) }}>{t.descartar}</Boton>
    </>}>
      <p className="noche-archivo">{NOCHE.ficha.que(nombreArchivo, vencido.alumnos, vencido.cursos)}</p>
      <p>{t.detalle}</p>
    </Mensaje>
  )
}

function Preguntas({ pregunta, alCerrar }: { pregunta: Pregunta | null; alCerrar: () => void }) {
  const [cancelar, cancelando] = useAccion('noche:desprogramar')
  const [enviar, enviando] = useAccion('noche:enviarAhora')
  const archivo = pregunta?.archivo ?? ''
  const envioId = pregunta?.envioId ?? ''

  async function alCancelar(): Promise<void> {
    const r = await cancelar({ envioId })
    alCerrar()
    if (r) avisar({ tono: 'exito', titulo: NOCHE.cancelar.hecho })
  }
  async function alEnviar(): Promise<void> {
    const r = await enviar({ envioId })
    alCerrar()
    if (r) avisar({ tono: 'info', titulo: NOCHE.ahora.hecho, detalle: NOCHE.ahora.hechoDetalle })
  }

  return (
    <>
      <Confirmar titulo={NOCHE.cancelar.titulo} detalle={NOCHE.cancelar.detalle(archivo)} boton={NOCHE.cancelar.boton} variante="peligro" abierto={pregunta?.que === 'cancelar'} ocupado={cancelando} alCerrar={alCerrar} alConfirmar={() => { void alCancelar() }} />
      <Confirmar titulo={NOCHE.ahora.titulo} detalle={NOCHE.ahora.detalle(archivo)} boton={NOCHE.ahora.boton} abierto={pregunta?.que === 'ahora'} ocupado={enviando} alCerrar={alCerrar} alConfirmar={() => { void alEnviar() }} />
    </>
  )
}
