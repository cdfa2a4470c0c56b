import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import { Insignia } from '../../componentes/insignia.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import { PrimerasFilas } from './primeras-filas.tsx'

const T = ASISTENTE.hoja

/** Which sheet has the rows, with the first of them on view. */
export function PasoHoja({ hojas, elegida, alElegir }: { hojas: Preparacion['hojas']; elegida: number; alElegir: (hoja: number) => void }) {
  const hoja = hojas[elegida]
  return (
    <>
      <RadioGroup className="react-aria-RadioGroup asistente-opciones" value={String(elegida)} onChange={v => { alElegir(Number(v)) }}>
        <Label>{T.opciones}</Label>
        {hojas.map((h, i) => (
          <Radio key={h.nombre} value={String(i)}>
            <span className="asistente-opcion">
              <span className="cortado" title={h.nombre}>{h.nombre}</span>
              {h.oculta && <Insignia tono="neutro">{T.oculta}</Insignia>}
              <span className="suave chico">{T.columnas(h.columnas)}</span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {hoja && <PrimerasFilas nombre={T.vista(hoja.nombre)} filas={hoja.filas} />}
    </>
  )
}
