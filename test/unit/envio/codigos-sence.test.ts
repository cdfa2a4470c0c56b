import { describe, expect, it } from 'vitest'
import { CATALOGO_CODIGOS, CODIGOS, avanceAnterior, codigoDelMensaje, explicarCodigo, normalizarCodigo } from '../../../shared/domain/codigos-sence.ts'

describe('codes of SENCE', () => {
  it('each has words, and no two the same title', () => {
    const titulos = CODIGOS.map((c) => CATALOGO_CODIGOS[c].titulo)
    expect(new Set(titulos).size).toBe(CODIGOS.length)
    for (const c of CODIGOS) for (const texto of [CATALOGO_CODIGOS[c].explicacion, CATALOGO_CODIGOS[c].queHacer]) expect(texto).toMatch(/^[A-ZÁÉÍÓÚ].{20,}\.$/u)
  })

  it('only those of the call cover the whole call', () => {
    expect(CODIGOS.filter((c) => CATALOGO_CODIGOS[c].alcance === 'llamada')).toEqual(['001', '002', '003', '032', '033'])
  })

  it('an unknown code has words too', () => {
    expect(explicarCodigo('999').titulo).toBe(explicarCodigo(null).titulo)
    expect(explicarCodigo('012').titulo).toBe(CATALOGO_CODIGOS['012'].titulo)
  })

  it.each([[1, '001'], ['12', '012'], ['012', '012'], [' 25 ', '025'], ['E-7', 'E-7'], ['', null], [null, null], [{}, null]])('normalizes %j', (v, esperado) => {
    expect(normalizarCodigo(v)).toBe(esperado)
  })

  it.each([
    ['Token inválido', '001'], ['El curso X-1 no se encuentra registrado', '003'], ['El alumno 1-9 no se encuentra registrado en el modulo M1', '010'],
    ['El alumno 1-9 no se encuentra registrado en este curso.', '011'], ['El alumno 1-9 no se encuentra registrado.', '012'],
    ['alumno.tiempoConectividad invalido', '021'], ['alumno.porcentajeAvance invalido', '022'], ['modulo.tiempoConectividad invalido', '023'], ['modulo.porcentajeAvance invalido', '024'],
    ['modulo.porcentajeAvance debe ser mayor al anterior 20', '025'], ['modulo.fechaInicio invalido', '026'], ['modulo.fechaFin invalido', '027'], ['modulo.notaModulo invalido', '028'],
    ['modulo.cantActividadSincronica invalido', '029'], ['modulo.cantActividadAsincronica invalido', '030'], ['alumno.evaluacionFinal invalido', '031'],
    ['curso.cantActividadSincronica invalido', '032'], ['curso.cantActividadAsincronica invalido', '033'], ['otra cosa', null],
  ])('%s is %s', (mensaje, codigo) => { expect(codigoDelMensaje(mensaje)).toBe(codigo) })

  it.each([
    ['modulo.porcentajeAvance debe ser mayor al anterior 20', 20], ['modulo.porcentajeAvance debe ser mayor al anterior (20.50000). Existe uno o mas errores', 20.5],
    ['debe ser mayor al anterior {100}', 100], ['debe ser mayor al anterior (120)', null], ['debe ser mayor al anterior', null], ['alumno 20', null],
  ])('previous progress of %s: %s', (mensaje, n) => { expect(avanceAnterior(mensaje)).toBe(n) })
})
