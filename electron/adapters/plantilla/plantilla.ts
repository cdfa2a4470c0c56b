import type { FechaIso } from '../../../shared/domain/fecha.ts'
import { construirLibro } from './libro.ts'

/** The blank "por hojas" template, derived from shared/planilla/columnas.ts; the bytes of an .xlsx. */
export function construirPlantilla(hoy: FechaIso): Promise<Uint8Array> {
  return construirLibro(hoy, { cursos: [], alumnos: [], modulos: [], actividades: [] })
}
