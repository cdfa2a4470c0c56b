import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { sinDatosPersonales } from '../../shared/domain/datos-personales.ts'
import { nombreDeIncidente } from '../../shared/domain/incidente.ts'
import type { Registro } from '../services/puertos.ts'

export interface OpcionesRegistro { maxBytes?: number; copias?: number; ahora?: () => Date }

/**
 * The program's log: `carpeta`/puente-sic.log, and older ones numbered, newest first. A log that cannot be written
 * never stops the program.
 */
export function abrirRegistro(carpeta: string, o: OpcionesRegistro = {}): Registro {
  const { maxBytes = 256 * 1024, copias = 3, ahora = () => new Date() } = o
  const archivo = path.join(carpeta, 'puente-sic.log')
  const nombre = (n: number): string => (n === 0 ? archivo : path.join(carpeta, `puente-sic.${n}.log`))
  const rotar = (): void => {
    if ((statSync(archivo, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) return
    for (let n = copias - 1; n >= 0; n--) if (statSync(nombre(n), { throwIfNoEntry: false }) !== undefined) renameSync(nombre(n), nombre(n + 1))
  }
  const escribir = (nivel: string, mensaje: string): void => {
    try {
      mkdirSync(carpeta, { recursive: true })
      rotar()
      appendFileSync(archivo, `${ahora().toISOString()} ${nivel} ${sinDatosPersonales(sinCasa(mensaje)).replaceAll('\n', '\n  ')}\n`, { mode: 0o600 })
    } catch { /* disk full or read-only: what the person was doing matters more than its log */ }
  }
  return {
    info: (mensaje) => { escribir('info', mensaje) },
    aviso: (mensaje) => { escribir('aviso', mensaje) },
    error: (mensaje, error) => {
      const incidente = nombreDeIncidente(randomBytes(6))
      escribir(`error ${incidente}`, `${mensaje}${error === undefined ? '' : `\n${enTexto(error)}`}`)
      return incidente
    },
  }
}

/** The person's own folder, whose name is often theirs. Short ones (`/`, `/root`) name nobody. */
const CASA = homedir()
const sinCasa = (texto: string): string => CASA.length > 5 ? texto.replaceAll(CASA, '~') : texto

function enTexto(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.stack ?? error.message, ...(error.cause === undefined ? [] : [`cause: ${enTexto(error.cause)}`])].join('\n')
}
