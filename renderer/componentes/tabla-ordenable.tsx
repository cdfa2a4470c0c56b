import { useState } from 'react'
import { Button } from 'react-aria-components'
import { Icono } from './icono.tsx'
import { Paginas } from './paginas.tsx'
import { Tabla } from './tabla.tsx'

export interface Columna<F> {
  id: string; texto: string
  /** What it is ordered by; null goes last, whichever way. */
  valor: (fila: F) => string | number | null
  celda: (fila: F) => React.ReactNode
  /** Names the row. */
  cabeza?: boolean
}
interface Orden { id: string; baja: boolean }
const POR_PAGINA = 50

/** A long list that can be ordered by each of its columns, a page at a time. */
export function TablaOrdenable<F>({ nombre, columnas, filas, clave, inicial }: { nombre: string; columnas: readonly Columna<F>[]; filas: readonly F[]; clave: (fila: F) => string; inicial: Orden }) {
  const [orden, setOrden] = useState(inicial)
  const [desde, setDesde] = useState(0)
  const valor = columnas.find(c => c.id === orden.id)?.valor
  const ordenadas = valor === undefined ? filas : filas.toSorted((a, b) => comparar(valor(a), valor(b), orden.baja))
  const inicio = desde < ordenadas.length ? desde : 0
  return (
    <div className="pila">
      <Tabla nombre={nombre} densa encabezado={<tr>{columnas.map(c => (
        <th key={c.id} scope="col" aria-sort={c.id !== orden.id ? 'none' : orden.baja ? 'descending' : 'ascending'}>
          <Button className="orden-columna" onPress={() => { setDesde(0); setOrden({ id: c.id, baja: c.id === orden.id && !orden.baja }) }}>
            {c.texto}{c.id === orden.id && <Icono nombre={orden.baja ? 'abajo' : 'arriba'} tamano={14} />}
          </Button>
        </th>
      ))}</tr>}>
        {ordenadas.slice(inicio, inicio + POR_PAGINA).map(f => (
          <tr key={clave(f)}>{columnas.map(c => c.cabeza === true ? <th key={c.id} scope="row">{c.celda(f)}</th> : <td key={c.id}>{c.celda(f)}</td>)}</tr>
        ))}
      </Tabla>
      <Paginas etiqueta={nombre} desde={inicio} cuantas={POR_PAGINA} total={ordenadas.length} alIr={setDesde} />
    </div>
  )
}

const TEXTO = new Intl.Collator('es-CL', { numeric: true })
function comparar(a: string | number | null, b: string | number | null, baja: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const c = typeof a === 'number' && typeof b === 'number' ? a - b : TEXTO.compare(String(a), String(b))
  return baja ? -c : c
}
