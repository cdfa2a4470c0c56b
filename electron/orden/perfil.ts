import { formatRut, parseRut } from '../../shared/domain/rut.ts'
import { ORDEN } from './textos.ts'

export type Donde = 'practica' | { rutOtec: string }
interface Conocida { readonly rutOtec: string; readonly nombre: string }

const PRACTICA = 'practica'
const plano = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
export const rotulo = (p: Conocida): string => (p.nombre === '' ? p.rutOtec : `${p.nombre} (${p.rutOtec})`)

/** Which OTEC is meant. Never guesses between two: what goes out in the name of the wrong one cannot be taken back. */
export function elegirPerfil(escrito: string | null, conocidas: readonly Conocida[]): { ok: true; donde: Donde } | { ok: false; mensaje: string } {
  const mal = (mensaje: string): { ok: false; mensaje: string } => ({ ok: false, mensaje })
  if (escrito !== null && plano(escrito) === PRACTICA) return { ok: true, donde: PRACTICA }
  const [primera, segunda] = conocidas
  if (primera === undefined) return mal(ORDEN.sinPerfiles)
  if (escrito === null) return segunda === undefined ? { ok: true, donde: { rutOtec: primera.rutOtec } } : mal(ORDEN.cualPerfil(conocidas.map(rotulo)))
  const rut = parseRut(escrito)
  const suyas = conocidas.filter((c) => (rut.ok ? c.rutOtec === formatRut(rut.rut, 'guion') : plano(c.nombre) === plano(escrito)))
  const [una, otra] = suyas
  if (una === undefined) return mal(ORDEN.perfilNoEsta(escrito, conocidas.map(rotulo)))
  return otra === undefined ? { ok: true, donde: { rutOtec: una.rutOtec } } : mal(ORDEN.perfilAmbiguo(escrito))
}
