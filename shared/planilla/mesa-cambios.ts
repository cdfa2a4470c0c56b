/** The session's commands as a list that can be read: what, where, and from what to what when there is room to say it. */
import type { CambioVista } from '../ipc/modelos-causas.ts'
import { TEXTOS_ARREGLOS } from './arreglos-textos.ts'
import { textoDeCelda } from './celda-texto.ts'
import { textoDeComando, type Comando } from './comandos.ts'
import type { TablaMesa } from './mesa-tabla.ts'
import { TEXTOS_PLANILLA as T } from './textos.ts'

/** Older ones can still be undone; a list of thousands cannot be read. */
export const MAXIMO_CAMBIOS = 500

type TablaDe = (id: string) => TablaMesa | undefined

/** `desde`: how many commands come before the first of `comandos`. */
export function describirCambios(comandos: readonly Comando[], desde: number, tablaDe: TablaDe): CambioVista[] {
  return comandos.map((c, i) => ({ n: desde + i + 1, texto: textoDeComando(c, id => tablaDe(id)?.hoja), detalle: detalleDe(c, tablaDe) }))
}

function detalleDe(c: Comando, tablaDe: TablaDe): string | null {
  if (c.tipo === 'corregir' || c.tipo === 'filas' || c.tipo === 'traer') return null
  if (c.tipo === 'lote') return unicos(c.partes.map(p => detalleDe(p, tablaDe) ?? '').filter(t => t !== ''))
  const tabla = tablaDe(c.tabla)
  if (c.tipo === 'excluir') return c.filas.length === 1 && tabla ? T.enFila(tabla.porId.get(c.filas[0] ?? -1)?.fila ?? null) : null
  if (c.tipo === 'leer') return T.lectura(tabla?.columnas.find(x => x.key === c.columna)?.titulo ?? c.columna, c.despues.map(l => TEXTOS_ARREGLOS[l]('', '').titulo))
  const [primero] = c.cambios
  if (!primero || !tabla) return null
  const titulo = (key: string): string => tabla.columnas.find(x => x.key === key)?.titulo ?? key
  if (c.cambios.length > 1) return unicos(c.cambios.map(x => x.columna), titulo)
  return T.deCelda(tabla.porId.get(primero.filaId)?.fila ?? null, titulo(primero.columna), textoDeCelda(primero.antes), textoDeCelda(primero.despues))
}

const unicos = (textos: readonly string[], decir = (t: string): string => t): string => [...new Set(textos)].map(decir).join(', ')
