/**
 * The architecture as rules. oxlint sees one file's text at a time and no `import()`; these look at where an import
 * leads. Imports point down only: renderer → shared, electron/main → ipc → services → ports; adapters implement ports.
 */
import path from 'node:path'
import { parseSync } from 'vite'
import { TEXTOS } from './textos.ts'

export type ReglaCapas = keyof typeof TEXTOS.capas
export interface FaltaCapas { regla: ReglaCapas; linea: number; mensaje: string }

/** One import, static, dynamic or of a type: `destino` is a repository path for a relative one, else the package. */
interface Importacion { destino: string; relativa: boolean; escrito: string; nombres: string[]; posicion: number; soloTipo: boolean }

const en = (archivo: string, ...carpetas: string[]): boolean => carpetas.some((c) => archivo === c || archivo.startsWith(`${c}/`))
const nombrePaquete = (escrito: string): string => escrito.startsWith('node:') ? escrito : escrito.split('/').slice(0, escrito.startsWith('@') ? 2 : 1).join('/')

/** Node's modules that touch nothing outside the process; a service may compute with them, never read or write. */
const NODE_SIN_ES = new Set(['node:crypto', 'node:buffer', 'node:events', 'node:util', 'node:path'])
/** Packages that only main's side may load. */
const DE_MAIN = new Set(['electron', 'electron-store', 'electron-updater', 'exceljs', 'libsql', 'undici', 'xlsx'])

type Prueba = (archivo: string, i: Importacion) => boolean
/** true: forbidden. A rule speaks only of the files that its own first condition names. */
const REGLAS_DE_IMPORTACION: Partial<Record<ReglaCapas, Prueba>> = {
  'shared-puro': (a, i) => en(a, 'shared') && (i.relativa ? !en(i.destino, 'shared') : i.destino !== 'zod'),
  'ventana-aparte': (a, i) => en(a, 'renderer') && (i.relativa ? !en(i.destino, 'renderer', 'shared') : i.destino.startsWith('node:') || DE_MAIN.has(i.destino)),
  'producto-sin-herramientas': (a, i) => en(a, 'electron') && i.relativa && en(i.destino, 'build', 'test', 'renderer'),
  'servicios-puros': (a, i) => en(a, 'electron/services') && (i.relativa ? !en(i.destino, 'shared', 'electron/services') : i.destino !== 'zod' && !NODE_SIN_ES.has(i.destino)),
  'adaptadores-abajo': (a, i) => en(a, 'electron/adapters', 'electron/gestor', 'electron/proceso-planilla', 'electron/proceso-datos') && i.relativa && (en(i.destino, 'electron/ipc', 'electron/security') || /^electron\/[^/]+\.ts$/.test(i.destino) && i.destino !== 'electron/textos.ts'),
  'electron-en-su-lugar': (a, i) => i.destino === 'electron' && en(a, 'electron/gestor', 'electron/proceso-planilla', 'electron/proceso-datos', 'electron/services'),
  'ipc-crudo': (a, i) => i.destino === 'electron' && !i.soloTipo && (
    i.nombres.includes('ipcMain') && !en(a, 'electron/ipc', 'electron/main.ts') ||
    i.nombres.some((n) => n === 'ipcRenderer' || n === 'contextBridge') && a !== 'electron/preload.ts'),
  'grilla-adaptada': (a, i) => i.destino === 'react-data-grid' && !en(a, 'renderer/grilla'),
  'con-extension': (_a, i) => i.relativa && path.posix.extname(i.escrito) === '',
}

const esConfiguracion = (archivo: string): boolean => /(^|\/)[\w.-]*\.config\.ts$/.test(archivo)

/** As much of a syntax tree's node as is asked here. */
interface Nodo { type: string; start: number; [campo: string]: unknown }
const esNodo = (x: unknown): x is Nodo => typeof x === 'object' && x !== null && typeof (x as { type?: unknown }).type === 'string'

function recorrer(nodo: Nodo, visitar: (n: Nodo) => void): void {
  visitar(nodo)
  for (const campo of Object.values(nodo)) {
    for (const hijo of Array.isArray(campo) ? campo : [campo]) if (esNodo(hijo)) recorrer(hijo, visitar)
  }
}

const literal = (x: unknown): string | null => esNodo(x) && x.type === 'Literal' && typeof x['value'] === 'string' ? x['value'] : null
const nombreDe = (x: unknown): string | null => esNodo(x) && x.type === 'Identifier' ? x['name'] as string : literal(x)

const CLAUSULA_TIPO: Readonly<Record<string, string>> = { ImportDeclaration: 'importKind', ExportAllDeclaration: 'exportKind', ExportNamedDeclaration: 'exportKind' }

function importacionDe(archivo: string, n: Nodo): Importacion | null {
  if (!(n.type in CLAUSULA_TIPO) && n.type !== 'ImportExpression' && n.type !== 'TSImportType') return null
  const escrito = literal(n['source'])?.replace(/\?.*$/, '') ?? null // without Vite's `?url` and the like
  if (escrito === null) return null
  const relativa = escrito.startsWith('.')
  const partes = (n['specifiers'] ?? []) as Nodo[]
  return {
    escrito, relativa, posicion: n.start,
    destino: relativa ? path.posix.join(path.posix.dirname(archivo), escrito) : nombrePaquete(escrito),
    nombres: partes.filter((s) => s['importKind'] !== 'type').map((s) => nombreDe(s['imported'] ?? s['local'])).filter((t) => t !== null),
    soloTipo: n.type === 'TSImportType' || n[CLAUSULA_TIPO[n.type] ?? ''] === 'type',
  }
}

/** Rules about what a file says, imports aside. */
function faltaDeNodo(archivo: string, n: Nodo): ReglaCapas | null {
  if (n.type === 'ExportDefaultDeclaration') return esConfiguracion(archivo) ? null : 'sin-default'
  if (n.type !== 'MemberExpression') return null
  const objeto = nombreDe(n['object'])
  const propiedad = nombreDe(n['property'])
  if (objeto !== null && ['window', 'globalThis', 'self'].includes(objeto) && propiedad === 'puente') return en(archivo, 'renderer') && archivo !== 'renderer/puente.ts' ? 'puente-unico' : null
  // `ipcMain` may be handed on by main.ts; using it, or reaching it through a namespace, is the wrapper's alone.
  const usaIpc = objeto === 'ipcMain' || propiedad === 'ipcMain' || (propiedad === 'ipcRenderer' && archivo !== 'electron/preload.ts')
  return usaIpc && en(archivo, 'electron') && !en(archivo, 'electron/ipc') ? 'ipc-crudo' : null
}

/**
 * What the file breaks of the architecture.
 * @param archivo path from the repository's root, with `/`
 * @param texto its source
 */
export function revisarCapas(archivo: string, texto: string): FaltaCapas[] {
  const { program, errors } = parseSync(archivo, texto)
  const faltas: FaltaCapas[] = []
  const falta = (regla: ReglaCapas, posicion: number): void => {
    faltas.push({ regla, linea: texto.slice(0, posicion).split('\n').length, mensaje: TEXTOS.capas[regla] })
  }
  if (errors.length > 0) falta('no-se-lee', 0)
  recorrer(program as unknown as Nodo, (n) => {
    const importacion = importacionDe(archivo, n)
    if (importacion !== null) {
      for (const [regla, prohibe] of Object.entries(REGLAS_DE_IMPORTACION)) if (prohibe(archivo, importacion)) falta(regla as ReglaCapas, n.start)
    }
    const propia = faltaDeNodo(archivo, n)
    if (propia !== null) falta(propia, n.start)
  })
  const cuerpo = program.body
  if (cuerpo.length > 0 && cuerpo.every((n) => n.type === 'ExportAllDeclaration' || (n.type === 'ExportNamedDeclaration' && n.source !== null))) falta('sin-barril', 0)
  return faltas
}
