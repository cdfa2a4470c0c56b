/**
 * Whether a new version starts. Read before the rest of the program is even loaded, so it uses nothing but Node: each
 * start is counted, and the window's first sign of life takes the count back.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface Arranques {
  /** Version that was started last. */
  readonly version: string
  /** Starts of that version of which no window came. */
  readonly intentos: number
  /** ISO 8601 of the last. */
  readonly ultimo: string
  /** Last version whose window came; null: none yet. */
  readonly buena: string | null
  /** What put that version here, kept until the next one proves good. */
  readonly anterior: { readonly version: string; readonly archivo: string } | null
  /** A version that did not start and was taken back. */
  readonly evitar: string | null
}
const NADA: Arranques = { version: '', intentos: 0, ultimo: '', buena: null, anterior: null, evitar: null }
/** Starts without a window before the way back is offered. */
export const INTENTOS = 2
/** A double click too many is not another start. */
const JUNTOS_MS = 15_000

const archivoDe = (carpeta: string): string => path.join(carpeta, 'arranques.json')
const texto = (v: unknown): string | null => (typeof v === 'string' ? v : null)

/** A damaged file counts as none: there is only a way back to lose. */
export function leerArranques(carpeta: string): Arranques {
  try {
    const v = JSON.parse(readFileSync(archivoDe(carpeta), 'utf8')) as Record<string, unknown>
    const anterior = v['anterior'] as Record<string, unknown> | null
    const suya = texto(anterior?.['version']), archivo = texto(anterior?.['archivo'])
    return {
      version: texto(v['version']) ?? '', intentos: Number(v['intentos']) || 0, ultimo: texto(v['ultimo']) ?? '', buena: texto(v['buena']), evitar: texto(v['evitar']),
      anterior: suya === null || archivo === null ? null : { version: suya, archivo },
    }
  } catch { return NADA }
}
function guardar(carpeta: string, a: Arranques): void {
  mkdirSync(carpeta, { recursive: true, mode: 0o700 })
  writeFileSync(`${archivoDe(carpeta)}.tmp`, JSON.stringify(a), { mode: 0o600 })
  renameSync(`${archivoDe(carpeta)}.tmp`, archivoDe(carpeta))
}

/**
 * Counts this start.
 * @returns the version to go back to, when this one failed to show its window too often and what was before is still here
 */
export function contarArranque(carpeta: string, version: string, ahora: Date): Arranques['anterior'] {
  const a = leerArranques(carpeta)
  if (a.buena === version) return null
  const misma = a.version === version
  const junto = misma && Math.abs(ahora.getTime() - Date.parse(a.ultimo)) < JUNTOS_MS
  if (misma && !junto && a.intentos >= INTENTOS && a.anterior !== null && a.anterior.version === a.buena && existsSync(a.anterior.archivo)) return a.anterior
  guardar(carpeta, { ...a, version, intentos: misma ? a.intentos + (junto ? 0 : 1) : 1, ultimo: ahora.toISOString() })
  return null
}

/** The window came: nothing to go back from. @returns the version that was good before, when this one is new */
export function marcarBuena(carpeta: string, version: string): string | null {
  const a = leerArranques(carpeta)
  if (a.buena === version) return null
  guardar(carpeta, { ...a, version, intentos: 0, buena: version, anterior: null })
  if (a.anterior !== null) rmSync(a.anterior.archivo, { force: true })
  return a.buena
}

/** Before installing: what brought the version that runs. */
export function recordarAnterior(carpeta: string, anterior: NonNullable<Arranques['anterior']>): void {
  guardar(carpeta, { ...leerArranques(carpeta), anterior })
}
/** The person went back, and is not offered that version again. @param otraVez they would rather try once more: counted from the beginning */
export function resolverVuelta(carpeta: string, mala: string, otraVez: boolean): void {
  const a = leerArranques(carpeta)
  guardar(carpeta, otraVez ? { ...a, intentos: 0, ultimo: '' } : { ...a, evitar: mala })
}
