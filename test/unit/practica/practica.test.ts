import { describe, expect, it } from 'vitest'
import { ESTADO_VACIO } from '../../../electron/gestor/estado.ts'
import { consultarHistorial, procesarEnvio } from '../../../electron/gestor/motor.ts'
import { padronDePractica } from '../../../electron/gestor/padron.ts'
import { estadoInicial } from '../../../electron/gestor/semilla.ts'
import { parseRut } from '../../../shared/domain/rut.ts'
import { cursosDePractica } from '../../../shared/practica/cursos.ts'
import { OTEC_PRACTICA, PERSONAS, PERSONA_NO_REGISTRADA } from '../../../shared/practica/personas.ts'

const AHORA = new Date('2026-08-14T15:00:00Z')
const claves = { rutOtec: OTEC_PRACTICA.rut, idSistema: '1350', token: OTEC_PRACTICA.token }

describe('the invented OTEC and people', () => {
  it('have valid RUT, no two alike, and a token as SENCE gives them', () => {
    expect(parseRut(OTEC_PRACTICA.rut).ok).toBe(true)
    expect(OTEC_PRACTICA.token).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
    const numeros = [...Object.values(PERSONAS), PERSONA_NO_REGISTRADA].map(p => p.rut.numero)
    expect(new Set(numeros).size).toBe(15)
  })
})

describe('courses', () => {
  it.each(['2026-03-01', '2028-02-29', '2031-12-31'])('on %s are under way: today lies within each of them', hoy => {
    for (const curso of Object.values(cursosDePractica(hoy))) {
      expect(curso.fechaInicio < hoy && hoy < curso.fechaFin).toBe(true)
      for (const m of curso.modulos) expect(m.fechaInicio < m.fechaFin && m.fechaInicio >= curso.fechaInicio && m.fechaFin <= curso.fechaFin).toBe(true)
    }
  })
  it('no alumno goes backwards but the one meant for 025', () => {
    const atras = Object.values(cursosDePractica('2026-03-01')).flatMap(c => c.matriculas)
      .filter(m => m.avances.some(a => a?.anterior != null && a.actual < a.anterior))
    expect(atras.map(m => m.persona.nombre)).toEqual([PERSONAS.paola.nombre])
  })
})

describe('what had been sent before', () => {
  const estado = estadoInicial(AHORA)

  it('shows in the history both outcomes, at night in Santiago', () => {
    const procesos = consultarHistorial(padronDePractica(), estado, claves) as unknown as { fecha: string; codigo_externo: string; listaregistros: { rut_alumno: string; estado_registro: string; obs_registro: string }[] }[]
    expect(procesos.map(p => [p.fecha, p.codigo_externo])).toEqual([
      ['2026-08-07 22:14:05', 'PRACTICA-ADM-01'], ['2026-08-07 22:15:05', 'PRACTICA-ALI-01'], ['2026-08-11 22:16:05', 'PRACTICA-ADM-02'],
    ])
    const rechazos = procesos.map(p => [...new Set(p.listaregistros.filter(r => r.estado_registro === '3').map(r => r.obs_registro))])
    expect(rechazos).toEqual([
      [], ['[011] El alumno 16789012-1 no se encuentra registrado en este curso.'],
      ['[010] modulo.porcentajeAvance debe ser mayor al anterior (80.00000)', '[010] modulo.porcentajeAvance debe ser mayor al anterior (25.00000)'],
    ])
  })
  it('keeps the hour in summer time too', () => {
    const [primero] = estadoInicial(new Date('2026-01-20T15:00:00Z')).procesos
    expect(primero?.fecha).toBe('2026-01-13 22:14:05')
  })
  it('counts on from a number in use', () => {
    const { respuesta } = procesarEnvio(padronDePractica(), estado, { ...claves }, AHORA)
    expect(respuesta['id_proceso']).toBe(ESTADO_VACIO.ultimoProceso + 4)
  })
})
