import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { abrirDiario } from '../../../electron/adapters/diario.ts'
import { CLAVE, carpetaTemporal } from './soporte.ts'

const carpetas: ReturnType<typeof carpetaTemporal>[] = []
afterEach(() => { for (const c of carpetas.splice(0)) c.borrar() })

/** Kills the writer, with no warning, when it has said `lineas` lines; answers all that it had said. */
function matarAlDecir(archivo: string, lineas: number): Promise<string[]> {
  return new Promise((resolver, fallar) => {
    const hijo = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'escritor.ts'), archivo], { stdio: ['ignore', 'pipe', 'pipe'] })
    let dicho = '', errores = ''
    hijo.stdout.on('data', (b: Buffer) => {
      dicho += b.toString()
      if (dicho.split('\n').length > lineas) hijo.kill('SIGKILL')
    })
    hijo.stderr.on('data', (b: Buffer) => { errores += b.toString() })
    hijo.on('error', fallar)
    hijo.on('close', (_codigo, senal) => { if (senal === 'SIGKILL') resolver(dicho.split('\n').slice(0, -1)); else fallar(new Error(errores)) })
  })
}

it.each([1, 2, 7, 24])('killed after %i acknowledged writes, each of them is there, and what was in flight is unknown', async (lineas) => {
  const carpeta = carpetaTemporal()
  carpetas.push(carpeta)
  const archivo = path.join(carpeta.ruta, 'diario.db')
  const dicho = await matarAlDecir(archivo, lineas)
  expect(dicho.length).toBeGreaterThanOrEqual(lineas)

  const diario = abrirDiario({ archivo, clave: CLAVE })
  expect(diario.apartado).toBeNull()
  for (const linea of dicho) {
    const [que, i] = linea.split(' ')
    const estado = diario.envio(`e${i ?? ''}`)?.llamadas[0]?.estado
    expect(que === 'cerrada' ? ['aceptado-con-rechazos'] : ['enviando', 'aceptado-con-rechazos'], linea).toContain(estado)
  }
  const abiertas = diario.envios().flatMap((e) => e.llamadas).filter((l) => l.estado === 'enviando').length
  expect(diario.recuperar().desconocidas).toBe(abiertas)
  expect(diario.envios().flatMap((e) => e.llamadas).filter((l) => l.estado === 'enviando')).toEqual([])
  diario.cerrar()
})
