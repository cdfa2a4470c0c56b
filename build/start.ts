/**
 * `npm start`: everything that is missing, the build, the window. Where nobody could see a window (or with
 * `-- --demostracion`) the program does its main job by itself on a virtual display, and the exit code says whether it could.
 */
import { spawn } from 'node:child_process'
import { construir } from './bundle.ts'
import { demostrar } from './demostracion.ts'
import { asegurarElectron, palabrasDeRaiz, type Electron } from './electron-runtime.ts'
import { conPantalla, hayPantalla } from './pantalla.ts'
import { principal } from './procesos.ts'
import { RAIZ } from './rutas.ts'
import { asegurarSistema } from './system-libs.ts'
import { TEXTOS } from './textos.ts'

const DEMOSTRACION = '--demostracion'

function abrir(electron: Electron, palabras: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const hijo = spawn(electron.ruta, [...palabrasDeRaiz(), RAIZ, ...palabras], { cwd: RAIZ, stdio: 'inherit' })
    hijo.on('error', (e) => { console.error(TEXTOS.noAbrio(e.message)); resolve(1) })
    hijo.on('exit', (codigo) => { resolve(codigo ?? 0) })
  })
}

principal(async () => {
  const palabras = process.argv.slice(2)
  const sola = palabras.includes(DEMOSTRACION) || !hayPantalla()
  const electron = await asegurarElectron()
  await asegurarSistema(electron.ruta, hayPantalla() ? ['ventana'] : ['ventana', 'pantalla'])
  console.log(TEXTOS.construyendo)
  await construir('produccion')
  if (sola) {
    console.log(hayPantalla() ? TEXTOS.demostracion : TEXTOS.demostracionSinPantalla)
    return await conPantalla(false, (env) => demostrar(electron, env))
  }
  console.log(TEXTOS.abriendo(electron.version))
  return await abrir(electron, palabras)
})
