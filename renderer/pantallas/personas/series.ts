/** What is drawn of an alumno in a course: a line for the whole of it and one for each módulo. */
import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'

export interface Marca { punto: PuntoAlumno; avance: number; ms: number }
export interface Serie { nombre: string; marcas: Marca[] }

/** By instant; what has no date or no number is only in the table, and so is what never went out or is the same thing seen at SENCE. */
export function seriesDe(puntos: readonly PuntoAlumno[], total: string): Serie[] {
  const general: Serie = { nombre: total, marcas: [] }
  const modulos = new Map<string, Serie>()
  const vistos = new Set<string>()
  for (const punto of puntos) {
    const ms = punto.fecha === null ? NaN : Date.parse(punto.fecha)
    if (Number.isNaN(ms) || punto.repetido || punto.resultado === 'no-enviado') continue
    // Each of its módulos says it again.
    const vez = `${punto.fecha}|${punto.envioId}|${punto.procesoPk}`
    if (punto.avanceAlumno !== null && !vistos.has(vez)) {
      vistos.add(vez)
      general.marcas.push({ punto, avance: punto.avanceAlumno, ms })
    }
    if (punto.avance === null || punto.codigoModulo === '') continue
    const serie = modulos.get(punto.codigoModulo) ?? { nombre: punto.codigoModulo, marcas: [] }
    serie.marcas.push({ punto, avance: punto.avance, ms })
    modulos.set(punto.codigoModulo, serie)
  }
  return [general, ...modulos.values()].filter(s => s.marcas.length > 0)
}

/** A refusal changed nothing at SENCE: its mark is drawn, the line goes by it. */
export const enLinea = (m: Marca): boolean => m.punto.resultado !== 'rechazado' && m.punto.resultado !== 'otro'

/** Where an arrow key leads; null: it is no arrow, or there is nothing that way. Up and down: the nearest in time of the next line. */
export function mover(series: readonly Serie[], en: readonly [number, number], tecla: string): [number, number] | null {
  const [s, n] = en
  const serie = series[s]
  const marca = serie?.marcas[n]
  if (serie === undefined || marca === undefined) return null
  const ultimo = serie.marcas.length - 1
  switch (tecla) {
    case 'ArrowRight': return n < ultimo ? [s, n + 1] : null
    case 'ArrowLeft': return n > 0 ? [s, n - 1] : null
    case 'Home': return [s, 0]
    case 'End': return [s, ultimo]
    case 'ArrowDown': case 'ArrowUp': {
      const otra = tecla === 'ArrowDown' ? s + 1 : s - 1
      const marcas = series[otra]?.marcas
      if (marcas === undefined) return null
      let cerca = 0
      for (const [i, m] of marcas.entries()) if (Math.abs(m.ms - marca.ms) < Math.abs((marcas[cerca]?.ms ?? Infinity) - marca.ms)) cerca = i
      return [otra, cerca]
    }
    default: return null
  }
}
