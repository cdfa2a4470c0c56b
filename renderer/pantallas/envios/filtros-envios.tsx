import { useEffect, useEffectEvent, useState } from 'react'
import { ORIGENES, type ConsultaArchivo, type Origen } from '../../../shared/ipc/modelos-archivo.ts'
import type { EstadoEnvio } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Buscador } from '../../componentes/buscador.tsx'
import { CampoFecha } from '../../componentes/campo-fecha.tsx'
import { Elegir } from '../../componentes/elegir.tsx'
import { ARCHIVO } from '../../textos/archivo.ts'
import { ESTADOS } from '../../textos/envio.ts'
import { ENVIOS } from '../../textos/envios.ts'
import { useDemorado } from '../revision/use-demorado.ts'

/** Between a letter and the next of who types at ease. */
const ENTRE_LETRAS_MS = 120
const TODOS = 'todos'
const opcionesDe = <K extends string>(textos: Readonly<Record<K, string>>, claves: readonly K[], todos: string): { id: K | typeof TODOS; texto: string }[] =>
  [{ id: TODOS, texto: todos }, ...claves.map(id => ({ id, texto: textos[id] }))]

export const SIN_FILTRO: ConsultaArchivo = { texto: '' }
export const hayFiltro = (f: ConsultaArchivo): boolean => f.texto.trim() !== '' || f.estado !== undefined || f.origen !== undefined || f.desde !== undefined || f.hasta !== undefined

/** What is asked of the list; all that is given must hold. `children`: what can be done with what passes. */
export function FiltrosEnvios({ filtro, total, alCambiar, children }: { filtro: ConsultaArchivo; total: number | null; alCambiar: (f: ConsultaArchivo) => void; children?: React.ReactNode }) {
  const [texto, setTexto] = useState(filtro.texto)
  /** A date field cannot be emptied from outside, so a new one takes its place. */
  const [limpiezas, setLimpiezas] = useState(0)
  const quieto = useDemorado(texto, ENTRE_LETRAS_MS)
  const buscar = useEffectEvent(() => { if (quieto !== filtro.texto) alCambiar({ ...filtro, texto: quieto }) })
  useEffect(() => { buscar() }, [quieto])
  const con = (cambio: { [K in keyof ConsultaArchivo]?: ConsultaArchivo[K] | undefined }): void => {
    const { estado, origen, desde, hasta } = { ...filtro, ...cambio }
    alCambiar({ texto, ...(estado === undefined ? {} : { estado }), ...(origen === undefined ? {} : { origen }), ...(desde === undefined ? {} : { desde }), ...(hasta === undefined ? {} : { hasta }) })
  }
  const o = ARCHIVO
  return (
    <search className="filtros-envios">
      <div className="filtros-envios-buscar"><Buscador etiqueta={ENVIOS.buscar} marcador={o.buscarAyuda} valor={texto} alCambiar={setTexto} /></div>
      <Elegir<EstadoEnvio | typeof TODOS> etiqueta={o.estado} elegida={filtro.estado ?? TODOS} opciones={opcionesDe(ESTADOS, Object.keys(ESTADOS) as EstadoEnvio[], o.todosLosEstados)} alElegir={k => { con({ estado: k === TODOS ? undefined : k }) }} />
      <Elegir<Origen | typeof TODOS> etiqueta={o.origen} elegida={filtro.origen ?? TODOS} opciones={opcionesDe(o.origenes, ORIGENES, o.todosLosOrigenes)} alElegir={k => { con({ origen: k === TODOS ? undefined : k }) }} />
      <CampoFecha key={`desde-${limpiezas}`} etiqueta={o.desde} inicial={filtro.desde} alCambiar={f => { con({ desde: f ?? undefined }) }} />
      <CampoFecha key={`hasta-${limpiezas}`} etiqueta={o.hasta} inicial={filtro.hasta} alCambiar={f => { con({ hasta: f ?? undefined }) }} />
      <div className="filtros-envios-fin">
        <Boton variante="fantasma" icono="cerrar" isDisabled={!hayFiltro({ ...filtro, texto })} onPress={() => { setTexto(''); setLimpiezas(n => n + 1); alCambiar(SIN_FILTRO) }}>{o.limpiar}</Boton>
        <p className="suave chico" role="status">{total === null ? '' : ENVIOS.total(total)}</p>
        {children}
      </div>
    </search>
  )
}
