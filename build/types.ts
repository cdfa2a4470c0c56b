/** `npm run types`: the five projects of tsconfig.json, each with its own idea of what exists (shared/ knows no Node). */
import path from 'node:path'
import { binDe, correrNode, principal } from './procesos.ts'
import { RAIZ } from './rutas.ts'
import { TEXTOS } from './textos.ts'

const PROYECTOS = ['shared', 'electron', 'renderer', 'build', 'test']

/** @returns how many projects do not compile; their errors are printed. */
export async function revisarTipos(): Promise<number> {
  let malos = 0
  for (const proyecto of PROYECTOS) {
    const { codigo } = await correrNode([binDe('typescript', 'tsc'), '-p', path.join(RAIZ, proyecto), '--noEmit'])
    if (codigo !== 0) { malos++; console.error(TEXTOS.tiposMal(proyecto)) }
  }
  return malos
}

if (process.argv[1] === import.meta.filename) principal(async () => {
  const malos = await revisarTipos()
  if (malos === 0) console.log(TEXTOS.tiposBien)
  return malos === 0 ? 0 : 1
})
