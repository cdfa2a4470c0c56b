/** The rows of `enviado` that are in the exact text of a call, alumno by alumno, so that whoever reads can stop in between. */

export interface FilaEnviada {
  readonly rut: number; readonly dv: string; readonly modulo: string
  readonly porcentaje: number | null; readonly segundos: number | null; readonly estado: number | null
  readonly avanceAlumno: number | null; readonly segundosAlumno: number | null; readonly estadoAlumno: number | null
  readonly inicio: string | null; readonly fin: string | null; readonly ejecucion: string | null; readonly inicioAlumno: string | null; readonly finAlumno: string | null
}

/** Quotes inside a value are escaped, so this is the key and nothing else. */
const LISTA = /"listaAlumnos"\s*:\s*\[/u

/**
 * @param cuerpo what armarCuerpo wrote; anything else is read as far as it goes
 * @yields the rows of one alumno, or null for one that cannot be read
 * @returns whether the list was there and reached its end
 */
export function* alumnosDelCuerpo(cuerpo: string): Generator<FilaEnviada[] | null, boolean> {
  const lista = LISTA.exec(cuerpo)
  if (lista === null) return false
  let i = lista.index + lista[0].length
  for (;;) {
    while (i < cuerpo.length && ' \n\r\t,'.includes(cuerpo.charAt(i))) i++
    if (cuerpo.charAt(i) === ']') return true
    const fin = cuerpo.charAt(i) === '{' ? finDelObjeto(cuerpo, i) : -1
    if (fin === -1) return false
    yield filasDe(cuerpo.slice(i, fin))
    i = fin
  }
}

/** @returns index after the brace that closes the one at `inicio`; -1 when none does */
function finDelObjeto(texto: string, inicio: number): number {
  let hondura = 0
  for (let i = inicio; i < texto.length; i++) {
    const c = texto.charCodeAt(i)
    if (c === 0x22) {
      i = finDelTexto(texto, i)
      if (i === -1) return -1
    } else if (c === 0x7b) hondura++
    else if (c === 0x7d && --hondura === 0) return i + 1
  }
  return -1
}

function finDelTexto(texto: string, comilla: number): number {
  for (let i = comilla + 1; i < texto.length; i++) {
    const c = texto.charCodeAt(i)
    if (c === 0x5c) i++
    else if (c === 0x22) return i
  }
  return -1
}

type Objeto = Readonly<Record<string, unknown>>
const objeto = (v: unknown): Objeto | null => (typeof v === 'object' && v !== null && !Array.isArray(v) ? v as Objeto : null)
const numero = (v: unknown): number | null => (typeof v === 'number' && Number.isFinite(v) ? v : null)
const entero = (v: unknown): number | null => (typeof v === 'number' && Number.isSafeInteger(v) ? v : null)
const texto = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)

function filasDe(json: string): FilaEnviada[] | null {
  let leido: unknown
  try { leido = JSON.parse(json) } catch { return null }
  const a = objeto(leido)
  const rut = entero(a?.['rutAlumno'])
  if (a === null || rut === null) return null
  const comunes = {
    rut, dv: texto(a['dvAlumno']) ?? '', avanceAlumno: numero(a['porcentajeAvance']), segundosAlumno: entero(a['tiempoConectividad']), estadoAlumno: entero(a['estado']),
    ejecucion: texto(a['fechaEjecucion']), inicioAlumno: texto(a['fechaInicio']), finAlumno: texto(a['fechaFin']),
  }
  const modulos = Array.isArray(a['listaModulos']) ? a['listaModulos'].map(objeto).filter((m) => m !== null) : []
  // Without módulos it must still be found by its RUT.
  return (modulos.length > 0 ? modulos : [{} as Objeto]).map((m) => ({
    ...comunes, modulo: texto(m['codigoModulo']) ?? '', porcentaje: numero(m['porcentajeAvance']), segundos: entero(m['tiempoConectividad']), estado: entero(m['estado']),
    inicio: texto(m['fechaInicio']), fin: texto(m['fechaFin']),
  }))
}
