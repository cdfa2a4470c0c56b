import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HORAS_DE_PACIENCIA } from '../../../shared/domain/conciliacion.ts'
import { ESTADOS_LLAMADA, type EstadoLlamada } from '../../../shared/domain/llamada.ts'
import { Mundo, ordenes } from './modelo-mundo.ts'

const alcanzados = new Set<EstadoLlamada>()
it('nobody goes twice, nobody is lost, and what was acknowledged stays, in any order of events', async () => {
  await fc.assert(fc.asyncProperty(fc.commands(ordenes, { maxCommands: 14 }), async (cs) => {
    const m = new Mundo()
    try {
      await fc.asyncModelRun(() => ({ model: { programados: [], vencidos: [] }, real: m }), cs)
      // In the end everything is known.
      await m.reiniciar()
      for (let i = 0; i < 2; i++) { m.horas += HORAS_DE_PACIENCIA + 1; await m.envios.empezarDeFondo() }
      m.comprobar()
      for (const l of m.llamadas()) expect(['desconocido', 'conciliando']).not.toContain(l.estado)
    } finally {
      for (const e of m.vistos) alcanzados.add(e)
      await m.cerrar()
    }
  }), { numRuns: 40, seed: 11 })
}, 240_000)

it('and every state was reached on the way', () => { expect([...alcanzados].toSorted()).toEqual([...ESTADOS_LLAMADA].toSorted()) })
