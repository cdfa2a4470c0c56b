import { expect, it } from 'vitest'
import { enLinea, mover, seriesDe } from '../../../renderer/pantallas/personas/series.ts'
import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'

const punto = (o: Partial<PuntoAlumno>): PuntoAlumno => ({
  origen: 'aqui', repetido: false, envioId: 'e1', procesoPk: null, fecha: '2026-11-02T20:00:00.000Z', codigoOferta: 'OF', codigoGrupo: 'GR', codigoModulo: 'M1', avance: 10, avanceAlumno: 5,
  segundos: null, segundosAlumno: null, estadoAlumno: null, inicio: null, fin: null, resultado: 'aceptado', codigo: null, mensaje: null, ...o,
})
const dos = [punto({}), punto({ codigoModulo: 'M2', avance: 20 }), punto({ envioId: 'e2', fecha: '2026-11-09T20:00:00.000Z', avance: 30, avanceAlumno: 25, resultado: 'rechazado' })]

it('draws the whole once a send, and each módulo', () => {
  expect(seriesDe(dos, 'T').map((s) => [s.nombre, s.marcas.map((m) => m.avance)])).toEqual([['T', [5, 25]], ['M1', [10, 30]], ['M2', [20]]])
})

it('leaves to the table what has no date, no number, never went out, or is seen twice', () => {
  const nada = [punto({ fecha: null }), punto({ fecha: '2021-04-0' }), punto({ resultado: 'no-enviado' }), punto({ repetido: true, origen: 'sence' }), punto({ avance: null, avanceAlumno: null })]
  expect(seriesDe(nada, 'T')).toEqual([])
})

it('goes by a refusal without passing through it', () => {
  expect(seriesDe(dos, 'T')[1]?.marcas.map(enLinea)).toEqual([true, false])
})

it('the arrows go along a line and to the nearest of the next, and stop at the ends', () => {
  const s = seriesDe(dos, 'T')
  expect([mover(s, [0, 0], 'ArrowRight'), mover(s, [0, 1], 'ArrowRight'), mover(s, [0, 1], 'Home'), mover(s, [0, 0], 'End'), mover(s, [0, 0], 'ArrowLeft')]).toEqual([[0, 1], null, [0, 0], [0, 1], null])
  expect([mover(s, [0, 1], 'ArrowDown'), mover(s, [1, 1], 'ArrowDown'), mover(s, [2, 0], 'ArrowDown'), mover(s, [0, 1], 'ArrowUp'), mover(s, [0, 0], 'a')]).toEqual([[1, 1], [2, 0], null, null, null])
})
