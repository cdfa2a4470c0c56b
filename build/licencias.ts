/** The licences of what the program really carries: the packages that ended in the bundles, the native database, Electron. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Licencia } from '../shared/ipc/modelos-licencias.ts'
import { FallaBuild } from './procesos.ts'
import { RAIZ } from './rutas.ts'
import { TEXTOS } from './textos.ts'

const MODULOS = path.join(RAIZ, 'node_modules')
/** Not bundled, but inside: loaded from the package's folder at run time. Electron's own licences, and Chromium's, stand beside its program. */
const APARTE = ['libsql', '@neon-rs/load', 'detect-libc', 'electron']

/** Permissive ones: they ask for a notice, which Ayuda → Licencias gives, and for nothing of our own source. */
const PERMITIDAS = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'Python-2.0', 'Unlicense', 'Zlib'])
/** An SPDX expression of alternatives is fine when one of them is. */
export const sirveLicencia = (licencia: string): boolean =>
  licencia.replaceAll(/[()]/g, '').split(' OR ').some((l) => l.split(' AND ').every((x) => PERMITIDAS.has(x.trim())))

/** Folder of the package that a file belongs to, nested ones included; null for a file of ours. */
export function paqueteDe(archivo: string): string | null {
  const limpio = path.resolve(RAIZ, archivo.replace(/^\0+/, '').replace(/\?.*$/, '')).replaceAll(path.sep, '/')
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(limpio)?.[1] ?? null
}

/** Words of the licence: the file that the package brings. '' when it brings none. */
function textoDe(carpeta: string): string {
  const nombre = readdirSync(carpeta).find((n) => /^(licen[cs]e|copying|unlicense)/i.test(n))
  return nombre === undefined ? '' : readFileSync(path.join(carpeta, nombre), 'utf8').trim()
}

export function licenciaDe(carpeta: string): Licencia {
  const { name, version, license } = JSON.parse(readFileSync(path.join(carpeta, 'package.json'), 'utf8')) as { name: string; version: string; license?: string | { type: string } }
  return { paquete: name, version, licencia: typeof license === 'string' ? license : license?.type ?? '', texto: textoDe(carpeta) }
}

/**
 * @param archivos every source that went into the bundles
 * @returns one entry a package and version, by name
 */
export function licenciasDe(archivos: Iterable<string>): Licencia[] {
  const carpetas = new Set([...archivos].map(paqueteDe).filter((c) => c !== null))
  for (const nombre of APARTE) carpetas.add(path.join(MODULOS, nombre))
  const todas = [...carpetas].filter((c) => existsSync(path.join(c, 'package.json'))).map(licenciaDe)
  const unicas = new Map(todas.map((l) => [`${l.paquete}@${l.version}`, l]))
  return [...unicas.values()].toSorted((a, b) => a.paquete.localeCompare(b.paquete, 'en') || a.version.localeCompare(b.version, 'en'))
}

/**
 * Leaves the list where main reads it.
 * @throws FallaBuild naming what may not be shipped
 */
export function escribirLicencias(carpeta: string, archivos: Iterable<string>): void {
  const lista = licenciasDe(archivos)
  const ajenas = lista.filter((l) => !sirveLicencia(l.licencia))
  if (ajenas.length > 0) throw new FallaBuild(TEXTOS.licenciaAjena(ajenas.map((l) => `${l.paquete} (${l.licencia === '' ? '—' : l.licencia})`)))
  mkdirSync(carpeta, { recursive: true })
  writeFileSync(path.join(carpeta, 'licencias.json'), JSON.stringify(lista))
}
