/** The same alumno or módulo said more than once: repeats that agree are fine, those that do not are errors. */
import type { ColumnaKey } from './columnas.ts'
import type { Valor } from './conversion-base.ts'
import { DE_ALUMNO, DE_MODULO, type AlumnoArmado, type Origen } from './mesa-arbol.ts'
import type { Grupo } from './mesa-indices.ts'
import { anotar, cuenta, enOtra, valorDe, vistaDe, type Fila } from './mesa-tabla.ts'
import { normalizarBusqueda } from './mesa-busqueda.ts'

const KEYS_ALUMNO: readonly ColumnaKey[] = DE_ALUMNO.map(c => c.key)
const KEYS_MODULO: readonly ColumnaKey[] = [...DE_MODULO.map(c => c.key), 'modulo.actividades']

export function revisarRepetidos(g: Grupo, a: AlumnoArmado): void {
  if (g.filas[0]?.tabla.clase !== 'unica') {
    const [primera, ...otras] = g.filas.filter(f => f.tabla.clase === 'alumnos' && cuenta(f))
    for (const f of otras) anotar(f, 'alumno.rut', 'alumno-repetido', enOtra(f, primera))
    return
  }
  if (a.filas.length < 2) return
  for (const key of KEYS_ALUMNO) compararFilas(a, key)
  for (const m of a.modulos) if (m.filas.length > 1) for (const key of KEYS_MODULO) compararFilas(m, key)
  compararNombres(a)
}

function compararFilas(o: Origen, key: ColumnaKey): void {
  const contra = contradicciones(o.filas, key)
  if (!contra) return
  for (const f of contra.filas) anotar(f, key, 'dato-contradictorio', { otro: vistaDe(contra.primera, key), ...enOtra(f, contra.primera) })
}

/** Rows whose value for the key is not that of the first row that has one; null when all agree. */
export function contradicciones(filas: readonly Fila[], key: ColumnaKey): { primera: Fila; filas: Fila[] } | null {
  let primera: Fila | undefined
  let valor: Valor | undefined
  let otras: Fila[] | null = null
  for (const f of filas) {
    const v = valorDe(f, key)
    if (v === undefined) continue
    if (!primera) { primera = f; valor = v }
    else if (!iguales(v, valor)) (otras ??= []).push(f)
  }
  return primera && otras ? { primera, filas: otras } : null
}

const iguales = (a: Valor, b: Valor | undefined): boolean => (Array.isArray(a) && Array.isArray(b) ? a.join(';') === b.join(';') : a === b)

/** Two names under one RUT: only a warning, because the name is not sent, but the RUT may be somebody else's. */
function compararNombres(a: AlumnoArmado): void {
  let primera: Fila | undefined
  for (const f of a.filas) {
    const nombre = valorDe(f, 'alumno.nombre')
    if (typeof nombre !== 'string') continue
    if (!primera) primera = f
    else if (normalizarBusqueda(vistaDe(primera, 'alumno.nombre')) !== normalizarBusqueda(nombre)) {
      anotar(f, 'alumno.nombre', 'nombre-distinto', { otro: vistaDe(primera, 'alumno.nombre'), ...enOtra(f, primera) })
    }
  }
}
