/** `npm run lint`: oxlint (with types), then the architecture's own rules. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { revisarCapas } from './lint-capas.ts'
import { binDe, correrNode, principal } from './procesos.ts'
import { RAIZ } from './rutas.ts'
import { TEXTOS } from './textos.ts'

const CARPETAS = ['shared', 'electron', 'renderer', 'build', 'test']

/** @returns how many faults of architecture there are; each is printed with its place. */
export function revisarArquitectura(): number {
  let faltas = 0
  for (const carpeta of CARPETAS) {
    for (const nombre of readdirSync(path.join(RAIZ, carpeta), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(nombre)) continue
      const archivo = path.posix.join(carpeta, nombre.split(path.sep).join('/'))
      for (const falta of revisarCapas(archivo, readFileSync(path.join(RAIZ, archivo), 'utf8'))) {
        faltas++
        console.error(`${archivo}:${String(falta.linea)}: ${falta.mensaje} [${falta.regla}]`)
      }
    }
  }
  return faltas
}

/** @returns whether everything is clean; what is not has been printed. */
export async function revisarLint(): Promise<boolean> {
  const { codigo } = await correrNode([binDe('oxlint'), '-c', path.join(import.meta.dirname, 'oxlintrc.json'), '--type-aware', ...CARPETAS])
  const faltas = revisarArquitectura()
  if (faltas > 0) console.error(TEXTOS.lintMal(faltas))
  return codigo === 0 && faltas === 0
}

if (process.argv[1] === import.meta.filename) principal(async () => {
  const bien = await revisarLint()
  if (bien) console.log(TEXTOS.lintBien)
  return bien ? 0 : 1
})
