/** The groups of figures about what is installed: how much it weighs, what it takes at rest, whether it grows with use. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Electron } from '../electron-runtime.ts'
import { programaEmpaquetado } from '../package.ts'
import { correrNode } from '../procesos.ts'
import { RAIZ, SALIDA } from '../rutas.ts'
import { pesos } from '../tamanos.ts'
import { trabajar } from './jornada.ts'
import { mediana, type Medida } from './medida.ts'
import { reposar, type Reposo } from './reposo.ts'
import { TEXTOS_INSTALADO as T } from './textos-instalado.ts'
import { prepararVacia } from './ventana-vacia.ts'

interface Corrida { electron: Electron; env: NodeJS.ProcessEnv; rondas: number; avisar(que: string): void }
const MIB = 1024 * 1024
const REPOSO_MS = 30_000
/** electron, react, react-dom and its scheduler: the least that a program of this kind carries. */
const PAQUETES_MINIMOS = 4

export async function medirPeso({ avisar }: Corrida): Promise<Medida[]> {
  avisar(T.peso)
  // Apart, because the packer writes what it does where only our figures may stand.
  await correrNode(['--import', 'tsx', path.join(RAIZ, 'build', 'package.ts')], { cwd: RAIZ, modo: 'callar' })
  const p = pesos(programaEmpaquetado())
  const paquetes = (JSON.parse(readFileSync(path.join(SALIDA, 'main', 'licencias.json'), 'utf8')) as unknown[]).length
  return [
    { id: 'instalado', titulo: T.medidas.instalado, unidad: 'MiB', nuestra: p.total / MIB, referencia: { nombre: T.referencias.electronSolo, valor: (p.electron + p.idiomas) / MIB }, rondas: 1 },
    { id: 'programa', titulo: T.medidas.programa, unidad: 'MiB', nuestra: p.programa / MIB, referencia: null, rondas: 1 },
    { id: 'paquetes', titulo: T.medidas.paquetes, unidad: 'paquetes', nuestra: paquetes, referencia: { nombre: T.referencias.minimos, valor: PAQUETES_MINIMOS }, rondas: 1 },
  ]
}

export async function medirReposo({ electron, env, rondas, avisar }: Corrida): Promise<Medida[]> {
  if (process.platform !== 'linux') return []
  avisar(T.reposo)
  const vacia = prepararVacia()
  const nuestras: Reposo[] = []
  const suyas: Reposo[] = []
  for (let i = 0; i < rondas; i++) {
    nuestras.push(await reposar(electron, RAIZ, 'main button', REPOSO_MS, env))
    suyas.push(await reposar(electron, vacia, 'main h1', REPOSO_MS, env))
  }
  const medida = (id: string, titulo: string, unidad: Medida['unidad'], de: (r: Reposo) => number): Medida =>
    ({ id, titulo, unidad, nuestra: mediana(nuestras.map(de)), referencia: { nombre: T.referencias.vacia, valor: mediana(suyas.map(de)) }, rondas })
  return [
    medida('memoria-reposo', T.medidas.memoria, 'MiB', (r) => r.pssMiB),
    medida('procesador-reposo', T.medidas.procesador, 'ms/min', (r) => r.cpuMsPorMinuto),
    medida('despertares-reposo', T.medidas.despertares, 'veces/s', (r) => r.despertaresPorSegundo),
  ]
}

/** @param dias of work; 30 take a minute or two, 1000 an hour */
export async function medirJornada({ electron, env, avisar }: Corrida, dias: number): Promise<Medida[]> {
  if (process.platform !== 'linux') return []
  avisar(T.jornada(dias))
  const { alComienzo, alFinal } = await trabajar(electron, dias, env)
  const referencia = (valor: number): Medida['referencia'] => ({ nombre: T.referencias.alComienzo, valor })
  return [
    { id: 'memoria-jornada', titulo: T.medidas.memoriaTras(dias), unidad: 'MiB', nuestra: alFinal.pssMiB, referencia: referencia(alComienzo.pssMiB), rondas: 1 },
    { id: 'abiertos-jornada', titulo: T.medidas.abiertosTras(dias), unidad: 'abiertos', nuestra: alFinal.abiertos, referencia: referencia(alComienzo.abiertos), rondas: 1 },
  ]
}
