/**
 * How the program that is open answers the terminal that gave the order. The terminal listens at an address of its own,
 * with a secret that it hands over when it finds the program open; the program calls back. What arrives without the
 * secret is not listened to: other users of the computer may reach the address.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'

export interface Llamada { readonly direccion: string; readonly secreto: string }
const MensajeSchema = z.discriminatedUnion('tipo', [
  z.object({ tipo: z.literal('hola'), secreto: z.string() }),
  z.object({ tipo: z.literal('linea'), texto: z.string() }),
  z.object({ tipo: z.literal('fin'), salida: z.int(), texto: z.string() }),
])
type Mensaje = z.infer<typeof MensajeSchema>
export interface Fin { salida: number; texto: string }

export interface Oido {
  readonly llamada: Llamada
  /** null: nobody called in time. 'cortado': it called, and went before the end. */
  fin(esperaMs: number, decir: (linea: string) => void): Promise<Fin | 'cortado' | null>
  cerrar(): void
}

export function escuchar(plataforma: string): Promise<Oido> {
  const secreto = randomBytes(24).toString('hex')
  const carpeta = plataforma === 'win32' ? null : mkdtempSync(path.join(tmpdir(), 'puente-sic-'))
  const direccion = carpeta === null ? `\\\\.\\pipe\\puente-sic-${randomBytes(16).toString('hex')}` : path.join(carpeta, 'respuesta')
  let alLlamar = (_s: Socket, _mensajes: AsyncIterator<string>): void => undefined
  const llamado = new Promise<{ socket: Socket; mensajes: AsyncIterator<string> }>((resolve) => { alLlamar = (socket, mensajes) => { resolve({ socket, mensajes }) } })
  const servidor = createServer((socket) => {
    socket.on('error', () => undefined)
    const mensajes = createInterface({ input: socket })[Symbol.asyncIterator]()
    void mensajes.next().then(({ value }) => {
      const m = leer(value)
      if (m?.tipo === 'hola' && iguales(m.secreto, secreto)) alLlamar(socket, mensajes)
      else socket.destroy()
    })
  })
  const cerrar = (): void => {
    servidor.close()
    if (carpeta !== null) rmSync(carpeta, { recursive: true, force: true })
  }
  return new Promise((resolve, reject) => {
    servidor.on('error', reject)
    servidor.listen(direccion, () => {
      resolve({
        llamada: { direccion, secreto }, cerrar,
        fin: async (esperaMs, decir) => {
          let reloj: NodeJS.Timeout | undefined
          const vencido = new Promise<null>((r) => { reloj = setTimeout(() => { r(null) }, esperaMs) })
          const quien = await Promise.race([llamado, vencido])
          clearTimeout(reloj)
          if (quien === null) return null
          for (;;) {
            const { value, done } = await quien.mensajes.next()
            if (done === true) return 'cortado'
            const m = leer(value)
            if (m?.tipo === 'linea') decir(m.texto)
            if (m?.tipo === 'fin') { quien.socket.destroy(); return { salida: m.salida, texto: m.texto } }
          }
        },
      })
    })
  })
}

/** Calls the terminal back; null when it is no longer there. */
export function llamar({ direccion, secreto }: Llamada): Promise<{ linea(texto: string): void; fin(f: Fin): void } | null> {
  return new Promise((resolve) => {
    const socket = createConnection(direccion)
    const decir = (m: Mensaje): void => { if (!socket.destroyed) socket.write(`${JSON.stringify(m)}\n`) }
    socket.on('error', () => { resolve(null) })
    socket.on('connect', () => {
      decir({ tipo: 'hola', secreto })
      resolve({ linea: (texto) => { decir({ tipo: 'linea', texto }) }, fin: (f) => { decir({ tipo: 'fin', ...f }); socket.end() } })
    })
  })
}

function leer(linea: unknown): Mensaje | null {
  try { return typeof linea === 'string' ? MensajeSchema.safeParse(JSON.parse(linea)).data ?? null : null } catch { return null }
}
const iguales = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
