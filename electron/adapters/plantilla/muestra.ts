import type { FechaIso } from '../../../shared/domain/fecha.ts'
import { filasConProblemas, filasSinProblemas } from '../../../shared/practica/muestras.ts'
import { construirLibro } from './libro.ts'

/**
 * The template filled with practice data. `con-problemas` has one of each class of problem (see
 * shared/practica/muestras.ts); its dates hang from `hoy`, so that it never expires.
 */
export function construirMuestra(muestra: 'con-problemas' | 'sin-problemas', hoy: FechaIso): Promise<Uint8Array> {
  return construirLibro(hoy, muestra === 'con-problemas' ? filasConProblemas(hoy).filas : filasSinProblemas(hoy))
}
