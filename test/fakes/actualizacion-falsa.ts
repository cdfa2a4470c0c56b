import type { Actualizacion, PasoActualizacion } from '../../shared/ipc/modelos-actualizacion.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Escenario } from './escenario.ts'

const NOVEDADES = ['El historial de SENCE se puede ver sin internet, con la fecha en que se leyó.', 'La página de un alumno muestra su avance en un gráfico, módulo por módulo, con cada envío.', 'Comprobante en PDF de cada envío.']

/** The updates of the program, in memory. */
export function actualizacionFalsa(e: Escenario, emitir: (a: Actualizacion) => void): Record<`actualizacion:${'estado' | 'buscar' | 'descargar' | 'instalar' | 'vista'}`, () => Result<Actualizacion>> {
  const nueva = { nueva: '0.2.0', novedades: NOVEDADES }
  const PASOS: Record<Escenario['actualizacion'], PasoActualizacion> = {
    'al-dia': { tipo: 'al-dia', revisadoEn: '2026-11-24T22:10:00Z' }, ofrecida: { tipo: 'ofrecida', ...nueva, bytes: 98_400_000 }, descargando: { tipo: 'descargando', ...nueva, porcentaje: 42 },
    lista: { tipo: 'lista', ...nueva }, deb: { tipo: 'no-aplica', motivo: 'paquete-del-sistema' }, estrenada: { tipo: 'al-dia', revisadoEn: null },
    falla: { tipo: 'falla', titulo: 'No se pudo buscar o descargar la versión nueva', queHacer: 'Revise su conexión a internet e inténtelo más tarde. Puente SIC sigue funcionando como siempre.' },
  }
  let actual: Actualizacion = { version: '0.1.0', paso: PASOS[e.actualizacion], estrenada: e.actualizacion === 'estrenada' ? NOVEDADES : null }
  const poner = (cambio: Partial<Actualizacion>) => (): Result<Actualizacion> => {
    actual = { ...actual, ...cambio }
    emitir(actual)
    return ok(actual)
  }
  return {
    'actualizacion:estado': () => ok(actual), 'actualizacion:buscar': poner({ paso: PASOS.ofrecida }), 'actualizacion:descargar': poner({ paso: PASOS.lista }),
    'actualizacion:instalar': poner({}), 'actualizacion:vista': poner({ estrenada: null }),
  }
}
