import { describe, expect, it } from 'vitest'
import { ESTADO_VACIO } from '../../../electron/gestor/estado.ts'
import { alumno, actividad, cuerpo, enviar, modulo, rechazo } from './cuerpos.ts'

const conAlumno = (otros: Record<string, unknown>): unknown => cuerpo({ listaAlumnos: [alumno(otros)] })
const conModulo = (otros: Record<string, unknown>): unknown => conAlumno({ listaModulos: [modulo(otros)] })
const UNO_O_MAS = '. Existe uno o mas errores en los datos de los modulos'

describe('credentials', () => {
  it.each([
    ['a wrong token', { token: '00000000-0000-0000-0000-000000000000' }],
    ['the token in lower case', { token: '5eebf607-25a9-4db2-a4dd-5d31bdae3220' }],
    ['another RUT', { rutOtec: '11222333-4' }],
    ['another system', { idSistema: 1351 }],
    ['no token', { token: undefined }],
  ])('refuses %s with 001 and stores nothing', (_, mal) => {
    const { estado, respuesta } = enviar(cuerpo(mal))
    expect(respuesta).toEqual({ id_proceso: 0, datosEnviados: [], datosError: [{ codigo: '001', mensaje: 'Token invalido' }], respuesta_SIC: ' ' })
    expect(estado).toBe(ESTADO_VACIO)
  })

  it.each([null, [], 'x', 7])('answers 001 to a body that is %j', c => {
    expect(rechazo(c)[0]).toBe('001')
  })
})

describe('course', () => {
  it.each([{ codigoOferta: 'OF-9' }, { codigoGrupo: 'GR-9' }])('refuses every alumno of an unknown one (%j) with 003', mal => {
    const { respuesta } = enviar(cuerpo({ ...mal, listaAlumnos: [alumno(), alumno({ rutAlumno: 22222222, dvAlumno: '2' })] }))
    expect(respuesta.datosError?.map(e => [e.alumno?.['rutAlumno'], e.codigo])).toEqual([['11111111', '003'], ['22222222', '003']])
    expect(respuesta.datosEnviados).toEqual([])
  })

  it('names the course', () => { expect(rechazo(cuerpo({ codigoOferta: 'OF-9' }))[1]).toBe('El curso OF-9 no se encuentra registrado') })
  it.each([['032', 'cantActividadSincronica'], ['033', 'cantActividadAsincronica']])('refuses with %s a wrong %s', (codigo, campo) => {
    expect(rechazo(cuerpo({ [campo]: -1 }))).toEqual([codigo, `curso.${campo} invalido`])
    expect(enviar(cuerpo({ [campo]: 0 })).respuesta.errores).toEqual([])
  })
  it('refuses an empty list, which I22 gives no code', () => { expect(rechazo(cuerpo({ listaAlumnos: [] }))[0]).toBe('000') })
})

describe('enrolment', () => {
  it('012: nobody knows the alumno', () => {
    expect(rechazo(conAlumno({ rutAlumno: 33333333, dvAlumno: '3' }))).toEqual(['012', 'El alumno 33333333-3 no se encuentra registrado.'])
  })
  it('012: the check digit is not his, as in the example of I22', () => {
    expect(rechazo(conAlumno({ dvAlumno: '5' }))).toEqual(['012', 'El alumno 11111111-5 no se encuentra registrado.'])
  })
  it('011: known, but not in this course', () => {
    expect(rechazo(conAlumno({ rutAlumno: 12345678, dvAlumno: '5' }))).toEqual(['011', 'El alumno 12345678-5 no se encuentra registrado en este curso.'])
  })
  it('010: in the course, but not in the módulo', () => {
    expect(rechazo(cuerpo({ listaAlumnos: [alumno({ rutAlumno: 22222222, dvAlumno: '2', listaModulos: [modulo({ codigoModulo: 'M2' })] })] })))
      .toEqual(['010', `El alumno 22222222-2 no se encuentra registrado en el modulo M2${UNO_O_MAS}`])
  })
})

describe('data', () => {
  it.each([
    ['021', { tiempoConectividad: -1 }], ['021', { tiempoConectividad: 'mucho' }], ['021', { tiempoConectividad: 1.5 }], ['021', { tiempoConectividad: null }],
    ['022', { porcentajeAvance: -1 }], ['022', { porcentajeAvance: 101 }], ['022', { porcentajeAvance: 45.5 }], ['022', { porcentajeAvance: undefined }],
    ['031', { evaluacionFinal: 101 }],
    ['000', { estado: 4 }], ['000', { fechaInicio: '01-04-2021' }], ['000', { fechaFin: '2021-03-31' }], ['000', { fechaEjecucion: '2021-08-02' }], ['000', { listaModulos: [] }],
  ])('refuses with %s the alumno with %j', (codigo, mal) => { expect(rechazo(conAlumno(mal))[0]).toBe(codigo) })

  it.each([
    ['023', { tiempoConectividad: -1 }], ['024', { porcentajeAvance: 101 }], ['024', { porcentajeAvance: 'x' }],
    ['026', { fechaInicio: '2021/04/01' }], ['026', { fechaInicio: '2021-02-30' }], ['027', { fechaFin: undefined }], ['027', { fechaFin: '2021-03-01' }],
    ['028', { notaModulo: 101 }], ['029', { cantActividadSincronica: -1 }], ['030', { cantActividadAsincronica: 1.5 }],
    ['000', { estado: undefined }], ['000', { listaActividades: [] }], ['000', { listaActividades: [actividad('')] }],
  ])('refuses with %s the módulo with %j', (codigo, mal) => { expect(rechazo(conModulo(mal))[0]).toBe(codigo) })

  it('takes what the real service takes: time 0, numbers as text, no estado, a fechaEjecucion within', () => {
    expect(enviar(conAlumno({ tiempoConectividad: 0, porcentajeAvance: '20', estado: undefined, fechaEjecucion: '2021-04-01' })).respuesta.errores).toEqual([])
  })
  it('refuses when today, the default of fechaEjecucion, is after the end', () => {
    expect(rechazo(conAlumno({ fechaFin: '2021-07-26' }))[0]).toBe('000')
    expect(enviar(conAlumno({ fechaFin: '2021-07-27' })).respuesta.errores).toEqual([])
  })
  it('tells only the last error of the módulos, and that there are more', () => {
    const mal = conAlumno({ listaModulos: [modulo({ tiempoConectividad: -1 }), modulo({ codigoModulo: 'M2', porcentajeAvance: -1, fechaFin: 'x' })] })
    expect(rechazo(mal)).toEqual(['027', `modulo.fechaFin invalido${UNO_O_MAS}`])
  })
})

describe('progress only grows', () => {
  const { estado } = enviar(cuerpo())

  it('refuses less with 025 and the last value as the service writes it', () => {
    expect(rechazo(conModulo({ porcentajeAvance: 49 }), estado)).toEqual(['025', `modulo.porcentajeAvance debe ser mayor al anterior (50.00000)${UNO_O_MAS}`])
  })
  it('takes the same, unless told to read rule 1 of I22 to the letter', () => {
    expect(enviar(cuerpo(), estado).respuesta.errores).toEqual([])
    expect(enviar(cuerpo(), estado, { rechazarIguales: true }).respuesta.datosError?.[0]?.codigo).toBe('025')
  })
  it('overwrites with what is accepted and keeps what it had when it refuses', () => {
    const mas = enviar(conModulo({ porcentajeAvance: 80 }), estado).estado
    const menos = enviar(conModulo({ porcentajeAvance: 60 }), mas).estado
    expect(rechazo(conModulo({ porcentajeAvance: 79 }), menos)[1]).toContain('(80.00000)')
  })
  it('looks at each módulo, course and alumno apart', () => {
    expect(enviar(conModulo({ codigoModulo: 'M2', porcentajeAvance: 1 }), estado).respuesta.errores).toEqual([])
    expect(enviar(conAlumno({ rutAlumno: 22222222, dvAlumno: '2', listaModulos: [modulo({ porcentajeAvance: 1 })] }), estado).respuesta.errores).toEqual([])
  })
})

describe('answers', () => {
  it('all accepted: the shape of the example of I22', () => {
    const { respuesta } = enviar(cuerpo())
    expect(respuesta).toEqual({
      id_proceso: ESTADO_VACIO.ultimoProceso + 1,
      envio: [{
        rutAlumno: 11111111, dvAlumno: '1', tiempoConectividad: 6000, porcentajeAvance: 20, estado: 1,
        fechaInicio: '2021-04-01 00:00:00', fechaFin: '2021-08-01 00:00:00', fechaEjecucion: '2021-07-27 00:00:00',
        listaModulos: [{
          codigoModulo: 'M1', tiempoConectividad: 600, porcentajeAvance: 50, estado: 1, fechaInicio: '2021-04-01', fechaFin: '2021-08-01',
          listaActividades: [{ codigoActividad: 'Tarea de prueba' }],
        }],
      }],
      errores: [],
      respuesta_SIC: `El proceso ${respuesta.id_proceso} ha finalizado correctamente, para ver la cantidad de registros y detalle, dirijase a la pantalla de procesos`,
    })
    expect(Object.keys(respuesta)).toEqual(['id_proceso', 'envio', 'errores', 'respuesta_SIC'])
  })

  it('something refused: the other shape, the rest processed', () => {
    const { respuesta, estado } = enviar(cuerpo({ listaAlumnos: [alumno(), alumno({ rutAlumno: 33333333, dvAlumno: '3' })] }))
    expect(Object.keys(respuesta)).toEqual(['id_proceso', 'datosEnviados', 'datosError', 'respuesta_SIC'])
    expect(respuesta.datosEnviados?.map(a => a['rutAlumno'])).toEqual([11111111])
    const [error] = respuesta.datosError ?? []
    expect(error?.alumno).toMatchObject({ rutAlumno: '33333333', dvAlumno: '3', fechaInicio: '2021-04-01 00:00:00' })
    expect(error?.alumno).not.toHaveProperty('fechaEjecucion')
    expect(Object.keys(error ?? {})).toEqual(['alumno', 'codigo', 'mensaje'])
    expect(rechazo(conModulo({ porcentajeAvance: 1 }), estado)[0]).toBe('025')
  })

  it('numbers the processes one after another, refused ones too', () => {
    const uno = enviar(cuerpo())
    const dos = enviar(conAlumno({ rutAlumno: 33333333 }), uno.estado)
    const tres = enviar(cuerpo(), dos.estado)
    expect([dos, tres].map(x => x.respuesta.id_proceso - uno.respuesta.id_proceso)).toEqual([1, 2])
  })

  it('cuts the codes of activities at 50 characters', () => {
    const { respuesta } = enviar(conModulo({ listaActividades: [actividad('ñ'.repeat(51)), actividad('b'.repeat(50))] }))
    expect(respuesta.envio?.[0]).toMatchObject({ listaModulos: [{ listaActividades: [{ codigoActividad: 'ñ'.repeat(50) }, { codigoActividad: 'b'.repeat(50) }] }] })
  })

  it('leaves the state it was given as it was', () => {
    const antes = JSON.stringify(ESTADO_VACIO)
    enviar(cuerpo())
    expect(JSON.stringify(ESTADO_VACIO)).toBe(antes)
  })
})
