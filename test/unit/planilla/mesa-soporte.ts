/** Small drafts for tests: rows written by column key, a good one by default. */
import type { UltimoAvance } from '../../../shared/domain/avance.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import { calcularDv, formatRut } from '../../../shared/domain/rut.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import { HOJAS, type ClaseTabla, type ColumnaKey } from '../../../shared/planilla/columnas.ts'
import { Mesa, type FilaBase, type TablaBase } from '../../../shared/planilla/mesa.ts'

export const HOY = '2026-11-24'
export type FilaEscrita = Partial<Record<ColumnaKey, Celda>>
export type HojaEscrita = readonly FilaEscrita[]

export const rut = (numero: number): string => formatRut({ numero, dv: calcularDv(numero) })

export const CURSO: FilaEscrita = { 'curso.codigoOferta': 'OF-1', 'curso.codigoGrupo': 'GR-1' }
export const ALUMNO: FilaEscrita = {
  ...CURSO, 'alumno.rut': rut(12_345_678), 'alumno.tiempoConectividad': 3600, 'alumno.estado': 1, 'alumno.porcentajeAvance': 45,
  'alumno.fechaInicio': '2026-11-02', 'alumno.fechaFin': '2026-12-18', 'alumno.fechaEjecucion': '2026-11-24',
}
export const MODULO: FilaEscrita = {
  ...CURSO, 'alumno.rut': rut(12_345_678), 'modulo.codigoModulo': 'MA01', 'modulo.tiempoConectividad': 1800, 'modulo.estado': 1, 'modulo.porcentajeAvance': 60,
  'modulo.fechaInicio': '2026-11-02', 'modulo.fechaFin': '2026-11-27', 'modulo.actividades': 'ACT01; ACT02',
}
export const UNICA: FilaEscrita = { ...ALUMNO, ...MODULO }
export const sin = (fila: FilaEscrita, ...keys: ColumnaKey[]): FilaEscrita =>
  Object.fromEntries(Object.entries(fila).filter(([k]) => !keys.includes(k as ColumnaKey)))

const letra = (i: number): string => String.fromCharCode(65 + i)

export function tablaDe(clase: ClaseTabla, filas: HojaEscrita): { tabla: TablaBase; filas: FilaBase[] } {
  const keys = [...new Set(filas.flatMap(f => Object.keys(f)))] as ColumnaKey[]
  return {
    tabla: { id: clase, clase, hoja: HOJAS[clase], columnas: keys.map((key, i) => ({ key, titulo: key, letra: letra(i) })) },
    filas: filas.map((f, i) => ({ id: i, fila: i + 2, celdas: keys.map(k => f[k] ?? null) })),
  }
}

export interface Libro { cursos?: HojaEscrita; alumnos?: HojaEscrita; modulos?: HojaEscrita; actividades?: HojaEscrita; unica?: HojaEscrita }
export function mesaSinValidar(libro: Libro, o: { previos?: UltimoAvance[]; hoy?: string } = {}): Mesa {
  const hojas = (Object.entries(libro) as [ClaseTabla, HojaEscrita][]).map(([clase, filas]) => tablaDe(clase, filas))
  const mesa = new Mesa({
    nombreArchivo: 'avance.xlsx', disposicion: libro.unica ? 'hoja-unica' : 'por-hojas', tablas: hojas.map(h => h.tabla), notas: [],
    hoy: o.hoy ?? HOY, previos: o.previos ?? [],
  })
  for (const h of hojas) mesa.agregarFilas(h.tabla.id, h.filas)
  return mesa
}

export function mesaDe(libro: Libro, o: { previos?: UltimoAvance[]; hoy?: string } = {}): Mesa {
  const mesa = mesaSinValidar(libro, o)
  mesa.validar()
  return mesa
}

/** One good alumno with one good módulo in each layout, with what the case changes. */
export const porHojas = (alumno: FilaEscrita = {}, modulo: FilaEscrita = {}): Libro => ({
  cursos: [CURSO], alumnos: [{ ...ALUMNO, ...alumno }], modulos: [{ ...MODULO, ...modulo }],
})
export const unica = (...filas: FilaEscrita[]): Libro => ({ unica: filas.map(f => ({ ...UNICA, ...f })) })

export const todos = (mesa: Mesa): ProblemaVista[] => mesa.problemas('todos', 0, 10_000).problemas
/** "causa @ tabla fila columna", errors and warnings only unless told. */
export function hallados(mesa: Mesa, conInformacion = false): string[] {
  return todos(mesa).filter(p => conInformacion || p.nivel !== 'informacion').map(p => `${p.causa} @ ${p.tabla} ${p.fila} ${p.columna}`)
}
