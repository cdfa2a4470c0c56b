import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Registro } from '../services/puertos.ts'

export interface OpcionesRegistro { maxBytes?: number; copias?: number; ahora?: () => Date }

/**
 * The program's log: `carpeta`/puente-sic.log, and older ones numbered, newest first. A log that cannot be written
 * never stops the program.
 */
export function abrirRegistro(carpeta: string, o: OpcionesRegistro = {}): Registro {
  const { maxBytes = 1024 * 1024, copias = 3, ahora = () => new Date() } = o
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
      appendFileSync(archivo, `${ahora().toISOString()} ${nivel} ${sinDatosPersonales(mensaje).replaceAll('\n', '\n  ')}\n`, { mode: 0o600 })
    } catch { /* disk full or read-only: what the person was doing matters more than its log */ }
  }
  return {
    info: (mensaje) => { escribir('info', mensaje) },
    aviso: (mensaje) => { escribir('aviso', mensaje) },
    error: (mensaje, error) => {
      const incidente = randomUUID().slice(0, 8)
      escribir(`error ${incidente}`, `${mensaje}${error === undefined ? '' : `\n${enTexto(error)}`}`)
      return incidente
    },
  }
}

function enTexto(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return [error.stack ?? error.message, ...(error.cause === undefined ? [] : [`cause: ${enTexto(error.cause)}`])].join('\n')
}

/**
 * Takes out of a text what must not lie in a log: tokens (GUID), query strings (the history carries the token in
 * them), RUTs with or without check digit. A number of seven to nine digits goes too: better one number less.
 */
export function sinDatosPersonales(texto: string): string {
  return texto
    .replace(/[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/giu, '[token]')
    .replace(/(https?:\/\/[^\s?"'<>]*)\?[^\s"'<>]*/giu, '$1?[consulta]')
    .replace(/(?<![\w.])\d{1,2}(?:\.\d{3}){2}(?:\s*-\s*[\dk])?(?![\w])/giu, '[rut]')
    .replace(/(?<![\w.-])\d{6,9}(?:-[\dk])?(?![\w-])/giu, '[rut]')
}
