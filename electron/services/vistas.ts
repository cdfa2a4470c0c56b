/** The journal's records as the window shows them. */
import { estadoDeEnvio } from '../../shared/domain/envio.ts'
import { formatRut } from '../../shared/domain/rut.ts'
import type { EnvioFila, LlamadaVista } from '../../shared/ipc/modelos.ts'
import type { EnvioGuardado, LlamadaGuardada } from './puertos.ts'
import { palabrasDeAlumno, palabrasDeLlamada } from './textos-llamada.ts'

export function filaDeEnvio(e: EnvioGuardado): EnvioFila {
  const sumar = (clave: 'alumnos' | 'aceptados' | 'rechazados' | 'desconocidos'): number => e.llamadas.reduce((total, l) => total + l[clave], 0)
  return {
    id: e.id, creadoEn: e.creadoEn, nombreArchivo: e.nombreArchivo, rutOtec: e.rutOtec,
    estado: estadoDeEnvio(e.llamadas.map((l) => l.estado)),
    cursos: e.llamadas.map(({ codigoOferta, codigoGrupo }) => ({ codigoOferta, codigoGrupo })),
    alumnos: sumar('alumnos'), aceptados: sumar('aceptados'), rechazados: sumar('rechazados'), desconocidos: sumar('desconocidos'),
  }
}

export function vistaDeLlamada(l: LlamadaGuardada): LlamadaVista {
  const palabras = palabrasDeLlamada(l)
  return {
    id: l.id, codigoEnvio: l.codigoEnvio, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, estado: l.estado,
    idProceso: l.idProceso, respuestaSic: l.respuestaSic, enviadoEn: l.enviadoEn, respondidoEn: l.respondidoEn,
    alumnos: l.alumnos.map((a) => ({
      rut: formatRut({ numero: a.rutAlumno, dv: a.dvAlumno }), resultado: a.resultado, codigo: a.codigo, mensajeSence: a.mensaje, ...palabrasDeAlumno(a, l.codigoEnvio),
    })),
    titulo: palabras?.titulo ?? null, explicacion: palabras?.explicacion ?? null, queHacer: palabras?.queHacer ?? null,
    solicitud: l.cuerpo, respuesta: l.respuesta, httpEstado: l.httpEstado, sha256: l.sha256,
  }
}
