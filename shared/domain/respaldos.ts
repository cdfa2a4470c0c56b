/** Backups as files in a folder: how they are named, and which of the automatic ones are enough. */

export type ClaseRespaldo = 'automático' | 'a mano' | 'antes de restaurar'
export interface NombreRespaldo {
  /** `11222333-4` */
  readonly rutOtec: string
  /** `2026-11-25 0905`, time of Santiago */
  readonly momento: string
  readonly clase: ClaseRespaldo
  /** Random name of the computer: a shared folder holds those of several. */
  readonly equipo: string
}
export const EXTENSION_RESPALDO = 'respaldo'
export const DIARIOS = 7
export const SEMANALES = 4

const NOMBRE = /^Puente SIC (\d{1,8}-[\dK]) (\d{4}-\d{2}-\d{2} \d{4}) (automático|a mano|antes de restaurar) ([0-9a-f]{6})(?: \d+)?\.respaldo$/u

export const nombreDeRespaldo = (n: NombreRespaldo, vez = 1): string => `Puente SIC ${n.rutOtec} ${n.momento} ${n.clase} ${n.equipo}${vez > 1 ? ` ${vez}` : ''}.${EXTENSION_RESPALDO}`

/** null: another file. Some systems take an accented letter apart when they keep a name. */
export function leerNombreDeRespaldo(archivo: string): NombreRespaldo | null {
  const [, rutOtec, momento, clase, equipo] = NOMBRE.exec(archivo.normalize('NFC')) ?? []
  return rutOtec === undefined || momento === undefined || clase === undefined || equipo === undefined ? null : { rutOtec, momento, clase: clase as ClaseRespaldo, equipo }
}

const DIA_MS = 86_400_000
/** Monday of the day's week, as a number of days. */
const semanaDe = (dia: string): number => Math.floor((Date.parse(`${dia}T00:00:00Z`) / DIA_MS + 3) / 7)

/**
 * Automatic backups of this OTEC and computer that are no longer needed: the last one of each of the last seven days with
 * one stays, and of what is older, the last one of each of four weeks. Those made by hand are the person's.
 */
export function respaldosDeMas(archivos: readonly string[], rutOtec: string, equipo: string): string[] {
  const suyos = archivos.flatMap((archivo) => {
    const n = leerNombreDeRespaldo(archivo)
    return n !== null && n.clase === 'automático' && n.rutOtec === rutOtec && n.equipo === equipo ? [{ archivo, momento: n.momento, dia: n.momento.slice(0, 10) }] : []
  }).sort((a, b) => b.momento.localeCompare(a.momento) || b.archivo.localeCompare(a.archivo))
  const dias = new Set<string>()
  const semanas = new Set<number>()
  return suyos.filter(({ dia }) => {
    if (dias.has(dia)) return true
    if (dias.size < DIARIOS) { dias.add(dia); return false }
    const semana = semanaDe(dia)
    if (semanas.has(semana) || semanas.size >= SEMANALES) return true
    semanas.add(semana)
    return false
  }).map((s) => s.archivo)
}
