import { describe, expect, it } from 'vitest'
import { ESTADOS_LLAMADA, EVENTOS_LLAMADA, esFinal, puedeTenerlaSence, siguiente, type EstadoLlamada } from '../../../shared/domain/llamada.ts'

const pasos = ESTADOS_LLAMADA.flatMap((de) => EVENTOS_LLAMADA.flatMap((evento) => { const a = siguiente(de, evento); return a === null ? [] : [{ de, evento, a }] }))
const desde = (inicio: EstadoLlamada, seguir: (p: typeof pasos[number]) => boolean): Set<EstadoLlamada> => {
  const vistos = new Set([inicio])
  for (const estado of vistos) for (const p of pasos) if (p.de === estado && seguir(p)) vistos.add(p.a)
  return vistos
}

describe('the machine of a call', () => {
  it('is this, whole', () => {
    expect(Object.fromEntries(ESTADOS_LLAMADA.map((de) => [de, pasos.filter((p) => p.de === de).map((p) => `${p.evento}>${p.a}`)]))).toEqual({
      borrador: ['sellar>listo', 'cancelar>cancelado', 'interrumpir>cancelado'],
      listo: ['programar>programado', 'cancelar>cancelado', 'empezar>enviando', 'interrumpir>cancelado'],
      programado: ['programar>programado', 'vencer>vencido', 'cancelar>cancelado', 'empezar>enviando', 'interrumpir>programado'],
      vencido: ['programar>programado', 'cancelar>cancelado', 'interrumpir>vencido'],
      enviando: ['aplazar>reintentando', 'aceptar>aceptado', 'aceptar-con-rechazos>aceptado-con-rechazos', 'rechazar>rechazado', 'descartar>fallido', 'perder>desconocido', 'interrumpir>desconocido'],
      reintentando: ['empezar>enviando', 'descartar>fallido', 'interrumpir>fallido'],
      aceptado: [], 'aceptado-con-rechazos': [], rechazado: [],
      desconocido: ['preguntar>conciliando', 'interrumpir>desconocido'],
      conciliando: ['aceptar>aceptado', 'aceptar-con-rechazos>aceptado-con-rechazos', 'rechazar>rechazado', 'descartar>fallido', 'perder>desconocido', 'interrumpir>desconocido'],
      fallido: [], cancelado: [],
    })
  })

  it('reaches every state from the first, and from every state an end', () => {
    expect([...desde('borrador', () => true)].toSorted()).toEqual([...ESTADOS_LLAMADA].toSorted())
    for (const e of ESTADOS_LLAMADA) expect([...desde(e, () => true)].some(esFinal), e).toBe(true)
  })

  it('a call that SENCE may have never goes out again, whatever happens', () => {
    for (const e of ['desconocido', 'conciliando', 'aceptado', 'aceptado-con-rechazos', 'rechazado'] as const) expect([...desde(e, () => true)]).not.toContain('enviando')
    // From the network the only way to another attempt is the event that says that nothing was processed.
    expect([...desde('enviando', (p) => p.evento !== 'aplazar')].filter((e) => siguiente(e, 'empezar') !== null)).toEqual([])
  })

  it('only what never started can be cancelled, and nothing reaches the network without being whole on disk', () => {
    expect(pasos.filter((p) => p.a === 'cancelado').map((p) => p.de)).toEqual(['borrador', 'borrador', 'listo', 'listo', 'programado', 'vencido'])
    expect(pasos.filter((p) => p.a === 'enviando').map((p) => p.evento)).toEqual(['empezar', 'empezar', 'empezar'])
    expect(siguiente('borrador', 'empezar')).toBeNull()
    expect([...desde('borrador', (p) => p.evento !== 'sellar')]).toEqual(['borrador', 'cancelado'])
  })

  it('the end of the program leaves no call in doubt about what it is', () => {
    for (const e of ESTADOS_LLAMADA) {
      const tras = siguiente(e, 'interrumpir') ?? e
      expect(['borrador', 'listo', 'enviando', 'reintentando', 'conciliando'], `${e} > ${tras}`).not.toContain(tras)
      if (puedeTenerlaSence(e)) expect(tras).toBe('desconocido')
    }
  })
})
