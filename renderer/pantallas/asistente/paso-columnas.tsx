import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { columnasDeHoja, type ColumnaDef, type NivelColumna } from '../../../shared/planilla/columnas.ts'
import { obligatoriasDe } from '../../../shared/planilla/correspondencia-faltas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import { CampoColumna } from './campo-columna.tsx'
import { HojasGemelas } from './hojas-gemelas.tsx'
import type { Asistente } from './use-asistente.ts'

const T = ASISTENTE.columnas
const NIVELES: readonly NivelColumna[] = ['curso', 'alumno', 'modulo', 'actividad']

/** What each of the columns that SENCE asks for is called in this workbook. What is missing is said at every moment. */
export function PasoColumnas({ a }: { a: Asistente }) {
  const { columnas: datos } = a
  if (!datos) return null
  const usados = new Set(a.correspondencia.columnas.map(c => c.indice))
  const sinUso = datos.columnas.filter(c => c.titulo !== '' && !usados.has(c.indice)).map(c => c.titulo)
  const { clase } = a
  const deHoja = columnasDeHoja(clase)
  const obligatorias: readonly string[] = obligatoriasDe(clase, a.conCursos)
  /** Asked for without more: what SENCE requires. An activity in each row takes the place of the list of them. */
  const principales = deHoja.filter(c => obligatorias.includes(c.key) || (c.requerida && (clase !== 'unica' || c.nivel !== 'actividad') && (clase === 'unica' || c.nivel !== 'curso')))
  const opcionales = deHoja.filter(c => !principales.includes(c))
  const campo = (def: ColumnaDef) => <CampoColumna key={def.key} def={def} obligatoria={obligatorias.includes(def.key)} datos={datos} fuentes={a.fuentes} alPoner={f => { a.poner(def.key, f) }} />
  const primero = a.pasos[0]
  return (
    <>
      <p className="asistente-donde">
        {T.donde(a.correspondencia.hoja, a.fila)} {primero && <Boton variante="enlace" onPress={() => { a.ir(primero) }}>{T.cambiarDonde}</Boton>}
        {datos.recordada !== null && <span className="suave">{T.recordada(datos.recordada)}</span>}
      </p>
      <div role="status">{a.faltan.length > 0 ? <Mensaje tono="aviso" titulo={T.faltan(a.faltan)} /> : <Mensaje tono="exito" titulo={T.completo} />}</div>
      <HojasGemelas a={a} />
      {NIVELES.filter(nivel => principales.some(c => c.nivel === nivel)).map(nivel => (
        <section key={nivel} className="pila-corta" aria-labelledby={`nivel-${nivel}`}>
          <h2 id={`nivel-${nivel}`}>{T.niveles[nivel]}</h2>
          <div className="asistente-campos">{principales.filter(c => c.nivel === nivel).map(campo)}</div>
        </section>
      ))}
      {opcionales.length > 0 && <Disclosure className="react-aria-Disclosure asistente-mas">
        <Heading level={2}><Button slot="trigger"><Icono nombre="derecha" tamano={14} />{T.opcionales(opcionales.filter(c => a.fuentes.has(c.key)).length)}</Button></Heading>
        <DisclosurePanel><div className="asistente-campos">{opcionales.map(campo)}</div></DisclosurePanel>
      </Disclosure>}
      {sinUso.length > 0 && <p className="suave chico">{T.sinUso(sinUso)}</p>}
    </>
  )
}
