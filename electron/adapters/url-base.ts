/** Which addresses the program may talk to. The URL is parsed, never matched by substring. */

const ES_ESTE_COMPUTADOR = /^(?:localhost|\[::1\]|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/u

/**
 * https anywhere, or http on this same computer (practice, tests). With `soloLocal`, this computer only: nothing of the
 * practice may reach SENCE. User, query and fragment are refused: calls add their own query, with the token in it.
 * @returns the base without a slash at its end, or null when it is not allowed
 */
export function urlBasePermitida(texto: string, soloLocal: boolean): URL | null {
  if (!URL.canParse(texto)) return null
  const url = new URL(texto)
  const local = ES_ESTE_COMPUTADOR.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return null
  if (soloLocal && !local) return null
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  url.pathname = url.pathname.replace(/\/+$/u, '')
  return url
}
