/** Days of work in a row, quickened: whether memory and open files stay where they were. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { abrirPorCdp } from '../cdp.ts'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'
import { RAIZ } from '../rutas.ts'
import { gastoDe, type Gasto } from './procesos-linux.ts'

/** The first days fill caches and compile code; what comes after them is compared. */
const DIAS_DE_CALENTAMIENTO = 5

export interface Jornada { alComienzo: Gasto; alFinal: Gasto }

/** One day in practice: a workbook read, its first screen drawn, its preview asked for, its past and SENCE's looked at, and thrown away. */
const DIA = async (): Promise<void> => {
  const { puente } = globalThis as unknown as { puente: { pedir(n: string, e: unknown): Promise<{ ok: boolean; valor?: unknown }> } }
  const abierto = await puente.pedir('planilla:abrirMuestra', { muestra: 'con-problemas' })
  const { id, tablas } = abierto.valor as { id: string; tablas: { id: string }[] }
  for (const t of tablas) await puente.pedir('borrador:indice', { id, tabla: t.id, filtro: 'todas', buscar: '' })
  await puente.pedir('borrador:causas', { id })
  await puente.pedir('envio:previo', { borradorId: id })
  await puente.pedir('envios:lista', {})
  await puente.pedir('historial:actualizar', {})
  await puente.pedir('borrador:descartar', { id })
}

export async function trabajar(electron: Electron, dias: number, env: NodeJS.ProcessEnv): Promise<Jornada> {
  const datos = mkdtempSync(path.join(tmpdir(), 'puente-bench-datos-'))
  const abierta = await abrirPorCdp(electron.ruta, [...palabrasDeRaiz(), '--disable-gpu', '--js-flags=--expose-gc', `--user-data-dir=${datos}`, RAIZ], env)
  try {
    const { page } = abierta
    await page.evaluate(() => (globalThis as unknown as { puente: { pedir(n: string, e: unknown): Promise<unknown> } }).puente.pedir('app:entrar', { espacio: 'practica' }))
    await page.reload()
    const secciones = page.getByRole('navigation').getByRole('button')
    await secciones.first().waitFor()
    const unDia = async (): Promise<void> => {
      await page.evaluate(DIA)
      for (const seccion of await secciones.all()) await seccion.click()
      await page.evaluate(() => { (globalThis as unknown as { gc?: () => void }).gc?.() })
    }
    for (let i = 0; i < DIAS_DE_CALENTAMIENTO; i++) await unDia()
    const alComienzo = gastoDe(abierta.proceso.pid ?? 0)
    for (let i = 0; i < dias; i++) await unDia()
    return { alComienzo, alFinal: gastoDe(abierta.proceso.pid ?? 0) }
  } finally {
    await abierta.cerrar(10_000)
    rmSync(datos, { recursive: true, force: true, maxRetries: 5 })
  }
}
