/** Filters and text search over the rows of a table. */
import { calcularDv } from '../domain/rut.ts'
import type { FiltroFilas } from '../ipc/modelos.ts'
import { limpiarTexto, textoDeCelda } from './celda-texto.ts'
import { estaFuera, type Fila, type TablaMesa } from './mesa-tabla.ts'

const ENTRE_CELDAS = '\u0001'
const ANTES_DEL_RUT = '\u0002'
const ASCII = /^[\u0020-\u007E]*$/

/** Without case, accents or odd blanks. */
export function normalizarBusqueda(texto: string): string {
  const limpio = limpiarTexto(texto)
  return (ASCII.test(limpio) ? limpio : limpio.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase()
}

/**
 * The rows that pass, in sheet order. 'problemas' are errors and warnings; rows left out pass only 'todas' and
 * 'excluidas'. The text is looked for in anything the row shows, and a RUT in any written form. `solo`: ids to choose from.
 */
export function filasQuePasan(tabla: TablaMesa, filtro: FiltroFilas, buscar: string, solo: ReadonlySet<number> | null = null): Fila[] {
  const texto = normalizarBusqueda(buscar)
  const rut = /^[\d.\-k ]+$/.test(texto) ? texto.replace(/[^\dk]/g, '') : ''
  return tabla.filas.filter(f => pasa(f, filtro) && (solo === null || solo.has(f.id)) && (texto === '' || coincide(f, texto, rut)))
}

/** Whether some cell may say it: never false for a row where one does. `texto` from normalizarBusqueda. */
export function puedeDecir(f: Fila, texto: string): boolean {
  return (f.busqueda ??= textoBuscable(f)).includes(texto)
}

function pasa(f: Fila, filtro: FiltroFilas): boolean {
  switch (filtro) {
    case 'todas': return true
    case 'problemas': return f.errores + f.avisos > 0
    case 'errores': return f.errores > 0
    case 'avisos': return f.avisos > 0
    case 'informaciones': return f.informaciones > 0
    case 'excluidas': return estaFuera(f)
  }
}

function coincide(f: Fila, texto: string, rut: string): boolean {
  const todo = (f.busqueda ??= textoBuscable(f))
  if (todo.includes(texto)) return true
  return rut.length > 1 && todo.includes(rut, todo.lastIndexOf(ANTES_DEL_RUT))
}

/** Every cell as shown, every value as converted, and the RUT with its check digit and nothing else. */
function textoBuscable(f: Fila): string {
  const trozos: string[] = []
  for (const celda of f.celdas) if (celda !== null) trozos.push(textoDeCelda(celda))
  for (const h of f.tabla.convertir(f).hallazgos ?? []) trozos.push(String(h.datos['convertido'] ?? ''))
  return normalizarCeldas(trozos) + ANTES_DEL_RUT + rutBuscable(f)
}

const normalizarCeldas = (trozos: readonly string[]): string => trozos.map(normalizarBusqueda).join(ENTRE_CELDAS)

/** The RUT of the row's alumno, its own or taken from above; an unreadable one counts as it is written. */
export function rutBuscable(f: Fila): string {
  if (/^\d+$/.test(f.claveRut)) return f.claveRut + calcularDv(Number(f.claveRut))
  return f.claveRut.startsWith('texto') ? f.claveRut.slice(6) : ''
}
