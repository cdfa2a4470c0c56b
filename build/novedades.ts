import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { novedadesEnLeame } from '../shared/domain/novedades.ts'
import { RAIZ } from './rutas.ts'

/** What the README tells of the version that is built. */
export function novedadesDeEsta(): string[] {
  const { version } = JSON.parse(readFileSync(path.join(RAIZ, 'package.json'), 'utf8')) as { version: string }
  return novedadesEnLeame(readFileSync(path.join(RAIZ, 'README.md'), 'utf8'), version)
}

/** Leaves it where main reads it after an update. */
export function escribirNovedades(carpeta: string): void {
  mkdirSync(carpeta, { recursive: true })
  writeFileSync(path.join(carpeta, 'novedades.json'), JSON.stringify(novedadesDeEsta()))
}
