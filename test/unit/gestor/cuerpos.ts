/** A small register of its own and bodies that are right until a test says otherwise. */
import { ESTADO_VACIO, type EstadoGestor } from '../../../electron/gestor/estado.ts'
import { procesarEnvio, type Opciones } from '../../../electron/gestor/motor.ts'
import { claveDeCurso, type Padron } from '../../../electron/gestor/padron.ts'

export const PADRON: Padron = {
  otec: { rut: '76123456-0', token: '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220' },
  personas: new Map([[11111111, '1'], [22222222, '2'], [12345678, '5']]),
  cursos: new Map([[claveDeCurso('OF-1', 'GR-1'), new Map([[11111111, new Set(['M1', 'M2'])], [22222222, new Set(['M1'])]])]]),
}

/** 27 July 2021, 20:37:06 in Santiago (UTC−4 in winter). */
export const AHORA = new Date('2021-07-28T00:37:06Z')
export const CREDENCIALES = { rutOtec: PADRON.otec.rut, idSistema: 1350, token: PADRON.otec.token }

type Campos = Record<string, unknown>
export const actividad = (codigoActividad = 'Tarea de prueba'): Campos => ({ codigoActividad })
export const modulo = (otros: Campos = {}): Campos => ({
  codigoModulo: 'M1', tiempoConectividad: 600, estado: 1, porcentajeAvance: 50, fechaInicio: '2021-04-01', fechaFin: '2021-08-01', listaActividades: [actividad()], ...otros,
})
export const alumno = (otros: Campos = {}): Campos => ({
  rutAlumno: 11111111, dvAlumno: '1', tiempoConectividad: 6000, estado: 1, porcentajeAvance: 20, fechaInicio: '2021-04-01', fechaFin: '2021-08-01', listaModulos: [modulo()], ...otros,
})
export const cuerpo = (otros: Campos = {}): Campos => ({ ...CREDENCIALES, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', codigoEnvio: 'ENVIO-1', listaAlumnos: [alumno()], ...otros })

interface RespuestaLeida {
  id_proceso: number
  envio?: Campos[]
  errores?: unknown[]
  datosEnviados?: Campos[]
  datosError?: { alumno?: Campos; codigo: string; mensaje: string }[]
  respuesta_SIC: string
}

export function enviar(c: unknown, estado: EstadoGestor = ESTADO_VACIO, opciones?: Opciones, ahora = AHORA): { estado: EstadoGestor; respuesta: RespuestaLeida } {
  const { estado: nuevo, respuesta } = procesarEnvio(PADRON, estado, c, ahora, opciones)
  return { estado: nuevo, respuesta: respuesta as unknown as RespuestaLeida }
}

/** Code and message of the only refusal. */
export function rechazo(c: unknown, estado?: EstadoGestor): [string | undefined, string | undefined] {
  const { datosError = [] } = enviar(c, estado).respuesta
  return [datosError[0]?.codigo, datosError[0]?.mensaje]
}
