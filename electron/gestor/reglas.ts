/** The rules that judge an alumno, in the order of I22's table. */
import { claveDeAvance } from './estado.ts'
import { comoLista, comoObjeto, comoTexto, enteroHastaCien, enteroNoNegativo, estadoValido, falta, fechaValida, type Objeto } from './cuerpo.ts'
import { claveDeCurso, type Padron } from './padron.ts'
import { MENSAJES, MENSAJES_SIN_CODIGO, RESPUESTAS, SIN_CODIGO, type CodigoConTexto, type DatosDeError } from './textos.ts'

export interface ErrorGestor { codigo: string; mensaje: string }

export interface CursoRecibido { codigoOferta: string; codigoGrupo: string }
export interface Contexto {
  padron: Padron
  curso: CursoRecibido
  /** Last progress that was accepted, by `claveDeAvance`. */
  avances: Readonly<Record<string, { porcentaje: number }>>
  /** `YYYY-MM-DD` in America/Santiago: the default of fechaEjecucion. */
  hoy: string
  /** I22 rule 1 read to the letter: the same progress is refused too. Its own table (025) and I23 say only "less". */
  rechazarIguales: boolean
}

export interface Juicio {
  /** null: accepted. */
  error: ErrorGestor | null
  /** By position of the módulo: its own last error, for the history. */
  porModulo: (ErrorGestor | null)[]
}

export function errorCon(codigo: CodigoConTexto, datos: Partial<DatosDeError> = {}): ErrorGestor {
  return { codigo, mensaje: MENSAJES[codigo]({ curso: '', rut: '', modulo: '', anterior: 0, ...datos }) }
}
const errorSinCodigo = (cual: keyof typeof MENSAJES_SIN_CODIGO): ErrorGestor => ({ codigo: SIN_CODIGO, mensaje: MENSAJES_SIN_CODIGO[cual] })

/** What is wrong with the course as a whole; it then refuses every alumno. */
export function juzgarCurso(padron: Padron, cuerpo: Objeto): ErrorGestor | null {
  const codigoOferta = comoTexto(cuerpo['codigoOferta'])
  if (!padron.cursos.has(claveDeCurso(codigoOferta, comoTexto(cuerpo['codigoGrupo'])))) return errorCon('003', { curso: codigoOferta })
  if (!cantidadValida(cuerpo['cantActividadSincronica'])) return errorCon('032')
  if (!cantidadValida(cuerpo['cantActividadAsincronica'])) return errorCon('033')
  return comoLista(cuerpo['listaAlumnos']).length === 0 ? errorSinCodigo('listaAlumnos') : null
}

/** Enrolment first: data of somebody who is not in the course is not looked at. */
export function juzgarAlumno(ctx: Contexto, alumno: Objeto): Juicio {
  const modulos = comoLista(alumno['listaModulos']).map(comoObjeto)
  const sinModulos = modulos.map(() => null)
  const error = matricula(ctx, alumno) ?? datosDeAlumno(ctx, alumno)
  if (error) return { error, porModulo: sinModulos }
  const porModulo = modulos.map(m => errores(ctx, alumno, m).at(-1) ?? null)
  // Only the last error of the módulos is told [I22].
  const ultimo = porModulo.findLast(e => e !== null)
  return { error: ultimo ? { ...ultimo, mensaje: RESPUESTAS.unoOMas(ultimo.mensaje) } : null, porModulo }
}

export const rutConDv = (alumno: Objeto): string => `${comoTexto(alumno['rutAlumno'])}-${comoTexto(alumno['dvAlumno'])}`

function matricula(ctx: Contexto, alumno: Objeto): ErrorGestor | null {
  const rut = enteroNoNegativo(alumno['rutAlumno']) ?? -1
  const dv = comoTexto(alumno['dvAlumno']).toLowerCase()
  // A wrong check digit is answered as an unknown alumno: I22's own example of 012 is 11111111-5.
  if (ctx.padron.personas.get(rut) !== dv) return errorCon('012', { rut: rutConDv(alumno) })
  const alumnos = ctx.padron.cursos.get(claveDeCurso(ctx.curso.codigoOferta, ctx.curso.codigoGrupo))
  return alumnos?.has(rut) ? null : errorCon('011', { rut: rutConDv(alumno) })
}

function datosDeAlumno(ctx: Contexto, alumno: Objeto): ErrorGestor | null {
  if (enteroNoNegativo(alumno['tiempoConectividad']) === null) return errorCon('021')
  if (enteroHastaCien(alumno['porcentajeAvance']) === null) return errorCon('022')
  if (!falta(alumno['evaluacionFinal']) && enteroHastaCien(alumno['evaluacionFinal']) === null) return errorCon('031')
  if (!falta(alumno['estado']) && !estadoValido(alumno['estado'])) return errorSinCodigo('estadoAlumno')
  const inicio = fechaValida(alumno['fechaInicio'])
  const fin = fechaValida(alumno['fechaFin'])
  const ejecucion = falta(alumno['fechaEjecucion']) ? ctx.hoy : fechaValida(alumno['fechaEjecucion'])
  if (inicio === null) return errorSinCodigo('inicioAlumno')
  if (fin === null || fin < inicio) return errorSinCodigo('finAlumno')
  if (ejecucion === null || ejecucion < inicio || ejecucion > fin) return errorSinCodigo('ejecucionAlumno')
  return comoLista(alumno['listaModulos']).length === 0 ? errorSinCodigo('listaModulos') : null
}

/** All that is wrong with a módulo, in the order of the table. */
function errores(ctx: Contexto, alumno: Objeto, modulo: Objeto): ErrorGestor[] {
  const rut = enteroNoNegativo(alumno['rutAlumno']) ?? -1
  const codigo = comoTexto(modulo['codigoModulo'])
  const { codigoOferta, codigoGrupo } = ctx.curso
  if (!ctx.padron.cursos.get(claveDeCurso(codigoOferta, codigoGrupo))?.get(rut)?.has(codigo)) {
    return [errorCon('010', { rut: rutConDv(alumno), modulo: codigo })]
  }
  const avance = enteroHastaCien(modulo['porcentajeAvance'])
  const anterior = ctx.avances[claveDeAvance(rut, codigo, codigoOferta, codigoGrupo)]?.porcentaje
  const retrocede = avance !== null && anterior !== undefined && (avance < anterior || (ctx.rechazarIguales && avance === anterior))
  const inicio = fechaValida(modulo['fechaInicio'])
  const fin = fechaValida(modulo['fechaFin'])
  const actividades = comoLista(modulo['listaActividades'])
  const hallados: (ErrorGestor | false)[] = [
    enteroNoNegativo(modulo['tiempoConectividad']) === null && errorCon('023'),
    avance === null && errorCon('024'),
    retrocede && errorCon('025', { anterior: anterior ?? 0 }),
    inicio === null && errorCon('026'),
    // An end before its start has no code of its own; it is the end that is wrong.
    (fin === null || (inicio !== null && fin < inicio)) && errorCon('027'),
    !falta(modulo['notaModulo']) && enteroHastaCien(modulo['notaModulo']) === null && errorCon('028'),
    !cantidadValida(modulo['cantActividadSincronica']) && errorCon('029'),
    !cantidadValida(modulo['cantActividadAsincronica']) && errorCon('030'),
    !estadoValido(modulo['estado']) && errorSinCodigo('estadoModulo'),
    actividades.length === 0 && errorSinCodigo('listaActividades'),
    actividades.some(a => comoTexto(comoObjeto(a)['codigoActividad']).trim() === '') && errorSinCodigo('codigoActividad'),
  ]
  return hallados.filter(e => e !== false)
}

const cantidadValida = (v: unknown): boolean => falta(v) || enteroNoNegativo(v) !== null
