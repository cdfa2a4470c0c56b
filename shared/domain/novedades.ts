/** What a version brings, as lines to read. */

const MAXIMO = 20
const LARGO = 500

/** @param notas of the feed: text, or one note a version; anything else says nothing. Marks of HTML and of lists are dropped. */
export function novedadesDe(notas: unknown): string[] {
  const textos = typeof notas === 'string' ? [notas] : Array.isArray(notas) ? notas.map((n: unknown) => (n as { note?: unknown } | null)?.note).filter((n) => typeof n === 'string') : []
  return textos
    .flatMap((t) => t.replace(/<(?:br|\/p|\/li)[^>]*>/giu, '\n').replace(/<[^>]*>/gu, '').split('\n'))
    .map((linea) => linea.replace(/^\s*(?:[-*•]|\d+\.)\s+/u, '').replaceAll('**', '').trim())
    .filter((linea) => linea !== '' && !/^#+\s/u.test(linea))
    .slice(0, MAXIMO)
    .map((linea) => linea.slice(0, LARGO))
}

/**
 * The part of the person's README that tells of that version: `**0.2** — …` up to the next. The patch number is left out there.
 * @returns [] when it says nothing of it
 */
export function novedadesEnLeame(leame: string, version: string): string[] {
  const seccion = /^## Novedades\n([\s\S]*?)(?=^## |^---$|(?![\s\S]))/mu.exec(leame)?.[1] ?? ''
  const corta = version.split('.').slice(0, 2).join('.')
  const entrada = seccion.split(/^(?=\*\*\d)/mu).find((e) => e.startsWith(`**${version}**`) || e.startsWith(`**${corta}**`))
  if (entrada === undefined) return []
  return novedadesDe(entrada.replace(/^\*\*[^*]+\*\*\s*[—:-]?\s*/u, '').replace(/\.\s+(?=\p{Lu})/gu, '.\n'))
}
