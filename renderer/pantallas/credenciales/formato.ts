/** How a RUT and a token look while they are being typed. Pure, so that the caret can be kept by counting. */

/** `761234560` → `76.123.456-0`: the last character is taken as the check digit. */
export function rutMientrasSeEscribe(texto: string): string {
  const limpio = texto.replace(/[^\dkK]/g, '').toUpperCase().replace(/K(?=.)/g, '').slice(0, 9)
  if (limpio.length < 2) return limpio
  return `${limpio.slice(0, -1).replace(/\B(?=(?:\d{3})+$)/g, '.')}-${limpio.slice(-1)}`
}

const GRUPOS = [8, 4, 4, 4, 12] as const
export const LARGO_TOKEN = 32

/** Upper case [I23] and in its groups 8-4-4-4-12; what cannot be in a token stays, so that the person sees it. */
export function tokenMientrasSeEscribe(texto: string): string {
  const limpio = texto.replace(/[\s{}"'-]/g, '').toUpperCase()
  const partes: string[] = []
  let desde = 0
  for (const largo of GRUPOS) {
    if (desde >= limpio.length) break
    partes.push(limpio.slice(desde, desde + largo))
    desde += largo
  }
  return partes.join('-') + limpio.slice(LARGO_TOKEN)
}

export type JuicioToken = { estado: 'vacio' } | { estado: 'faltan'; cuantos: number } | { estado: 'ajeno'; caracter: string } | { estado: 'sobran' } | { estado: 'bien' }

/** Whether it is a GUID; the first thing that is wrong, otherwise. */
export function juzgarToken(texto: string): JuicioToken {
  const limpio = texto.replaceAll('-', '')
  const ajeno = /[^0-9A-F]/.exec(limpio)
  if (limpio === '') return { estado: 'vacio' }
  if (ajeno) return { estado: 'ajeno', caracter: ajeno[0] }
  if (limpio.length < LARGO_TOKEN) return { estado: 'faltan', cuantos: LARGO_TOKEN - limpio.length }
  return limpio.length > LARGO_TOKEN ? { estado: 'sobran' } : { estado: 'bien' }
}

/** Place of the caret after formatting: behind the same number of significant characters as before. */
export function lugarDelCursor(antes: string, cursor: number, despues: string, separadores: RegExp): number {
  const contar = (t: string): number => t.replace(separadores, '').length
  const significativos = contar(antes.slice(0, cursor))
  let i = 0
  while (i < despues.length && contar(despues.slice(0, i)) < significativos) i++
  return i
}
