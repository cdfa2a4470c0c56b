import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'
import type { Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import { Icono } from '../../componentes/icono.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import type { Asistente, ClaseRepartida } from './use-asistente.ts'

const T = ASISTENTE.hoja
const NINGUNA = 'ninguna'
const OBLIGATORIAS: readonly ClaseRepartida[] = ['alumnos', 'modulos']

/** Words of what the parts still lack; null: they can be read. */
export function faltaRepartir(reparto: NonNullable<Asistente['reparto']>): string | null {
  const faltan = OBLIGATORIAS.filter(c => !reparto.has(c)).map(c => ASISTENTE.partes[c].nombre)
  if (faltan.length > 0) return T.faltan(faltan)
  return new Set(reparto.values()).size < reparto.size ? T.repetida : null
}

/** Which sheet has one of the parts, and in which of its rows are the headings. */
export function Reparto({ clase, a, hojas }: { clase: ClaseRepartida; a: Asistente; hojas: Preparacion['hojas'] }) {
  const elegida = a.reparto?.get(clase)
  const hoja = elegida === undefined ? undefined : hojas[elegida]
  const { nombre, detalle } = ASISTENTE.partes[clase]
  const elegir = (v: string): void => {
    const nuevo = new Map(a.reparto)
    if (v === NINGUNA) nuevo.delete(clase)
    else nuevo.set(clase, Number(v))
    a.repartir(nuevo)
  }
  return (
    <div className="asistente-parte" data-falta={OBLIGATORIAS.includes(clase) && hoja === undefined ? '' : undefined}>
      <Select value={elegida === undefined ? NINGUNA : String(elegida)} onChange={k => { elegir(String(k)) }}>
        <Label>{nombre}{OBLIGATORIAS.includes(clase) && <span className="suave chico"> · {ASISTENTE.columnas.obligatoria}</span>}</Label>
        <Button><SelectValue /><Icono nombre="abajo" /></Button>
        <Text slot="description" className="suave chico">{detalle}</Text>
        <Popover className="react-aria-Popover asistente-lista">
          <ListBox>
            <ListBoxItem id={NINGUNA}>{T.ninguna}</ListBoxItem>
            {hojas.map((h, i) => <ListBoxItem key={h.nombre} id={String(i)} textValue={h.nombre}><span className="cortado">{h.nombre}</span></ListBoxItem>)}
          </ListBox>
        </Popover>
      </Select>
      {hoja && elegida !== undefined && (
        <Select value={String(a.filaDe(elegida))} onChange={k => { a.elegirFila(Number(k), elegida) }}>
          <Label>{T.titulosDe(nombre)}</Label>
          <Button><SelectValue /><Icono nombre="abajo" /></Button>
          <Popover className="react-aria-Popover asistente-lista">
            <ListBox>
              {hoja.filas.map((f) => {
                const textos = T.filaCon(f.fila, f.textos.filter(t => t !== ''))
                return <ListBoxItem key={f.fila} id={String(f.fila)} textValue={textos}><span className="cortado">{textos}</span></ListBoxItem>
              })}
            </ListBox>
          </Popover>
        </Select>
      )}
    </div>
  )
}
