import type { FilaVista, TablaVista } from '../../../shared/ipc/modelos.ts'
import { columnaDeKey } from '../../../shared/planilla/columnas.ts'
import type { ColumnaGrilla } from '../../grilla/tipos.ts'

const ANCHO_MINIMO = 112
const ANCHO_MAXIMO = 340
/** px of a character of the grid's text, and of what surrounds it: padding, mark of level. */
const POR_LETRA = 8
const ALREDEDOR = 40
/** A date written as text shows both forms: 02-11-2026 → 2026-11-02. */
const LETRAS_DE_FECHA = 21

/** Columns of a table as the grid draws them; widths come from THE definition of the columns. */
export function columnasGrilla(tabla: TablaVista): ColumnaGrilla[] {
  return tabla.columnas.map(c => {
    const def = columnaDeKey(c.key)
    const letras = def?.tipo === 'fecha' ? LETRAS_DE_FECHA : def?.ancho ?? 16
    const ancho = letras * POR_LETRA + ALREDEDOR
    return { ...c, ancho: Math.min(ANCHO_MAXIMO, Math.max(ANCHO_MINIMO, ancho)) }
  })
}

const QUIEN: readonly string[] = ['alumno.rut', 'alumno.nombre']

/** Whose row it is ("12.345.678-5 María Soto"), for who is reading a column far from the name; '' in a sheet without alumnos. */
export function quienEsLaFila(fila: FilaVista, columnas: readonly ColumnaGrilla[]): string {
  return QUIEN.map(key => fila.celdas[columnas.findIndex(c => c.key === key)]?.texto ?? '').filter(x => x !== '').join(' ')
}

/** What to write in the column, from the same definition as the template's notes; '' when it is not one of ours. */
export const ayudaDeColumna = (key: string): string => columnaDeKey(key)?.nota ?? ''
