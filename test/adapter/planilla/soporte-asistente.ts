/** An export with headings of its own, and an answer to what it is: what the tests of the assistant share. */
import type { Correspondencia, Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import { valor, type Banco } from './soporte.ts'

const TITULOS = ['Nombre del usuario', 'Número de ID', 'Unidad', 'Progreso', 'Tiempo', 'Situación módulo', 'Fecha de matrícula', 'Vencimiento', 'Tareas', 'Correo']
export const RUTS = ['11.111.111-1', '12.345.678-5', '9.876.543-3']
const fila = (i: number): string[] => [`Ana ${i}`, RUTS[i % 3] ?? '', `MA0${Math.floor(i / 3) + 1}`, `${45 + (i % 3)} %`, '1:30:00', 'Cursando', '02-11-2026', '27-11-2026', 'ACT01', `a${i}@example.org`]
export const tabla = (n: number): string[][] => [TITULOS, ...Array.from({ length: n }, (_, i) => fila(i))]
export const FIJOS = [{ key: 'curso.codigoOferta', valor: 'RLAB-01' }, { key: 'curso.codigoGrupo', valor: 'RLAB-01-1' }]
/** Columns of theirs for what the alumno and the módulo share. */
const AMBOS = [['alumno.tiempoConectividad', 'modulo.tiempoConectividad'], ['alumno.porcentajeAvance', 'modulo.porcentajeAvance'], ['alumno.fechaInicio', 'modulo.fechaInicio'], ['alumno.fechaFin', 'modulo.fechaFin']] as const

/** The proposal as it comes, with the course and what both levels share. */
export async function responder(b: Banco, p: Preparacion, nombreHoja?: string): Promise<Correspondencia> {
  const h = p.hojas.find(x => x.nombre === nombreHoja) ?? p.hojas[p.hoja]
  const hoja = h?.nombre ?? ''
  const desde = h?.encabezado?.fila ?? 1
  const { propuesta } = valor(await b.planillas.columnas({ id: p.id, hoja, fila: desde }))
  const columnas = propuesta.map(({ key, indice }) => ({ key, indice }))
  for (const [alumno, modulo] of AMBOS) {
    const uno = columnas.find(c => c.key === alumno || c.key === modulo)
    for (const key of [alumno, modulo]) if (uno && !columnas.some(c => c.key === key)) columnas.push({ key, indice: uno.indice })
  }
  return { hoja, fila: desde, columnas, fijos: FIJOS.filter(f => !columnas.some(c => c.key === f.key)) }
}
