import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment, Dialog, Group, Heading, Label, Popover, type DateValue } from 'react-aria-components'
import { HISTORIAL } from '../textos/envios.ts'
import { Icono } from './icono.tsx'

/** Days that were chosen, as the component itself makes them: it takes no other kind, and a screen that comes back shows them again. */
const elegidas = new Map<string, DateValue>()

/** A day, typed in Chilean order or chosen from a calendar; answers `YYYY-MM-DD`, or null while it is empty or half typed. */
export function CampoFecha({ etiqueta, inicial, alCambiar }: { etiqueta: string; inicial?: string | undefined; alCambiar: (fecha: string | null) => void }) {
  return (
    <DatePicker defaultValue={elegidas.get(inicial ?? '') ?? null} onChange={v => {
      if (v !== null) elegidas.set(v.toString(), v)
      alCambiar(v === null ? null : v.toString())
    }}>
      <Label>{etiqueta}</Label>
      <Group>
        <DateInput>{s => <DateSegment segment={s} />}</DateInput>
        <Button aria-label={HISTORIAL.abrirCalendario} data-icono=""><Icono nombre="calendario" /></Button>
      </Group>
      <Popover>
        <Dialog>
          <Calendar>
            <header>
              <Button slot="previous" aria-label={HISTORIAL.mesAnterior} data-icono="" data-variante="fantasma"><Icono nombre="izquierda" /></Button>
              <Heading />
              <Button slot="next" aria-label={HISTORIAL.mesSiguiente} data-icono="" data-variante="fantasma"><Icono nombre="derecha" /></Button>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>{dia => <CalendarHeaderCell>{dia}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{d => <CalendarCell date={d} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
