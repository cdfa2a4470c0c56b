import { describe, expect, it } from 'vitest'
import type { ComandoSchema } from '../../../shared/planilla/comandos.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import type { AlumnoRechazado } from '../../../shared/planilla/rechazo.ts'
import { ALUMNO, CURSO, MODULO, mesaDe, mesaSinValidar, rut, todos, unica, type Libro } from './mesa-soporte.ts'
import type { z } from 'zod'

const A = 12_345_678, B = 9_562_011, C = 15_943_354
const conRut = (n: number) => ({ 'alumno.rut': rut(n) })
const tres: Libro = {
  cursos: [CURSO, { ...CURSO, 'curso.codigoGrupo': 'GR-2' }],
  alumnos: [A, B, C].map((n) => ({ ...ALUMNO, ...conRut(n) })).concat([{ ...ALUMNO, 'curso.codigoGrupo': 'GR-2', ...conRut(A) }]),
  modulos: [A, B, C].flatMap((n) => [{ ...MODULO, ...conRut(n) }, { ...MODULO, ...conRut(n), 'modulo.codigoModulo': 'MA02' }]).concat([{ ...MODULO, 'curso.codigoGrupo': 'GR-2', ...conRut(A) }]),
}
const rechazo = (rutAlumno: number, codigo: string | null, mensaje = 'no'): AlumnoRechazado => ({ rutAlumno, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', codigo, mensaje })
const marcas = (m: Mesa) => todos(m).filter((p) => p.causa === 'rechazo-sence').map((p) => `${p.tabla} ${p.fila} ${p.columna}`)
const enviados = (m: Mesa) => m.curso('OF-1', 'GR-1')?.listaAlumnos.map((a) => a.rutAlumno)

describe('only the refused', () => {
  it('stay in, with SENCE\'s words where they may be about, as one step of undo', () => {
    const m = mesaDe(tres)
    expect(m.corregir([rechazo(B, '025', 'debe ser mayor'), rechazo(C, '012')])).toMatchObject({ tipo: 'corregir', alumnos: 2 })
    expect(enviados(m)).toEqual([B, C])
    expect(m.curso('OF-1', 'GR-2')).toBeNull()
    // Every módulo of the 025, because only the last error comes back; who the alumno is, of the 012.
    expect(marcas(m)).toEqual(['alumnos 4 alumno.rut', 'modulos 4 modulo.porcentajeAvance', 'modulos 5 modulo.porcentajeAvance'])
    expect(todos(m).find((p) => p.tabla === 'modulos' && p.causa === 'rechazo-sence')).toMatchObject({ nivel: 'aviso', mensaje: expect.stringContaining('«debe ser mayor»') as unknown })
    expect(m.resumen('x')).toMatchObject({ textoDeshacer: 'Dejar solo 2 alumnos rechazados', errores: 0 })
    m.deshacer()
    expect([enviados(m), marcas(m)]).toEqual([[A, B, C], []])
    m.rehacer()
    expect([enviados(m), marcas(m).length]).toEqual([[B, C], 3])
  })

  it('the words go when that cell is edited, and come back when the edit is undone', () => {
    const m = mesaDe(tres)
    m.corregir([rechazo(B, '025')])
    m.editar('modulos', [{ filaId: 2, columna: 'modulo.porcentajeAvance', texto: '80' }])
    expect(marcas(m)).toEqual(['modulos 5 modulo.porcentajeAvance'])
    expect(m.resumen('x').avisos).toBe(todos(m).filter((p) => p.nivel === 'aviso').length)
    m.deshacer()
    expect(marcas(m)).toHaveLength(2)
  })

  it('an alumno that had been left out comes in again; a second correction takes the first one\'s words away', () => {
    const m = mesaDe(tres)
    m.corregir([rechazo(B, '012')])
    m.corregir([rechazo(C, '022')])
    expect([enviados(m), marcas(m)]).toEqual([[C], ['alumnos 4 alumno.porcentajeAvance']])
    m.deshacer()
    expect([enviados(m), marcas(m)]).toEqual([[B], ['alumnos 3 alumno.rut']])
  })

  it('in "hoja única" too, and a course refused as a whole says so once', () => {
    const m = mesaDe(unica({}, { ...conRut(B) }))
    m.corregir([rechazo(B, '023')])
    expect([enviados(m), marcas(m)]).toEqual([[B], ['unica 3 modulo.tiempoConectividad']])
    m.corregir([rechazo(A, '003'), rechazo(B, '003')])
    expect([enviados(m), marcas(m)]).toEqual([[A, B], ['unica 2 curso.codigoOferta']])
  })

  it('001 marks nothing, a column that the file lacks falls back on who the alumno is, and nobody found changes nothing', () => {
    const m = mesaDe(tres)
    m.corregir([rechazo(B, '001')])
    expect([enviados(m), marcas(m)]).toEqual([[B], []])
    m.corregir([rechazo(B, '028')])
    expect(marcas(m)).toEqual(['alumnos 3 alumno.rut'])
    const version = m.version
    expect(m.corregir([rechazo(11_111_111, '012')])).toBeNull()
    expect(m.version).toBe(version)
  })

  it('comes back from the disk as it was', () => {
    const m = mesaDe(tres)
    const comandos = [m.corregir([rechazo(B, '025')]), m.editar('modulos', [{ filaId: 2, columna: 'modulo.porcentajeAvance', texto: '80' }])]
    const otra = mesaSinValidar(tres)
    otra.rehacerDesde(JSON.parse(JSON.stringify(comandos)) as z.infer<typeof ComandoSchema>[], 2)
    otra.validar()
    expect([enviados(otra), marcas(otra)]).toEqual([enviados(m), marcas(m)])
    expect(otra.resumen('x').avisos).toBe(m.resumen('x').avisos)
  })
})

it('a course is given in parts that hold each alumno once', () => {
  const m = mesaDe(tres)
  const partes = [0, 2].map((desde) => m.parteDeCurso('OF-1', 'GR-1', desde, 2))
  expect(partes.map((p) => [p?.total, p?.curso.listaAlumnos.map((a) => a.rutAlumno)])).toEqual([[3, [A, B]], [3, [C]]])
  expect(m.parteDeCurso('OF-1', 'GR-1', 4, 2)).toBeNull()
})
