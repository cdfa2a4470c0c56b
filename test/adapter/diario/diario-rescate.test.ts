import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abrirDiario, type DiarioAbierto } from '../../../electron/adapters/diario.ts'
import { CLAVE, carpetaTemporal, cierre, envio, llamada } from './soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
const archivo = (): string => path.join(carpeta.ruta, 'diario.db')
const CUANTOS = 60
const cuerpoDe = (i: number): string => JSON.stringify({ rutOtec: '76123456-0', token: '[token]', n: i, relleno: 'ñ'.repeat(3000), listaAlumnos: [{ rutAlumno: 12345678, dvAlumno: '5' }, { rutAlumno: 9562011, dvAlumno: '6' }] })

beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })
/** Sends that were answered, and at the end one on its way, one waiting for its hour and one that never started. */
function escribir(clave: string | null): void {
  const diario = abrirDiario({ archivo: archivo(), clave })
  for (let i = 0; i < CUANTOS; i++) {
    diario.crearEnvio(envio(`e${i}`))
    diario.agregarLlamada(`e${i}`, llamada(`l${i}`, { cuerpo: cuerpoDe(i) }))
    if (i === CUANTOS - 1) break
    diario.sellarEnvio(`e${i}`, i === CUANTOS - 2 ? '2026-11-25T01:00:00.000Z' : null)
    if (i === CUANTOS - 2) continue
    diario.marcarEnviando(`l${i}`, '2026-11-24T18:00:01.000Z')
    if (i < CUANTOS - 3) diario.cerrarLlamada(`l${i}`, cierre())
  }
  diario.cerrar()
}
const reabrir = (clave: string | null): DiarioAbierto => abrirDiario({ archivo: archivo(), clave })
const llamadasDe = (d: DiarioAbierto) => d.envios().flatMap((e) => d.envio(e.id)?.llamadas ?? [])

describe.each([['in clear', null], ['encrypted', CLAVE]] as const)('a journal %s', (_nombre, clave) => {
  it('cut short: what is left is read, and the file stays as it was found', { timeout: 120_000 }, () => {
    escribir(clave)
    const sano = readFileSync(archivo())
    const sabidas: string[] = []
    for (const parte of [0.6, 0.99]) {
      const otro = `${archivo()}.${parte}`
      writeFileSync(otro, sano.subarray(0, Math.floor(sano.length * parte)))
      const d = abrirDiario({ archivo: otro, clave })
      expect(readFileSync(d.apartado ?? '')).toEqual(sano.subarray(0, Math.floor(sano.length * parte)))
      expect(d.rescatadas, String(parte)).toBeGreaterThan(CUANTOS / 4)
      for (const l of llamadasDe(d)) {
        if (l.cuerpo !== '') expect(l.cuerpo).toBe(cuerpoDe(Number(l.id.slice(1))))
        // What of a call could not be read is in doubt, and SENCE will be asked.
        if (l.estado !== 'aceptado-con-rechazos') expect(l.estado).toBe('desconocido')
        else { sabidas.push(l.id); expect(l).toMatchObject({ idProceso: '7', alumnos: [{ resultado: 'aceptado' }, { resultado: 'rechazado', codigo: '012' }] }) }
      }
      // It is a journal like any other from here on.
      d.crearEnvio(envio('nuevo'))
      d.agregarLlamada('nuevo', llamada('ln'))
      d.cerrar()
      const otra = abrirDiario({ archivo: otro, clave })
      expect(otra).toMatchObject({ apartado: null, rescatadas: 0 })
      expect(otra.envio('nuevo')?.llamadas).toHaveLength(1)
      otra.cerrar()
    }
    expect(sabidas.length).toBeGreaterThan(3)
  })

  it('with bytes changed anywhere: it opens, what it says can be read, and what had not ended is in doubt', { timeout: 120_000 }, () => {
    escribir(clave)
    const sano = readFileSync(archivo())
    let apartados = 0
    for (let desde = 700; desde + 900 < sano.length; desde += Math.floor(sano.length / 25)) {
      const otro = `${archivo()}.${desde}`
      writeFileSync(otro, Buffer.concat([sano.subarray(0, desde), Buffer.from(sano.subarray(desde, desde + 900)).map((b) => b ^ 0x5a), sano.subarray(desde + 900)]))
      const d = abrirDiario({ archivo: otro, clave })
      const leidas = llamadasDe(d)
      if (d.apartado !== null) {
        apartados++
        for (const l of leidas) expect(['aceptado-con-rechazos', 'desconocido'], `${desde} ${l.id}`).toContain(l.estado)
      }
      d.cerrar()
    }
    // Otherwise nothing of this was looked at.
    expect(apartados).toBeGreaterThan(5)
  })
})

it('a whole journal is not touched', () => {
  escribir(null)
  const d = reabrir(null)
  expect(d).toMatchObject({ apartado: null, rescatadas: 0 })
  expect(d.recuperar()).toEqual({ desconocidas: 1, canceladas: 1 })
  expect(llamadasDe(d)).toHaveLength(CUANTOS)
  d.cerrar()
})
