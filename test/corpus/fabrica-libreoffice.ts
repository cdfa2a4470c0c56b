/** The only files of the corpus that are kept as such: no code here writes what LibreOffice writes. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Caso, lee } from './caso.ts'
import { tablaTexto } from './datos.ts'
import { sheetjs } from './fabrica-sheetjs.ts'

const archivo = (nombre: string): Buffer => readFileSync(path.join(import.meta.dirname, 'libreoffice', nombre))
const CELDAS = [[2, 'Fecha de inicio del alumno', '02-11-2026'], [3, 'RUT del alumno', '12.345.678-5']] as const

const OCULTO = ['«Octubre»', 'las filas 3, 4 y 6 están ocultas y se leyeron igual', 'las columnas «Código de oferta», «Avance del módulo (%)» están ocultas']

export const LIBREOFFICE: readonly Caso[] = [
  ...(['xlsx', 'ods', 'xls'] as const).map((extension): Caso => ({
    nombre: `LibreOffice .${extension}`, archivo: `avance.${extension}`, historia: 'LibreOffice → Guardar como', hacer: () => archivo(`avance.${extension}`), esperado: lee(2, 0, { celdas: CELDAS, cursos: ['RLAB-01/RLAB-01-1'] }),
  })),
  ...(['ods', 'xls'] as const).map((extension): Caso => ({
    nombre: `.${extension} con filas, columnas y una hoja ocultas`, archivo: `avance.${extension}`, historia: 'Filtró por su curso, ocultó lo que no usa y guardó', hacer: () => archivo(`ocultas.${extension}`), esperado: lee(5, 0, { notas: OCULTO }),
  })),
  { nombre: '.fods con filas ocultas', archivo: 'avance.fods', historia: 'Lo mismo, guardado como ODF plano', hacer: () => Buffer.from(fods().replace(/(?<=<table:table-row\b)(?=[^<>]*>)/g, ocultarLaTercera())), esperado: lee(3, 0, { notas: ['la fila 3 está oculta'] }) },
]

const fods = (): string => sheetjs(tablaTexto(3), 'fods').toString('utf8')
function ocultarLaTercera(): () => string {
  let fila = 0
  return () => (++fila === 3 ? ' table:visibility="filter"' : '')
}
