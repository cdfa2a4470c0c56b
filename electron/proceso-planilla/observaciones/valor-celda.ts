/** How a cell of the draft is written in a cell of the file, whose number format decides what a number means there. */
import type { ClaseNumero } from '../formato-celda.ts'
import { serialDeFecha } from '../../../shared/domain/fecha.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import { columnaDeKey, type ColumnaKey } from '../../../shared/planilla/columnas.ts'
import { convertirCelda } from '../../../shared/planilla/conversion.ts'

/** `t`: the cell's type in the XML (ECMA-376 part 1, 18.18.11 ST_CellType); `v` null: blank. */
export interface Escribible { t?: 'inlineStr' | 'b' | 'e'; v: string | null }

const DIAS_1904 = 1462
const ENTERO = /^\d{1,15}$/
const numero = (n: number): Escribible => ({ v: String(n) })
const texto = (v: string): Escribible => ({ t: 'inlineStr', v })

/** What the person typed in the program is text; where the file's own cell holds a number or a date, it becomes one. */
export function escribible(celda: Celda, key: ColumnaKey, clase: ClaseNumero, es1904: boolean): Escribible {
  if (celda === null) return { v: null }
  if (typeof celda === 'number') return clase === 'numero' ? numero(celda) : texto(String(celda).replace('.', ','))
  if (typeof celda === 'boolean') return { t: 'b', v: celda ? '1' : '0' }
  if (typeof celda === 'string') return deTexto(celda, key, clase, es1904)
  if (celda.tipo === 'error') return { t: 'e', v: celda.valor }
  // A value of the file's own that came back (undo, or the same text typed again) under another format.
  if (celda.tipo !== clase) return texto(comoTexto(celda, key))
  return numero(celda.tipo === 'fecha' && es1904 ? celda.valor - DIAS_1904 : celda.valor)
}

function deTexto(escrito: string, key: ColumnaKey, clase: ClaseNumero, es1904: boolean): Escribible {
  const def = columnaDeKey(key)
  if (def === undefined) return texto(escrito)
  const { valor, hallazgo } = convertirCelda(def, escrito)
  if (hallazgo?.nivel === 'error') return texto(escrito)
  switch (def.tipo) {
    case 'fecha': {
      if (clase !== 'fecha' || typeof valor !== 'string') return texto(escrito)
      return numero(serialDeFecha(valor) - (es1904 ? DIAS_1904 : 0))
    }
    case 'porcentaje':
      if (clase === 'porcentaje' && typeof valor === 'number') return numero(valor / 100)
      return clase === 'numero' && ENTERO.test(escrito) ? numero(Number(escrito)) : texto(escrito)
    case 'segundos':
      if (clase === 'duracion' && typeof valor === 'number') return numero(valor / 86_400)
      return clase === 'numero' && ENTERO.test(escrito) ? numero(Number(escrito)) : texto(escrito)
    case 'estado': case 'entero':
      return clase === 'numero' && ENTERO.test(escrito) ? numero(Number(escrito)) : texto(escrito)
    case 'texto': case 'rut': case 'dv': case 'lista': return texto(escrito)
  }
}

function comoTexto(celda: Exclude<Celda, null | string | number | boolean>, key: ColumnaKey): string {
  const def = columnaDeKey(key)
  const valor = def ? convertirCelda(def, celda).valor : undefined
  return typeof valor === 'string' || typeof valor === 'number' ? String(valor) : String(celda.valor)
}
