/** The only files of the corpus that are kept as such: no code here writes what LibreOffice writes. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Caso, lee } from './caso.ts'

const archivo = (nombre: string): Buffer => readFileSync(path.join(import.meta.dirname, 'libreoffice', nombre))
const CELDAS = [[2, 'Fecha de inicio del alumno', '02-11-2026'], [3, 'RUT del alumno', '12.345.678-5']] as const

export const LIBREOFFICE: readonly Caso[] = (['xlsx', 'ods', 'xls'] as const).map((extension): Caso => ({
  nombre: `LibreOffice .${extension}`, archivo: `avance.${extension}`, historia: 'LibreOffice → Guardar como', hacer: () => archivo(`avance.${extension}`), esperado: lee(2, 0, { celdas: CELDAS, cursos: ['RLAB-01/RLAB-01-1'] }),
}))
