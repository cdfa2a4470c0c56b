/**
 * `npm run fuzz -- --seconds N --seed S`: files of the corpus with bits flipped and XML broken, through inspection,
 * reader and review. What ends in an exception, a death or a hang is kept in out/fuzz with its seed; the code is then 1.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { correrFuzz } from '../test/fuzz/correr.ts'
import { FallaBuild, principal } from './procesos.ts'
import { SALIDA } from './rutas.ts'
import { TEXTOS } from './textos.ts'

/** The issue's own bound for any file is 10 s; a busy computer gets three times that before it is called a hang. */
const PLAZO_MS = 30_000
const SEGUNDOS = '60'

function numero(texto: string | undefined, opcion: string): number {
  const n = Number(texto)
  if (!Number.isSafeInteger(n) || n < 0) throw new FallaBuild(TEXTOS.fuzzOpcion(opcion))
  return n
}

function leerOpciones(): { segundos: number; semilla: number } {
  try {
    const { values } = parseArgs({ options: { seconds: { type: 'string', default: SEGUNDOS }, seed: { type: 'string' } } })
    return { segundos: numero(values.seconds, '--seconds'), semilla: numero(values.seed ?? String(Date.now() % 1_000_000), '--seed') }
  } catch (e) {
    throw e instanceof FallaBuild ? e : new FallaBuild(TEXTOS.fuzzOpcion('--seconds, --seed'))
  }
}

principal(async () => {
  const { segundos, semilla } = leerOpciones()
  console.log(TEXTOS.fuzzParte(segundos, semilla))
  const hasta = Date.now() + segundos * 1000
  const { mutantes, salidas, hallazgos } = await correrFuzz({
    semilla, plazoMs: PLAZO_MS, destino: path.join(SALIDA, 'fuzz'), sigue: () => Date.now() < hasta,
    alHallar: (h) => { console.error(TEXTOS.fuzzHallazgo(h)) },
  })
  for (const [salida, n] of Object.entries(salidas).sort((x, y) => y[1] - x[1])) console.log(`  ${String(n).padStart(6)}  ${salida}`)
  console.log(TEXTOS.fuzzFin(mutantes, hallazgos.length))
  return hallazgos.length === 0 ? 0 : 1
})
