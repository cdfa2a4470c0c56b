/**
 * Drives a window from outside, through Chromium's debugging port: for the hardened program, whose fuses refuse
 * Playwright's own way in, and for measuring a start without a Node inspector in it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as siguienteMirada } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright'

export interface Abierta {
  page: Page
  /** Does something with nobody attached to the window (what attaches does not outlive the page's process), then finds it again. */
  sinNadieMirando(hacer: () => Promise<void>): Promise<Page>
  proceso: ChildProcess
  /** Instant of the launch, milliseconds since 1970. */
  lanzadoEn: number
  /** Ends the program as its menu would, and answers its exit code; killed (null) when it does not obey within the time. */
  cerrar(plazoMs?: number): Promise<number | null>
}

/** Waits until the program shows a page: connecting while its window is being made now and then hangs both for good. */
async function conPagina(url: string): Promise<void> {
  const lista = `http://${new URL(url).host}/json/list`
  for (;;) {
    const destinos = await fetch(lista).then((r) => r.json()) as { type: string; url: string; title: string }[]
    if (destinos.some((d) => d.type === 'page' && d.url !== '' && d.url !== 'about:blank' && d.title !== d.url)) return
    await siguienteMirada(20)
  }
}

async function conectar(url: string): Promise<[Browser, Page]> {
  await conPagina(url)
  const navegador = await chromium.connectOverCDP(url, { timeout: 60_000 })
  const contexto = navegador.contexts()[0]
  const page = contexto?.pages()[0] ?? await contexto?.waitForEvent('page')
  if (page === undefined) throw new Error('the program opened no window')
  return [navegador, page]
}

/**
 * Starts a program and waits for its window.
 * @param palabras its command line; the port is added in front
 */
export async function abrirPorCdp(programa: string, palabras: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Abierta> {
  const lanzadoEn = Date.now()
  const proceso = spawn(programa, ['--remote-debugging-port=0', ...palabras], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const fin = new Promise<number | null>((resolve) => { proceso.once('exit', resolve) })
  const url = await new Promise<string>((resolve, reject) => {
    let texto = ''
    proceso.stderr.setEncoding('utf8').on('data', (t: string) => {
      texto += t
      const hallada = /DevTools listening on (ws:\S+)/.exec(texto)?.[1]
      if (hallada !== undefined) resolve(hallada)
    })
    proceso.once('error', reject)
    void fin.then((codigo) => { reject(new Error(`ended with code ${String(codigo)}: ${texto}`)) })
  })
  try {
    let [navegador, page] = await conectar(url)
    return {
      page, proceso, lanzadoEn,
      async sinNadieMirando(hacer) {
        await navegador.close()
        await hacer();
        [navegador, page] = await conectar(url)
        return page
      },
      async cerrar(plazoMs = 20_000) {
        const reloj = setTimeout(() => { proceso.kill('SIGKILL') }, plazoMs)
        // Not awaited: the program goes away with the connection that would carry the answer.
        void navegador.newBrowserCDPSession().then((s) => s.send('Browser.close')).catch(() => undefined)
        const codigo = await fin
        clearTimeout(reloj)
        await navegador.close().catch(() => undefined)
        return codigo
      },
    }
  } catch (e) {
    proceso.kill('SIGKILL')
    throw e
  }
}
