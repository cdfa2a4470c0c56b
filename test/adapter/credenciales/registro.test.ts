import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abrirRegistro } from '../../../electron/adapters/registro.ts'
import { sinDatosPersonales } from '../../../shared/domain/datos-personales.ts'
import { ES_INCIDENTE } from '../../../shared/domain/incidente.ts'
import { carpetaTemporal, todoLoEscrito } from '../diario/soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })

describe('log', () => {
  it('writes when, level and text; the error carries the incident that it answers', () => {
    const registro = abrirRegistro(carpeta.ruta, { ahora: () => new Date('2026-11-24T18:00:00Z') })
    registro.info('uno')
    registro.aviso('dos')
    const incidente = registro.error('tres', new Error('por dentro', { cause: 'la causa' }))
    const texto = readFileSync(path.join(carpeta.ruta, 'puente-sic.log'), 'utf8')
    expect(texto).toMatch(/^2026-11-24T18:00:00\.000Z info uno\n2026-11-24T18:00:00\.000Z aviso dos\n2026-11-24T18:00:00\.000Z error /u)
    expect(texto).toContain(`${incidente} tres\n  Error: por dentro`)
    expect(texto).toContain('cause: la causa')
  })

  it('keeps neither token, nor RUT, nor query, wherever they come', () => {
    const registro = abrirRegistro(carpeta.ruta)
    const secreto = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
    registro.info(`https://sence.cl/historialEnvios?rutOtec=76123456-0&token=${secreto}`)
    registro.error(`alumno 12.345.678-5`, new Error(`token ${secreto.toLowerCase()} de 9562011-6`, { cause: new Error(secreto.replaceAll('-', '')) }))
    expect(todoLoEscrito(carpeta.ruta)).not.toMatch(/5EEBF607|5eebf607|76123456|12\.345\.678|9562011|rutOtec/u)
  })

  it.each([
    ['alumno 12.345.678-K no', 'alumno [rut] no'], ['rut 12345678-5,', 'rut [rut],'], ['{"rutAlumno":12345678}', '{"rutAlumno":[rut]}'], ['HTTP 500 en 1200 ms', 'HTTP 500 en 1200 ms'],
    ['https://a.cl/b?c=1 d', 'https://a.cl/b?[consulta] d'], ['archivo.ts:120:15', 'archivo.ts:120:15'],
    ['de maria.perez@otec.cl a', 'de [correo] a'], ['9562011 - 6 y 123456789', '[rut] y [rut]'], ['incidente K7M-4PF y 234-679', 'incidente K7M-4PF y 234-679'],
  ])('%s', (entra, sale) => { expect(sinDatosPersonales(entra)).toBe(sale) })

  it('rotates, and keeps no more than it was told', () => {
    const registro = abrirRegistro(carpeta.ruta, { maxBytes: 200, copias: 2 })
    for (let i = 0; i < 40; i++) registro.info(`línea ${i}`)
    expect(readdirSync(carpeta.ruta).sort()).toEqual(['puente-sic.1.log', 'puente-sic.2.log', 'puente-sic.log'])
    expect(readFileSync(path.join(carpeta.ruta, 'puente-sic.log'), 'utf8')).toContain('línea 39')
  })

  it('a place where nothing can be written stops nobody', () => {
    const archivo = path.join(carpeta.ruta, 'no-es-carpeta')
    writeFileSync(archivo, '')
    expect(abrirRegistro(archivo).error('x')).toMatch(ES_INCIDENTE)
  })
})
