import '../credenciales/sin-electron.ts'
import { appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abrirAlmacen } from '../../../electron/adapters/almacen.ts'
import { abrirAlmacenVigia } from '../../../electron/adapters/almacen-vigia.ts'
import { ojoDeCarpeta } from '../../../electron/adapters/ojo-carpeta.ts'
import { crearVigia, esDePaso, type ServicioVigia } from '../../../electron/services/carpeta-vigilada.ts'
import { falla } from '../../../electron/services/fallas.ts'
import { TEXTOS_VIGIA } from '../../../electron/services/textos-vigia.ts'
import type { Novedad } from '../../../shared/ipc/modelos-vigia.ts'
import { fallar, ok, type Falla } from '../../../shared/ipc/result.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

let temporal: ReturnType<typeof carpetaTemporal>
let carpeta: string
let ahora: Date, errores: number, noAbre: Falla | null, noPrograma: Falla | null
let importados: string[], programados: string[], avisos: (Novedad | null)[]
beforeEach(() => {
  temporal = carpetaTemporal()
  carpeta = path.join(temporal.ruta, 'entrada')
  mkdirSync(carpeta)
  ahora = new Date('2026-11-24T15:00:00Z'); errores = 0; noAbre = null; noPrograma = null; importados = []; programados = []; avisos = []
})
afterEach(() => { temporal.borrar() })

const resumen = (id: string) => ({
  id, nombreArchivo: id, disposicion: 'por-hojas' as const, version: 1, tablas: [], errores, avisos: 0, informaciones: 0, puedeDeshacer: false, puedeRehacer: false, textoDeshacer: null, textoRehacer: null, notas: [],
  sinCambiosTrasRechazo: 0, cursos: [{ codigoOferta: 'O', codigoGrupo: 'G', alumnos: 2, modulos: 2, enviables: 2, conError: 0 }],
})
/** The service on the same memory, as after a restart. */
const abrir = (): ServicioVigia => crearVigia({
  ojo: ojoDeCarpeta, almacen: abrirAlmacenVigia(temporal.ruta), reloj: { ahora: () => ahora }, registro: { info: () => undefined, aviso: () => undefined, error: () => 'inc' },
  trabajo: {
    importar: (ruta) => { importados.push(path.basename(ruta)); return Promise.resolve(noAbre === null ? ok(resumen(`b-${importados.length}`)) : fallar(noAbre)) },
    programar: (id) => { if (noPrograma !== null) return Promise.resolve(fallar(noPrograma)); programados.push(id); return Promise.resolve(ok({ envioId: `e-${id}`, para: '2026-11-25T01:41:00Z' })) },
  },
  avisar: (_v, n) => { avisos.push(n) },
})
const poner = (nombre: string, texto = nombre): void => { writeFileSync(path.join(carpeta, nombre), texto) }
const dos = async (v: ServicioVigia): Promise<void> => { await v.ronda(); await v.ronda() }

describe('a watched folder', () => {
  it('takes each new file once, when it stopped changing; what was there, copies and new names of it are not new', async () => {
    poner('vieja.xlsx')
    const v = abrir()
    expect(await v.elegir(carpeta)).toMatchObject({ carpeta, alcanzable: true })
    await dos(v)
    expect(importados).toEqual([])
    poner('a.xlsx', 'mitad')
    expect(await v.ronda()).toBe(true)
    appendFileSync(path.join(carpeta, 'a.xlsx'), ' y resto')
    expect(await v.ronda()).toBe(true)
    expect(importados).toEqual([])
    expect(await v.ronda()).toBe(false)
    expect(importados).toEqual(['a.xlsx'])
    copyFileSync(path.join(carpeta, 'a.xlsx'), path.join(carpeta, 'copia de a.xlsx'))
    renameSync(path.join(carpeta, 'vieja.xlsx'), path.join(carpeta, 'otro nombre.xlsx'))
    await dos(v)
    await dos(abrir())
    expect(importados).toEqual(['a.xlsx'])
    poner('a.xlsx', 'otro día')
    await dos(v)
    expect(importados).toEqual(['a.xlsx', 'a.xlsx'])
    expect(v.estado().novedades).toMatchObject([{ archivo: 'a.xlsx', resultado: 'abierta', borradorId: 'b-2' }, { resultado: 'abierta', borradorId: 'b-1' }])
  })

  it.each(['~$avance.xlsx', '.~lock.avance.xlsx#', '~WRL0001.tmp', 'avance.xlsx.part', 'avance.xlsx.crdownload', 'avance.xlsx.tmp', '.avance.xlsx', 'avance.tmp.xlsx', '~avance.xlsx', 'avance.xlsx~'])('%s is on its way', (nombre) => {
    expect(esDePaso(nombre)).toBe(true)
  })
  it.each(['avance.xlsx', 'Avance (1).csv', 'tmp.xlsx', 'avance~1.xls', 'informe.parte1.ods'])('%s is not', (nombre) => { expect(esDePaso(nombre)).toBe(false) })

  it('passes over what is no workbook, is empty or is on its way', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    for (const n of ['nota.pdf', '~$b.xlsx', 'x.xlsx.part']) poner(n)
    poner('vacia.xlsx', '')
    mkdirSync(path.join(carpeta, 'carpeta.xlsx'))
    await dos(v)
    expect(importados).toEqual([])
  })

  it('a folder that goes is said once, and taken up again by itself', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    renameSync(carpeta, `${carpeta}-ida`)
    await dos(v)
    expect(v.estado().alcanzable).toBe(false)
    expect(avisos).toEqual([null])
    renameSync(`${carpeta}-ida`, carpeta)
    poner('nueva.xlsx')
    await dos(v)
    expect(v.estado().alcanzable).toBe(true)
    expect(importados).toEqual(['nueva.xlsx'])
    await v.elegir(null)
    poner('otra.xlsx')
    await dos(v)
    expect(importados).toEqual(['nueva.xlsx'])
  })

  it('what cannot be opened is told; what could not be tried stays new', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    poner('a.xlsx')
    noAbre = { ...falla('curso-no-existe'), codigo: 'importacion-en-curso' }
    await dos(v)
    expect(v.estado().novedades).toEqual([])
    noAbre = falla('curso-no-existe')
    await v.ronda()
    expect(v.estado().novedades).toMatchObject([{ archivo: 'a.xlsx', resultado: 'no-abierta' }])
    await dos(v)
    expect(importados.length).toBe(2)
  })

  it('a file that ends the process that reads it is tried twice, and told', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    noAbre = { ...falla('curso-no-existe'), codigo: 'proceso-terminado' }
    poner('a.xlsx')
    for (let n = 0; n < 5; n++) await v.ronda()
    expect(importados).toHaveLength(2)
    expect(v.estado().novedades).toMatchObject([{ resultado: 'no-abierta' }])
  })

  it('leaves for the night what has no errors, once, and says when it goes', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    v.hacer('enviar')
    errores = 1
    poner('mala.xlsx')
    await dos(v)
    errores = 0
    poner('buena.xlsx')
    await dos(v)
    await dos(abrir())
    expect(programados).toEqual(['b-2'])
    expect(v.estado().novedades).toMatchObject([{ resultado: 'programada', envioId: 'e-b-2', borradorId: 'b-2', detalle: 'Se enviará hoy a las 22:41, si Puente SIC está abierto o junto al reloj.' }, { resultado: 'con-errores' }])
    expect(avisos.filter((n) => n !== null).map((n) => n.resultado)).toEqual(['con-errores', 'programada'])
  })

  it('waits while another send is under way; what cannot be programmed is told', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    v.hacer('enviar')
    noPrograma = falla('envio-en-curso')
    poner('a.xlsx')
    await dos(v)
    await dos(abrir())
    expect(v.estado().novedades).toMatchObject([{ resultado: 'abierta', envioId: null }])
    expect(avisos).toEqual([null])
    noPrograma = falla('todos-sin-confirmar')
    const w = abrir()
    await dos(w)
    expect(w.estado().novedades).toMatchObject([{ resultado: 'no-programada', envioId: null }])
    noPrograma = null
    await dos(abrir())
    expect(programados).toEqual([])
  })

  it('by default it programs nothing, and what still waited when the person chose that is let be', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    expect(v.estado().queHacer).toBe('abrir')
    poner('a.xlsx')
    await dos(v)
    v.hacer('enviar')
    noPrograma = falla('envio-en-curso')
    poner('b.xlsx')
    await dos(v)
    v.hacer('abrir')
    noPrograma = null
    await dos(v)
    v.hacer('enviar')
    await dos(v)
    expect(programados).toEqual([])
  })

  it('a crash while it is being opened does not take it twice; while it is being programmed, it is asked for again', async () => {
    let cae: 'importar' | 'programar' = 'importar'
    const v = crearVigia({ ojo: ojoDeCarpeta, almacen: abrirAlmacenVigia(temporal.ruta), reloj: { ahora: () => ahora }, registro: { info: () => undefined, aviso: () => undefined, error: () => 'inc' }, avisar: () => undefined,
      trabajo: { importar: (r) => cae === 'importar' ? Promise.reject(new Error('crash')) : Promise.resolve(ok(resumen(path.basename(r)))), programar: () => Promise.reject(new Error('crash')) } })
    await v.elegir(carpeta)
    v.hacer('enviar')
    poner('a.xlsx')
    await v.ronda()
    await expect(v.ronda()).rejects.toThrow('crash')
    cae = 'programar'
    poner('b.xlsx')
    await v.ronda()
    await expect(v.ronda()).rejects.toThrow('crash')
    const w = abrir()
    await dos(w)
    expect(importados).toEqual([])
    expect(programados).toEqual(['b.xlsx'])
    expect(w.estado().novedades).toMatchObject([{ archivo: 'b.xlsx', resultado: 'programada' }, { archivo: 'a.xlsx', resultado: 'no-abierta', detalle: TEXTOS_VIGIA.interrumpida }])
    expect(abrir().estado().novedades).toHaveLength(2)
  })

  it('one that is programmed already, by the person or just before a crash, is said to be', async () => {
    const v = abrir()
    await v.elegir(carpeta)
    v.hacer('enviar')
    noPrograma = falla('ya-programado')
    poner('a.xlsx')
    await dos(v)
    expect(v.estado().novedades).toMatchObject([{ resultado: 'programada', detalle: TEXTOS_VIGIA.enEnvios }])
    noPrograma = null
    await dos(abrir())
    expect(programados).toEqual([])
  })

  it('what an earlier program kept is still read, and what waited in it still goes', async () => {
    const deAntes = (id: string, resultado: string, detalle = '') => ({ id, archivo: `${id}.xlsx`, cuando: '2026-11-20T15:00:00Z', resultado, detalle, borradorId: `b-${id}`, envioId: null })
    abrirAlmacen(temporal.ruta, 'vigilada', true).poner('memoria', { carpeta, queHacer: 'enviar', vistos: ['1'], novedades: [
      deAntes('5', 'en-espera'), deAntes('4', 'en-espera'), { roto: true }, deAntes('3', 'enviando'), deAntes('2', 'enviada', 'SENCE aceptó a 42 alumnos.'), deAntes('1', 'no-enviada', 'Token inválido.'), deAntes('0', 'con-errores'),
    ] })
    const v = abrir()
    expect(v.estado().novedades.map((n) => [n.id, n.resultado, n.detalle])).toEqual([
      ['5', 'abierta', ''], ['4', 'abierta', ''], ['3', 'programada', TEXTOS_VIGIA.enEnvios], ['2', 'programada', 'SENCE aceptó a 42 alumnos.'], ['1', 'no-programada', 'Token inválido.'], ['0', 'con-errores', ''],
    ])
    await v.ronda()
    await abrir().ronda()
    expect(programados).toEqual(['b-4', 'b-5'])
  })

  it('tells that something changed where the system can', async () => {
    const cambio = new Promise<void>((r) => { const dejar = ojoDeCarpeta.alCambiar(carpeta, () => { dejar(); r() }) })
    poner('x.xlsx')
    await cambio
    expect(await ojoDeCarpeta.huella(path.join(carpeta, 'no-esta'))).toBeNull()
    rmSync(carpeta, { recursive: true })
    ojoDeCarpeta.alCambiar(carpeta, () => undefined)()
    expect(await ojoDeCarpeta.mirar(carpeta)).toBeNull()
  })
})
