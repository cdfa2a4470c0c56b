import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { CSP_HOJA, asegurarSesionDeHoja, preferenciasDeHoja, urlDeHoja } from '../../../electron/security/hoja.ts'

type Atender = (s: { method: string; url: string }) => Response
interface Puesto { atender: Atender; pasa(url: string): boolean; permite(que: string): boolean }

/** The session that the rules were put on, as Chromium would ask it. */
function puesto(leer: Parameters<typeof asegurarSesionDeHoja>[1]): Puesto {
  let atender: Atender | undefined
  let antes: ((d: { url: string }, r: (x: { cancel: boolean }) => void) => void) | undefined
  let permiso: ((c: null, p: string) => boolean) | undefined
  const sesion = {
    on: () => undefined, setPermissionRequestHandler: () => undefined, setPermissionCheckHandler: (f: typeof permiso) => { permiso = f }, setDevicePermissionHandler: () => undefined, setDisplayMediaRequestHandler: () => undefined,
    webRequest: { onBeforeRequest: (f: typeof antes) => { antes = f } }, protocol: { handle: (_e: string, f: Atender) => { atender = f } },
  }
  asegurarSesionDeHoja(sesion as unknown as Session, leer)
  if (atender === undefined || antes === undefined || permiso === undefined) throw new Error('a rule is missing')
  const [a, b, p] = [atender, antes, permiso]
  return { atender: a, pasa: (url) => { let cancelada = true; b({ url }, (x) => { cancelada = x.cancel }); return !cancelada }, permite: (que) => p(null, que) }
}
const deEjemplo = (): Puesto => puesto((ruta) => (ruta === '/uno' ? { tipo: 'text/html; charset=utf-8', trozos: ['<h1>', 'Ñ', '</h1>'] } : null))

describe('the hidden window that prints', () => {
  it('has less than the main one: no preload, no JavaScript', () => {
    const p = preferenciasDeHoja({} as Session)
    expect(p).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, javascript: false, images: false, plugins: false, webviewTag: false })
    expect('preload' in p).toBe(false)
  })

  it('serves the page that was put there, whole, with a policy of its own, and nothing else', async () => {
    const { atender } = deEjemplo()
    const r = atender({ method: 'GET', url: urlDeHoja('uno') })
    expect(await r.text()).toBe('<h1>Ñ</h1>')
    expect(r.headers.get('content-security-policy')).toBe(CSP_HOJA)
    expect(CSP_HOJA).not.toMatch(/unsafe|script-src|\*|data:/u)
    for (const [method, url] of [['POST', urlDeHoja('uno')], ['GET', urlDeHoja('otro')], ['GET', 'app://puente/index.html'], ['GET', 'app://puente/uno'], ['GET', 'nada']] as const) expect(atender({ method, url }).status).toBe(404)
  })

  it('reaches no other place', () => {
    const { pasa, permite } = deEjemplo()
    expect(pasa(urlDeHoja('uno'))).toBe(true)
    for (const url of ['https://sence.cl', 'http://127.0.0.1/', 'app://puente/index.html', 'file:///etc/passwd', 'data:image/png;base64,AA', 'devtools://x', 'nada']) expect(pasa(url), url).toBe(false)
    expect(permite('geolocation')).toBe(false)
  })
})
