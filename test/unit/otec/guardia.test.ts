import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conGuardia, esDeLaOtec } from '../../../electron/services/guardia-otec.ts'
import type { ClienteGestor, CredencialesGuardadas } from '../../../electron/services/puertos.ts'
import { armarCuerpo } from '../../../shared/domain/envio.ts'
import { cursoDePrueba } from '../envio/curso-de-prueba.ts'

const A = '76123456-0', B = '77654308-K'
const TOKEN_A = 'A7C3F19E-5B2D-4E68-9F01-3C8D7E6B5A42', TOKEN_B = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
const CUERPO = { cuerpo: { octetos: new Uint8Array(), tipoContenido: '' }, fecha: null }
const CURSO = cursoDePrueba([{ rut: 12_345_678, modulos: { M1: 30 } }])

function guardada(rutOtec: string | null, c: Partial<CredencialesGuardadas> | null) {
  const salio: string[] = [], anotado: string[] = []
  const cliente: ClienteGestor = {
    enviarAvance: (cuerpo, token) => { salio.push(`${cuerpo} ${token}`); return Promise.resolve({ tipo: 'respuesta', httpEstado: 200, texto: '', ...CUERPO }) },
    historialEnvios: (x) => { salio.push(`${x.rutOtec} ${x.token}`); return Promise.resolve({ tipo: 'respuesta', httpEstado: 200, texto: '[]', ...CUERPO }) },
  }
  const leer = (): CredencialesGuardadas | null => c === null ? null : { rutOtec: A, nombre: '', token: TOKEN_A, tokenGuardado: true, ...c }
  const registro = { info: () => undefined, aviso: () => undefined, error: (m: string) => { anotado.push(m); return 'inc' } }
  const credenciales = { leer, guardar: () => Promise.reject(new Error('no')), olvidar: () => Promise.resolve() }
  return { salio, anotado, guardia: conGuardia(cliente, { rutOtec, credenciales, registro }) }
}
const FALLA = { tipo: 'falla', causa: 'otec-ajena', pudoLeerse: false }

describe('the last look before the network', () => {
  it('lets through what is of the OTEC, byte by byte', async () => {
    const { guardia, salio, anotado } = guardada(A, {})
    const cuerpo = armarCuerpo(A, CURSO, 'PSIC-1')
    expect(await guardia.enviarAvance(cuerpo, TOKEN_A)).toMatchObject({ tipo: 'respuesta' })
    expect(await guardia.historialEnvios({ rutOtec: A, token: TOKEN_A }, {})).toMatchObject({ tipo: 'respuesta' })
    expect(salio).toEqual([`${cuerpo} ${TOKEN_A}`, `${A} ${TOKEN_A}`])
    expect(anotado).toEqual([])
  })

  it.each([
    ['a body of another OTEC', A, {}, armarCuerpo(B, CURSO, 'x'), TOKEN_A],
    ['the token of another OTEC', A, {}, armarCuerpo(A, CURSO, 'x'), TOKEN_B],
    ['a course that brings a RUT of its own', A, {}, armarCuerpo(A, { ...CURSO, rutOtec: B } as typeof CURSO, 'x'), TOKEN_A],
    ['a RUT that comes twice: the service takes the last', A, {}, armarCuerpo(A, CURSO, 'x').replace(/\}$/u, `,"rutOtec":"${B}"}`), TOKEN_A],
    ['a RUT that comes twice, once spelt in another way', A, {}, armarCuerpo(A, CURSO, 'x').replace(/\}$/u, `,"rut\\u004ftec":"${B}"}`), TOKEN_A],
    ['a RUT that comes after something else', A, {}, armarCuerpo(B, CURSO, 'x').replace('{', '{"x":1,'), TOKEN_A],
    ['credentials that are of another OTEC', A, { rutOtec: B, token: TOKEN_B }, armarCuerpo(A, CURSO, 'x'), TOKEN_B],
    ['no credentials', A, null, armarCuerpo(A, CURSO, 'x'), TOKEN_A],
    ['a token that was forgotten', A, { token: null }, armarCuerpo(A, CURSO, 'x'), TOKEN_A],
    ['the place without OTEC', null, {}, armarCuerpo(A, CURSO, 'x'), TOKEN_A],
    ['a body that is not JSON', A, {}, 'rutOtec=76123456-0', TOKEN_A],
    ['a body without RUT', A, {}, '{}', TOKEN_A],
    ['a RUT that is not text', A, {}, `{"rutOtec":["${A}"]}`, TOKEN_A],
    ['null', A, {}, 'null', TOKEN_A],
  ])('stops %s', async (_que, rut, credenciales, cuerpo, token) => {
    const { guardia, salio, anotado } = guardada(rut, credenciales)
    expect(await guardia.enviarAvance(cuerpo, token)).toMatchObject(FALLA)
    expect(salio).toEqual([])
    expect(anotado.length).toBe(1)
    expect(anotado.join()).not.toMatch(/7612|7765|A7C3|5EEB/u)
  })

  it('and a question to the history of another', async () => {
    const { guardia, salio } = guardada(A, {})
    expect(await guardia.historialEnvios({ rutOtec: B, token: TOKEN_A }, {})).toMatchObject(FALLA)
    expect(await guardia.historialEnvios({ rutOtec: A, token: TOKEN_B }, {})).toMatchObject(FALLA)
    expect(salio).toEqual([])
  })

  it('whatever text claims to be a body, it goes out only when a parser reads that RUT in it', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.record({ rutOtec: fc.constantFrom(A, B, `${A} `, A.toUpperCase()), x: fc.json() }).map((v) => JSON.stringify(v))), async (cuerpo) => {
      const { guardia, salio } = guardada(A, {})
      await guardia.enviarAvance(cuerpo, TOKEN_A)
      let dice: unknown = null
      try { dice = (JSON.parse(cuerpo) as { rutOtec?: unknown } | null)?.rutOtec } catch { /* not JSON */ }
      expect(salio.length).toBe(dice === A ? 1 : 0)
    }))
  })

  it('a draft that is of nobody is not of the OTEC', () => {
    expect(esDeLaOtec(A, A)).toEqual({ ok: true, valor: {} })
    for (const deQuien of [B, null, undefined, '']) expect(esDeLaOtec(deQuien, A)).toMatchObject({ ok: false, falla: { codigo: 'otec-ajena' } })
  })
})
