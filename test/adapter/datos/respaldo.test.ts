import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { abrirDiario } from '../../../electron/adapters/diario.ts'
import { claveDeFrase, CofreError, mirarCofre, type Llave } from '../../../electron/proceso-datos/cofre.ts'
import { hacerRespaldo, leerRespaldo, type Secretos } from '../../../electron/proceso-datos/respaldo.ts'
import { CLAVE, carpetaTemporal, envio, todoLoEscrito } from '../diario/soporte.ts'
import { LLAVE, OTEC, nombresEn, otecConDatos, pedidoDe, volcar } from './soporte.ts'

let temporal: ReturnType<typeof carpetaTemporal>
beforeEach(() => { temporal = carpetaTemporal() })
afterEach(() => { temporal.borrar() })
const destino = (): string => path.join(temporal.ruta, 'copia.respaldo')
const CON_LLAVE: Secretos = { frase: null, llaves: [LLAVE] }
const causa = (hacer: () => unknown): string => {
  try { hacer() } catch (error) { return error instanceof CofreError ? error.causa : String(error) }
  return 'nada'
}

it('holds what the OTEC had at one instant, under a key of its own, while the journal is open and written', () => {
  const { carpeta } = otecConDatos(temporal.ruta)
  const diario = abrirDiario({ archivo: path.join(carpeta, 'diario.db'), clave: CLAVE })
  diario.crearEnvio(envio('e5'))
  const { manifiesto, bytes } = hacerRespaldo(pedidoDe(carpeta, destino()))
  diario.crearEnvio(envio('e6'))
  expect(manifiesto).toMatchObject({ rutOtec: OTEC, nombre: 'Capacita Sur', envios: 5, borradores: 1 })
  expect(bytes).toBe(statSync(destino()).size)
  const fuera = path.join(temporal.ruta, 'fuera')
  mkdirSync(fuera)
  expect(leerRespaldo(destino(), CON_LLAVE, fuera)).toEqual(manifiesto)
  expect((volcar(path.join(fuera, 'diario.db'), manifiesto.clave)['envio'] as { id: string }[]).map((e) => e.id)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5'])
  expect(volcar(path.join(fuera, 'borradores.db'), manifiesto.clave)['originales']).toHaveLength(1)
  expect(manifiesto.clave).not.toBe(CLAVE)
  diario.cerrar()
  expect(nombresEn(carpeta).filter((n) => n.startsWith('.'))).toEqual([])
})

it('says nothing of anybody in clear, nor the token', () => {
  const { carpeta } = otecConDatos(temporal.ruta, null)
  writeFileSync(path.join(carpeta, 'credenciales.json'), '{"perfil":{"sellado":"TOKEN-SELLADO"}}')
  hacerRespaldo(pedidoDe(carpeta, destino(), { clave: null }))
  const escrito = readFileSync(destino(), 'latin1')
  for (const nada of ['12345678', '9562011', 'Capacita', 'avance.xlsx', 'OF-1', CLAVE, 'SQLite format']) expect(escrito).not.toContain(nada)
  expect(JSON.stringify(leerRespaldo(destino(), CON_LLAVE, null))).not.toContain('TOKEN-SELLADO')
})

it('opens with the words of the person in any computer, and with no others', () => {
  const { carpeta } = otecConDatos(temporal.ruta)
  const sal = '11'.repeat(16)
  const llave: Llave = { cifra: 'frase', equipo: 'ab12cd', sal, clave: claveDeFrase('el perro ladró tres veces', sal) }
  hacerRespaldo(pedidoDe(carpeta, destino(), { llave }))
  expect(mirarCofre(destino())).toMatchObject({ cifra: 'frase', equipo: 'ab12cd' })
  expect(leerRespaldo(destino(), { frase: 'el perro ladró tres veces'.normalize('NFD'), llaves: [] }, null).envios).toBe(4)
  for (const secretos of [{ frase: 'el perro ladro tres veces', llaves: [] }, { frase: null, llaves: [LLAVE] }, { frase: '', llaves: [] }]) expect(causa(() => leerRespaldo(destino(), secretos, null))).toBe('otra-clave')
})

it('a file that was cut, changed or is something else is told, wherever that is', () => {
  const { carpeta } = otecConDatos(temporal.ruta)
  hacerRespaldo(pedidoDe(carpeta, destino()))
  const entero = readFileSync(destino())
  const malo = path.join(temporal.ruta, 'malo.respaldo')
  const con = (b: Buffer): string => { writeFileSync(malo, b); return causa(() => leerRespaldo(malo, CON_LLAVE, null)) }
  const paso = Math.floor(entero.length / 40)
  for (let i = 0; i < entero.length; i += paso) {
    expect(con(entero.subarray(0, i)), `cut at ${i}`).toMatch(/^(no-es-respaldo|danado)$/u)
    const cambiado = Buffer.from(entero)
    cambiado.writeUInt8(cambiado.readUInt8(i) ^ 1, i)
    expect(con(cambiado), `bit at ${i}`).toMatch(/^(no-es-respaldo|danado|otra-clave|version-nueva)$/u)
  }
  // Exactly a chunk less: every chunk that is left is good.
  const inicio = entero.indexOf('}') + 1
  if (entero.length > inicio + 262_160) expect(con(entero.subarray(0, inicio + 262_160))).toBe('danado')
  expect(con(Buffer.concat([entero, Buffer.from('x')]))).toBe('danado')
  expect(con(Buffer.from('PK\u0003\u0004 una planilla cualquiera'))).toBe('no-es-respaldo')
  const futuro = Buffer.from(entero)
  futuro.writeUInt8(2, 8)
  expect(con(futuro)).toBe('version-nueva')
  expect(causa(() => leerRespaldo(destino(), CON_LLAVE, null))).toBe('nada')
})

it('chunks cannot be taken out of their order', () => {
  const { carpeta } = otecConDatos(temporal.ruta)
  const diario = abrirDiario({ archivo: path.join(carpeta, 'diario.db'), clave: CLAVE })
  diario.crearEnvio(envio('largo', { nombreArchivo: Array.from({ length: 90_000 }, (_, i) => `x${i * 7919}`).join('') }))
  diario.cerrar()
  hacerRespaldo(pedidoDe(carpeta, destino()))
  const entero = readFileSync(destino())
  const inicio = entero.indexOf('}') + 1
  const trozo = 256 * 1024 + 16
  expect(entero.length).toBeGreaterThan(inicio + 2 * trozo)
  const cambiado = Buffer.concat([entero.subarray(0, inicio), entero.subarray(inicio + trozo, inicio + 2 * trozo), entero.subarray(inicio, inicio + trozo), entero.subarray(inicio + 2 * trozo)])
  writeFileSync(destino(), cambiado)
  expect(causa(() => leerRespaldo(destino(), CON_LLAVE, null))).toBe('danado')
  writeFileSync(destino(), entero.subarray(0, inicio + trozo))
  expect(causa(() => leerRespaldo(destino(), CON_LLAVE, null))).toBe('danado')
})

it('a place that cannot be written leaves what was there, and nothing half made', () => {
  const { carpeta } = otecConDatos(temporal.ruta)
  expect(() => hacerRespaldo(pedidoDe(carpeta, path.join(temporal.ruta, 'no-esta', 'copia.respaldo')))).toThrow('ENOENT')
  expect(nombresEn(carpeta).filter((n) => n.startsWith('.'))).toEqual([])
  expect(existsSync(path.join(temporal.ruta, 'no-esta'))).toBe(false)
  mkdirSync(path.join(carpeta, '.copiando-00000000'))
  writeFileSync(path.join(carpeta, '.copiando-00000000', 'diario.db'), 'de una vez que se cortó la luz')
  hacerRespaldo(pedidoDe(carpeta, destino()))
  expect(readdirSync(carpeta).filter((n) => n.startsWith('.copiando-'))).toEqual([])
  expect(todoLoEscrito(carpeta)).not.toContain('se cortó')
})
