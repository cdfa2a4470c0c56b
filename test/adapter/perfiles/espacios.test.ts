import { A, B, abrirOficina, codigo, finDeEnvio, muestra, procesosEn, valor, type Oficina } from './soporte.ts'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PLANILLA_CON_OTEC, libroConOtec } from './libro-con-otec.ts'

let o: Oficina
beforeEach(async () => { o = await abrirOficina() })
afterEach(async () => { await o.cerrar() })

const abierto = () => { const e = o.espacios.actual(); if (e === null) throw new Error('no space'); return e }
const planillas = async (): Promise<string[]> => valor(await abierto().planillas.lista()).map((b) => b.id)
const deDisco = (rut: string, archivo: string): string => path.join(o.disco.carpetaDe(rut), archivo)

/** Both OTECs, each with a draft made in her space; A on screen. */
async function dosOtecs(): Promise<{ deA: string; deB: string }> {
  valor(await o.espacios.entrar('real'))
  valor(await o.perfiles.guardarCredenciales(B))
  const deB = valor(await abierto().importar(await muestra())).id
  valor(await o.perfiles.agregar(A))
  const deA = valor(await abierto().importar(await muestra())).id
  return { deA, deB }
}

describe('two OTECs', () => {
  it('each with her own drafts and sends, last used first', async () => {
    const { deA, deB } = await dosOtecs()
    expect(await planillas()).toEqual([deA])
    const termino = finDeEnvio(o)
    const { envioId } = valor(await abierto().envios.enviar({ borradorId: deA }))
    await termino
    expect(await procesosEn(o.gestores.a, A)).toBeGreaterThan(0)
    expect(valor(abierto().envios.lista())).toMatchObject([{ id: envioId, rutOtec: A.rutOtec }])
    expect((await o.espacios.estado()).perfiles).toEqual([{ rutOtec: A.rutOtec, nombre: A.nombre, conToken: true }, { rutOtec: B.rutOtec, nombre: B.nombre, conToken: true }])

    valor(await o.espacios.entrarEn(B.rutOtec))
    expect(await planillas()).toEqual([deB])
    expect(valor(abierto().envios.lista())).toEqual([])
    expect(codigo(await abierto().planillas.resumen(deA))).toBe('borrador-no-existe')
    expect(codigo(await abierto().envios.previo({ borradorId: deA }))).toBe('borrador-no-existe')
    expect(codigo(await abierto().envios.enviar({ borradorId: deA }))).toBe('borrador-no-existe')
    expect(codigo(await abierto().envios.corregir({ envioId }))).toBe('envio-no-existe')
    expect((await o.espacios.estado()).perfiles.map((p) => p.rutOtec)).toEqual([B.rutOtec, A.rutOtec])
  })

  it('what was made before connecting any becomes of the first, and can then be sent', async () => {
    valor(await o.espacios.entrar('real'))
    const { id, rutOtec } = valor(await abierto().importar(await muestra()))
    expect(rutOtec).toBeNull()
    expect(codigo(await abierto().envios.enviar({ borradorId: id }))).toBe('sin-credenciales')
    expect(valor(await o.perfiles.guardarCredenciales(A))).toMatchObject({ rutOtec: A.rutOtec, tokenFinal: '5A42' })
    expect(await planillas()).toEqual([id])
    expect(valor(await abierto().envios.previo({ borradorId: id })).rutOtec).toBe(A.rutOtec)
    expect(readdirSync(path.join(o.carpeta, 'real'))).toEqual([A.rutOtec])
  })

  it('the same RUT is not added twice, and an OTEC does not become another', async () => {
    await dosOtecs()
    expect(codigo(await o.perfiles.agregar({ ...B, token: A.token }))).toBe('otec-ya-esta')
    expect(codigo(await o.perfiles.guardarCredenciales({ ...B, nombre: 'x' }))).toBe('otec-fija')
    expect((await o.espacios.estado()).perfil).toMatchObject({ rutOtec: A.rutOtec, nombre: A.nombre })
    expect(codigo(await o.espacios.entrarEn('11111111-1'))).toBe('otec-no-esta')
    expect(codigo(await o.espacios.entrarEn('../practica'))).toBe('otec-no-esta')
  })
})

describe('forging', () => {
  it('a file of drafts copied into another OTEC’s folder: its drafts are not there', async () => {
    const { deA, deB } = await dosOtecs()
    valor(await o.espacios.entrar('practica'))
    for (const cola of ['', '-wal', '-shm']) if (existsSync(deDisco(A.rutOtec, `borradores.db${cola}`))) copyFileSync(deDisco(A.rutOtec, `borradores.db${cola}`), deDisco(B.rutOtec, `borradores.db${cola}`))
    valor(await o.espacios.entrarEn(B.rutOtec))
    expect(await planillas()).toEqual([])
    expect(await abierto().planillas.ultimoAbierto()).toBeNull()
    for (const id of [deA, deB]) expect(codigo(await abierto().planillas.resumen(id))).toBe('borrador-no-existe')
    expect(codigo(await abierto().envios.enviar({ borradorId: deA }))).toBe('borrador-no-existe')
    expect([await procesosEn(o.gestores.a, A), await procesosEn(o.gestores.b, B)]).toEqual([0, 0])
  })

  it('a journal copied there: its sends are not corrected in the name of the other', async () => {
    const { deA } = await dosOtecs()
    const termino = finDeEnvio(o)
    const { envioId } = valor(await abierto().envios.enviar({ borradorId: deA }))
    await termino
    valor(await o.espacios.entrar('practica'))
    for (const cola of ['', '-wal', '-shm']) if (existsSync(deDisco(A.rutOtec, `diario.db${cola}`))) copyFileSync(deDisco(A.rutOtec, `diario.db${cola}`), deDisco(B.rutOtec, `diario.db${cola}`))
    valor(await o.espacios.entrarEn(B.rutOtec))
    expect(codigo(await abierto().envios.corregir({ envioId }))).toBe('envio-de-otra-otec')
  })

  it('a workbook that says to be of another OTEC is refused in words, in a column or in a label; its own is not', async () => {
    await dosOtecs()
    for (const forma of PLANILLA_CON_OTEC) {
      const ajena = await abierto().importar(await libroConOtec(forma, B.rutOtec))
      expect(ajena, forma).toMatchObject({ ok: false, falla: { codigo: 'otec-ajena' } })
      expect(ajena.ok ? '' : ajena.falla.explicacion, forma).toContain('77.654.308-K')
      expect(codigo(await abierto().importar(await libroConOtec(forma, A.rutOtec))), forma).toBe('ok')
    }
  })
})

describe('while a send is under way', () => {
  it('neither the OTEC nor her credentials change, and it ends where it began', async () => {
    const { deA } = await dosOtecs()
    o.gestores.a.malasManeras.demoraMs = 300
    const termino = finDeEnvio(o)
    valor(await abierto().envios.enviar({ borradorId: deA }))
    expect(codigo(await o.espacios.entrarEn(B.rutOtec))).toBe('otec-enviando')
    expect(codigo(await o.espacios.entrar('practica'))).toBe('otec-enviando')
    expect(codigo(await o.perfiles.agregar({ ...A, rutOtec: '11111111-1' }))).toBe('otec-enviando')
    expect(codigo(await o.perfiles.guardarCredenciales({ ...A, nombre: 'x' }))).toBe('otec-enviando')
    expect(codigo(await o.perfiles.olvidarToken(A.rutOtec))).toBe('otec-enviando')
    expect(codigo(await o.perfiles.eliminar(A.rutOtec, A.rutOtec))).toBe('otec-enviando')
    expect(o.espacios.actual()?.lugar).toMatchObject({ rutOtec: A.rutOtec })
    await termino
    expect(valor(abierto().envios.lista())[0]).toMatchObject({ estado: 'aceptado' })
    expect(codigo(await o.espacios.entrarEn(B.rutOtec))).toBe('ok')
  })
})

describe('lending', () => {
  it('an OTEC that is not on screen works beside the one that is, and nobody opens her meanwhile', async () => {
    const { deB } = await dosOtecs()
    o.hacia('b')
    let seguir = (): void => undefined
    const puerta = new Promise<void>((r) => { seguir = r })
    const prestada = o.espacios.prestar({ rutOtec: B.rutOtec }, async (e) => {
      const vistas = valor(await e.planillas.lista()).map((b) => b.id)
      await puerta
      return vistas
    })
    expect(codigo(await o.espacios.entrarEn(B.rutOtec))).toBe('otec-en-uso')
    expect(codigo(await o.perfiles.eliminar(B.rutOtec, B.rutOtec))).toBe('otec-en-uso')
    expect(o.espacios.actual()?.lugar).toMatchObject({ rutOtec: A.rutOtec })
    const otraVez = o.espacios.prestar({ rutOtec: B.rutOtec }, (e) => Promise.resolve(e.lugar.nombre))
    seguir()
    expect(valor(await prestada)).toEqual([deB])
    expect(valor(await otraVez)).toBe('real')
    expect(codigo(await o.espacios.entrarEn(B.rutOtec))).toBe('ok')
    expect(await planillas()).toEqual([deB])
  })

  it('the one on screen is used as it is, and is not left until it is given back', async () => {
    await dosOtecs()
    const r = await o.espacios.prestar({ rutOtec: A.rutOtec }, async (e) => [e === o.espacios.actual(), codigo(await o.espacios.entrar('practica'))])
    expect(valor(r)).toEqual([true, 'otec-en-uso'])
    expect(codigo(await o.espacios.entrar('practica'))).toBe('ok')
    expect(codigo(await o.espacios.prestar({ rutOtec: '11111111-1' }, () => Promise.resolve(1)))).toBe('otec-no-esta')
  })
})

describe('keeping the list', () => {
  it('renames, forgets, counts and deletes; the other stays as it was', async () => {
    const { deB } = await dosOtecs()
    valor(await o.perfiles.renombrar(A.rutOtec, '  Sur  '))
    valor(await o.perfiles.renombrar(B.rutOtec, 'Norte'))
    expect((await o.espacios.estado()).perfiles.map((p) => p.nombre)).toEqual(['Sur', 'Norte'])
    expect((await o.espacios.estado()).perfil?.nombre).toBe('Sur')
    valor(await o.perfiles.olvidarToken(B.rutOtec))
    expect((await o.espacios.estado()).perfiles.map((p) => p.conToken)).toEqual([true, false])
    expect(valor(await o.perfiles.contenido(B.rutOtec))).toEqual({ envios: 0, sinConfirmar: 0, borradores: 1 })

    for (const mal of ['', '76.123.456-1', B.rutOtec, 'si']) expect(codigo(await o.perfiles.eliminar(A.rutOtec, mal))).toBe('confirmacion-otra')
    expect(codigo(await o.perfiles.eliminar(A.rutOtec, '76.123.456-0'))).toBe('ok')
    expect(existsSync(path.join(o.carpeta, 'real', A.rutOtec))).toBe(false)
    expect(o.espacios.actual()?.lugar).toMatchObject({ rutOtec: B.rutOtec })
    expect(await planillas()).toEqual([deB])
    expect(codigo(await o.perfiles.eliminar(B.rutOtec, '776543 08-K'))).toBe('ok')
    expect(o.espacios.actual()?.lugar).toMatchObject({ nombre: 'real', rutOtec: null })
    expect((await o.espacios.estado()).perfil).toBeNull()
  })
})
