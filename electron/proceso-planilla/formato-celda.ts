/** What a number format says about the number in the cell. */

export type ClaseNumero = 'numero' | 'porcentaje' | 'fecha' | 'duracion'

const vistos = new Map<string, ClaseNumero>()

/**
 * Class of an Excel number format (`dd-mm-yyyy`, `[h]:mm:ss`, `0%`, `h":"mm`). A format with hours and no day is a
 * duration: it is what Excel gives to a typed 1:30:00.
 */
export function claseDeFormato(formato: string | undefined): ClaseNumero {
  if (formato === undefined || formato === 'General') return 'numero'
  let clase = vistos.get(formato)
  if (clase === undefined) {
    clase = clasificar(formato)
    // A hostile file may bring as many formats as cells.
    if (vistos.size < 5000) vistos.set(formato, clase)
  }
  return clase
}

function clasificar(formato: string): ClaseNumero {
  if (formato.length > 300) return 'numero'
  // The first section is the one for positive numbers; texts, escaped marks and fillers are not part of the format.
  const seccion = formato.replace(/"[^"]*"?/g, '').replace(/\\./g, '').replace(/[_*]./g, '').split(';')[0] ?? ''
  if (/\[(h+|m+|s+)\]/i.test(seccion)) return 'duracion'
  const simple = seccion.replace(/\[[^\]]*\]/g, '').replace(/general|estándar|standard/gi, '').toLowerCase().replace(/am\/pm|a\/p/g, '')
  if (/[dy]/.test(simple) && !/[0#?]/.test(simple)) return 'fecha'
  if (/[hs]/.test(simple)) return 'duracion'
  if (/m/.test(simple) && !/[0#?]/.test(simple)) return 'fecha'
  return simple.includes('%') ? 'porcentaje' : 'numero'
}
