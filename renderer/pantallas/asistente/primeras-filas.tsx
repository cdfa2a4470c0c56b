import type { Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import { Tabla } from '../../componentes/tabla.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import { numero } from '../../textos/comunes.ts'

const CUANTAS = 8

/** The start of a sheet as it is in the workbook. */
export function PrimerasFilas({ nombre, filas }: { nombre: string; filas: Preparacion['hojas'][number]['filas'] }) {
  const vistas = filas.slice(0, CUANTAS)
  const ancho = Math.max(0, ...vistas.map(f => f.textos.length))
  return (
    <div className="asistente-vista"><Tabla nombre={nombre} densa encabezado={<tr><th scope="col">{ASISTENTE.resultado.fila}</th>{Array.from({ length: ancho }, (_, i) => <td key={i} aria-hidden="true" />)}</tr>}>
      {vistas.map(f => <tr key={f.fila}><th scope="row">{numero(f.fila)}</th>{Array.from({ length: ancho }, (_, i) => <td key={i}>{f.textos[i] ?? ''}</td>)}</tr>)}
    </Tabla></div>
  )
}
