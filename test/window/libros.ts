/** Workbooks as other programs write them, with the people of practice mode in them. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as XLSX from 'xlsx'
import { correr } from '../../build/procesos.ts'
import { comandoEnPath } from '../../build/rutas.ts'
import type { Celda } from '../../shared/domain/celda.ts'
import { formatFecha, fechaDeSerial, hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { COLUMNAS, HOJAS, type ColumnaKey } from '../../shared/planilla/columnas.ts'
import { filasSinProblemas } from '../../shared/practica/muestras.ts'
import type { FilaPractica, FilasPractica } from '../../shared/practica/planilla.ts'

/** Rows that the simulated Gestor accepts whole. */
export const filasBuenas = (): FilasPractica => filasSinProblemas(hoyEnSantiago(new Date()))

const TITULOS = new Map(COLUMNAS.map((c) => [c.key, c.titulo]))
export const tituloDe = (key: ColumnaKey): string => TITULOS.get(key) ?? key

/** One row a módulo with its alumno's data repeated: how most platforms export. */
export function filasUnicas(): FilaPractica[] {
  const { alumnos, modulos } = filasBuenas()
  return modulos.map((m) => ({ ...alumnos.find((a) => a['alumno.rut'] === m['alumno.rut']), ...m }))
}
const clavesDe = (filas: readonly FilaPractica[]): ColumnaKey[] => COLUMNAS.map((c) => c.key).filter((k) => filas.some((f) => f[k] != null))

function celdaDeSheetJs(v: Celda | undefined): XLSX.CellObject | null {
  if (v == null) return null
  if (typeof v === 'string') return { t: 's', v }
  if (typeof v === 'boolean') return { t: 'b', v }
  if (typeof v === 'number') return { t: 'n', v }
  if (v.tipo === 'error') return { t: 's', v: v.valor }
  return { t: 'n', v: v.valor, z: { fecha: 'dd-mm-yyyy', duracion: '[h]:mm:ss', porcentaje: '0%' }[v.tipo] }
}

/** A "hoja única" by SheetJS: dates as real dates, and states in words, to be converted. */
export async function libroDeSheetJs(ruta: string): Promise<string> {
  const filas = filasUnicas().map((f) => ({ ...f, 'alumno.estado': 'Cursando' }))
  const claves = clavesDe(filas)
  const libro = XLSX.utils.book_new()
  const hoja = XLSX.utils.aoa_to_sheet([claves.map(tituloDe), ...filas.map((f) => claves.map((k) => celdaDeSheetJs(f[k])))])
  XLSX.utils.book_append_sheet(libro, hoja, 'Exportación')
  await writeFile(ruta, XLSX.write(libro, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
  return ruta
}

/** Headings of a platform that the program does not know by themselves. */
export const TITULOS_AJENOS: Partial<Record<ColumnaKey, string>> = {
  'alumno.nombre': 'Nombre del usuario', 'alumno.rut': 'Número de ID', 'alumno.tiempoConectividad': 'Tiempo en plataforma', 'alumno.estado': 'Estado final', 'alumno.porcentajeAvance': 'Finalización del curso',
  'alumno.fechaInicio': 'Fecha de matrícula', 'alumno.fechaFin': 'Fecha de cierre', 'modulo.codigoModulo': 'ID módulo', 'modulo.tiempoConectividad': 'Duración', 'modulo.estado': 'Situación módulo',
  'modulo.porcentajeAvance': 'Progreso módulo', 'modulo.fechaInicio': 'Inicio módulo', 'modulo.fechaFin': 'Término módulo', 'modulo.actividades': 'Tareas',
}
export const HOJAS_AJENAS = ['Grupo A', 'Grupo B'] as const
/** An export under those headings, half of the alumnos in each of two sheets. */
export async function libroAjeno(ruta: string): Promise<void> {
  const titulos: Partial<Record<ColumnaKey, string>> = { ...TITULOS_AJENOS, 'curso.codigoOferta': 'Curso', 'curso.codigoGrupo': 'Comisión' }
  const claves = Object.keys(titulos) as ColumnaKey[]
  const ruts = [...new Set(filasUnicas().map((f) => f['alumno.rut']))]
  const libro = XLSX.utils.book_new()
  for (const [i, nombre] of HOJAS_AJENAS.entries()) {
    const filas = filasUnicas().filter((f) => ruts.indexOf(f['alumno.rut']) % 2 === i)
    XLSX.utils.book_append_sheet(libro, XLSX.utils.aoa_to_sheet([claves.map((k) => titulos[k]), ...filas.map((f) => claves.map((k) => celdaDeSheetJs(f[k])))]), nombre)
  }
  await writeFile(ruta, XLSX.write(libro, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

/** A cell as a platform writes it into text. */
export function textoDeExportacion(v: Celda | undefined): string {
  if (v == null) return ''
  if (typeof v !== 'object') return String(v)
  return v.tipo === 'fecha' ? formatFecha(fechaDeSerial(v.valor) ?? '') : String(v.valor)
}

/** As a platform with Chilean settings exports text: `;`, Windows-1252, dates with slashes, everything written out. */
export async function csvDeWindows(ruta: string): Promise<string> {
  const texto = (v: Celda | undefined): string => {
    if (v == null) return ''
    if (typeof v !== 'object') return String(v)
    if (v.tipo === 'fecha') return formatFecha(fechaDeSerial(v.valor) ?? '').replaceAll('-', '/')
    return String(v.valor)
  }
  const filas = filasUnicas()
  const claves = clavesDe(filas)
  const lineas = [claves.map(tituloDe), ...filas.map((f) => claves.map((k) => texto(f[k])))].map((l) => l.map((t) => `"${t.replaceAll('"', '""')}"`).join(';'))
  // Every letter of Chilean names lies where Latin-1 and Windows-1252 are the same.
  await writeFile(ruta, Buffer.from(lineas.join('\r\n'), 'latin1'))
  return ruta
}

/**
 * Has LibreOffice open a workbook and save it in another format, as a person would.
 * @param carpeta where the result goes; LibreOffice's own settings stand there too, apart from the person's
 */
export async function convertirConLibreOffice(archivo: string, formato: 'ods' | 'xlsx', carpeta: string): Promise<string> {
  const soffice = comandoEnPath('soffice', 'libreoffice') ?? 'soffice'
  const { codigo, salida } = await correr(soffice, [
    `-env:UserInstallation=${pathToFileURL(path.join(carpeta, 'perfil')).href}`, '--headless', '--convert-to', formato,
    // `;`, quotes, UTF-8, from the first line; numbers and dates are recognised by the rules of Spanish.
    ...(archivo.endsWith('.csv') ? ['--infilter=CSV:59,34,76,1,,3082,false,true'] : []), '--outdir', carpeta, archivo,
  ], { modo: 'callar' })
  if (codigo !== 0) throw new Error(`LibreOffice ended with code ${String(codigo)}: ${salida}`)
  return path.join(carpeta, `${path.basename(archivo, path.extname(archivo))}.${formato}`)
}

/** Writes rows under the headings of the template, as SheetJS finds them in it, and keeps the rest of the workbook. */
export function llenarPlantilla(libro: XLSX.WorkBook, filas: FilasPractica): void {
  for (const clase of ['cursos', 'alumnos', 'modulos', 'actividades'] as const) {
    const hoja = libro.Sheets[HOJAS[clase]]
    if (hoja === undefined) throw new Error(`the template has no sheet ${HOJAS[clase]}`)
    const [titulos = []] = XLSX.utils.sheet_to_json<string[]>(hoja, { header: 1 })
    const claves = titulos.map((t) => COLUMNAS.find((c) => c.titulo === t)?.key)
    XLSX.utils.sheet_add_aoa(hoja, filas[clase].map((f) => claves.map((k) => (k === undefined ? null : celdaDeSheetJs(f[k])))), { origin: 'A2' })
  }
}
