/** The quick reader first; the other one whenever it stands aside, be it when the file is opened or when half of its rows are out. */
import { fallar, type Result } from '../../../shared/ipc/result.ts'
import type { LectorPlanilla, OpcionesLector } from '../lector.ts'
import type { Limites } from '../limites.ts'
import { LecturaInterrumpida } from './interrupcion.ts'
import { abrirXlsx, type LibroXlsx } from './lector-xlsx.ts'

/**
 * `usar` walks the workbook and answers what it made of it. It may be called twice: what the first call gathered is
 * discarded, so it must start from nothing. `anotar` gets the reason for the log when the other reader took over.
 */
export async function leerConRespaldo<T>(
  o: { bytes: Buffer; nombre: string; respaldo: LectorPlanilla; limites?: Limites; opciones?: OpcionesLector; anotar(razon: string): void },
  usar: (libro: LibroXlsx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const apertura = await abrirXlsx(o.bytes, o.nombre, o.limites, o.opciones)
  if (!apertura.ok) return apertura
  let razon: string
  if (apertura.valor.tipo === 'aparte') razon = apertura.valor.razon
  else {
    try {
      return await usar(apertura.valor.libro)
    } catch (e) {
      if (!(e instanceof LecturaInterrumpida)) throw e
      if (e.causa.tipo === 'falla') return fallar(e.causa.falla)
      razon = e.causa.razon
    }
  }
  o.anotar(razon)
  const otro = await o.respaldo.abrir(o.bytes, o.nombre, o.opciones)
  if (!otro.ok) return otro
  return usar({ ocultas: otro.valor.ocultas, hojas: otro.valor.hojas.map(h => ({ ...h, trozos: s => h.trozos(s), avance: () => 0 })) })
}
