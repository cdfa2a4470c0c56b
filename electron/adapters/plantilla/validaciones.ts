/** What Excel itself checks while the person types. All of it warns and none of it forbids: the program reads more forms. */
import type { DataValidation } from 'exceljs'
import { serialDeFecha } from '../../../shared/domain/fecha.ts'
import type { ColumnaDef, ColumnaKey } from '../../../shared/planilla/columnas.ts'
import { AVISOS, type Aviso } from './textos.ts'

const ESTADOS = '"Cursando,Aprobado,Reprobado"'
/** 1 January 2000 as a serial number: an earlier date is a number that Excel took for one. */
const PRIMERA_FECHA = serialDeFecha('2000-01-01')

const INICIO_DE: Partial<Record<ColumnaKey, ColumnaKey>> = { 'alumno.fechaFin': 'alumno.fechaInicio', 'modulo.fechaFin': 'modulo.fechaInicio' }
const HASTA_CIEN: readonly ColumnaKey[] = ['alumno.evaluacionFinal', 'modulo.notaModulo']

/**
 * Validation of a column, or null. `celda` is its first data cell ("E2") and `celdaDe` gives that of another column of
 * the sheet: relative references, which Excel moves down with each row.
 */
export function validacionDe(def: ColumnaDef, celda: string, celdaDe: (key: ColumnaKey) => string | undefined): DataValidation | null {
  switch (def.tipo) {
    case 'rut': return conAviso({ type: 'custom', formulae: [`ISNUMBER(SEARCH("-",${celda}))`] }, AVISOS.rut)
    case 'estado': return conAviso({ type: 'list', formulae: [ESTADOS] }, AVISOS.estado)
    case 'porcentaje': return conAviso({ type: 'decimal', operator: 'between', formulae: [0, 100] }, AVISOS.porcentaje)
    case 'segundos': return conAviso({ type: 'custom', formulae: [`OR(ISTEXT(${celda}),${celda}>=0)`] }, AVISOS.tiempo)
    case 'entero': return HASTA_CIEN.includes(def.key)
      ? conAviso({ type: 'decimal', operator: 'between', formulae: [0, 100] }, AVISOS.hastaCien)
      : conAviso({ type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] }, AVISOS.cantidad)
    case 'fecha': {
      const inicio = INICIO_DE[def.key]
      const celdaInicio = inicio && celdaDe(inicio)
      // A formula, because exceljs takes what bounds a check of type "date" for a date, and writes NaN for a cell.
      return celdaInicio
        ? conAviso({ type: 'custom', formulae: [`AND(ISNUMBER(${celda}),${celda}>=MAX(${PRIMERA_FECHA},${celdaInicio}))`] }, AVISOS.fin)
        : conAviso({ type: 'date', operator: 'greaterThanOrEqual', formulae: [new Date('2000-01-01T00:00:00Z')] }, AVISOS.fecha)
    }
    case 'texto': case 'dv': case 'lista': return null
  }
}

function conAviso(regla: DataValidation, aviso: Aviso): DataValidation {
  return { ...regla, allowBlank: true, showErrorMessage: true, errorStyle: 'warning', errorTitle: aviso.titulo, error: aviso.mensaje }
}
