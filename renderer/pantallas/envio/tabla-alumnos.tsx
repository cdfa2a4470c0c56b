import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ResultadoAlumno } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Buscador } from '../../componentes/buscador.tsx'
import { InsigniaResultado } from '../../componentes/insignia.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { ALUMNOS } from '../../textos/envio.ts'
import type { Nombres } from './use-nombres.ts'

type Filtro = keyof typeof ALUMNOS.filtros
const FILTROS: readonly Filtro[] = ['todos', 'rechazado', 'desconocido', 'aceptado', 'no-enviado']
/** Rows drawn at a time: a course of thousands must not freeze the window. */
const TANDA = 100
const ORDEN: Record<ResultadoAlumno['resultado'], number> = { rechazado: 0, desconocido: 1, 'no-enviado': 2, aceptado: 3 }
/** Without accents, case, nor the dots of a RUT. */
const normalizar = (t: string): string => t.normalize('NFD').replace(/[\p{M}.]/gu, '').toLowerCase().trim()

/** Result of each alumno: those that need something first. */
export function TablaAlumnos({ grupo, alumnos, nombres }: { grupo: string; alumnos: readonly ResultadoAlumno[]; nombres: Nombres }) {
  const [filtro, setFiltro] = useState<Filtro>('todos')
  const [buscar, setBuscar] = useState('')
  const [visibles, setVisibles] = useState(TANDA)
  const cuantos = (f: Filtro): number => f === 'todos' ? alumnos.length : alumnos.filter(a => a.resultado === f).length
  const aguja = normalizar(buscar)
  const pasan = alumnos
    .filter(a => (filtro === 'todos' || a.resultado === filtro) && (aguja === '' || normalizar(`${a.rut} ${nombres.get(a.rut) ?? ''}`).includes(aguja)))
    .toSorted((a, b) => ORDEN[a.resultado] - ORDEN[b.resultado])
  const c = ALUMNOS.columnas

  return (
    <>
      <div className="filtros">
        <ToggleButtonGroup aria-label={ALUMNOS.filtro} selectionMode="single" disallowEmptySelection selectedKeys={[filtro]} onSelectionChange={s => { setFiltro(FILTROS.find(f => s.has(f)) ?? 'todos') }}>
          {FILTROS.filter(f => f === 'todos' || cuantos(f) > 0).map(f => <ToggleButton key={f} id={f}>{ALUMNOS.filtros[f]} <span className="suave">{numero(cuantos(f))}</span></ToggleButton>)}
        </ToggleButtonGroup>
        <div className="filtros-buscar"><Buscador etiqueta={ALUMNOS.buscar} valor={buscar} alCambiar={setBuscar} /></div>
      </div>
      {pasan.length === 0 ? <p className="suave">{ALUMNOS.ninguno}</p> : (
        <Tabla nombre={ALUMNOS.tabla(grupo)} densa encabezado={
          <tr>{[c.rut, c.resultado, c.significa, c.quien].map(t => <th key={t} scope="col">{t}</th>)}</tr>
        }>
          {pasan.slice(0, visibles).map(a => <Fila key={a.rut} alumno={a} nombre={nombres.get(a.rut)} />)}
        </Tabla>
      )}
      {pasan.length > visibles && <Boton variante="fantasma" onPress={() => { setVisibles(n => n + TANDA * 5) }}>{COMUNES.mostrarMas(Math.min(TANDA * 5, pasan.length - visibles))}</Boton>}
    </>
  )
}

function Fila({ alumno: a, nombre }: { alumno: ResultadoAlumno; nombre: string | undefined }) {
  return (
    <tr>
      <th scope="row">
        <span className="mono sin-quiebre">{a.rut}</span>
        {nombre !== undefined && <p className="suave chico celda-nombre">{nombre}</p>}
      </th>
      <td className="sin-quiebre">
        <InsigniaResultado resultado={a.resultado} />
        {a.codigo !== null && <p className="suave chico celda-codigo">{ALUMNOS.codigo(a.codigo)}</p>}
      </td>
      <td className="celda-texto">
        {a.titulo !== null && <p className="fuerte">{a.titulo}</p>}
        {a.explicacion !== null && <p>{a.explicacion}</p>}
        {a.queHacer !== null && <p><span className="fuerte">{COMUNES.queHacer}:</span> {a.queHacer}</p>}
        {a.mensajeSence !== null && <p className="suave chico">{ALUMNOS.mensajeSence(a.mensajeSence)}</p>}
      </td>
      <td className="celda-quien">{a.quien ?? ''}</td>
    </tr>
  )
}
