import { parseArgs } from 'node:util'
import { NOMBRES_MANERAS, type MalasManeras } from '../electron/gestor/malas-maneras.ts'
import { TEXTOS_GESTOR } from './gestor-textos.ts'

export interface OpcionesLinea { ayuda: boolean; puerto: number | undefined; carpeta: string | undefined; malasManeras: MalasManeras }
export type Leidas = { ok: true; opciones: OpcionesLinea } | { ok: false; mensaje: string }

/** Reads the words after `npm run gestor --`; what is wrong comes back in words. */
export function leerOpciones(args: readonly string[]): Leidas {
  const valores = interpretar(args)
  if (valores === null) return { ok: false, mensaje: `${TEXTOS_GESTOR.opcionDesconocida}\n\n${TEXTOS_GESTOR.ayuda}` }
  const puerto = valores.puerto === undefined ? undefined : Number(valores.puerto)
  if (puerto !== undefined && !(Number.isInteger(puerto) && puerto >= 1 && puerto <= 65_535)) {
    return { ok: false, mensaje: TEXTOS_GESTOR.puertoInvalido(valores.puerto ?? '') }
  }
  const malasManeras: MalasManeras = {}
  for (const escrita of valores['mala-manera'] ?? []) {
    if (!agregarManera(malasManeras, escrita)) return { ok: false, mensaje: TEXTOS_GESTOR.maneraInvalida(escrita) }
  }
  return { ok: true, opciones: { ayuda: valores.ayuda ?? false, puerto, carpeta: valores.carpeta, malasManeras } }
}

function interpretar(args: readonly string[]): { puerto?: string | undefined; carpeta?: string | undefined; 'mala-manera'?: string[] | undefined; ayuda?: boolean | undefined } | null {
  try {
    return parseArgs({
      args: [...args],
      options: { puerto: { type: 'string' }, carpeta: { type: 'string' }, 'mala-manera': { type: 'string', multiple: true }, ayuda: { type: 'boolean' } },
    }).values
  } catch {
    return null
  }
}

/** `http500`, `http500:1`, `demoraMs=3000`, `demoraMs=3000:2`. false: not one of them. */
function agregarManera(maneras: MalasManeras, escrita: string): boolean {
  const [, nombreEscrito = '', ms, cuantas] = /^(\w+)(?:=(\d+))?(?::(\d+))?$/.exec(escrita) ?? []
  const nombre = NOMBRES_MANERAS.find(n => n === nombreEscrito)
  if (nombre === undefined || (nombre === 'demoraMs') !== (ms !== undefined) || cuantas === '0') return false
  const proximas = cuantas === undefined ? {} : { proximas: Number(cuantas) }
  if (nombre === 'demoraMs') maneras.demoraMs = { ms: Number(ms), ...proximas }
  else maneras[nombre] = { ...proximas }
  return true
}
