/** Rows validated in a second: the draft's own way (every cell converted, judged and worded) against a bare Zod parse. */
import { CursoSchema, type Curso } from '../../shared/domain/curso.ts'
import { Mesa } from '../../shared/planilla/mesa.ts'
import { CLAVES, filas, HOY, tituloDe } from './planillas.ts'

const TABLA = 'unica'

function mesaCon(cuantas: number, malas: number): Mesa {
  const mesa = new Mesa({
    nombreArchivo: 'bench.xlsx', disposicion: 'hoja-unica', notas: [], hoy: HOY, previos: [],
    tablas: [{ id: TABLA, clase: 'unica', hoja: 'Avance', columnas: CLAVES.map((key, i) => ({ key, titulo: tituloDe(key), letra: String.fromCodePoint(65 + i) })) }],
  })
  mesa.agregarFilas(TABLA, filas(cuantas, malas).map((celdas, i) => ({ id: i, fila: i + 2, celdas })))
  return mesa
}

/** The same rows as the tree that Zod takes, with the same share of bad ones. */
function arboles(cuantas: number, malas: number): Curso[] {
  const mesa = mesaCon(cuantas, 0)
  mesa.validar()
  const cursos = mesa.cursos().map((c) => mesa.curso(c.codigoOferta, c.codigoGrupo)).filter((c) => c !== null)
  let i = 0
  for (const modulo of cursos.flatMap((c) => c.listaAlumnos).flatMap((a) => a.listaModulos)) {
    if (Math.floor((i + 1) * malas) > Math.floor(i * malas)) modulo.porcentajeAvance = 150
    i++
  }
  if (i !== cuantas) throw new Error(`${String(i)} módulos of ${String(cuantas)} rows: the two sides would not do the same work`)
  return cursos
}

const segundos = (tarea: () => void): number => {
  const antes = performance.now()
  tarea()
  return (performance.now() - antes) / 1000
}

/** Rows a second of both, one round. */
export function validar(cuantas: number, malas: number): { nuestra: number; zod: number } {
  const mesa = mesaCon(cuantas, malas)
  const nuestra = cuantas / segundos(() => { mesa.validar() })
  const cursos = arboles(cuantas, malas)
  let buenos = 0
  const zod = cuantas / segundos(() => { for (const c of cursos) if (CursoSchema.safeParse(c).success) buenos++ })
  if (malas === 0 && buenos !== cursos.length) throw new Error('the clean rows are not clean for Zod')
  return { nuestra, zod }
}
