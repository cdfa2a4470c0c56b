/** From a received alumno to the records of the history, and from records to the service's own shape: everything as text. */
import { comoLista, comoObjeto, comoTexto, falta, textoONulo, type Objeto } from './cuerpo.ts'
import type { Proceso, Registro } from './estado.ts'
import type { Padron } from './padron.ts'
import type { ErrorGestor, Juicio } from './reglas.ts'
import { RESPUESTAS, conDecimales } from './textos.ts'

/** Characters of an activity's code that the service keeps [I22 "se trunca"]. */
const LARGO_ACTIVIDAD = 50

export const cortarActividad = (codigo: string): string => [...codigo].slice(0, LARGO_ACTIVIDAD).join('')

/** One record per módulo and activity. `fecha` is the instant of the process, the default of fecha_ejecucion. */
export function registrosDeAlumno(alumno: Objeto, juicio: Juicio, fecha: string, desdeId: number): Registro[] {
  const registros: Registro[] = []
  const modulos = comoLista(alumno['listaModulos']).map(comoObjeto)
  // A refused alumno without módulos leaves one record all the same: the refusal must be found in the history.
  ;(modulos.length === 0 ? [{}] : modulos).forEach((modulo: Objeto, i) => {
    const codigos = comoLista(modulo['listaActividades']).map(a => cortarActividad(comoTexto(comoObjeto(a)['codigoActividad'])))
    const error = juicio.porModulo[i] ?? juicio.error
    for (const actividad of codigos.length === 0 ? [null] : codigos) {
      registros.push({
        id: desdeId + registros.length,
        rutAlumno: comoTexto(alumno['rutAlumno']), dvAlumno: comoTexto(alumno['dvAlumno']),
        tiempoConectividad: textoONulo(alumno['tiempoConectividad']),
        estado: textoONulo(alumno['estado'] ?? 1),
        porcentajeAvance: textoONulo(alumno['porcentajeAvance']),
        fechaInicio: textoONulo(alumno['fechaInicio']), fechaFin: textoONulo(alumno['fechaFin']),
        fechaEjecucion: falta(alumno['fechaEjecucion']) ? fecha : comoTexto(alumno['fechaEjecucion']),
        modulo: textoONulo(modulo['codigoModulo']),
        modTiempoConectividad: textoONulo(modulo['tiempoConectividad']),
        modEstado: textoONulo(modulo['estado']),
        modPorcentajeAvance: textoONulo(modulo['porcentajeAvance']),
        modFechaInicio: textoONulo(modulo['fechaInicio']), modFechaFin: textoONulo(modulo['fechaFin']),
        modNota: textoONulo(modulo['notaModulo']),
        actividad,
        aceptado: juicio.error === null,
        observacion: juicio.error === null || error === null ? '' : `[${codigoDeObservacion(error)}] ${error.mensaje}`,
      })
    }
  })
  return registros
}

/** The real history writes [010] before the text of 025 [I22, the example's first record]; whoever reads must not trust the code. */
const codigoDeObservacion = (error: ErrorGestor): string => (error.codigo === '025' ? '010' : error.codigo)

const porciento = (texto: string | null): string | null => (texto === null || !/^\d+(\.\d+)?$/.test(texto) ? texto : conDecimales(Number(texto)))
/** A date alone is shown at midnight; an instant, as it is. */
const conHora = (texto: string | null): string | null => (texto !== null && /^\d{4}-\d{2}-\d{2}$/.test(texto) ? `${texto} 00:00:00` : texto)

/** A process as `historialEnvios` shows it [I22]. */
export function procesoComoTexto(padron: Padron, p: Proceso): Objeto {
  const [rutOtec = '', dvOtec = ''] = padron.otec.rut.split('-')
  return {
    id_proceso_externo: String(p.id), id_lms: '0', codigo_externo: p.codigoExterno, fecha: p.fecha, horario: null,
    observaciones: RESPUESTAS.observaciones(p.id), observaciones_sic: null, status_code: '0', estado: '2', rut_otec: rutOtec,
    listaregistros: p.registros.map(r => ({
      id_registro: String(r.id), rut_otec: rutOtec, dv_otec: dvOtec, oferta_cod: p.codigoOferta, seccion_cod: p.codigoGrupo,
      rut_alumno: r.rutAlumno, dv_alumno: r.dvAlumno, tiempo_conectividad: r.tiempoConectividad, estado: r.estado,
      porcentaje_avance: porciento(r.porcentajeAvance), fecha_inicio: conHora(r.fechaInicio), fecha_fin: conHora(r.fechaFin),
      fecha_ejecucion: conHora(r.fechaEjecucion), mod_cod: r.modulo, mod_tiempo_conectividad: r.modTiempoConectividad,
      mod_estado: r.modEstado, mod_porcentaje_avance: porciento(r.modPorcentajeAvance), mod_fecha_inicio: conHora(r.modFechaInicio),
      mod_fecha_fin: conHora(r.modFechaFin), mod_obligatorio: null,
      // I22's own example has both names for the grade, `mod_notas` and `mod_nota`.
      ...(r.modNota === null ? { mod_notas: null } : { mod_nota: r.modNota }),
      act_cod: r.actividad, act_estado: null, estado_registro: r.aceptado ? '1' : '3', obs_registro: r.observacion,
      id_proceso_externo: String(p.id),
    })),
  }
}
