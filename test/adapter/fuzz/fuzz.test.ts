/** A bounded, seeded run of the fuzzer: the same mutants each time. `npm run fuzz` goes on with other seeds. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { CORPUS } from '../../corpus/corpus.ts'
import { semillaDe } from '../../fuzz/azar.ts'
import { correrFuzz } from '../../fuzz/correr.ts'
import { mutar } from '../../fuzz/mutar.ts'

const MUTANTES = 500

test(`none of ${MUTANTES} mutants of the corpus ends in an exception, a death or a hang`, async () => {
  const destino = path.resolve(import.meta.dirname, '../../../out/fuzz')
  const { hallazgos, salidas, mutantes } = await correrFuzz({ semilla: 3, sigue: n => n < MUTANTES, plazoMs: 120_000, destino })
  expect(hallazgos).toEqual([])
  expect(mutantes).toBe(MUTANTES)
  // The run says nothing when every mutant is refused at the door, or when none is.
  expect(salidas['borrador']).toBeGreaterThan(MUTANTES / 10)
  expect(salidas['danada']).toBeGreaterThan(MUTANTES / 50)
}, 600_000)

test('a seed always makes the same mutant, and another seed another one', async () => {
  const base = Buffer.from(await CORPUS.find(c => c.nombre === 'textos en línea')?.hacer() as Uint8Array)
  const mutantes = [1, 2, 3, 4, 5].map(n => mutar(base, semillaDe(9, n)).toString('latin1'))
  expect([1, 2, 3, 4, 5].map(n => mutar(base, semillaDe(9, n)).toString('latin1'))).toEqual(mutantes)
  expect(new Set(mutantes).size).toBe(5)
})

test('a mutant that does not answer in time is a finding, kept with its seed', async () => {
  const destino = await mkdtemp(path.join(tmpdir(), 'puente-hallazgos-'))
  try {
    // No file can be read in no time.
    const { hallazgos } = await correrFuzz({ semilla: 1, sigue: n => n < 1, plazoMs: 0, destino })
    expect(hallazgos).toMatchObject([{ tipo: 'cuelgue', semilla: semillaDe(1, 0) }])
    expect(hallazgos[0]?.archivo.startsWith(path.join(destino, `cuelgue-${semillaDe(1, 0)}`))).toBe(true)
  } finally {
    await rm(destino, { recursive: true, force: true })
  }
}, 120_000)
