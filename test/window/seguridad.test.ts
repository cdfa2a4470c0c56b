/** A hostile page: whatever runs in the window, it gets no further than the bridge, and the bridge answers in words. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { requests, type RequestName } from '../../shared/ipc/contract.ts'
import { FallaSchema } from '../../shared/ipc/result.ts'
import { entrarEnPractica, titulo } from './pasos.ts'
import { abrirVentana, borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

let datos = ''
let v: Ventana
let servidor: Server
let url = ''
/** What reached the loopback server that stands for the outside. */
let llegadas: string[] = []

beforeAll(async () => {
  datos = await carpetaTemporal()
  servidor = createServer((req, res) => { llegadas.push(`${req.method ?? ''} ${req.url ?? ''}`); res.setHeader('access-control-allow-origin', '*').end('afuera') })
  servidor.on('upgrade', (req, socket) => { llegadas.push(`upgrade ${req.url ?? ''}`); socket.destroy() })
  await new Promise<void>((resolve) => { servidor.listen(0, '127.0.0.1', resolve) })
  url = `http://127.0.0.1:${String((servidor.address() as AddressInfo).port)}`
  v = await abrirVentana({ datos, dialogos: { abrir: null, guardar: null } })
  await entrarEnPractica(v)
})
afterAll(async () => {
  await v.cerrar()
  await new Promise((resolve) => { servidor.close(resolve); servidor.closeAllConnections() })
  await borrarCarpeta(datos)
})
beforeEach(() => { llegadas = [] })

describe('the page', () => {
  it('has the preferences of a guest', async () => {
    const p = await v.app.evaluate(({ BrowserWindow }) => {
      const contenidos = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      return contenidos.getLastWebPreferences()
    })
    expect(p).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, experimentalFeatures: false })
    expect(p['enableBlinkFeatures'] ?? '').toBe('')
  })

  it('has no Node, and of the bridge three functions that it cannot change', async () => {
    const visto = await v.page.evaluate(() => {
      const w = globalThis as unknown as Record<string, unknown>
      const puente = w['puente'] as Record<string, unknown>
      const antes = puente['pedir']
      const intento = (f: () => void): void => { try { f() } catch { /* strict mode says so; sloppy mode does not */ } }
      intento(() => { puente['pedir'] = null })
      intento(() => { puente['nuevo'] = 1 })
      intento(() => { w['puente'] = {} })
      intento(() => { delete w['puente'] })
      return {
        globales: ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((n) => n in w),
        puente: Object.keys(w['puente'] as object).sort(), igual: (w['puente'] as typeof puente)['pedir'] === antes, congelado: Object.isFrozen(puente),
        constructor: ((antes as () => void).constructor as (t: string) => () => unknown).name,
      }
    })
    expect(visto).toEqual({ globales: [], puente: ['abrirSoltado', 'escuchar', 'pedir'], igual: true, congelado: true, constructor: 'Function' })
  })

  it.each(['eval', 'inline script', 'script from outside', 'inline handler', 'javascript: URL', 'blob worker'] as const)('runs no code that it did not come with: %s', async (forma) => {
    const violaciones = await v.page.evaluate(([cual, afuera]) => new Promise<string[]>((resolve) => {
      const w = globalThis as unknown as Record<string, unknown>
      delete w['corrio']
      const vistas: string[] = []
      document.addEventListener('securitypolicyviolation', (e) => {
        vistas.push(e.effectiveDirective)
        resolve([...vistas, ...('corrio' in w ? ['ran'] : [])])
      }, { once: true })
      const codigo = 'globalThis.corrio = true'
      const elemento = (nombre: string, atributos: Record<string, string>, texto = ''): void => {
        const e = document.createElement(nombre)
        for (const [n, valor] of Object.entries(atributos)) e.setAttribute(n, valor)
        e.textContent = texto
        document.body.append(e)
        if (nombre === 'a' || nombre === 'button') e.click()
        e.remove()
      }
      // A string for setTimeout is eval by another name; unlike `eval` here, the debugger does not excuse it.
      if (cual === 'eval') (window.setTimeout as (c: unknown) => number)(codigo)
      if (cual === 'inline script') elemento('script', {}, codigo)
      if (cual === 'script from outside') elemento('script', { src: `${afuera}/a.js` })
      if (cual === 'inline handler') elemento('button', { onclick: codigo })
      if (cual === 'javascript: URL') elemento('a', { href: `javascript:${codigo}` })
      if (cual === 'blob worker') try { w['obrero'] = new Worker(URL.createObjectURL(new Blob([codigo]))) } catch { /* the event tells */ }
    }), [forma, url] as const)
    expect(violaciones).toHaveLength(1)
    expect(violaciones[0]).toMatch(/^(script|worker)-src/)
    expect(llegadas).toEqual([])
  })

  it('reaches nobody: no fetch, image, socket, beacon, form, style or frame leaves it', async () => {
    const fallidas = await v.page.evaluate(async (afuera) => {
      const cargar = (nombre: string, atributo: string): Promise<string> => new Promise((resolve) => {
        const e = document.createElement(nombre)
        e.addEventListener('load', () => { resolve('load') })
        e.addEventListener('error', () => { resolve('error') })
        document.addEventListener('securitypolicyviolation', () => { resolve('blocked') }, { once: true })
        if (nombre === 'link') e.setAttribute('rel', 'stylesheet')
        e.setAttribute(atributo, `${afuera}/${nombre}`)
        document.body.append(e)
      })
      const socket = (): Promise<string> => new Promise((resolve) => {
        try {
          const s = new WebSocket(`${afuera.replace('http', 'ws')}/ws`)
          s.addEventListener('open', () => { resolve('open') })
          s.addEventListener('error', () => { resolve('error') })
        } catch { resolve('threw') }
      })
      const formulario = (): string => {
        const f = document.createElement('form')
        f.action = `${afuera}/form`
        document.body.append(f)
        f.submit()
        return 'submitted'
      }
      navigator.sendBeacon(`${afuera}/beacon`)
      return [
        await fetch(`${afuera}/fetch`).then(() => 'answered', () => 'rejected'), await cargar('img', 'src'), await cargar('link', 'href'), await cargar('iframe', 'src'), await cargar('object', 'data'), await socket(), formulario(),
      ]
    }, url)
    expect(fallidas.filter((f) => ['answered', 'open', 'load'].includes(f))).toEqual([])
    expect(llegadas).toEqual([])
  })

  it('goes nowhere else and opens no window', async () => {
    const antes = v.page.url()
    expect(await v.page.evaluate((afuera) => window.open(`${afuera}/ventana`) === null, url)).toBe(true)
    for (const destino of [`${url}/ir`, 'file:///etc/passwd', 'data:text/html,<p>x']) {
      await v.page.evaluate((d) => { location.assign(d) }, destino)
      // A round trip to main, where navigations are decided.
      expect(await v.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.webContents.getURL()))).toEqual([antes])
    }
    expect(v.page.url()).toBe(antes)
    expect(llegadas).toEqual([])
  })

  it('is brought back from the one page that needs nothing to be loaded', async () => {
    const antes = v.page.url()
    // The navigation is either asked about and refused, or it happens and is undone.
    await v.app.evaluate(({ BrowserWindow }) => {
      const contenidos = BrowserWindow.getAllWindows()[0]?.webContents
      ;(globalThis as Record<string, unknown>)['suceso'] = new Promise<void>((resolve) => {
        contenidos?.once('will-frame-navigate', () => { resolve() })
        contenidos?.once('did-navigate', () => { resolve() })
      })
    })
    await v.page.evaluate(() => { location.assign('about:blank') })
    await v.app.evaluate(() => (globalThis as unknown as { suceso: Promise<void> }).suceso)
    await v.page.waitForURL(antes)
    await titulo(v.page, PLANILLA.titulo)
  })

  it('lends the bridge to no frame', async () => {
    const puentes = await v.page.evaluate(() => ['about:blank', 'app://puente/index.html', 'srcdoc'].map((src) => {
      const f = document.createElement('iframe')
      if (src === 'srcdoc') f.srcdoc = '<p>x</p>'
      else f.src = src
      document.body.append(f)
      return (f.contentWindow as unknown as Record<string, unknown> | null)?.['puente'] === undefined
    }))
    expect(puentes).toEqual([true, true, true])
    expect(v.page.frames().filter((f) => f.url().startsWith('app://'))).toHaveLength(1)
  })

  it.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'])('is denied %s', async (permiso) => {
    expect(await v.page.evaluate(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state, permiso)).toBe('denied')
  })
})

describe('the bridge', () => {
  const BASURA: readonly unknown[] = [undefined, null, 0, -1, 'x', '', true, [], [[]], {}, { id: '../../etc/passwd' }, { id: 'x'.repeat(200_000) }, { ruta: '/etc/passwd' }, JSON.parse('{"__proto__":{"espacio":"real"}}'), { id: 'a', tabla: 'b', ids: Array.from({ length: 5000 }, (_, i) => i) }, { id: "'; DROP TABLE envio; --", borradorId: 1e308, filas: [Number.NaN] }]

  it.each(Object.keys(requests) as RequestName[])('answers %s with a Result, whatever it is given', async (nombre) => {
    const respuestas = await v.page.evaluate(([n, basura]) => {
      const { puente } = globalThis as unknown as { puente: { pedir(nombre: string, e: unknown): Promise<unknown> } }
      return Promise.all(basura.map((b) => puente.pedir(n, b)))
    }, [nombre, BASURA] as const)
    const salida = requests[nombre].output
    for (const r of respuestas) expect(salida.safeParse(r).success, JSON.stringify(r)).toBe(true)
  })

  it.each(['no-existe', '__proto__', 'constructor', 'toString', '', 'app:estado '])('refuses the name "%s" in words', async (nombre) => {
    const r = await v.page.evaluate((n) => (globalThis as unknown as { puente: { pedir(nombre: string, e: unknown): Promise<{ falla?: unknown }> } }).puente.pedir(n, {}), nombre)
    expect(FallaSchema.parse(r.falla).codigo).toBe('solicitud-invalida')
  })

  it('opens no file by a path that the page made up', async () => {
    const r = await v.page.evaluate(async () => {
      const { puente } = globalThis as unknown as { puente: { pedir(n: string, e: unknown): Promise<{ falla?: { codigo: string } }>; abrirSoltado(f: unknown): Promise<{ falla?: { codigo: string } }> } }
      return [await puente.pedir('planilla:abrirSoltado', { ruta: '/etc/hostname.csv' }), await puente.abrirSoltado(new File(['RUT'], '/etc/hostname.csv'))].map((x) => x.falla?.codigo)
    })
    expect(r).toEqual(['solicitud-invalida', 'solicitud-invalida'])
  })

  it('and the program is still there', async () => {
    expect(await v.page.evaluate(() => (globalThis as unknown as { puente: { pedir(n: string, e: unknown): Promise<{ ok: boolean }> } }).puente.pedir('app:estado', {}))).toMatchObject({ ok: true, valor: { espacio: 'practica' } })
  })
})
