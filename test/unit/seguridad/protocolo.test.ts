import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CSP, archivoDe, servirVentana } from '../../../electron/security/protocolo.ts'

const raiz = path.resolve('/raiz/out/renderer')

describe('archivoDe', () => {
  it('finds a file of the window', () => {
    expect(archivoDe(raiz, 'app://puente/assets/main.js')).toBe(path.join(raiz, 'assets', 'main.js'))
  })
  it.each([
    'app://puente/../../main/main.js', 'app://puente/..%2f..%2fmain%2fmain.js', 'app://puente/%2e%2e/%2e%2e/secreto.json', 'app://puente/..%5c..%5csecreto.json/../../../x.js',
    'app://otro/index.html', 'file:///etc/passwd.js', 'app://puente/index.html%00.js', 'app://puente/%E0%A4%A', 'app://puente/', 'app://puente/secreto', 'app://puente/a.exe', 'nada',
  ])('answers nothing outside for %s', (url) => {
    const archivo = archivoDe(raiz, url)
    expect(archivo === null || archivo.startsWith(raiz + path.sep)).toBe(true)
    if (/secreto$|exe$|passwd|otro|%00|%E0|nada|puente\/$/.test(url)) expect(archivo).toBeNull()
  })
})

describe('servirVentana', () => {
  let carpeta = ''
  beforeEach(async () => {
    carpeta = await mkdtemp(path.join(tmpdir(), 'puente-protocolo-'))
    await mkdir(path.join(carpeta, 'ventana'))
    await writeFile(path.join(carpeta, 'ventana', 'index.html'), '<h1>Hola</h1>')
    await writeFile(path.join(carpeta, 'secreto.json'), '{}')
  })
  afterEach(() => rm(carpeta, { recursive: true }))

  const servidor = (): ((s: Request) => Promise<Response>) => {
    let atender: ((s: Request) => Promise<Response>) | undefined
    servirVentana({ handle: (_esquema: string, f: unknown) => { atender = f as (s: Request) => Promise<Response> } }, path.join(carpeta, 'ventana'))
    if (atender === undefined) throw new Error('no handler')
    return atender
  }
  // A Request of `app://` keeps the raw URL in Electron; Node's would normalise it before the handler sees it.
  const pedir = (url: string, method = 'GET'): Request => ({ url, method }) as Request

  it('gives every file the policy', async () => {
    const respuesta = await servidor()(pedir('app://puente/index.html'))
    expect(respuesta.status).toBe(200)
    expect(await respuesta.text()).toBe('<h1>Hola</h1>')
    expect(respuesta.headers.get('content-security-policy')).toBe(CSP)
    expect(respuesta.headers.get('x-content-type-options')).toBe('nosniff')
  })
  it('answers 404 to what is not there, to what lies outside and to any method but GET', async () => {
    const atender = servidor()
    for (const s of [pedir('app://puente/no.html'), pedir('app://puente/..%2fsecreto.json'), pedir('app://puente/index.html', 'POST')]) {
      expect((await atender(s)).status).toBe(404)
    }
  })
})

describe('CSP', () => {
  it('has nothing unsafe and no network', () => {
    expect(CSP).not.toMatch(/unsafe|https?:|\*|connect-src/)
    expect(CSP).toMatch(/^default-src 'none'/)
  })
})
