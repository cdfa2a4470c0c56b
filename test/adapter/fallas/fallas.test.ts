/** A bounded, seeded run of the faults. `npm run faults` goes on with other seeds, and `--long` with all of them. */
import { expect, test } from 'vitest'
import { correrFaltas } from '../../../build/faults/correr.ts'
import { vida } from '../../../build/faults/juicio.ts'
import { crearMundo } from '../../../build/faults/mundo.ts'

test('with something going wrong in the middle of a send, nobody is lost and nobody goes twice', async () => {
  const resultados = await correrFaltas({ semilla: 7, cortes: 3, muertes: 2, danios: 3, pasoDisco: 7, solo: '', alTerminar: () => undefined })
  expect(resultados.filter(({ cuenta: c }) => c.perdidos + c.duplicados > 0).map(({ nombre, cuenta }) => ({ nombre, ...cuenta }))).toEqual([])
  expect(resultados.length).toBeGreaterThan(45)
  // A run in which nothing left the computer would also lose nobody.
  for (const { nombre, cuenta } of resultados) expect(cuenta.aceptados, nombre).toBeGreaterThan(0)
}, 300_000)

test('a program that posts again what may have been read is found out', async () => {
  const m = await crearMundo()
  try {
    m.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 1 }
    const c = await vida(m, { cambiar: (p) => ({ cliente: { ...p.cliente, enviarAvance: async (...a) => {
      const r = await p.cliente.enviarAvance(...a)
      return r.tipo === 'falla' ? p.cliente.enviarAvance(...a) : r
    } } }) })
    expect(c.duplicados).toBeGreaterThan(0)
  } finally { await m.cerrar() }
})

test('a program that takes silence for acceptance is found out', async () => {
  const m = await crearMundo()
  try {
    const c = await vida(m, { cambiar: (p) => ({ cliente: { ...p.cliente, enviarAvance: () => Promise.resolve({ tipo: 'respuesta', httpEstado: 200, texto: '{"id_proceso":1}', cuerpo: { octetos: Buffer.from('{"id_proceso":1}'), tipoContenido: '' }, fecha: null }) } }) })
    expect(c.perdidos).toBeGreaterThan(0)
  } finally { await m.cerrar() }
})
