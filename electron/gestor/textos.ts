/**
 * What the simulated service says, spelled as the real one does [I22]: no accents, its own field names. These are not
 * words for the person: the program translates them, and would translate wrong if they were nicer here.
 */

/** Rules that I22 states without giving them a code: answered with one outside its table, so that nobody learns a false code. */
export const SIN_CODIGO = '000'

export type CodigoConTexto =
  | '001' | '002' | '003' | '010' | '011' | '012' | '021' | '022' | '023' | '024' | '025' | '026' | '027' | '028' | '029' | '030' | '031' | '032' | '033'

/** What a text may need to be complete. */
export interface DatosDeError { curso: string; rut: string; modulo: string; anterior: number }

/** The service stores percents with five decimals and shows them so. */
export const conDecimales = (n: number): string => n.toFixed(5)

export const MENSAJES: Readonly<Record<CodigoConTexto, (d: DatosDeError) => string>> = {
  '001': () => 'Token invalido',
  '002': () => 'No fue posible conectar con el servicio de autenticacion',
  '003': d => `El curso ${d.curso} no se encuentra registrado`,
  '010': d => `El alumno ${d.rut} no se encuentra registrado en el modulo ${d.modulo}`,
  '011': d => `El alumno ${d.rut} no se encuentra registrado en este curso.`,
  '012': d => `El alumno ${d.rut} no se encuentra registrado.`,
  '021': () => 'alumno.tiempoConectividad invalido',
  '022': () => 'alumno.porcentajeAvance invalido',
  '023': () => 'modulo.tiempoConectividad invalido',
  '024': () => 'modulo.porcentajeAvance invalido',
  '025': d => `modulo.porcentajeAvance debe ser mayor al anterior (${conDecimales(d.anterior)})`,
  '026': () => 'modulo.fechaInicio invalido',
  '027': () => 'modulo.fechaFin invalido',
  '028': () => 'modulo.notaModulo invalido',
  '029': () => 'modulo.cantActividadSincronica invalido',
  '030': () => 'modulo.cantActividadAsincronica invalido',
  '031': () => 'alumno.evaluacionFinal invalido',
  '032': () => 'curso.cantActividadSincronica invalido',
  '033': () => 'curso.cantActividadAsincronica invalido',
}

export const MENSAJES_SIN_CODIGO = {
  listaAlumnos: 'listaAlumnos no puede ser una lista vacia',
  estadoAlumno: 'alumno.estado invalido',
  inicioAlumno: 'alumno.fechaInicio invalido',
  finAlumno: 'alumno.fechaFin invalido',
  ejecucionAlumno: 'alumno.fechaEjecucion debe estar entre alumno.fechaInicio y alumno.fechaFin',
  listaModulos: 'alumno.listaModulos no puede ser una lista vacia',
  estadoModulo: 'modulo.estado invalido',
  listaActividades: 'modulo.listaActividades no puede ser una lista vacia',
  codigoActividad: 'actividad.codigoActividad invalido',
} as const

export const RESPUESTAS = {
  /** Added to the last error of the módulos [I22 "retornará el último error detectado indicando que hay uno o más errores"]. */
  unoOMas: (ultimo: string) => `${ultimo}. Existe uno o mas errores en los datos de los modulos`,
  terminado: (id: number) => `El proceso ${id} ha finalizado correctamente, para ver la cantidad de registros y detalle, dirijase a la pantalla de procesos`,
  conErrores: ' ',
  observaciones: (id: number) => `El proceso ${id} ha finalizado correctamente, para ver la cantidad de registros y detalle consulte el servicio /avance-sic/historial-envios?id_proceso=${id} `,
} as const
