/** Workbooks of any size, "hoja única": one row per alumno and módulo, as a platform exports them. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write, type CellObject } from 'xlsx'
import type { Celda } from '../../shared/domain/celda.ts'
import { serialDeFecha } from '../../shared/domain/fecha.ts'
import { calcularDv, formatRut } from '../../shared/domain/rut.ts'
import { COLUMNAS, type ColumnaKey } from '../../shared/planilla/columnas.ts'
import { SALIDA } from '../rutas.ts'

/** 18 columns, the number with which the readers were compared. */
export const CLAVES: readonly ColumnaKey[] = [
  'curso.codigoOferta', 'curso.codigoGrupo', 'alumno.rut', 'alumno.nombre', 'alumno.tiempoConectividad', 'alumno.estado', 'alumno.porcentajeAvance',
  'alumno.fechaInicio', 'alumno.fechaFin', 'alumno.fechaEjecucion', 'modulo.codigoModulo', 'modulo.tiempoConectividad', 'modulo.estado',
  'modulo.porcentajeAvance', 'modulo.fechaInicio', 'modulo.fechaFin', 'modulo.notaModulo', 'modulo.actividades',
]
export const tituloDe = (key: ColumnaKey): string => COLUMNAS.find((c) => c.key === key)?.titulo ?? key

const MODULOS_POR_ALUMNO = 5
const ALUMNOS_POR_CURSO = 100
export const HOY = '2026-06-15'
const fecha = (f: string): Celda => ({ tipo: 'fecha', valor: serialDeFecha(f) })
const [INICIO, FIN, EJECUCION] = [fecha('2026-03-02'), fecha('2026-12-18'), fecha(HOY)]

/**
 * `n` rows in the order of CLAVES.
 * @param malas share (0–1) of rows with a módulo progress of 150, spread evenly
 */
export function filas(n: number, malas = 0): Celda[][] {
  return Array.from({ length: n }, (_, i) => {
    const alumno = Math.floor(i / MODULOS_POR_ALUMNO)
    const modulo = i % MODULOS_POR_ALUMNO
    const curso = Math.floor(alumno / ALUMNOS_POR_CURSO)
    const numero = 10_000_000 + alumno * 37
    const oferta = `RLAB-26-02-08-${String(curso).padStart(4, '0')}`
    const mala = Math.floor((i + 1) * malas) > Math.floor(i * malas)
    return [
      oferta, `${oferta}-1`, formatRut({ numero, dv: calcularDv(numero) }), `Nombre ${String(alumno)} Apellido`, 3600 + alumno, 1, 40 + (alumno % 50),
      INICIO, FIN, EJECUCION, `${oferta}-M${String(modulo + 1)}`, 900 + i % 700, 1, mala ? 150 : 10 + (i % 80), INICIO, FIN, null, 'Lectura inicial; Tarea 1; Prueba 1',
    ]
  })
}

function comoXlsx(celda: Celda): CellObject | string | number | boolean | null {
  if (celda === null || typeof celda !== 'object') return celda
  return celda.tipo === 'error' ? celda.valor : { t: 'n', v: celda.valor, z: celda.tipo === 'fecha' ? 'dd-mm-yyyy' : 'General' }
}

/** Path of an .xlsx of `n` rows; written once. */
export function planilla(n: number): string {
  const carpeta = path.join(SALIDA, 'bench')
  const ruta = path.join(carpeta, `filas-${String(n)}.xlsx`)
  if (existsSync(ruta)) return ruta
  mkdirSync(carpeta, { recursive: true })
  const hoja = utils.aoa_to_sheet([CLAVES.map(tituloDe), ...filas(n).map((f) => f.map(comoXlsx))], { dense: true })
  const libro = utils.book_new()
  utils.book_append_sheet(libro, hoja, 'Avance')
  writeFileSync(ruta, write(libro, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
  return ruta
}
