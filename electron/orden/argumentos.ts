/** The command line of the task scheduler: words → an order, or what is wrong with them. Pure. */
import path from 'node:path'
import { z } from 'zod'
import { USO } from './textos.ts'

export const OrdenSchema = z.discriminatedUnion('tipo', [
  z.strictObject({
    tipo: z.literal('enviar'), /** Absolute. */ archivo: z.string().min(1).max(4096), perfil: z.string().max(200).nullable(),
    soloValidar: z.boolean(), loCorrecto: z.boolean(), esperarVentana: z.boolean(), json: z.boolean(),
  }),
  z.strictObject({ tipo: z.literal('estado'), perfil: z.string().max(200).nullable(), json: z.boolean() }),
])
export type Orden = z.infer<typeof OrdenSchema>
export type Leida = Orden | { tipo: 'ayuda' } | { tipo: 'version' } | { tipo: 'mal-uso'; mensaje: string; json: boolean }
export interface OrdenLeida { orden: Leida; /** Words before the order: Chromium's switches and, unpackaged, the program's folder. */ antes: string[] }

const ORDENES = ['enviar', 'estado']
/** Chromium's own switches, which a person or a system may put anywhere. */
const DE_CHROMIUM = /^--(?:user-data-dir|no-sandbox|headless|ozone-|disable-|enable-|password-store|remote-debugging-|lang|allow-|inspect|tras-playwright)/u
const TOKEN = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/iu

/**
 * @param argumentos process.argv
 * @param empaquetada false: the program's own folder is the first word
 * @param carpeta where the command was given
 * @returns null when the words are for the window (a workbook to open, or nothing)
 */
export function leerOrden(argumentos: readonly string[], empaquetada: boolean, carpeta: string): OrdenLeida | null {
  const palabras = argumentos.slice(1)
  const esPalabra = (a: string): boolean => !a.startsWith('-')
  const raiz = empaquetada ? -1 : palabras.findIndex(esPalabra)
  const lugar = palabras.findIndex((a, i) => i > raiz && (esPalabra(a) || a === '--ayuda' || a === '--version'))
  const palabra = palabras[lugar]
  if (palabra === undefined) return null
  const antes = palabras.slice(0, lugar)
  if (palabra === '--ayuda') return { orden: { tipo: 'ayuda' }, antes }
  if (palabra === '--version') return { orden: { tipo: 'version' }, antes }
  return ORDENES.includes(palabra) ? { orden: leer(palabra, palabras.slice(lugar + 1), carpeta), antes } : null
}

function leer(nombre: string, palabras: readonly string[], carpeta: string): Leida {
  const json = palabras.includes('--json')
  const mal = (mensaje: string): Leida => ({ tipo: 'mal-uso', mensaje, json })
  // Whatever is on a command line can be read by other programs, and stays in histories: it is said, and not repeated.
  if (palabras.some((p) => /^--?token\b/iu.test(p) || TOKEN.test(p.replace(/^.*[\\/]/u, '')))) return mal(USO.sinToken)
  const puestas = new Set<string>()
  const archivos: string[] = []
  let perfil: string | null = null
  let soloArchivos = false
  for (let i = 0; i < palabras.length; i++) {
    const p = palabras[i] ?? ''
    if (soloArchivos || !p.startsWith('-')) archivos.push(p)
    else if (p === '--') soloArchivos = true
    else if (p === '--perfil' || p.startsWith('--perfil=')) {
      const valor = p === '--perfil' ? palabras[++i] : p.slice('--perfil='.length)
      if (valor === undefined || valor.trim() === '' || valor.startsWith('--')) return mal(USO.faltaPerfil)
      perfil = valor
    } else if (p === '--ayuda') return { tipo: 'ayuda' }
    else if (OPCIONES[nombre]?.includes(p) === true) puestas.add(p)
    else if (!DE_CHROMIUM.test(p)) return mal(USO.opcionRara(p, nombre))
  }
  if (nombre === 'estado') return archivos.length > 0 ? mal(USO.sobra(archivos[0] ?? '', nombre)) : { tipo: 'estado', perfil, json }
  const [archivo, otro] = archivos
  if (archivo === undefined || archivo === '') return mal(USO.faltaArchivo)
  if (otro !== undefined) return mal(USO.sobra(otro, nombre))
  if (puestas.has('--solo-validar') && (puestas.has('--enviar-lo-correcto') || puestas.has('--esperar-ventana'))) return mal(USO.seContradicen)
  return {
    tipo: 'enviar', archivo: path.resolve(carpeta, archivo), perfil, json,
    soloValidar: puestas.has('--solo-validar'), loCorrecto: puestas.has('--enviar-lo-correcto'), esperarVentana: puestas.has('--esperar-ventana'),
  }
}

const OPCIONES: Readonly<Record<string, readonly string[]>> = {
  enviar: ['--json', '--solo-validar', '--enviar-lo-correcto', '--esperar-ventana'],
  estado: ['--json'],
}
