/** The journal's records as the window shows them. */
import { estadoDeEnvio } from '../../shared/domain/envio.ts'
import { formatRut } from '../../shared/domain/rut.ts'
import type { EnvioFila, EstadoLlamada, LlamadaVista } from '../../shared/ipc/modelos.ts'
import type { EnvioGuardado, LlamadaSinCuerpo } from './puertos-diario.ts'
import { lugaresDePartes } from './partes.ts'
import { palabrasDeAlumno, palabrasDeLlamada } from './textos-llamada.ts'

export function filaDeEnvio(e: EnvioGuardado): EnvioFila {
  const sumar = (clave: 'alumnos' | 'aceptados' | 'rechazados' | 'desconocidos'): number => e.llamadas.reduce((total, l) => total + l[clave], 0)
  return {
    id: e.id, creadoEn: e.creadoEn, nombreArchivo: e.nombreArchivo, rutOtec: e.rutOtec,
    estado: estadoDeEnvio(e.llamadas.map((l) => l.estado)), programadoPara: e.programadoPara,
    cursos: cursosDe(e),
    alumnos: sumar('alumnos'), aceptados: sumar('aceptados'), rechazados: sumar('rechazados'), desconocidos: sumar('desconocidos'),
  }
}

/** Each course once, however many parts it went in. */
function cursosDe(e: EnvioGuardado): EnvioFila['cursos'] {
  const vistos = new Map(e.llamadas.map(({ codigoOferta, codigoGrupo }) => [JSON.stringify([codigoOferta, codigoGrupo]), { codigoOferta, codigoGrupo }]))
  return [...vistos.values()]
}

export function estadoDeLlamadas(e: EnvioGuardado): EstadoLlamada[] {
  const lugares = lugaresDePartes(e.llamadas)
  return e.llamadas.map((l, i) => ({ ...l, parte: lugares[i]?.parte ?? 1, partes: lugares[i]?.partes ?? 1 }))
}

export function vistasDeLlamadas(llamadas: readonly LlamadaSinCuerpo[]): LlamadaVista[] {
  const lugares = lugaresDePartes(llamadas)
  return llamadas.map((l, i) => vistaDeLlamada(l, lugares[i]?.parte ?? 1, lugares[i]?.partes ?? 1))
}

function vistaDeLlamada(l: LlamadaSinCuerpo, parte: number, partes: number): LlamadaVista {
  const palabras = palabrasDeLlamada(l)
  return {
    id: l.id, codigoEnvio: l.codigoEnvio, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, parte, partes, estado: l.estado,
    consultadaEn: l.consultadaEn,
    idProceso: l.idProceso, respuestaSic: l.respuestaSic, enviadoEn: l.enviadoEn, respondidoEn: l.respondidoEn,
    alumnos: l.alumnos.map((a) => ({
      rut: formatRut({ numero: a.rutAlumno, dv: a.dvAlumno }), resultado: a.resultado, codigo: a.codigo, mensajeSence: a.mensaje, ...palabrasDeAlumno(a, l),
    })),
    titulo: palabras?.titulo ?? null, explicacion: palabras?.explicacion ?? null, queHacer: palabras === null || palabras.queHacer === '' ? null : palabras.queHacer,
    httpEstado: l.httpEstado, sha256: l.sha256,
  }
}
