/** Who is in which course and módulo, and how far. One line an alumno, so that the whole can be read at a glance. */
import type { ClavePersona } from './personas.ts'

export type ClaveCurso = 'administrativo' | 'alimentos' | 'planillas'

export interface AvancePractica {
  /** Percent that SENCE accepted a week ago; null: none. */
  anterior: number | null
  /** Percent of this week: what the samples bring. */
  actual: number
  /** Connection time of this week, in seconds. */
  segundos: number
  /** 1 cursando, 2 aprobado, 3 reprobado. */
  estado: 1 | 2 | 3
  /** 0–100; only where the módulo has been graded. */
  nota: number | null
}
/** By position of the course's módulos; null: not enrolled in that módulo. */
export type AvancesDeAlumno = readonly (AvancePractica | null)[]

const cursando = (anterior: number | null, actual: number, segundos: number): AvancePractica => ({ anterior, actual, segundos, estado: 1, nota: null })
const aprobado = (anterior: number | null, segundos: number, nota: number): AvancePractica => ({ anterior, actual: 100, segundos, estado: 2, nota })
const reprobado = (anterior: number | null, segundos: number, nota: number): AvancePractica => ({ anterior, actual: 100, segundos, estado: 3, nota })

export const AVANCES: Readonly<Record<ClaveCurso, Partial<Record<ClavePersona, AvancesDeAlumno>>>> = {
  administrativo: {
    camila: [aprobado(100, 28_800, 92), cursando(40, 65, 12_600), cursando(null, 20, 3_600)],
    matias: [aprobado(80, 25_200, 78), cursando(25, 45, 9_000), cursando(null, 10, 1_800)],
    rosa: [cursando(60, 85, 21_600), cursando(10, 30, 5_400), cursando(null, 5, 900)],
    diego: [aprobado(90, 27_000, 85), cursando(35, 60, 10_800), cursando(null, 15, 2_700)],
    // Less than a week ago in the first módulo: the simulated Gestor answers 025.
    paola: [cursando(70, 55, 16_200), cursando(20, 35, 6_300), cursando(null, 10, 1_200)],
    hector: [cursando(45, 70, 18_000), cursando(5, 25, 4_500), cursando(null, 8, 1_500)],
    javiera: [reprobado(95, 23_400, 35), cursando(30, 50, 9_900), cursando(null, 12, 2_100)],
    cristian: [aprobado(100, 30_600, 96), cursando(55, 80, 14_400), null],
  },
  alimentos: {
    javiera: [cursando(50, 75, 13_500), cursando(10, 40, 5_400)],
    cristian: [aprobado(85, 16_200, 88), cursando(20, 55, 7_200)],
    marisol: [aprobado(90, 17_100, 94), cursando(30, 60, 8_100)],
    luis: [cursando(40, 65, 11_700), cursando(5, 20, 3_000)],
    fernanda: [cursando(65, 90, 14_400), cursando(15, 45, 6_000)],
  },
  planillas: {
    marisol: [cursando(null, 60, 9_000), cursando(null, 20, 2_700)],
    luis: [cursando(null, 45, 7_200), cursando(null, 10, 1_500)],
    fernanda: [aprobado(null, 12_600, 90), cursando(null, 35, 4_500)],
    nicolas: [cursando(null, 75, 10_800), cursando(null, 30, 3_600)],
    ximena: [cursando(null, 50, 8_100), cursando(null, 15, 1_800)],
    patricio: [cursando(null, 30, 5_400), cursando(null, 5, 600)],
  },
}
