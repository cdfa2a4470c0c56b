/** Progress only grows: what is about to be sent against the last that SENCE accepted. */

export interface UltimoAvance {
  rutAlumno: number
  codigoModulo: string
  codigoOferta: string
  codigoGrupo: string
  /** 0–100; decimals are possible, because SENCE writes it as `20.00000`. */
  porcentaje: number
  /** When SENCE took it: ISO 8601 instant; '' or absent when it is not known. */
  aceptadoEn?: string | undefined
}

export type Cambio = 'nuevo' | 'mas' | 'igual' | 'menos'

const SEP = '\u0001'
/** What a progress belongs to: the same alumno, módulo, oferta and grupo [I22]. */
export function claveDeAvance(a: Omit<UltimoAvance, 'porcentaje' | 'aceptadoEn'>): string {
  return [a.rutAlumno, a.codigoModulo, a.codigoOferta, a.codigoGrupo].join(SEP)
}

/** By key; of several for the same key the greatest stays, because no later one can be less. */
export function indexarAvances(previos: readonly UltimoAvance[]): Map<string, number> {
  const indice = new Map<string, number>()
  for (const p of previos) {
    const clave = claveDeAvance(p)
    indice.set(clave, Math.max(p.porcentaje, indice.get(clave) ?? p.porcentaje))
  }
  return indice
}

/** By key, when the progress of `indexarAvances` was accepted; those whose moment is not known are missing. */
export function indexarFechas(previos: readonly UltimoAvance[]): Map<string, string> {
  const avances = indexarAvances(previos)
  const fechas = new Map<string, string>()
  for (const p of previos) {
    const clave = claveDeAvance(p)
    if (p.aceptadoEn !== undefined && p.aceptadoEn !== '' && avances.get(clave) === p.porcentaje) fechas.set(clave, p.aceptadoEn)
  }
  return fechas
}

/**
 * less = error 'avance-menor'; equal = warning 'avance-igual': [I22] forbids "less than or equal" in its rules, "less"
 * in its table (025), and [I23] dropped the "or equal".
 */
export function compararAvance(previo: number | undefined, actual: number): Cambio {
  if (previo === undefined) return 'nuevo'
  if (actual > previo) return 'mas'
  return actual === previo ? 'igual' : 'menos'
}
