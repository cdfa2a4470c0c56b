import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import { Insignia } from '../../componentes/insignia.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import { PrimerasFilas } from './primeras-filas.tsx'
import { Reparto, faltaRepartir } from './reparto.tsx'
import { mapaDe, type Asistente, type ClaseRepartida } from './use-asistente.ts'

const T = ASISTENTE.hoja
const VARIAS = 'varias'
/** What cannot be missing comes first. */
const PARTES: readonly ClaseRepartida[] = ['alumnos', 'modulos', 'cursos', 'actividades']

/** Which sheet has the rows, with the first of them on view; or which one has each part of them. */
export function PasoHoja({ a, preparacion: { hojas, reparto: propuesto } }: { a: Asistente; preparacion: Preparacion }) {
  const hoja = a.reparto === null ? hojas[a.hoja] : undefined
  const falta = a.reparto && faltaRepartir(a.reparto)
  const elegir = (v: string): void => {
    if (v === VARIAS) a.repartir(mapaDe(propuesto))
    else { a.repartir(null); a.elegirHoja(Number(v)) }
  }
  return (
    <>
      <RadioGroup className="react-aria-RadioGroup asistente-opciones" value={a.reparto === null ? String(a.hoja) : VARIAS} onChange={elegir}>
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
        <Radio value={VARIAS}><span className="asistente-lectura"><span>{T.varias}</span><span className="suave chico">{T.variasDetalle}</span></span></Radio>
      </RadioGroup>
      {hoja && <PrimerasFilas nombre={T.vista(hoja.nombre)} filas={hoja.filas} />}
      {a.reparto !== null && <>
        <div className="pila-corta">{PARTES.map(c => <Reparto key={c} clase={c} a={a} hojas={hojas} />)}</div>
        <div role="status">{falta !== null && <Mensaje tono="aviso" titulo={falta} />}</div>
      </>}
    </>
  )
}
