import type { FechaIso } from '../../../shared/domain/fecha.ts'
import type { FilasPractica } from '../../../shared/practica/planilla.ts'
import type { PlantillaLlena } from '../../../shared/planilla/plantilla-llena.ts'
import { agregarHojaDatos } from './hoja-datos.ts'
import { agregarEjemplo, agregarInstrucciones } from './hojas-ayuda.ts'
import { TEXTOS_PLANTILLA } from './textos.ts'

/** The template with these rows in its data sheets, as the bytes of an .xlsx. `ultimos`: the last accepted progress of each row, in a column of its own. */
export async function construirLibro(hoy: FechaIso, filas: FilasPractica, ultimos?: PlantillaLlena['ultimos']): Promise<Uint8Array> {
  // Half a second of loading that a program which only reads workbooks must not pay.
  const { default: exceljs } = await import('exceljs')
  const libro = new exceljs.Workbook()
  const dia = new Date(`${hoy}T12:00:00Z`)
  libro.title = TEXTOS_PLANTILLA.titulo
  libro.subject = TEXTOS_PLANTILLA.asunto
  libro.creator = TEXTOS_PLANTILLA.autor
  libro.lastModifiedBy = TEXTOS_PLANTILLA.autor
  libro.created = dia
  libro.modified = dia
  agregarInstrucciones(libro)
  agregarHojaDatos(libro, 'cursos', filas.cursos)
  agregarHojaDatos(libro, 'alumnos', filas.alumnos, ultimos?.alumnos)
  agregarHojaDatos(libro, 'modulos', filas.modulos, ultimos?.modulos)
  agregarHojaDatos(libro, 'actividades', filas.actividades)
  agregarEjemplo(libro)
  return new Uint8Array(await libro.xlsx.writeBuffer())
}
