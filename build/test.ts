/**
 * `npm test`: lint, types, Node tests, window tests, and a closing line that sums them. A step that fails does not hide
 * the next. `npm test -- <filter>` runs only the test files whose path contains the filter; words with a dash go to vitest.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { revisarLint } from './lint.ts'
import { binDe, correrNode, FallaBuild, principal } from './procesos.ts'
import { RAIZ, SALIDA } from './rutas.ts'
import { TEXTOS } from './textos.ts'
import { revisarTipos } from './types.ts'

export interface Cuenta { pasaron: number; fallaron: number }
/** As much of vitest's JSON report as is asked here. */
export interface Informe { numPassedTests: number; numFailedTests: number; testResults: { status: string; assertionResults: { status: string }[] }[] }

/**
 * Counts a vitest run. A file that could not even be loaded has no tests to fail, and an error outside any test fails
 * none either: both count as one failure, so that the sum never says better than the exit code.
 */
export function contar(informe: Informe | null, codigo: number): Cuenta {
  if (informe === null) return { pasaron: 0, fallaron: 1 }
  const rotos = informe.testResults.filter((r) => r.status === 'failed' && r.assertionResults.every((a) => a.status !== 'failed')).length
  const fallaron = informe.numFailedTests + rotos
  return { pasaron: informe.numPassedTests, fallaron: codigo !== 0 && fallaron === 0 ? 1 : fallaron }
}

async function vitest(nombre: 'node' | 'ventana', config: string, palabras: readonly string[]): Promise<Cuenta> {
  const archivo = path.join(SALIDA, 'pruebas', `${nombre}.json`)
  mkdirSync(path.dirname(archivo), { recursive: true })
  rmSync(archivo, { force: true })
  const { codigo } = await correrNode([
    binDe('vitest'), 'run', '--config', path.join(import.meta.dirname, config),
    '--reporter=default', '--reporter=json', `--outputFile.json=${archivo}`, ...palabras,
  ])
  return contar(existsSync(archivo) ? JSON.parse(readFileSync(archivo, 'utf8')) as Informe : null, codigo)
}

function hayArchivos(carpetas: readonly string[], filtros: readonly string[]): boolean {
  return carpetas.some((carpeta) => existsSync(path.join(RAIZ, carpeta)) &&
    readdirSync(path.join(RAIZ, carpeta), { recursive: true, encoding: 'utf8' })
      .map((n) => path.posix.join(carpeta, n.split(path.sep).join('/')))
      .some((n) => /\.test\.tsx?$/.test(n) && (filtros.length === 0 || filtros.some((f) => n.includes(f)))))
}

async function probar(): Promise<number> {
  const palabras = process.argv.slice(2)
  const filtros = palabras.filter((p) => !p.startsWith('-'))
  const total: Cuenta = { pasaron: 0, fallaron: 0 }
  const paso = async (nombre: string, cuerpo: () => Promise<Cuenta>): Promise<void> => {
    console.log(TEXTOS.pruebasPaso(nombre))
    const { pasaron, fallaron } = await cuerpo()
    total.pasaron += pasaron
    total.fallaron += fallaron
  }
  const unaRevision = (bien: boolean): Cuenta => ({ pasaron: bien ? 1 : 0, fallaron: bien ? 0 : 1 })

  if (palabras.length === 0) {
    await paso(TEXTOS.pasoLint, async () => unaRevision(await revisarLint()))
    await paso(TEXTOS.pasoTipos, async () => unaRevision(await revisarTipos() === 0))
  }
  const enNode = hayArchivos(['test/unit', 'test/adapter'], filtros)
  const enVentana = hayArchivos(['test/window'], filtros)
  if (enNode) await paso(TEXTOS.pasoNode, () => vitest('node', 'vitest.config.ts', palabras))
  if (enVentana) await paso(TEXTOS.pasoVentana, () => vitest('ventana', 'vitest.window.config.ts', palabras))
  if (!enNode && !enVentana) throw new FallaBuild(TEXTOS.nadaCoincide(filtros.join(' ')))

  // The closing line alone on its line, and last: who runs this reads the outcome there.
  console.log(`\n${String(total.pasaron)} passed, ${String(total.fallaron)} failed`)
  return total.fallaron === 0 ? 0 : 1
}

if (process.argv[1] === import.meta.filename) principal(probar)
