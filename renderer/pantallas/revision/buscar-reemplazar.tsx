/** Find, and find and replace, over the grid: the keyboard stays in the field while the matches are walked. */
import './edicion.css'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button, Checkbox, Input, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, TextField } from 'react-aria-components'
import type { PedidoBusqueda } from '../../../shared/ipc/modelos-edicion.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { Boton, BotonIcono } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'
import { DialogoReemplazo } from './dialogo-reemplazo.tsx'
import { elegida, opcionesDe } from './opciones.ts'
import { useBusqueda } from './use-busqueda.ts'
import type { Comandos } from './use-comandos.ts'
import type { LugarFoco } from './use-recorrido.ts'

const T = TEXTOS_EDICION.buscar
const ALCANCES = opcionesDe(T.alcance)
export type ModoBusqueda = 'buscar' | 'reemplazar'

interface BuscarProps {
  resumen: BorradorResumen
  tabla: string
  foco: LugarFoco | null
  modo: ModoBusqueda
  alCambiarModo(modo: ModoBusqueda): void
  comandos: Comandos
  irACelda(lugar: LugarFoco, o: { enfocar: boolean }): void
  decir(texto: string): void
  alFallar(f: Falla): void
  alCerrar(): void
}

export function BuscarReemplazar(p: BuscarProps) {
  const { resumen, tabla, foco, modo } = p
  const [texto, setTexto] = useState('')
  const [por, setPor] = useState('')
  const [alcance, setAlcance] = useState<(typeof ALCANCES)[number]>('hoja')
  const [mayusculas, setMayusculas] = useState(false)
  const [acentos, setAcentos] = useState(false)
  const [completa, setCompleta] = useState(false)
  const [reemplazando, setReemplazando] = useState(false)
  // The column is the one that the person was in when choosing it: going through the matches of it must not change it.
  const [columna, setColumna] = useState<string | null>(foco?.columna ?? null)
  const campo = useRef<HTMLInputElement>(null)
  useEffect(() => { campo.current?.focus(); campo.current?.select() }, [modo])

  const pedido: PedidoBusqueda = { texto, mayusculas, acentos, completa, tabla: alcance === 'todas' ? null : tabla, columna: alcance === 'columna' ? columna : null }
  const busqueda = useBusqueda({ resumen, pedido, foco, irACelda: p.irACelda, alFallar: p.alFallar })
  const { total, actual } = busqueda
  const cuenta = texto === '' ? T.escriba : total === null ? '' : total === 0 ? T.ninguna : actual === null ? T.cuantas(total) : T.cual(actual.n, total)

  const alPulsar = (e: KeyboardEvent): void => {
    if (e.key === 'Escape') { e.preventDefault(); p.alCerrar() }
    // With Ctrl it is the program's way on.
    if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) { e.preventDefault(); void busqueda.ir(e.shiftKey) }
  }
  const reemplazarUna = async (): Promise<void> => {
    // The cell on which the search stands; else the first press only goes to one.
    if (actual && await p.comandos.reemplazar(pedido, por, { tabla: actual.tabla, filaId: actual.filaId, columna: actual.columna }) === 'falla') return
    await busqueda.ir(false)
  }

  return (
    <section className="revision-busqueda" role="search" aria-label={T.titulo}>
      <div className="revision-busqueda-fila">
        <TextField value={texto} onChange={setTexto} maxLength={200} aria-label={T.que} onKeyDown={alPulsar}><Input ref={campo} placeholder={T.que} /></TextField>
        <BotonIcono nombre={T.anterior} icono="arriba" isDisabled={total === 0} onPress={() => void busqueda.ir(true)} />
        <BotonIcono nombre={T.siguiente} icono="abajo" isDisabled={total === 0} onPress={() => void busqueda.ir(false)} />
        <span role="status" className="revision-busqueda-cuenta chico">{cuenta}</span>
        <Select className="react-aria-Select revision-busqueda-en" value={alcance} onChange={k => { const a = elegida(ALCANCES, k, alcance); if (a === 'columna') setColumna(foco?.columna ?? columna); setAlcance(a) }}>
          <Label>{T.en}</Label>
          <Button><SelectValue /><Icono nombre="abajo" /></Button>
          <Popover><ListBox>{ALCANCES.map(a => <ListBoxItem key={a} id={a}>{T.alcance[a]}</ListBoxItem>)}</ListBox></Popover>
        </Select>
        <Checkbox isSelected={mayusculas} onChange={setMayusculas}>{T.mayusculas}</Checkbox>
        <Checkbox isSelected={acentos} onChange={setAcentos}>{T.acentos}</Checkbox>
        <Checkbox isSelected={completa} onChange={setCompleta}>{T.completa}</Checkbox>
        {modo === 'buscar' && <Boton variante="enlace" onPress={() => p.alCambiarModo('reemplazar')}>{T.mostrarReemplazo}</Boton>}
        <span className="revision-busqueda-cerrar"><BotonIcono nombre={T.cerrar} icono="cerrar" onPress={p.alCerrar} /></span>
      </div>
      {modo === 'reemplazar' && (
        <div className="revision-busqueda-fila">
          <TextField value={por} onChange={setPor} maxLength={5000} aria-label={T.por} onKeyDown={e => { if (e.key === 'Escape') p.alCerrar() }}><Input placeholder={T.por} /></TextField>
          <Boton onPress={() => void reemplazarUna()} isDisabled={total === null || total === 0}>{T.reemplazarUna}</Boton>
          <Boton onPress={() => setReemplazando(true)} isDisabled={total === null || total === 0}>{T.reemplazarTodas}</Boton>
        </div>
      )}
      {reemplazando && (
        <DialogoReemplazo
          resumen={resumen} pedido={pedido} por={por} alCerrar={() => setReemplazando(false)}
          alAplicar={cuantas => {
            setReemplazando(false)
            void p.comandos.reemplazar(pedido, por, null).then(r => { if (r === 'hecho') p.decir(TEXTOS_EDICION.hecho.reemplazadas(cuantas)) })
          }}
        />
      )}
    </section>
  )
}
