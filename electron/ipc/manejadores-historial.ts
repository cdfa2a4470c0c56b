import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import type { Manejadores } from './registrar.ts'

type Suyos = 'historial:estado' | 'historial:actualizar' | 'historial:cancelar' | 'historial:procesos' | 'historial:proceso' | 'historial:registros' | 'historial:crudo' | 'historial:comparar'

/** SENCE's history: asked of SENCE, and shown from what is kept of it. */
export function manejadoresHistorial(c: Contexto): Pick<Manejadores, Suyos> {
  return {
    'historial:estado': () => enEspacio(c, (e) => e.historial.estado()),
    'historial:actualizar': (filtro) => enEspacio(c, (e) => e.historial.actualizar(filtro)),
    'historial:cancelar': () => enEspacio(c, (e) => e.historial.cancelar()),
    'historial:procesos': (i) => enEspacio(c, (e) => e.historial.procesos(i)),
    'historial:proceso': (i) => enEspacio(c, (e) => e.historial.proceso(i)),
    'historial:registros': (i) => enEspacio(c, (e) => e.historial.registros(i)),
    'historial:crudo': (i) => enEspacio(c, (e) => e.historial.crudo(i)),
    'historial:comparar': (i) => enEspacio(c, (e) => e.historial.comparar(i)),
  }
}
