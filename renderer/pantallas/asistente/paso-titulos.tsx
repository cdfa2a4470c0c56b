import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import { Insignia } from '../../componentes/insignia.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'

const T = ASISTENTE.titulos

/** Which row names the columns: the rows of the sheet, one of them chosen. */
export function PasoTitulos({ hoja, fila, alElegir }: { hoja: Preparacion['hojas'][number] | undefined; fila: number; alElegir: (fila: number) => void }) {
  if (!hoja) return null
  return (
    <RadioGroup className="react-aria-RadioGroup asistente-opciones" value={String(fila)} onChange={v => { alElegir(Number(v)) }}>
      <Label>{T.opciones}</Label>
      {hoja.filas.map((f) => {
        const textos = f.textos.filter(t => t !== '').join(' · ')
        return (
          <Radio key={f.fila} value={String(f.fila)}>
            <span className="asistente-opcion">
              <span className="asistente-fila suave">{T.fila(f.fila)}</span>
              <span className="cortado" title={textos}>{textos}</span>
              {f.fila === hoja.encabezado?.fila && <Insignia tono="info">{T.parece}</Insignia>}
            </span>
          </Radio>
        )
      })}
    </RadioGroup>
  )
}
