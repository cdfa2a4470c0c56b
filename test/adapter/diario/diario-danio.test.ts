/** Damage that the database does not see: a text that is no text ends the process that reads it, and here nothing may. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { escritura } from '../../../electron/adapters/diario-escritura.ts'
import { migrar } from '../../../electron/adapters/diario-esquema.ts'
import { lectura } from '../../../electron/adapters/diario-lectura.ts'
import { abrirDiario } from '../../../electron/adapters/diario.ts'
import { carpetaTemporal, cierre, envio, llamada } from './soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })
const CREADO = '2026-11-24T18:00:00.000Z'
const CUANTOS = 12

function escribir(): Buffer {
  const archivo = path.join(carpeta.ruta, 'diario.db')
  const d = abrirDiario({ archivo, clave: null })
  for (let i = 0; i < CUANTOS; i++) {
    d.crearEnvio(envio(`e${i}`, { creadoEn: CREADO }))
    d.agregarLlamada(`e${i}`, llamada(`l${i}`))
    d.sellarEnvio(`e${i}`, null)
    d.marcarEnviando(`l${i}`, CREADO)
    d.cerrarLlamada(`l${i}`, cierre())
  }
  d.cerrar()
  return readFileSync(archivo)
}
/** Every place of the file where the text stands, each damaged in a file of its own, opened and read. @returns how many were set aside, of how many */
function danarCadaUno(texto: string): { apartados: number; total: number } {
  const sano = escribir()
  let apartados = 0, total = 0
  for (let lugar = sano.indexOf(texto); lugar !== -1; lugar = sano.indexOf(texto, lugar + 1)) {
    const archivo = path.join(carpeta.ruta, `danado-${total++}.db`)
    writeFileSync(archivo, Buffer.concat([sano.subarray(0, lugar + 2), Buffer.from([0xc3, 0x28]), sano.subarray(lugar + 4)]))
    const d = abrirDiario({ archivo, clave: null })
    const leidos = d.envios()
    for (const e of leidos) for (const l of d.envio(e.id)?.llamadas ?? []) d.evidencia(l.id)
    if (d.apartado === null) expect(leidos).toHaveLength(CUANTOS)
    else apartados++
    d.cerrar()
  }
  return { apartados, total }
}

it('a log that is lost with the power: what may have left is in doubt, and what waits for its hour waits', () => {
  const archivo = path.join(carpeta.ruta, 'diario.db'), copia = path.join(carpeta.ruta, 'copia.db')
  const d = abrirDiario({ archivo, clave: null })
  for (const [id, para] of [['1', null], ['2', '2026-11-25T01:00:00.000Z']] as const) {
    d.crearEnvio(envio(`e${id}`))
    d.agregarLlamada(`e${id}`, llamada(`l${id}`))
    d.sellarEnvio(`e${id}`, para)
  }
  d.marcarEnviando('l1', CREADO)
  // The answer comes, and with the log its note goes.
  d.cerrarLlamada('l1', cierre())
  copyFileSync(archivo, copia)
  d.cerrar()
  const despues = abrirDiario({ archivo: copia, clave: null })
  expect(despues.apartado).toBeNull()
  expect(despues.recuperar()).toEqual({ desconocidas: 1, canceladas: 0 })
  expect(despues.sinConfirmar('76123456-0')).toHaveLength(2)
  expect(despues.programados().map((e) => e.id)).toEqual(['e2'])
  despues.cerrar()
})

describe('bytes that are no text', { timeout: 120_000 }, () => {
  it('in a row or in the index that repeats it: the journal is set aside, and what can be read is kept', () => {
    const { apartados, total } = danarCadaUno(CREADO)
    expect(total).toBeGreaterThanOrEqual(2 * CUANTOS)
    expect(apartados).toBe(total)
  })

  it.each(['tipo_contenido', 'envio_por_fecha', 'resultado TEXT'])('in the description of the tables (%s)', (texto) => {
    const { apartados, total } = danarCadaUno(texto)
    expect(total).toBeGreaterThan(0)
    expect(apartados).toBe(total)
  })

  it('in tables that are too long to be looked at when it opens: that send is told as one that cannot be read, and the others are read', () => {
    const db = new Database(path.join(carpeta.ruta, 'diario.db'))
    migrar(db)
    const [escribe, lee] = [escritura(db), lectura(db)]
    for (const id of ['1', '2']) {
      escribe.crearEnvio(envio(`e${id}`))
      escribe.agregarLlamada(`e${id}`, llamada(`l${id}`))
      escribe.sellarEnvio(`e${id}`, null)
      escribe.marcarEnviando(`l${id}`, CREADO)
      escribe.cerrarLlamada(`l${id}`, cierre({ veredictos: [{ rutAlumno: 12345678, dvAlumno: '5', resultado: 'rechazado', codigo: '012', mensaje: 'Pérez, señor' }] }))
    }
    db.exec("UPDATE alumno SET mensaje = CAST(x'41C32842' AS TEXT) WHERE llamada_id = 'l1' AND orden = 0")
    expect(() => lee.detalle('e1')).toThrow('not a text')
    expect(() => lee.envio('e1')).toThrow('not a text')
    expect(lee.detalle('e2')?.llamadas[0]?.alumnos[0]).toMatchObject({ mensaje: 'Pérez, señor' })
    expect(lee.envios()).toHaveLength(2)
    expect(lee.ultimosAvances('76123456-0')).toHaveLength(1)
    db.exec("UPDATE avance SET aceptado_en = CAST(x'41C32842' AS TEXT)")
    expect(() => lee.ultimosAvances('76123456-0')).toThrow('not a text')
    db.close()
  })
})
