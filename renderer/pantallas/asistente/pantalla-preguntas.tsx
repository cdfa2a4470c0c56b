/** What the cells of a column alone do not say is asked once, with the person's own cells: one column a screen. */
import './asistente.css'
import { useState } from 'react'
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Pregunta } from '../../../shared/ipc/modelos-preguntas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { ASISTENTE, PREGUNTAS as T } from '../../textos/asistente.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'

const DESPUES = 'despues'

export function PantallaPreguntas({ resumen, preguntas }: { resumen: BorradorResumen; preguntas: readonly Pregunta[] }) {
  const { control } = useApp()
  const [n, setN] = useState(0)
  const [dichas, setDichas] = useState<ReadonlyMap<number, string>>(new Map())
  const [recordar, setRecordar] = useState(true)
  const [responder, respondiendo] = useAccion('borrador:responder')
  const pregunta = preguntas[n]
  if (!pregunta) return null
  const dicha = dichas.get(n) ?? null
  const ultima = n === preguntas.length - 1
  const seguir = async (): Promise<void> => {
    if (!ultima) { setN(n + 1); return }
    const respuestas = preguntas.flatMap(({ causa, tabla, columna }, i) => {
      const opcion = dichas.get(i) ?? DESPUES
      return opcion === DESPUES ? [] : [{ causa, tabla, columna, opcion }]
    })
    const listo = respuestas.length === 0 ? resumen : await responder({ id: resumen.id, respuestas, recordar })
    if (listo) control.hecho({ tipo: 'abierta', resumen: listo })
  }
  return (
    <Pagina
      key={n} titulo={T.titulo(pregunta.titulo)} ancho="lectura"
      subtitulo={`${T.lugar(pregunta.hoja, pregunta.letra)} · ${T.cuantas(pregunta.cuantas)}`}
      acciones={preguntas.length > 1 ? <p className="suave">{ASISTENTE.paso(n + 1, preguntas.length)}</p> : undefined}
      pie={<>
        <span className="asistente-hueco" />
        {n > 0 && <Boton onPress={() => { setN(n - 1) }}>{ASISTENTE.anterior}</Boton>}
        <Boton variante="primario" isDisabled={dicha === null} isPending={respondiendo} onPress={() => { void seguir() }}>{ultima ? T.listo : ASISTENTE.siguiente}</Boton>
      </>}
    >
      <p className="suave">{T.porque}</p>
      <RadioGroup className="react-aria-RadioGroup asistente-opciones" value={dicha} onChange={v => { setDichas(new Map(dichas).set(n, v)) }}>
        <Label>{T.opciones}</Label>
        {pregunta.opciones.map(o => <Opcion key={o.opcion} valor={o.opcion} titulo={o.titulo} detalle={[o.detalle ?? '', o.quedan > 0 ? T.quedan(o.quedan) : ''].filter(t => t !== '').join(' ')} />)}
        <Opcion valor={DESPUES} titulo={T.despues} detalle={T.despuesDetalle} />
      </RadioGroup>
      <Ejemplos pregunta={pregunta} dicha={dicha} />
      {ultima && [...dichas.values()].some(d => d !== DESPUES) && <Checkbox isSelected={recordar} onChange={setRecordar}>{T.recordar}</Checkbox>}
    </Pagina>
  )
}

function Opcion({ valor, titulo, detalle }: { valor: string; titulo: string; detalle: string }) {
  return <Radio value={valor}><span className="asistente-lectura"><span>{titulo}</span>{detalle !== '' && <span className="suave chico">{detalle}</span>}</span></Radio>
}

/** The column's own cells; with an answer, also what each would be. */
function Ejemplos({ pregunta: { opciones }, dicha }: { pregunta: Pregunta; dicha: string | null }) {
  const elegida = opciones.find(o => o.opcion === dicha)
  const { ejemplos } = elegida ?? opciones[0] ?? { ejemplos: [] }
  return (
    <div role="status">
      <Tabla nombre={T.vista} densa encabezado={<tr><th scope="col">{T.fila}</th><th scope="col">{T.antes}</th><th scope="col">{T.despuesDe}</th></tr>}>
        {ejemplos.map((e, i) => <tr key={i}><td>{e.fila === null ? COMUNES.sinDato : numero(e.fila)}</td><td>{e.antes}</td><td>{elegida ? e.despues : <span className="suave">{COMUNES.sinDato}</span>}</td></tr>)}
      </Tabla>
    </div>
  )
}
