/** Between the program and SENCE, at the level of bytes: it forwards, counts, and cuts where it is told. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface Corte {
  /** Which connection, from 0. */
  conexion: number
  sentido: 'ida' | 'vuelta'
  /** Bytes that still pass in that direction; the cut comes in their place when one more would. */
  octeto: number
  /** `fin`: closed in order. `rst`: broken off, as a cable or a router does. */
  como: 'fin' | 'rst'
}
export interface Proxy {
  urlBase: string
  corte: Corte | null
  /** Bytes of each connection. */
  readonly medidas: { ida: number; vuelta: number }[]
  cerrar(): Promise<void>
}

export async function crearProxy(urlBase: string): Promise<Proxy> {
  const destino = new URL(urlBase)
  const abiertas = new Set<Socket>()
  const medidas: Proxy['medidas'] = []
  const recordar = (s: Socket): void => { abiertas.add(s); s.on('close', () => { abiertas.delete(s) }); s.on('error', () => undefined) }
  const servidor = createServer((cliente) => {
    const n = medidas.length
    const medida = { ida: 0, vuelta: 0 }
    medidas.push(medida)
    const sence = connect(Number(destino.port), destino.hostname)
    recordar(cliente)
    recordar(sence)
    const cortar = (como: Corte['como']): void => {
      for (const s of [cliente, sence]) if (como === 'rst') s.resetAndDestroy(); else { s.end(); s.destroySoon() }
    }
    const pasar = (sentido: Corte['sentido'], de: Socket, a: Socket): void => {
      de.on('data', (b: Buffer) => {
        const { corte } = proxy
        const limite = corte !== null && corte.conexion === n && corte.sentido === sentido ? corte.octeto : Infinity
        const quedan = limite - medida[sentido]
        medida[sentido] += b.length
        if (b.length <= quedan) { a.write(b); return }
        // What came before the cut does arrive: closing at once could drop it.
        const como = corte?.como ?? 'rst'
        if (quedan > 0) a.write(b.subarray(0, quedan), () => { cortar(como) })
        else cortar(como)
      })
      de.on('end', () => { a.end() })
      de.on('close', () => { a.destroySoon() })
    }
    pasar('ida', cliente, sence)
    pasar('vuelta', sence, cliente)
  })
  await new Promise<void>((listo) => { servidor.listen(0, '127.0.0.1', listo) })
  const proxy: Proxy = {
    urlBase: `http://127.0.0.1:${(servidor.address() as AddressInfo).port}${destino.pathname}`, corte: null, medidas,
    cerrar: () => new Promise((listo) => { servidor.close(() => { listo() }); for (const s of abiertas) s.destroy() }),
  }
  return proxy
}
