import './sin-electron.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { obtenerClaveDatos } from '../../../electron/adapters/clave-datos.ts'
import { crearCredencialesPractica } from '../../../electron/adapters/credenciales-practica.ts'
import { abrirCredenciales } from '../../../electron/adapters/credenciales.ts'
import { carpetaTemporal, todoLoEscrito } from '../diario/soporte.ts'
import { SelladorFalso } from './sellador-falso.ts'

const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
const C = { rutOtec: '76123456-0', token: TOKEN, nombre: 'Mi OTEC' }
let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })

describe('credentials', () => {
  it('are there after closing, and the token lies in no file', async () => {
    const sellador = new SelladorFalso()
    const almacen = await abrirCredenciales(carpeta.ruta, sellador)
    expect(almacen.leer()).toBeNull()
    expect(await almacen.guardar(C)).toEqual({ ...C, tokenGuardado: true })
    const otraVez = await abrirCredenciales(carpeta.ruta, sellador)
    expect(otraVez.leer()).toEqual({ ...C, tokenGuardado: true })
    expect(todoLoEscrito(carpeta.ruta)).toContain('76123456-0')
    expect(todoLoEscrito(carpeta.ruta)).not.toContain(TOKEN)
  })

  it('with another keyring, RUT and name are known and the token is not', async () => {
    await (await abrirCredenciales(carpeta.ruta, new SelladorFalso())).guardar(C)
    expect((await abrirCredenciales(carpeta.ruta, new SelladorFalso('otro'))).leer()).toEqual({ rutOtec: C.rutOtec, nombre: C.nombre, token: null, tokenGuardado: false })
  })

  it('without encryption the token lives in memory only, and it says so', async () => {
    const sellador = new SelladorFalso()
    sellador.abierto = false
    const almacen = await abrirCredenciales(carpeta.ruta, sellador)
    expect(await almacen.guardar(C)).toEqual({ ...C, tokenGuardado: false })
    expect(almacen.leer()?.token).toBe(TOKEN)
    expect(todoLoEscrito(carpeta.ruta)).not.toContain(TOKEN)
    expect((await abrirCredenciales(carpeta.ruta, sellador)).leer()).toMatchObject({ token: null, tokenGuardado: false })
  })

  it('a file edited by hand does not give one OTEC’s token to another', async () => {
    const sellador = new SelladorFalso()
    await (await abrirCredenciales(carpeta.ruta, sellador)).guardar(C)
    const archivo = path.join(carpeta.ruta, 'credenciales.json')
    writeFileSync(archivo, readFileSync(archivo, 'utf8').replace('76123456-0', '77777777-7'))
    expect((await abrirCredenciales(carpeta.ruta, sellador)).leer()).toMatchObject({ rutOtec: '77777777-7', token: null })
  })

  it('are forgotten, on disk too; a damaged file counts as none', async () => {
    const sellador = new SelladorFalso()
    const almacen = await abrirCredenciales(carpeta.ruta, sellador)
    await almacen.guardar(C)
    await almacen.olvidar()
    expect(almacen.leer()).toBeNull()
    expect(todoLoEscrito(carpeta.ruta)).not.toContain('76123456-0')
    writeFileSync(path.join(carpeta.ruta, 'credenciales.json'), '{"perfil":')
    expect((await abrirCredenciales(carpeta.ruta, sellador)).leer()).toBeNull()
  })

  it('practice: the sample’s own, whatever is asked', async () => {
    const almacen = crearCredencialesPractica(C)
    await almacen.guardar({ rutOtec: '1-9', token: 'x', nombre: 'y' })
    await almacen.olvidar()
    expect(almacen.leer()).toEqual({ ...C, tokenGuardado: false })
  })
})

describe('key of the data', () => {
  it('is made once, and lies in no file', async () => {
    const sellador = new SelladorFalso()
    const primera = await obtenerClaveDatos(carpeta.ruta, sellador)
    expect(primera).toEqual({ clave: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown, anteriorIlegible: false })
    expect(await obtenerClaveDatos(carpeta.ruta, sellador)).toEqual(primera)
    expect(todoLoEscrito(carpeta.ruta)).not.toContain(primera.clave)
  })

  it('is null without encryption; a keyring that is only locked finds it again', async () => {
    const sellador = new SelladorFalso()
    sellador.abierto = false
    expect(await obtenerClaveDatos(carpeta.ruta, sellador)).toEqual({ clave: null, anteriorIlegible: false })
    sellador.abierto = true
    const { clave } = await obtenerClaveDatos(carpeta.ruta, sellador)
    sellador.abierto = false
    expect(await obtenerClaveDatos(carpeta.ruta, sellador)).toEqual({ clave: null, anteriorIlegible: true })
    sellador.abierto = true
    expect(await obtenerClaveDatos(carpeta.ruta, sellador)).toEqual({ clave, anteriorIlegible: false })
  })

  it('with another keyring a new one is made, and the sealed old one is kept', async () => {
    const { clave } = await obtenerClaveDatos(carpeta.ruta, new SelladorFalso())
    const otro = new SelladorFalso('otro')
    const nueva = await obtenerClaveDatos(carpeta.ruta, otro)
    expect(nueva.anteriorIlegible).toBe(true)
    expect(nueva.clave).not.toBe(clave)
    expect(JSON.parse(readFileSync(path.join(carpeta.ruta, 'clave-datos.json'), 'utf8'))).toEqual({ clave: 'otro-0', anteriores: ['llavero-0'] })
    expect(await obtenerClaveDatos(carpeta.ruta, otro)).toEqual({ clave: nueva.clave, anteriorIlegible: false })
  })

  it('a damaged file is kept aside, not thrown away', async () => {
    writeFileSync(path.join(carpeta.ruta, 'clave-datos.json'), '{"clave": "llav')
    expect(await obtenerClaveDatos(carpeta.ruta, new SelladorFalso())).toMatchObject({ anteriorIlegible: true })
    expect(todoLoEscrito(carpeta.ruta)).toContain('{"clave": "llav')
  })
})
