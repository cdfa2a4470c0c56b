/**
 * Calendar days as `YYYY-MM-DD` text: comparable with `<`, and with no time zone to go wrong. Instants become days and
 * hours in America/Santiago by the zone's own rules, which change twice a year and by decree.
 */
export type FechaIso = string

const MS_DE_DIA = 86_400_000
/** Day 0 of Excel's 1900 system for any date after its imaginary 29 February 1900 (serial 60). */
const ORIGEN = Date.UTC(1899, 11, 30)
/** 9999-12-31, the last that Excel and a four-digit year can hold. */
const SERIAL_MAXIMO = 2_958_465
const SERIAL_IMAGINARIO = 60
const DIAS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const dos = (n: number): string => String(n).padStart(2, '0')

/**
 * Whether the text is `YYYY-MM-DD` and that day exists in the calendar. By character codes: it is asked several times
 * for each date of a workbook, and a regular expression was a tenth of the whole validation.
 */
export function esFechaIso(texto: string): boolean {
  if (texto.length !== 10 || texto[4] !== '-' || texto[7] !== '-') return false
  const ano = cifras(texto, 0, 4), mes = cifras(texto, 5, 7), dia = cifras(texto, 8, 10)
  if (!(ano >= 1 && mes >= 1 && dia >= 1)) return false
  const bisiesto = ano % 4 === 0 && (ano % 100 !== 0 || ano % 400 === 0)
  return dia <= (mes === 2 && bisiesto ? 29 : (DIAS[mes - 1] ?? 0))
}

/** NaN when some character is not a digit. */
function cifras(texto: string, desde: number, hasta: number): number {
  let n = 0
  for (let i = desde; i < hasta; i++) {
    const c = texto.charCodeAt(i) - 48
    if (c < 0 || c > 9) return NaN
    n = n * 10 + c
  }
  return n
}

/** Days already written out: a workbook repeats the same few, and writing one was a fifth of judging a row. */
const DE_SERIAL = new Map<number, FechaIso>()
const MAXIMO_RECORDADOS = 10_000

/** Day of a serial number of Excel's 1900 system (its fraction, the time, is dropped); null when it is no day. */
export function fechaDeSerial(n: number): FechaIso | null {
  const serial = Math.floor(n)
  const sabida = DE_SERIAL.get(serial)
  if (sabida !== undefined) return sabida
  if (!(serial >= 1 && serial <= SERIAL_MAXIMO) || serial === SERIAL_IMAGINARIO) return null
  const fecha = deUtc(ORIGEN + (serial < SERIAL_IMAGINARIO ? serial + 1 : serial) * MS_DE_DIA)
  if (DE_SERIAL.size < MAXIMO_RECORDADOS) DE_SERIAL.set(serial, fecha)
  return fecha
}

/** Serial number of the 1900 system of a day from 1900-01-01 on. */
export function serialDeFecha(f: FechaIso): number {
  const dias = Math.round((aUtc(f) - ORIGEN) / MS_DE_DIA)
  return dias <= SERIAL_IMAGINARIO ? dias - 1 : dias
}

/** `DD-MM-YYYY`, as dates are written in Chile. */
export function formatFecha(f: FechaIso): string {
  return `${f.slice(8, 10)}-${f.slice(5, 7)}-${f.slice(0, 4)}`
}

/** The day `n` days later (earlier when negative). */
export function sumarDias(f: FechaIso, n: number): FechaIso {
  return deUtc(aUtc(f) + n * MS_DE_DIA)
}

function aUtc(f: FechaIso): number {
  return Date.parse(`${f}T00:00:00Z`)
}

function deUtc(ms: number): FechaIso {
  return new Date(ms).toISOString().slice(0, 10)
}

const EN_SANTIAGO = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Santiago', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

function partes(instante: Date): Record<string, string> {
  return Object.fromEntries(EN_SANTIAGO.formatToParts(instante).map(p => [p.type, p.value]))
}

/** Today in America/Santiago: the default of fechaEjecucion [I22]. */
export function hoyEnSantiago(ahora: Date): FechaIso {
  const { year = '', month = '', day = '' } = partes(ahora)
  return `${year}-${month}-${day}`
}

/** Wall-clock time in America/Santiago: hour 0–23, minute 0–59 (the sending window 22:00–00:00 [I23]). */
export function horaEnSantiago(ahora: Date): { hora: number; minuto: number } {
  const { hour = '', minute = '' } = partes(ahora)
  return { hora: Number(hour), minuto: Number(minute) }
}

/**
 * The instant, ISO 8601 with Z, of a wall-clock text of Santiago `YYYY-MM-DD HH:MM:SS` as SENCE writes it; null when it is
 * none. Of the hour that happens twice a year when clocks go back, one of both.
 */
export function instanteDeSantiago(texto: string): string | null {
  const [, dia = '', hora = ''] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(texto) ?? []
  const pared = Date.parse(`${dia}T${hora}Z`)
  if (!esFechaIso(dia) || Number.isNaN(pared)) return null
  // The offset at the first guess may be that of the other side of a change of clocks; the second is right.
  const primero = pared - desfase(pared)
  return new Date(pared - desfase(primero)).toISOString()
}

/** Milliseconds that Santiago's clocks are ahead of UTC (negative: behind). */
function desfase(ms: number): number {
  const minuto = Math.floor(ms / 60_000) * 60_000
  const { hora, minuto: min } = horaEnSantiago(new Date(minuto))
  return Date.parse(`${hoyEnSantiago(new Date(minuto))}T${dos(hora)}:${dos(min)}:00Z`) - minuto
}

/** `DD-MM-YYYY HH:MM` in America/Santiago of an ISO 8601 instant; a text that is no instant comes back as it is. */
export function formatInstante(iso: string): string {
  const instante = new Date(iso)
  if (Number.isNaN(instante.getTime())) return iso
  const { hora, minuto } = horaEnSantiago(instante)
  return `${formatFecha(hoyEnSantiago(instante))} ${dos(hora)}:${dos(minuto)}`
}
