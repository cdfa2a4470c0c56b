/** What the person has said so far of a workbook whose columns are not known, and the step that they are in. */
import { useState } from 'react'
import type { ClaseHoja, ColumnasPreparadas, Correspondencia, Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { faltantes } from '../../../shared/planilla/correspondencia-faltas.ts'
import { useParte, type Fuente, type Fuentes } from './use-parte.ts'

export type ClaseRepartida = Exclude<ClaseHoja, 'unica'>
const REPARTIDAS: readonly ClaseRepartida[] = ['cursos', 'alumnos', 'modulos', 'actividades']
/** What is asked at once. `clase`: of which sheet, where what is asked for is in several. */
export type Paso = { tipo: 'hoja' | 'titulos' | 'resultado' } | { tipo: 'columnas'; clase: ClaseHoja }
export const mapaDe = (reparto: Preparacion['reparto']): ReadonlyMap<ClaseRepartida, number> =>
  new Map((reparto ?? []).flatMap(r => (r.clase === 'unica' ? [] : [[r.clase, r.hoja] as const])))
const mismoPaso = (a: Paso, b: Paso): boolean => a.tipo === b.tipo && (a.tipo !== 'columnas' || b.tipo !== 'columnas' || a.clase === b.clase)

export interface Asistente {
  pasos: Paso[]
  n: number
  paso: Paso
  ir: (paso: Paso) => void
  hoja: number
  elegirHoja: (hoja: number) => void
  fila: number
  elegirFila: (fila: number, hoja?: number) => void
  filaDe: (hoja: number) => number
  /** Which sheet has each part, where alumnos and módulos stand in sheets apart; null: one sheet has it all. */
  reparto: ReadonlyMap<ClaseRepartida, number> | null
  repartir: (reparto: ReadonlyMap<ClaseRepartida, number> | null) => void
  /** The part that the step is about. */
  clase: ClaseHoja
  columnas: ColumnasPreparadas | null
  falla: Falla | null
  fuentes: Fuentes
  poner: (key: string, fuente: Fuente | null) => void
  /** Of the sheet that the step is about. */
  correspondencia: Correspondencia
  conCursos: boolean
  faltan: string[]
  vacias: string[]
  /** Fixed values that were promised and not typed yet. */
  sinValor: boolean
  /** Sheets with the same headings that are read together with this one. */
  juntas: readonly string[]
  ponerJuntas: (hojas: readonly string[]) => void
  /** Every sheet of the answer, in the order of the steps. */
  todas: readonly Correspondencia[]
}

export function useAsistente(p: Preparacion): Asistente {
  const [hoja, setHoja] = useState(p.hoja)
  const [filas, setFilas] = useState<ReadonlyMap<number, number>>(new Map())
  const [reparto, repartir] = useState<Asistente['reparto']>(() => p.reparto && mapaDe(p.reparto))
  const clases: readonly ClaseHoja[] = reparto === null ? ['unica'] : REPARTIDAS.filter(c => reparto.has(c))
  const pasos: Paso[] = [
    ...(p.hojas.length > 1 ? [{ tipo: 'hoja' } as const] : []), ...(reparto === null ? [{ tipo: 'titulos' } as const] : []),
    ...clases.map(clase => ({ tipo: 'columnas', clase }) as const), { tipo: 'resultado' },
  ]
  const [dicho, ir] = useState<Paso>(() => primerPaso(p))
  const n = Math.max(0, pasos.findIndex(x => mismoPaso(x, dicho)))
  const paso = pasos[n] ?? dicho
  const clase = paso.tipo === 'columnas' ? paso.clase : (clases[0] ?? 'unica')

  const filaDe = (i: number): number => filas.get(i) ?? p.hojas[i]?.encabezado?.fila ?? p.hojas[i]?.filas[0]?.fila ?? 1
  const lugarDe = (c: ClaseHoja): { i: number; fila: number } | null => {
    const i = c === 'unica' ? (reparto === null ? hoja : undefined) : reparto?.get(c)
    return i === undefined ? null : { i, fila: filaDe(i) }
  }
  const parte = (c: ClaseHoja): Parameters<typeof useParte>[1] => {
    const lugar = lugarDe(c)
    return lugar && { hoja: p.hojas[lugar.i]?.nombre ?? '', fila: lugar.fila, ...(c === 'unica' ? {} : { clase: c }) }
  }
  const partes = {
    unica: useParte(p.id, parte('unica')), cursos: useParte(p.id, parte('cursos')), alumnos: useParte(p.id, parte('alumnos')),
    modulos: useParte(p.id, parte('modulos')), actividades: useParte(p.id, parte('actividades')),
  }
  const actual = partes[clase]
  const conCursos = clases.includes('cursos')
  const [dichas, ponerJuntas] = useState<readonly string[] | null>(null)
  const gemelas = partes.unica.datos?.gemelas ?? []
  const juntas = reparto === null ? (dichas ?? (partes.unica.datos?.juntas === true ? gemelas : [])).filter(h => gemelas.includes(h)) : []
  return {
    pasos, n, paso, ir, hoja, fila: filaDe(hoja), filaDe, reparto, repartir, clase, conCursos, juntas, ponerJuntas,
    columnas: actual.datos, falla: actual.falla, fuentes: actual.fuentes, poner: actual.poner, sinValor: actual.sinValor,
    correspondencia: actual.correspondencia, ...faltantes(actual.correspondencia, conCursos), todas: clases.map(c => partes[c].correspondencia),
    elegirHoja: (h) => { setHoja(h); ponerJuntas(null) },
    elegirFila: (f, h = hoja) => { setFilas(antes => new Map(antes).set(h, f)) },
  }
}

/** The first that cannot be derived: one sheet with headings that say themselves leaves only the columns to ask. */
function primerPaso({ hojas, reparto }: Preparacion): Paso {
  const seguras = hojas.filter(h => h.encabezado?.seguro === true && !h.oculta)
  if (reparto !== null || (hojas.length > 1 && seguras.length !== 1)) return { tipo: 'hoja' }
  return seguras.length === 1 || hojas[0]?.encabezado?.seguro === true ? { tipo: 'columnas', clase: 'unica' } : { tipo: 'titulos' }
}
