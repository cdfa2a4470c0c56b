/** From a draft and the bytes of its file to the workbook with observations. */
import { ok, type Result } from '../../../shared/ipc/result.ts'
import type { TablaObservada } from '../../../shared/planilla/observaciones.ts'
import { fallarCon } from '../fallas.ts'
import type { Formato } from '../inspeccion.ts'
import { LECTORES } from '../archivo.ts'
import { lectorSheetjs } from '../lector-sheetjs.ts'
import { LecturaInterrumpida } from '../xlsx/interrupcion.ts'
import { anotarLibro } from './libro-anotado.ts'
import { construirLibroNuevo, type HojaConFilas } from './libro-nuevo.ts'
import { pedidoDe, type FilaEscrita } from './pedido.ts'

export interface Original { formato: Formato; bytes: Buffer }
/** `mismo`: the person's own workbook. `nuevo`: another one with its values, because that one cannot be written back. */
export interface LibroExportado { bytes: Uint8Array; clase: 'mismo' | 'nuevo'; escritas: number; sinEscribir: string[]; observaciones: number; /** Where the rows that the file lacked went. */ agregadas: FilaEscrita[] }

const NUNCA = { cancelado: () => false }

export async function exportar(o: { original: Original; nombre: string; tablas: readonly TablaObservada[]; exportacion: string; anotar(linea: string): void }): Promise<Result<LibroExportado>> {
  const observaciones = o.tablas.reduce((n, t) => n + t.observaciones.length, 0)
  if (o.original.formato === 'xlsx') {
    try {
      return ok({ clase: 'mismo', observaciones, ...await anotarLibro(o.original.bytes, o.nombre, o.tablas, o.exportacion) })
    } catch (e) {
      if (!(e instanceof LecturaInterrumpida)) throw e
      o.anotar(`observations: the workbook is written anew: ${e.message}`)
    }
  }
  return deNuevo(o.original, o.nombre, o.tablas, o.exportacion, observaciones)
}

async function deNuevo(original: Original, nombre: string, tablas: readonly TablaObservada[], exportacion: string, observaciones: number): Promise<Result<LibroExportado>> {
  const libro = await (original.formato === 'xlsx' ? lectorSheetjs : LECTORES[original.formato]).abrir(original.bytes, nombre, { ocultas: true })
  if (!libro.ok) return libro
  const hojas: HojaConFilas[] = []
  for (const h of libro.valor.hojas) {
    const filas: HojaConFilas['filas'] = []
    for await (const trozo of h.trozos(NUNCA)) filas.push(...trozo)
    hojas.push({ nombre: h.nombre, filas })
  }
  if (!tablas.every(t => hojas.some(h => h.nombre === t.hoja))) return fallarCon('borrador-danado')
  const pedidos = tablas.map(t => pedidoDe(t, (hojas.find(h => h.nombre === t.hoja)?.filas.at(-1)?.fila ?? 0) + 1))
  return ok({ clase: 'nuevo', observaciones, agregadas: pedidos.flatMap(p => p.agregadas), ...await construirLibroNuevo(hojas, pedidos, exportacion) })
}
