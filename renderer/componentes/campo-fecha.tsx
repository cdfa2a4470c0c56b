import { Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment, Dialog, Group, Heading, Label, Popover } from 'react-aria-components'
import { HISTORIAL } from '../textos/envios.ts'
import { Icono } from './icono.tsx'

/** A day, typed in Chilean order or chosen from a calendar; answers `YYYY-MM-DD`, or null while it is empty or half typed. */
export function CampoFecha({ etiqueta, alCambiar }: { etiqueta: string; alCambiar: (fecha: string | null) => void }) {
  return (
    <DatePicker onChange={v => { alCambiar(v === null ? null : v.toString()) }}>
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
