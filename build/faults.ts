/**
 * `npm run faults -- --seed S [--long]`: sends with something going wrong in the middle, against the simulated SENCE, and
 * what became of each alumno. One line a fault; the code is 1 where somebody was lost or sent twice.
 */
import { parseArgs } from 'node:util'
import { correrFaltas } from './faults/correr.ts'
import { TEXTOS_FALTAS as T } from './faults/textos.ts'
import { FallaBuild, principal } from './procesos.ts'

const ANCHO = 58
const linea = (celdas: readonly (string | number)[]): string => celdas.map((c, i) => i === 0 ? String(c).padEnd(ANCHO) : String(c).padStart(11)).join('')

function leerOpciones(): { semilla: number; largo: boolean; solo: string } {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, long: { type: 'boolean', default: false }, only: { type: 'string', default: '' } } })
    const semilla = Number(values.seed)
    if (Number.isSafeInteger(semilla) && semilla >= 0) return { semilla, largo: values.long, solo: values.only }
  } catch { /* an option that is not ours */ }
  throw new FallaBuild(T.opcion)
}

principal(async () => {
  const { semilla, largo, solo } = leerOpciones()
  console.log(T.parte(semilla, largo))
  console.log(linea(T.titulos))
  const resultados = await correrFaltas({
    semilla, cortes: largo ? 200 : 20, muertes: largo ? 200 : 10, danios: largo ? 200 : 25, pasoDisco: largo ? 1 : 3, solo,
    alTerminar: (nombre, c) => {
      console.log(linea([nombre, c.intentados, c.enviados, c.aceptados, c.perdidos, c.duplicados]))
      if (c.perdidos + c.duplicados > 0) for (const d of c.detalle.slice(0, 12)) console.log(`    ${d}`)
    },
  })
  const malas = resultados.filter(({ cuenta: c }) => c.perdidos + c.duplicados > 0).length
  console.log(T.fin(resultados.length, malas))
  return malas === 0 ? 0 : 1
})
