/** Styles, only as far as they tell a date, a duration or a percent from a number. */
import { claseDeFormato, type ClaseNumero } from '../formato-celda.ts'
import type { ParteZip } from '../zip.ts'
import { PLANILLA } from './espacios.ts'
import { atributo, etiquetas, textoDeParte } from './etiquetas.ts'
import { aparte } from './interrupcion.ts'
import type { Paquete } from './paquete.ts'

/** Number formats that a file uses without defining them (ECMA-376 part 1, 18.8.30 numFmt); those missing here are plain numbers or texts. */
export const FORMATOS_INTEGRADOS: Readonly<Record<number, string>> = {
  9: '0%', 10: '0.00%', 14: 'm/d/yy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM', 20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yy h:mm',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mmss.0',
  // Of the eastern editions, the only one that SheetJS also knows: both readers must say the same.
  56: '"上午/下午 "hh"時"mm"分"ss"秒 "',
}
/** Excel's own limit is 65,490. */
const MAXIMO_ESTILOS = 200_000

/** Class of the numbers of each style: the index is the `s` of a cell (18.8.10 cellXfs). */
export function leerEstilos(paquete: Paquete, parte: ParteZip | undefined): ClaseNumero[] {
  if (parte === undefined) return []
  const formatos = new Map<number, string>()
  const xfs: number[] = []
  let dentro = ''
  for (const e of etiquetas(textoDeParte(paquete.leer(parte)), PLANILLA)) {
    // The same names appear in other places (18.8.9 cellStyleXfs, 18.8.14 dxf), where they mean something else.
    if (e.nombre === 'numFmts' || e.nombre === 'cellXfs') dentro = e.cierra || e.sola ? '' : e.nombre
    else if (e.nombre === 'numFmt' && dentro === 'numFmts' && !e.cierra) formatos.set(entero(atributo(e, 'numFmtId')), atributo(e, 'formatCode') ?? 'General')
    else if (e.nombre === 'xf' && dentro === 'cellXfs' && !e.cierra && xfs.push(entero(atributo(e, 'numFmtId') ?? '0')) > MAXIMO_ESTILOS) aparte('demasiados estilos')
  }
  // Number 0 is General and cannot be redefined.
  return xfs.map(id => claseDeFormato(id === 0 ? undefined : (formatos.get(id) ?? FORMATOS_INTEGRADOS[id])))
}

const entero = (texto: string | undefined): number => (texto !== undefined && /^\d{1,9}$/.test(texto) ? Number(texto) : aparte('número de formato que no es un entero'))
