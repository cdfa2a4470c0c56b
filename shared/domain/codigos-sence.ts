/** The codes that the Gestor Intermedio answers with, in words that say what to do and who must do it. */

export type QuienActua = 'OTEC: credenciales' | 'OTEC: datos del curso' | 'OTEC: planilla' | 'OTEC o SENCE: matrícula' | 'Nadie: esperar' | 'SENCE'
interface Explicacion {
  readonly titulo: string
  readonly explicacion: string
  readonly queHacer: string
  readonly quien: QuienActua
  /** What the refusal covers: the whole call, or only the alumno it names. */
  readonly alcance: 'llamada' | 'alumno'
  readonly fuente: 'I22' | 'I23'
}

export const CODIGOS = [
  '001', '002', '003', '010', '011', '012', '021', '022', '023', '024', '025', '026', '027', '028', '029', '030', '031', '032', '033',
] as const
export type CodigoSence = (typeof CODIGOS)[number]

const corregirModulos = 'Corrija el valor en la planilla y vuelva a enviar a este alumno. SENCE informa un solo error aunque haya varios: revise todos los módulos del alumno.'
const corregirAlumno = 'Corrija el valor en la fila del alumno y vuelva a enviarlo.'
const corregirCurso = 'Corrija el valor en la fila del curso y vuelva a enviar el curso completo.'
const numeroInvalido = (que: string): string => `SENCE recibió ${que} que no es un número o que es menor que cero.`

/** Exhaustive: a code without words does not compile. Source of each: tables of [I22] and [I23]. */
export const CATALOGO_CODIGOS: Readonly<Record<CodigoSence, Explicacion>> = {
  '001': {
    titulo: 'SENCE no reconoció las credenciales', quien: 'OTEC: credenciales', alcance: 'llamada', fuente: 'I22',
    explicacion: 'El RUT de la OTEC o el token no son válidos. SENCE no guardó ningún dato de este curso.',
    queHacer: 'Revise el RUT y el token en Ajustes → OTEC y credenciales. Si el token se renovó en sistemas.sence.cl/rts, copie el nuevo. Después vuelva a enviar.',
  },
  '002': {
    titulo: 'Falló el servicio de autenticación de SENCE', quien: 'Nadie: esperar', alcance: 'llamada', fuente: 'I22',
    explicacion: 'SENCE no pudo comprobar las credenciales por un problema propio. No es un error de sus datos y no se guardó nada de este curso.',
    queHacer: 'Espere unos minutos y vuelva a enviar.',
  },
  '003': {
    titulo: 'SENCE no tiene registrado este curso', quien: 'OTEC: datos del curso', alcance: 'llamada', fuente: 'I22',
    explicacion: 'El código de oferta que se envió no existe en el Gestor Intermedio.',
    queHacer: 'Compare el código de oferta de la planilla con el que SENCE le comunicó. Si es el mismo, escriba a adminelearning@sence.cl.',
  },
  '010': {
    titulo: 'El alumno no está inscrito en el módulo', quien: 'OTEC o SENCE: matrícula', alcance: 'alumno', fuente: 'I22',
    explicacion: 'SENCE conoce al alumno, pero no lo tiene en el módulo que se envió.',
    queHacer: 'Revise el código del módulo. Si es correcto, pida a SENCE que revise la matrícula del alumno.',
  },
  '011': {
    titulo: 'El alumno no está inscrito en el curso', quien: 'OTEC o SENCE: matrícula', alcance: 'alumno', fuente: 'I22',
    explicacion: 'SENCE conoce al alumno, pero no lo tiene en este curso.',
    queHacer: 'Revise los códigos de oferta y de grupo. Si son correctos, pida a SENCE que revise la matrícula del alumno.',
  },
  '012': {
    titulo: 'SENCE no conoce a este alumno', quien: 'OTEC o SENCE: matrícula', alcance: 'alumno', fuente: 'I22',
    explicacion: 'El RUT no está registrado en la plataforma de SENCE. Esto afecta solo a este alumno: los demás se procesaron.',
    queHacer: 'Revise el RUT. Si es correcto, el alumno debe inscribirse en SENCE antes de que se pueda informar su avance.',
  },
  '021': { titulo: 'Tiempo de conexión del alumno no válido', explicacion: numeroInvalido('un tiempo de conexión del alumno'), queHacer: corregirAlumno, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22' },
  '022': { titulo: 'Avance del alumno no válido', explicacion: numeroInvalido('un porcentaje de avance del alumno'), queHacer: corregirAlumno, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22' },
  '023': { titulo: 'Tiempo de conexión de un módulo no válido', explicacion: numeroInvalido('un tiempo de conexión de módulo'), queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22' },
  '024': { titulo: 'Avance de un módulo no válido', explicacion: numeroInvalido('un porcentaje de avance de módulo'), queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22' },
  '025': {
    titulo: 'El avance de un módulo no supera al que SENCE ya tiene', quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22',
    explicacion: 'SENCE solo acepta avances mayores que el último aceptado para el mismo módulo.',
    queHacer: 'Escriba un avance mayor que el anterior, o deje fuera de este envío los módulos sin cambios. Revise todos los módulos del alumno: SENCE informa un solo error.',
  },
  '026': { titulo: 'Fecha de inicio de un módulo no válida', explicacion: 'SENCE no pudo leer la fecha de inicio de un módulo.', queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22' },
  '027': { titulo: 'Fecha de término de un módulo no válida', explicacion: 'SENCE no pudo leer la fecha de término de un módulo.', queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I22' },
  '028': { titulo: 'Nota de un módulo no válida', explicacion: numeroInvalido('una nota de módulo'), queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I23' },
  '029': { titulo: 'Cantidad de actividades sincrónicas de un módulo no válida', explicacion: numeroInvalido('una cantidad de actividades sincrónicas'), queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I23' },
  '030': { titulo: 'Cantidad de actividades asincrónicas de un módulo no válida', explicacion: numeroInvalido('una cantidad de actividades asincrónicas'), queHacer: corregirModulos, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I23' },
  '031': { titulo: 'Evaluación final del alumno no válida', explicacion: numeroInvalido('una evaluación final'), queHacer: corregirAlumno, quien: 'OTEC: planilla', alcance: 'alumno', fuente: 'I23' },
  '032': { titulo: 'Cantidad de actividades sincrónicas del curso no válida', explicacion: numeroInvalido('una cantidad de actividades sincrónicas del curso'), queHacer: corregirCurso, quien: 'OTEC: datos del curso', alcance: 'llamada', fuente: 'I23' },
  '033': { titulo: 'Cantidad de actividades asincrónicas del curso no válida', explicacion: numeroInvalido('una cantidad de actividades asincrónicas del curso'), queHacer: corregirCurso, quien: 'OTEC: datos del curso', alcance: 'llamada', fuente: 'I23' },
}

const SIN_EXPLICAR = {
  titulo: 'SENCE rechazó el dato con un código que este programa no conoce',
  explicacion: 'Se muestra el código y el mensaje tal como llegaron.',
  queHacer: 'Lea el mensaje de SENCE. Si no basta para corregir, escriba a adminelearning@sence.cl con el código y el mensaje.',
  quien: 'SENCE',
} as const

export const esCodigoSence = (codigo: string): codigo is CodigoSence => (CODIGOS as readonly string[]).includes(codigo)

/** `12`, `"12"` and `"012"` are the same code; what is not a number stays as it came. */
export function normalizarCodigo(codigo: unknown): string | null {
  if (typeof codigo !== 'string' && typeof codigo !== 'number') return null
  const texto = String(codigo).trim()
  if (texto === '') return null
  return /^\d{1,2}$/u.test(texto) ? texto.padStart(3, '0') : texto
}

export interface CodigoExplicado { readonly titulo: string; readonly explicacion: string; readonly queHacer: string; readonly quien: string }
/** Words for a code; an unknown one is shown as it came, with its message. */
export function explicarCodigo(codigo: string | null): CodigoExplicado {
  if (codigo === null || !esCodigoSence(codigo)) return SIN_EXPLICAR
  const { titulo, explicacion, queHacer, quien } = CATALOGO_CODIGOS[codigo]
  return { titulo, explicacion, queHacer, quien }
}

/** Each message of the tables as the service words it, accents and case aside. The order matters: `no se encuentra registrado` alone is 012. */
const MENSAJES: readonly (readonly [RegExp, CodigoSence])[] = [
  [/token invalido/u, '001'],
  [/el curso .*no se encuentra registrado/u, '003'],
  [/no se encuentra registrado en el modulo/u, '010'],
  [/no se encuentra registrado en (este|el) curso/u, '011'],
  [/el alumno .*no se encuentra registrado/u, '012'],
  [/modulo\.porcentajeavance debe ser mayor/u, '025'],
  [/alumno\.tiempoconectividad/u, '021'], [/alumno\.porcentajeavance/u, '022'],
  [/modulo\.tiempoconectividad/u, '023'], [/modulo\.porcentajeavance/u, '024'],
  [/modulo\.fechainicio/u, '026'], [/modulo\.fechafin/u, '027'], [/modulo\.notamodulo/u, '028'],
  [/modulo\.cantactividadsincronica/u, '029'], [/modulo\.cantactividadasincronica/u, '030'],
  [/alumno\.evaluacionfinal/u, '031'], [/curso\.cantactividadsincronica/u, '032'], [/curso\.cantactividadasincronica/u, '033'],
]

/** The code that a message of the service stands for, or null. History puts codes in brackets that differ from the table: the message is what counts. */
export function codigoDelMensaje(mensaje: string): CodigoSence | null {
  const llano = mensaje.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return MENSAJES.find(([patron]) => patron.test(llano))?.[1] ?? null
}

/**
 * The progress that SENCE already has, out of the message of a 025: `… mayor al anterior 20`, `… (20.00000)`.
 * @returns percent 0–100, decimals kept, or null when the message holds none
 */
export function avanceAnterior(mensaje: string): number | null {
  const hallado = /mayor al anterior\D{0,10}(\d{1,3}(?:[.,]\d+)?)/iu.exec(mensaje)?.[1]
  if (hallado === undefined) return null
  const numero = Number(hallado.replace(',', '.'))
  return numero >= 0 && numero <= 100 ? numero : null
}
