import { createConnection } from 'node:net'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { escuchar, llamar, type Oido } from '../../../electron/orden/canal.ts'

let oido: Oido
beforeEach(async () => { oido = await escuchar(process.platform) })
afterEach(() => { oido.cerrar() })
const nada = (): void => undefined

it('lines and the end come in order, with whatever text', async () => {
  const terminal = await llamar(oido.llamada)
  const dicho: string[] = []
  const fin = oido.fin(20_000, (l) => { dicho.push(l) })
  terminal?.linea('Enviando 1 de 2…\n"ñ" 🙂')
  terminal?.linea('dos')
  terminal?.fin({ salida: 3, texto: 'fin\ncon dos líneas' })
  expect(await fin).toEqual({ salida: 3, texto: 'fin\ncon dos líneas' })
  expect(dicho).toEqual(['Enviando 1 de 2…\n"ñ" 🙂', 'dos'])
})

it('who does not know the secret is hung up on, and does not end the wait of who does', async () => {
  const intruso = createConnection(oido.llamada.direccion)
  const colgado = new Promise<void>((r) => { intruso.on('close', () => { r() }) })
  intruso.on('error', nada)
  intruso.write(`${JSON.stringify({ tipo: 'hola', secreto: oido.llamada.secreto.replace(/^./u, (c) => (c === '0' ? '1' : '0')) })}\n${JSON.stringify({ tipo: 'fin', salida: 0, texto: 'mentira' })}\n`)
  await colgado
  const fin = oido.fin(20_000, nada)
  ;(await llamar(oido.llamada))?.fin({ salida: 5, texto: 'verdad' })
  expect(await fin).toEqual({ salida: 5, texto: 'verdad' })
})

it('nobody calling, the program going before the end, and the terminal being gone are each told apart', async () => {
  expect(await oido.fin(30, nada)).toBeNull()
  expect(existsSync(oido.llamada.direccion)).toBe(true)
  oido.cerrar()
  expect(existsSync(path.dirname(oido.llamada.direccion))).toBe(false)
  expect(await llamar(oido.llamada)).toBeNull()
  oido = await escuchar(process.platform)
  const crudo = createConnection(oido.llamada.direccion)
  crudo.write(`${JSON.stringify({ tipo: 'hola', secreto: oido.llamada.secreto })}\n`)
  const fin = oido.fin(20_000, nada)
  crudo.end()
  expect(await fin).toBe('cortado')
})
