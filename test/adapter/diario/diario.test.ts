import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abrirDiario, type DiarioAbierto } from '../../../electron/adapters/diario.ts'
import { VERSION_DIARIO } from '../../../electron/adapters/diario-esquema.ts'
import { CLAVE, RUT, carpetaTemporal, cierre, envio, llamada, todoLoEscrito } from './soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
let diario: DiarioAbierto
const archivo = (): string => path.join(carpeta.ruta, 'sub', 'diario.db')
const abrir = (clave: string | null = CLAVE): DiarioAbierto => abrirDiario({ archivo: archivo(), clave })
const reabrir = (clave: string | null = CLAVE): void => { diario.cerrar(); diario = abrir(clave) }
/** A send of one call, up to where it is asked. */
function uno(hasta: 'listo' | 'enviando' | 'cerrada', id = '1'): void {
  diario.crearEnvio(envio(`e${id}`))
  diario.agregarLlamada(`e${id}`, llamada(`l${id}`))
  diario.sellarEnvio(`e${id}`, null)
  if (hasta !== 'listo') diario.marcarEnviando(`l${id}`, '2026-11-24T18:00:01.000Z')
  if (hasta === 'cerrada') diario.cerrarLlamada(`l${id}`, cierre())
}

beforeEach(() => { carpeta = carpetaTemporal(); diario = abrir() })
afterEach(() => { diario.cerrar(); carpeta.borrar() })

describe('writing and reading', () => {
  it('survives closing and opening, with every byte', () => {
    uno('cerrada')
    reabrir()
    const leido = diario.envio('e1')
    expect(leido?.envio).toEqual({ ...envio('e1'), programadoPara: null, llamadas: [{ id: 'l1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', estado: 'aceptado-con-rechazos', alumnos: 2, aceptados: 1, rechazados: 1, desconocidos: 0 }] })
    expect(leido?.llamadas).toEqual([{
      id: 'l1', codigoEnvio: 'PSIC-l1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', estado: 'aceptado-con-rechazos', causa: null, intentos: 1,
      enviadoEn: '2026-11-24T18:00:01.000Z', respondidoEn: '2026-11-24T18:00:09.000Z', httpEstado: 200, idProceso: '7', respuestaSic: 'ok',
      cuerpo: llamada('l1').cuerpo, sha256: 'f'.repeat(64), respuesta: '{"id_proceso":7,"ñ":1}',
      alumnos: [{ rutAlumno: RUT, dvAlumno: '5', resultado: 'aceptado', codigo: null, mensaje: null }, { rutAlumno: 9562011, dvAlumno: '6', resultado: 'rechazado', codigo: '012', mensaje: 'no registrado' }],
      consultadaEn: null, ausenteDesde: null, constancia: null,
    }])
    expect(diario.envio('otro')).toBeNull()
  })

  it('lists the newest first, and keeps calls in their order', () => {
    diario.crearEnvio(envio('viejo', { creadoEn: '2026-11-20T00:00:00.000Z' }))
    diario.crearEnvio(envio('nuevo', { creadoEn: '2026-11-24T00:00:00.000Z' }))
    diario.crearEnvio(envio('medio', { creadoEn: '2026-11-22T00:00:00.000Z' }))
    for (const [i, oferta] of ['C', 'A', 'B'].entries()) diario.agregarLlamada('nuevo', llamada(`l${i}`, { codigoOferta: oferta }))
    expect(diario.envios().map((e) => e.id)).toEqual(['nuevo', 'medio', 'viejo'])
    expect(diario.envios()[0]?.llamadas.map((l) => l.codigoOferta)).toEqual(['C', 'A', 'B'])
    expect(diario.envio('nuevo')?.llamadas.map((l) => l.codigoOferta)).toEqual(['C', 'A', 'B'])
  })

  it('remembers progress by OTEC; the last word of SENCE stays', () => {
    uno('cerrada')
    diario.agregarLlamada('e1', llamada('l2'))
    diario.sellarEnvio('e1', null)
    diario.marcarEnviando('l2', 'x')
    diario.cerrarLlamada('l2', cierre({ avances: [{ rutAlumno: RUT, codigoModulo: 'M1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 15 }, { rutAlumno: RUT, codigoModulo: 'M2', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 3 }] }))
    reabrir()
    expect(diario.ultimosAvances('76123456-0').map((a) => [a.codigoModulo, a.porcentaje])).toEqual([['M1', 15], ['M2', 3]])
    expect(diario.ultimosAvances('77777777-7')).toEqual([])
  })
})

describe('states on disk', () => {
  it('an answer never overwrites another, a call never starts twice, and nothing of a refused step stays', () => {
    uno('cerrada')
    expect(() => { diario.marcarEnviando('l1', 'x') }).toThrow('does not take')
    expect(() => { diario.cerrarLlamada('l1', cierre({ estado: 'rechazado', idProceso: '8', avances: [] })) }).toThrow('does not take')
    expect(diario.envio('e1')?.llamadas[0]).toMatchObject({ estado: 'aceptado-con-rechazos', idProceso: '7', intentos: 1 })
    diario.agregarLlamada('e1', llamada('l2'))
    expect(() => { diario.cerrarLlamada('l2', cierre()) }).toThrow('does not take')
    expect(() => { diario.marcarEnviando('no-existe', 'x') }).toThrow('does not take')
  })

  it('two calls never share a code, and the refused one leaves nothing', () => {
    uno('listo')
    expect(() => { diario.agregarLlamada('e1', llamada('l2', { codigoEnvio: 'PSIC-l1' })) }).toThrow('UNIQUE')
    expect(diario.envio('e1')?.llamadas).toHaveLength(1)
  })

  it('at start-up what was in flight is unknown, what never started is cancelled, and what ended stays', () => {
    uno('cerrada', '1'); uno('enviando', '2'); uno('listo', '3')
    reabrir()
    expect(diario.recuperar()).toEqual({ desconocidas: 1, canceladas: 1 })
    reabrir()
    expect(['e1', 'e2', 'e3'].map((id) => diario.envio(id)?.llamadas[0]).map((l) => [l?.estado, l?.causa, l?.alumnos[0]?.resultado])).toEqual([
      ['aceptado-con-rechazos', null, 'aceptado'], ['desconocido', 'interrumpida', 'desconocido'], ['cancelado', 'cancelada-por-cierre', 'no-enviado'],
    ])
    expect(diario.recuperar()).toEqual({ desconocidas: 0, canceladas: 0 })
  })

  it('cancels only what has not started, of that send', () => {
    uno('enviando', '1'); diario.agregarLlamada('e1', llamada('l1b')); uno('listo', '2')
    diario.cancelarPendientes('e1', 'cancelada-por-persona')
    expect(diario.envio('e1')?.llamadas.map((l) => l.estado)).toEqual(['enviando', 'cancelado'])
    expect(diario.envio('e2')?.llamadas.map((l) => l.estado)).toEqual(['listo'])
  })
})

describe('at rest', () => {
  it('with a key no RUT and no word lies in clear in any file; without one it does, and says so', () => {
    uno('cerrada')
    expect(diario.cifrado).toBe(true)
    expect(todoLoEscrito(carpeta.ruta)).not.toMatch(/12345678|OF-1|rutAlumno|no registrado/u)
    const claro = abrirDiario({ archivo: path.join(carpeta.ruta, 'claro.db'), clave: null })
    expect(claro.cifrado).toBe(false)
    claro.crearEnvio(envio('e1'))
    claro.agregarLlamada('e1', llamada('l1'))
    claro.cerrar()
    expect(todoLoEscrito(carpeta.ruta)).toContain('12345678')
  })

  it.each([['another key', 'cd'.repeat(32)], ['no key', null]])('%s cannot open it: it is put aside whole, and a new one begins', (_nombre, clave) => {
    uno('cerrada')
    reabrir(clave)
    expect(diario.envios()).toEqual([])
    expect(diario.apartado).toMatch(/diario\.db\.ilegible-\d{8}-\d{6}$/u)
    const viejo = abrirDiario({ archivo: diario.apartado ?? '', clave: CLAVE })
    expect(viejo.envios().map((e) => e.id)).toEqual(['e1'])
    viejo.cerrar()
  })

  it('one in clear stays in clear when a key appears', () => {
    diario.cerrar()
    const otro = path.join(carpeta.ruta, 'claro.db')
    const primero = abrirDiario({ archivo: otro, clave: null })
    primero.crearEnvio(envio('e1'))
    primero.cerrar()
    diario = abrirDiario({ archivo: otro, clave: CLAVE })
    expect(diario).toMatchObject({ cifrado: false, apartado: null })
    expect(diario.envios().map((e) => e.id)).toEqual(['e1'])
  })

  it('a file that is no journal is put aside', () => {
    diario.cerrar()
    const otro = path.join(carpeta.ruta, 'basura.db')
    writeFileSync(otro, 'esto no es una base de datos'.repeat(500))
    diario = abrirDiario({ archivo: otro, clave: null })
    expect(diario.apartado).not.toBeNull()
    expect(readdirSync(carpeta.ruta).filter((n) => n.startsWith('basura.db.ilegible')).length).toBe(1)
  })

  it('keeps a write-ahead log, knows its version, and leaves alone a file of a later program', () => {
    diario.cerrar()
    const db = new Database(archivo(), { encryptionCipher: 'aes256cbc', encryptionKey: CLAVE } as Database.Options)
    expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: VERSION_DIARIO })
    db.exec(`PRAGMA user_version = ${VERSION_DIARIO + 1}`)
    db.close()
    expect(() => abrir()).toThrow('newer than this program')
    const otra = new Database(archivo(), { encryptionCipher: 'aes256cbc', encryptionKey: CLAVE } as Database.Options)
    otra.exec(`PRAGMA user_version = ${VERSION_DIARIO}`)
    otra.close()
    diario = abrir()
  })
})
