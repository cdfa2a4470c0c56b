/**
 * The rules of the Gestor Intermedio as a pure function of a state: credentials, enrolment, data, growing progress,
 * partial acceptance, history. No clock, no network, no disk. Sources: instructivo of 23-03-2022 [I22], its August 2023
 * edition [I23].
 */
import { horaEnSantiago, hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { comoLista, comoObjeto, comoTexto, enteroHastaCien, enteroNoNegativo, falta, type Objeto } from './cuerpo.ts'
import { claveDeAvance, type EstadoGestor, type Registro } from './estado.ts'
import type { Padron } from './padron.ts'
import { cortarActividad, procesoComoTexto, registrosDeAlumno } from './registros.ts'
import { errorCon, juzgarAlumno, juzgarCurso, type Contexto, type ErrorGestor, type Juicio } from './reglas.ts'
import { RESPUESTAS } from './textos.ts'

/** [I22] "siempre se envía el valor 1350". */
const ID_SISTEMA = '1350'

export interface Opciones {
  /** Refuse the same progress again, as I22's rule 1 says; its table (025) and I23 refuse only less. */
  rechazarIguales: boolean
}

export interface Procesado { estado: EstadoGestor; respuesta: Objeto }

/**
 * `POST enviarAvance`. `cuerpo` is the parsed JSON, whatever it is. With refused credentials nothing is stored [I22 001];
 * otherwise the process is, and the alumnos without error are processed though others were refused [I22 012, I23].
 */
export function procesarEnvio(padron: Padron, estado: EstadoGestor, cuerpo: unknown, ahora: Date, opciones: Opciones = { rechazarIguales: false }): Procesado {
  const datos = comoObjeto(cuerpo)
  if (!credencialesValidas(padron, datos)) return { estado, respuesta: rechazoGeneral(errorCon('001')) }

  const id = estado.ultimoProceso + 1
  const fecha = instanteSence(ahora)
  const curso = { codigoOferta: comoTexto(datos['codigoOferta']), codigoGrupo: comoTexto(datos['codigoGrupo']) }
  const ctx: Contexto = { padron, curso, avances: estado.avances, hoy: hoyEnSantiago(ahora), rechazarIguales: opciones.rechazarIguales }
  const errorDeCurso = juzgarCurso(padron, datos)
  const avances = { ...estado.avances }
  const registros: Registro[] = []
  const aceptados: Objeto[] = []
  const rechazados: Objeto[] = []

  for (const alumno of comoLista(datos['listaAlumnos']).map(comoObjeto)) {
    const juicio: Juicio = errorDeCurso ? { error: errorDeCurso, porModulo: [] } : juzgarAlumno(ctx, alumno)
    registros.push(...registrosDeAlumno(alumno, juicio, fecha, estado.ultimoRegistro + 1 + registros.length))
    if (juicio.error) { rechazados.push({ alumno: ecoRechazado(alumno), ...juicio.error }); continue }
    aceptados.push(ecoAceptado(alumno, ctx.hoy))
    for (const modulo of comoLista(alumno['listaModulos']).map(comoObjeto)) {
      const clave = claveDeAvance(enteroNoNegativo(alumno['rutAlumno']) ?? 0, comoTexto(modulo['codigoModulo']), curso.codigoOferta, curso.codigoGrupo)
      avances[clave] = { porcentaje: enteroHastaCien(modulo['porcentajeAvance']) ?? 0, idProceso: id }
    }
  }
  if (errorDeCurso && rechazados.length === 0) rechazados.push({ ...errorDeCurso })

  const codigoExterno = falta(datos['codigoEnvio']) ? null : comoTexto(datos['codigoEnvio'])
  return {
    estado: {
      version: 1, ultimoProceso: id, ultimoRegistro: estado.ultimoRegistro + registros.length, avances,
      procesos: [...estado.procesos, { id, codigoExterno, fecha, ...curso, registros }],
    },
    respuesta: rechazados.length === 0
      ? { id_proceso: id, envio: aceptados, errores: [], respuesta_SIC: RESPUESTAS.terminado(id) }
      : { id_proceso: id, datosEnviados: aceptados, datosError: rechazados, respuesta_SIC: RESPUESTAS.conErrores },
  }
}

export interface ConsultaHistorial {
  rutOtec?: string | undefined
  idSistema?: string | undefined
  token?: string | undefined
  /** `YYYY-MM-DD`; processes of that day and later. */
  fechaDesde?: string | undefined
  codigo_externo?: string | undefined
  id_proceso?: string | undefined
}

/** `GET historialEnvios`: the processes, oldest first; or an object with the error (HTTP 200 all the same [I22 "Prueba de conexión"]). */
export function consultarHistorial(padron: Padron, estado: EstadoGestor, consulta: ConsultaHistorial): Objeto | Objeto[] {
  if (!credencialesValidas(padron, { ...consulta })) return { ...errorCon('001') }
  const { fechaDesde = '', codigo_externo: externo = '', id_proceso: proceso = '' } = consulta
  return estado.procesos
    .filter(p => (fechaDesde === '' || p.fecha >= fechaDesde) && (externo === '' || p.codigoExterno === externo) && (proceso === '' || String(p.id) === proceso))
    .map(p => procesoComoTexto(padron, p))
}

/** The answer that refuses the call as a whole: no alumno in it, and no process was made. */
export function rechazoGeneral(error: ErrorGestor): Objeto {
  return { id_proceso: 0, datosEnviados: [], datosError: [{ ...error }], respuesta_SIC: RESPUESTAS.conErrores }
}

function credencialesValidas(padron: Padron, datos: Objeto): boolean {
  return comoTexto(datos['idSistema']) === ID_SISTEMA
    && comoTexto(datos['rutOtec']).toLowerCase() === padron.otec.rut.toLowerCase()
    // Case matters: the token must come in upper case [I23].
    && comoTexto(datos['token']) === padron.otec.token
}

/** `YYYY-MM-DD HH:MM:SS` in America/Santiago, whose offset is of whole minutes. */
export function instanteSence(ahora: Date): string {
  const { hora, minuto } = horaEnSantiago(ahora)
  return `${hoyEnSantiago(ahora)} ${[hora, minuto, ahora.getUTCSeconds()].map(n => String(n).padStart(2, '0')).join(':')}`
}

const aMedianoche = (fecha: unknown): string => `${comoTexto(fecha)} 00:00:00`

/** The service gives back each alumno in its own order of fields, its dates at midnight and the módulos' dates bare [I22]. */
function ecoAceptado(alumno: Objeto, hoy: string): Objeto {
  return {
    rutAlumno: enteroNoNegativo(alumno['rutAlumno']), ...eco(alumno),
    fechaEjecucion: aMedianoche(alumno['fechaEjecucion'] ?? hoy),
    listaModulos: ecoModulos(alumno),
  }
}

/** As above, but the RUT as text and no fechaEjecucion unless one was sent [I22, example of refusal]. */
function ecoRechazado(alumno: Objeto): Objeto {
  return {
    rutAlumno: comoTexto(alumno['rutAlumno']), ...eco(alumno),
    ...(falta(alumno['fechaEjecucion']) ? {} : { fechaEjecucion: aMedianoche(alumno['fechaEjecucion']) }),
    listaModulos: ecoModulos(alumno),
  }
}

function eco(alumno: Objeto): Objeto {
  return {
    dvAlumno: comoTexto(alumno['dvAlumno']), tiempoConectividad: alumno['tiempoConectividad'] ?? null,
    porcentajeAvance: alumno['porcentajeAvance'] ?? null, estado: alumno['estado'] ?? 1,
    ...(falta(alumno['evaluacionFinal']) ? {} : { evaluacionFinal: alumno['evaluacionFinal'] }),
    fechaInicio: aMedianoche(alumno['fechaInicio']), fechaFin: aMedianoche(alumno['fechaFin']),
  }
}

function ecoModulos(alumno: Objeto): Objeto[] {
  return comoLista(alumno['listaModulos']).map(comoObjeto).map(m => ({
    codigoModulo: comoTexto(m['codigoModulo']), tiempoConectividad: m['tiempoConectividad'] ?? null,
    porcentajeAvance: m['porcentajeAvance'] ?? null, estado: m['estado'] ?? null,
    ...(falta(m['notaModulo']) ? {} : { notaModulo: m['notaModulo'] }),
    fechaInicio: comoTexto(m['fechaInicio']), fechaFin: comoTexto(m['fechaFin']),
    listaActividades: comoLista(m['listaActividades']).map(a => ({ codigoActividad: cortarActividad(comoTexto(comoObjeto(a)['codigoActividad'])) })),
  }))
}
