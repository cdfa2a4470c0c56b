import * as XLSX from 'xlsx'
import { archivoCon } from '../planilla/soporte.ts'

export const PLANILLA_CON_OTEC = ['columna', 'rotulo', 'columna-csv'] as const

/** A workbook of one alumno that names the OTEC in that way. */
export function libroConOtec(forma: (typeof PLANILLA_CON_OTEC)[number], rut: string): Promise<string> {
  const encabezados = ['RUT del alumno', 'Código de oferta', 'Código de grupo', 'Código del módulo', 'Avance del módulo', 'RUT OTEC']
  const fila = ['12345678-5', 'OF-1', 'GR-1', 'M1', 45, forma === 'rotulo' ? '' : rut]
  const filas = forma === 'rotulo' ? [['RUT de la OTEC:', rut], [], encabezados.slice(0, 5), fila.slice(0, 5)] : [encabezados, fila]
  if (forma === 'columna-csv') return archivoCon('otec.csv', filas.map((f) => f.join(';')).join('\r\n'))
  const libro = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(libro, XLSX.utils.aoa_to_sheet(filas), 'Datos')
  return archivoCon('otec.xlsx', XLSX.write(libro, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
}
