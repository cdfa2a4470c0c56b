/** All the faults, one line each. */
import { azar as crearAzar } from '../../test/fuzz/azar.ts'
import { diarios } from './faltas-diario.ts'
import { discos } from './faltas-disco.ts'
import { procesos } from './faltas-proceso.ts'
import { conexiones, cortes, respuestas, type Falta } from './faltas-red.ts'
import type { Cuenta } from './juicio.ts'

export interface OpcionesFaltas {
  semilla: number
  /** Random cuts each way. */
  cortes: number
  /** Random moments of kill -9. */
  muertes: number
  /** Damaged journals of each kind. */
  danios: number
  /** 1: the disk refuses at each write; n: at one of every n. */
  pasoDisco: number
  /** Words of the only faults to run; '': all. */
  solo: string
  alTerminar(nombre: string, c: Cuenta): void
}
export interface Resultado { nombre: string; cuenta: Cuenta }

export async function correrFaltas(o: OpcionesFaltas): Promise<Resultado[]> {
  const azar = crearAzar(o.semilla)
  const grupos: (() => Promise<Falta[]> | Falta[])[] = [() => cortes(azar, o.cortes), conexiones, respuestas, () => discos(o.pasoDisco), () => diarios(azar, o.danios), () => procesos(azar, o.muertes)]
  const resultados: Resultado[] = []
  for (const grupo of grupos) {
    for (const falta of await grupo()) {
      if (!falta.nombre.includes(o.solo)) continue
      const cuenta = await falta.correr()
      o.alTerminar(falta.nombre, cuenta)
      resultados.push({ nombre: falta.nombre, cuenta })
    }
  }
  return resultados
}
