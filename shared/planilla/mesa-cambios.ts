/** The session's commands as a list that can be read: what, where, and from what to what when there is room to say it. */
import type { CambioVista } from '../ipc/modelos-causas.ts'
import { textoDeCelda } from './celda-texto.ts'
import { textoDeComando, type Comando } from './comandos.ts'
import type { TablaMesa } from './mesa-tabla.ts'
import { TEXTOS_PLANILLA as T } from './textos.ts'

/** Older ones can still be undone; a list of thousands cannot be read. */
export const MAXIMO_CAMBIOS = 500

/** `desde`: how many commands come before the first of `comandos`. */
export function describirCambios(comandos: readonly Comando[], desde: number, tablaDe: (id: string) => TablaMesa | undefined): CambioVista[] {
  return comandos.map((c, i) => {
    const tabla = c.tipo === 'corregir' ? undefined : tablaDe(c.tabla)
    return { n: desde + i + 1, texto: textoDeComando(c, tabla?.hoja), detalle: detalleDe(c, tabla) }
  })
}

function detalleDe(c: Comando, tabla: TablaMesa | undefined): string | null {
  if (c.tipo === 'corregir') return null
  if (c.tipo === 'excluir') return c.filas.length === 1 && tabla ? T.enFila(tabla.porId.get(c.filas[0] ?? -1)?.fila ?? null) : null
  const [primero] = c.cambios
  if (!primero || !tabla) return null
  const titulo = (key: string): string => tabla.columnas.find(x => x.key === key)?.titulo ?? key
  if (c.cambios.length > 1) return [...new Set(c.cambios.map(x => x.columna))].map(titulo).join(', ')
  return T.deCelda(tabla.porId.get(primero.filaId)?.fila ?? null, titulo(primero.columna), textoDeCelda(primero.antes), textoDeCelda(primero.despues))
}
