import { A, B, abrirOficina, codigo, finDeEnvio, muestra, procesosEn, valor, type Oficina } from '../perfiles/soporte.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contarPerfil } from '../../../electron/adapters/contenido-perfil.ts'
import { construirMuestra } from '../../../electron/adapters/plantilla/muestra.ts'
import type { Orden } from '../../../electron/orden/argumentos.ts'
import { comoJson, ejecutar, salidaDe, type Entorno, type Resultado } from '../../../electron/orden/ejecutar.ts'
import { SALIDAS } from '../../../electron/orden/textos.ts'
import { falla } from '../../../electron/services/fallas.ts'
import { obtenerClaveDatos } from '../../../electron/adapters/clave-datos.ts'
import { hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import { fallar } from '../../../shared/ipc/result.ts'
import { archivoCon } from '../planilla/soporte.ts'

let o: Oficina
let dicho: string[]
let ahora = (): Date => new Date('2026-11-25T01:30:00Z') // 22:30 in Santiago
let alDecir: (linea: string) => void
let alEsperar: () => void
/** Shows the waiting a clock that goes on only by what it waits. */
let transcurrido = 0
const desde = (instante: string): void => { transcurrido = 0; ahora = () => new Date(Date.parse(instante) + transcurrido) }
beforeEach(async () => { o = await abrirOficina(); dicho = []; alDecir = () => undefined; alEsperar = () => undefined; ahora = () => new Date('2026-11-25T01:30:00Z') })
afterEach(async () => { await o.cerrar() })

const entorno = (): Entorno => ({
  espacios: o.espacios, perfiles: () => o.disco.lista(), azar: () => 0.5, ahora: () => ahora(), decir: (l) => { dicho.push(l); alDecir(l) },
  esperar: (ms) => { transcurrido += ms; alEsperar(); return Promise.resolve() },
  registro: { info: () => undefined, aviso: () => undefined, error: () => 'inc' },
  contar: async (rut) => contarPerfil(o.disco.carpetaDe(rut), (await obtenerClaveDatos(o.carpeta, o.sellador)).clave),
})
async function enviar(cambio: Partial<Extract<Orden, { tipo: 'enviar' }>> = {}): Promise<Resultado> {
  const r = await ejecutar({ tipo: 'enviar', archivo: cambio.archivo ?? await muestra(), perfil: null, soloValidar: false, loCorrecto: false, esperarVentana: false, json: false, ...cambio }, entorno())
  expect(JSON.stringify([r, dicho])).not.toMatch(/A7C3F19E|5EEBF607/u)
  expect(JSON.parse(comoJson(r))).toMatchObject({ salida: SALIDAS[r.salida], resultado: r.salida })
  for (const linea of [...r.texto, ...dicho]) expect(linea.length).toBeGreaterThan(10)
  return r
}
const conProblemas = async (): Promise<string> => archivoCon('malo.xlsx', await construirMuestra('con-problemas', hoyEnSantiago(new Date())))
/** A kept, and nothing open: as the task scheduler finds it. */
async function soloA(): Promise<void> {
  valor(await o.espacios.entrar('real'))
  valor(await o.perfiles.guardarCredenciales(A))
  valor(await o.espacios.entrar('practica'))
}
const enviosDeA = async (): Promise<unknown[]> => valor(valor(await o.espacios.prestar({ rutOtec: A.rutOtec }, (e) => Promise.resolve(e.envios.lista()))))

it.each([
  ['aceptado', ['aceptado'], null, 0, 'bien'], ['aceptado', ['aceptado'], null, 1, 'rechazos'], ['aceptado-con-rechazos', ['aceptado-con-rechazos'], '012', 0, 'rechazos'], ['rechazado', ['rechazado'], '003', 0, 'rechazos'],
  ['desconocido', ['aceptado', 'desconocido'], '001', 0, 'sin-confirmar'], ['rechazado', ['rechazado', 'cancelado'], '001', 0, 'credenciales'], ['rechazado', ['rechazado'], '002', 0, 'red'],
  ['fallido', ['aceptado', 'fallido'], null, 0, 'red'], ['cancelado', ['aceptado', 'cancelado'], null, 0, 'ocupado'],
] as const)('%s of %j with code %s and %i left out ends as %s', (estado, llamadas, codigoDe, omitidos, salida) => {
  expect(salidaDe({ estado, llamadas: llamadas.map((e) => ({ estado: e, alumnos: [{ codigo: codigoDe }] })) }, omitidos)).toBe(salida)
})

describe('sending by an order', () => {
  it('0: all accepted, in the journal of the OTEC, its draft counted as sent', async () => {
    await soloA()
    const r = await enviar()
    expect(r).toMatchObject({ salida: 'bien', datos: { perfil: { rutOtec: A.rutOtec }, envio: { estado: 'aceptado', rechazados: 0, omitidos: 0 } } })
    expect(await procesosEn(o.gestores.a, A)).toBe(1)
    expect(await enviosDeA()).toMatchObject([{ estado: 'aceptado', rutOtec: A.rutOtec }])
    expect(valor(valor(await o.espacios.prestar({ rutOtec: A.rutOtec }, (e) => e.planillas.lista())))).toMatchObject([{ enviado: true }])
  })

  it('0 and 2: only validating sends nothing, and leaves no draft', async () => {
    await soloA()
    expect(await enviar({ soloValidar: true })).toMatchObject({ salida: 'bien' })
    const mala = await enviar({ soloValidar: true, archivo: await conProblemas() })
    expect(mala).toMatchObject({ salida: 'planilla', datos: { planilla: { errores: 10 } } })
    expect(mala.texto[0]).toMatch(/^Error en \S+ [A-Z]+\d+: /u)
    expect(await procesosEn(o.gestores.a, A)).toBe(0)
    expect(valor(valor(await o.espacios.prestar({ rutOtec: A.rutOtec }, (e) => e.planillas.lista())))).toEqual([])
  })

  it('1: an OTEC that is not there, or not said when there are two', async () => {
    expect(await enviar()).toMatchObject({ salida: 'uso' })
    await soloA()
    valor(await o.perfiles.agregar(B))
    expect(await enviar()).toMatchObject({ salida: 'uso' })
    expect(await enviar({ perfil: 'Otra' })).toMatchObject({ salida: 'uso' })
    expect(await enviar({ perfil: A.rutOtec })).toMatchObject({ salida: 'bien' })
    // The one on screen stayed there, and has nothing of it.
    expect(o.espacios.actual()?.lugar).toMatchObject({ rutOtec: B.rutOtec })
    expect(valor(o.espacios.actual()?.envios.lista() ?? fallar(falla('sin-credenciales')))).toEqual([])
  })

  it('2: a workbook that is not there, that is none, or with errors; nothing is sent', async () => {
    await soloA()
    expect(await enviar({ archivo: '/no/esta.xlsx' })).toMatchObject({ salida: 'planilla', datos: { falla: { codigo: 'archivo-no-existe' } } })
    expect(await enviar({ archivo: await archivoCon('x.xlsx', 'hola') })).toMatchObject({ salida: 'planilla' })
    expect(await enviar({ archivo: await conProblemas() })).toMatchObject({ salida: 'planilla' })
    expect(await procesosEn(o.gestores.a, A)).toBe(0)
  })

  it('3: with --enviar-lo-correcto the alumnos without errors go, and the others are counted', async () => {
    await soloA()
    const r = await enviar({ archivo: await conProblemas(), loCorrecto: true })
    expect(r).toMatchObject({ salida: 'rechazos', datos: { envio: { omitidos: 6 } } })
    expect(await procesosEn(o.gestores.a, A)).toBeGreaterThan(0)
  })

  it('4: the answer never came; it is not sent again', async () => {
    await soloA()
    o.gestores.a.malasManeras.cortarDespuesDeProcesar = true
    const r = await enviar()
    expect(r).toMatchObject({ salida: 'sin-confirmar', datos: { envio: { estado: 'desconocido' } } })
    expect(r.texto.at(-1)).toContain('No lo envíe otra vez')
    delete o.gestores.a.malasManeras.cortarDespuesDeProcesar
    expect(await procesosEn(o.gestores.a, A)).toBe(1)
    expect(await ejecutar({ tipo: 'estado', perfil: null, json: false }, entorno())).toMatchObject({ salida: 'sin-confirmar', datos: { perfiles: [{ rutOtec: A.rutOtec, sinConfirmar: 1, envios: 1 }] } })
  })

  it('5: nobody there', async () => {
    await soloA()
    await o.gestores.a.cerrar()
    expect(await enviar()).toMatchObject({ salida: 'red', datos: { envio: { estado: 'fallido' } } })
  })

  it('6: no token, or one that SENCE does not know', async () => {
    await soloA()
    o.hacia('b')
    expect(await enviar()).toMatchObject({ salida: 'credenciales', datos: { envio: {} } })
    valor(await o.perfiles.olvidarToken(A.rutOtec))
    const r = await enviar()
    expect(r).toMatchObject({ salida: 'credenciales' })
    expect(r.datos).not.toHaveProperty('planilla')
  })

  it('7: the window is sending for that OTEC', async () => {
    valor(await o.espacios.entrar('real'))
    valor(await o.perfiles.guardarCredenciales(A))
    const espacio = o.espacios.actual()
    const { id } = valor(await espacio?.importar(await muestra()) ?? fallar(falla('sin-credenciales')))
    o.gestores.a.malasManeras.demoraMs = 1500
    const termino = finDeEnvio(o)
    expect(codigo(await espacio?.envios.enviar({ borradorId: id }) ?? { ok: true, valor: 0 })).toBe('ok')
    expect(await enviar()).toMatchObject({ salida: 'ocupado' })
    await termino
    expect(await procesosEn(o.gestores.a, A)).toBe(1)
  })

  it('8: what nobody expected has an incident, and nothing else', async () => {
    await soloA()
    const e = entorno()
    e.espacios = { prestar: () => Promise.reject(new Error(`boom ${A.token}`)) }
    const r = await ejecutar({ tipo: 'enviar', archivo: '/a.xlsx', perfil: null, soloValidar: false, loCorrecto: false, esperarVentana: false, json: false }, e)
    expect(r.salida).toBe('interno')
    expect(r.texto.join()).toContain('inc')
    expect(r.texto.join()).not.toContain('A7C3F19E')
  })

  it('waits for an instant of its own in the hours that SENCE asks for; in them, not at all', async () => {
    await soloA()
    desde('2026-11-25T00:00:00Z') // 21:00
    let salio: Date | null = null
    alDecir = (l) => { if (l.includes('Enviando')) salio ??= ahora() }
    expect(await enviar({ esperarVentana: true })).toMatchObject({ salida: 'bien' })
    expect(dicho.join('\n')).toContain('hoy a las 23:00')
    expect(salio).toEqual(new Date('2026-11-25T02:00:00Z'))
    dicho = []
    ahora = () => new Date('2026-11-25T02:59:00Z')
    await enviar({ esperarVentana: true })
    expect(dicho.join()).not.toContain('Esperando')
  })

  it('slept through its hour: it waits for the next night, and nothing goes by day', async () => {
    await soloA()
    desde('2026-11-25T00:00:00Z')
    const esperas = (): number => dicho.filter((l) => l.includes('Esperando')).length
    let salio: Date | null = null
    alDecir = (l) => { if (l.includes('Enviando')) salio ??= ahora() }
    alEsperar = () => { if (esperas() === 1) desde('2026-11-25T13:00:00Z') } // ten in the morning
    expect(await enviar({ esperarVentana: true })).toMatchObject({ salida: 'bien' })
    expect(esperas()).toBe(2)
    expect(salio).toEqual(new Date('2026-11-26T02:00:00Z'))
  })

  it('state of what is kept: nothing, then one', async () => {
    expect(await ejecutar({ tipo: 'estado', perfil: null, json: true }, entorno())).toMatchObject({ salida: 'bien', datos: { perfiles: [] } })
    await soloA()
    await enviar()
    expect(await ejecutar({ tipo: 'estado', perfil: 'capacita sur', json: true }, entorno())).toMatchObject({ salida: 'bien', datos: { perfiles: [{ rutOtec: A.rutOtec, conToken: true, envios: 1, sinConfirmar: 0, planillas: 1 }] } })
  })
})
