import { describe, expect, it } from 'vitest'
import type { EstadoGestor } from '../../../electron/gestor/estado.ts'
import { consultarHistorial, type ConsultaHistorial } from '../../../electron/gestor/motor.ts'
import { AHORA, CREDENCIALES, PADRON, actividad, alumno, cuerpo, enviar, modulo } from './cuerpos.ts'

interface ProcesoLeido { id_proceso_externo: string; codigo_externo: string | null; listaregistros: Record<string, unknown>[] }
const CON_CLAVES = { ...CREDENCIALES, idSistema: '1350' }
const consultar = (estado: EstadoGestor, filtro: ConsultaHistorial = {}): ProcesoLeido[] =>
  consultarHistorial(PADRON, estado, { ...CON_CLAVES, ...filtro }) as unknown as ProcesoLeido[]

describe('credentials', () => {
  it.each([{ token: 'X' }, { rutOtec: '1-9' }, { idSistema: '1' }, { token: undefined }])('answers an object, not a list, to %j', mal => {
    const { estado } = enviar(cuerpo())
    expect(consultarHistorial(PADRON, estado, { ...CON_CLAVES, ...mal })).toEqual({ codigo: '001', mensaje: 'Token invalido' })
  })
})

describe('the shape of I22', () => {
  const primero = enviar(cuerpo({ codigoEnvio: 'qa-f-2' }))

  it('has every field of a process and of a record, all as text or null', () => {
    const [proceso] = consultar(primero.estado)
    const id = String(primero.respuesta.id_proceso)
    expect(proceso).toEqual({
      id_proceso_externo: id, id_lms: '0', codigo_externo: 'qa-f-2', fecha: '2021-07-27 20:37:06', horario: null,
      observaciones: `El proceso ${id} ha finalizado correctamente, para ver la cantidad de registros y detalle consulte el servicio /avance-sic/historial-envios?id_proceso=${id} `,
      observaciones_sic: null, status_code: '0', estado: '2', rut_otec: '76123456',
      listaregistros: [{
        id_registro: '90201', rut_otec: '76123456', dv_otec: '0', oferta_cod: 'OF-1', seccion_cod: 'GR-1', rut_alumno: '11111111', dv_alumno: '1',
        tiempo_conectividad: '6000', estado: '1', porcentaje_avance: '20.00000', fecha_inicio: '2021-04-01 00:00:00', fecha_fin: '2021-08-01 00:00:00',
        fecha_ejecucion: '2021-07-27 20:37:06', mod_cod: 'M1', mod_tiempo_conectividad: '600', mod_estado: '1', mod_porcentaje_avance: '50.00000',
        mod_fecha_inicio: '2021-04-01 00:00:00', mod_fecha_fin: '2021-08-01 00:00:00', mod_obligatorio: null, mod_notas: null,
        act_cod: 'Tarea de prueba', act_estado: null, estado_registro: '1', obs_registro: '', id_proceso_externo: id,
      }],
    })
  })

  it('has one record per activity, its code cut, and the grade as mod_nota', () => {
    const lista = [actividad('A'), actividad('x'.repeat(60))]
    const { estado } = enviar(cuerpo({ listaAlumnos: [alumno({ fechaEjecucion: '2021-07-20', listaModulos: [modulo({ notaModulo: 85, listaActividades: lista })] })] }))
    const [proceso] = consultar(estado)
    expect(proceso?.listaregistros).toMatchObject([
      { act_cod: 'A', mod_nota: '85', fecha_ejecucion: '2021-07-20 00:00:00' }, { act_cod: 'x'.repeat(50), mod_nota: '85' },
    ])
    expect(proceso?.listaregistros[0]).not.toHaveProperty('mod_notas')
  })

  it('writes [010] before the text of 025, as the real history does', () => {
    const { estado } = enviar(cuerpo({ listaAlumnos: [alumno({ listaModulos: [modulo({ porcentajeAvance: 10 })] })] }), primero.estado)
    expect(consultar(estado).at(-1)?.listaregistros[0]).toMatchObject({
      estado_registro: '3', obs_registro: '[010] modulo.porcentajeAvance debe ser mayor al anterior (50.00000)', mod_porcentaje_avance: '10.00000',
    })
  })

  it('keeps the refusals of unknown alumnos, even without módulos', () => {
    const { estado } = enviar(cuerpo({ listaAlumnos: [alumno({ rutAlumno: 33333333, dvAlumno: '3', listaModulos: [] })] }))
    expect(consultar(estado)[0]?.listaregistros).toMatchObject([
      { rut_alumno: '33333333', mod_cod: null, estado_registro: '3', obs_registro: '[012] El alumno 33333333-3 no se encuentra registrado.' },
    ])
  })
})

describe('filters', () => {
  const DIA = 86_400_000
  const uno = enviar(cuerpo({ codigoEnvio: 'A' }))
  const dos = enviar(cuerpo({ codigoEnvio: 'B' }), uno.estado, undefined, new Date(AHORA.getTime() + DIA))
  const { estado, respuesta } = enviar(cuerpo({ codigoEnvio: undefined }), dos.estado, undefined, new Date(AHORA.getTime() + 2 * DIA))
  const codigos = (filtro: ConsultaHistorial): (string | null)[] => consultar(estado, filtro).map(p => p.codigo_externo)

  it('gives all, oldest first, and null for a send without code', () => { expect(codigos({})).toEqual(['A', 'B', null]) })
  it('by day, the day included', () => { expect(codigos({ fechaDesde: '2021-07-28' })).toEqual(['B', null]) })
  it('by codigo_externo, exactly', () => {
    expect(codigos({ codigo_externo: 'B' })).toEqual(['B'])
    expect(codigos({ codigo_externo: 'b' })).toEqual([])
  })
  it('by id_proceso', () => { expect(codigos({ id_proceso: String(respuesta.id_proceso) })).toEqual([null]) })
  it('by several at once, and an empty one is none', () => {
    expect(codigos({ codigo_externo: 'A', fechaDesde: '2021-07-28' })).toEqual([])
    expect(codigos({ codigo_externo: '', id_proceso: '', fechaDesde: '' })).toHaveLength(3)
  })
})
