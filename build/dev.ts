/**
 * `npm run dev`: the window from Vite's server (changes appear without losing the screen), main and the workbook process
 * rebuilt and started again at each change of theirs.
 */
import type { Plugin } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'vite'
import { configVentana, contextosNode } from './bundle.ts'
import { asegurarElectron, palabrasDeRaiz } from './electron-runtime.ts'
import { conPantalla } from './pantalla.ts'
import { principal } from './procesos.ts'
import { RAIZ } from './rutas.ts'
import { asegurarSistema } from './system-libs.ts'
import { TEXTOS } from './textos.ts'

/** Keeps one program running; `reiniciar` swaps it, and the person closing its window ends the session. */
function sesion(ruta: string, env: NodeJS.ProcessEnv, palabras: readonly string[]): { reiniciar(): void; terminada: Promise<void>; cerrar(): void } {
  let hijo: ChildProcess | undefined
  let terminar: () => void = () => undefined
  const terminada = new Promise<void>((resolve) => { terminar = resolve })
  const cerrar = (): void => { hijo?.removeAllListeners('exit'); hijo?.kill() }
  return {
    terminada,
    cerrar,
    reiniciar() {
      const anterior = hijo
      const abrir = (): void => {
        hijo = spawn(ruta, [...palabrasDeRaiz(), RAIZ, ...palabras], { cwd: RAIZ, stdio: 'inherit', env })
        hijo.on('exit', () => { terminar() })
      }
      if (anterior === undefined || anterior.exitCode !== null) { abrir(); return }
      // Only one instance may run: the new one waits for the old one to be gone.
      anterior.removeAllListeners('exit')
      const reloj = setTimeout(() => { anterior.kill('SIGKILL') }, 5000) // code under work may well not know how to end
      anterior.once('exit', () => { clearTimeout(reloj); abrir() })
      anterior.kill()
    },
  }
}

principal(async () => {
  const { ruta } = await asegurarElectron()
  await asegurarSistema(ruta, ['ventana'])
  const vite = await createServer({ ...configVentana('desarrollo'), server: { host: '127.0.0.1', port: 5173 } })
  await vite.listen()
  const url = vite.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173/'
  console.log(TEXTOS.desarrollo(url))

  await conPantalla(false, async (pantalla) => {
    const programa = sesion(ruta, { ...process.env, ...pantalla, PUENTE_DESARROLLO: url }, process.argv.slice(2))
    const pendientes = new Set<string>()
    let listas = false
    const avisar = (parte: string): Plugin => ({
      name: 'reiniciar',
      setup(construccion) {
        pendientes.add(parte)
        construccion.onEnd((resultado) => {
          if (resultado.errors.length > 0) { console.log(TEXTOS.desarrolloError); return }
          pendientes.delete(parte)
          if (pendientes.size > 0) return // the first time, main and preload both
          if (listas) console.log(TEXTOS.desarrolloReinicia)
          listas = true
          programa.reiniciar()
        })
      },
    })
    const contextos = await contextosNode('desarrollo', (parte) => [avisar(parte)])
    await Promise.all(contextos.map((c) => c.watch()))
    const interrumpir = (): void => { programa.cerrar(); process.exit(0) }
    process.once('SIGINT', interrumpir)
    process.once('SIGTERM', interrumpir)
    await programa.terminada
    await Promise.all(contextos.map((c) => c.dispose()))
  })
  await vite.close()
  return 0
})
