import '../credenciales/sin-electron.ts'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abrirCredenciales } from '../../../electron/adapters/credenciales.ts'
import { abrirPerfiles, esRutCanonico } from '../../../electron/adapters/perfiles.ts'
import { formatRut, calcularDv } from '../../../shared/domain/rut.ts'
import { SelladorFalso } from '../credenciales/sellador-falso.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

const A = '76123456-0', B = '77654308-K'
const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
let temporal: ReturnType<typeof carpetaTemporal>
let real: string
beforeEach(() => { temporal = carpetaTemporal(); real = path.join(temporal.ruta, 'real') })
afterEach(() => { temporal.borrar() })

/** Every file below, with its text. */
function arbol(carpeta: string): Record<string, string> {
  return Object.fromEntries(readdirSync(carpeta, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
    .map((e) => [path.relative(carpeta, path.join(e.parentPath, e.name)), readFileSync(path.join(e.parentPath, e.name), 'utf8')]))
}

const ARCHIVOS = ['diario.db', 'diario.db-wal', 'diario.db-shm', 'borradores.db', 'borradores.db-wal', 'diario.db.ilegible-20261101-101010']
/** What a program of before there were several OTECs left. */
async function deAntes(conCredenciales: boolean): Promise<Record<string, string>> {
  mkdirSync(real, { recursive: true })
  for (const nombre of ARCHIVOS) writeFileSync(path.join(real, nombre), `bytes de ${nombre}`)
  if (conCredenciales) await (await abrirCredenciales(real, new SelladorFalso())).guardar({ rutOtec: A, token: TOKEN, nombre: 'Mi OTEC' })
  return arbol(real)
}
const en = (carpeta: string, archivos: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(archivos).map(([n, t]) => [path.join(carpeta, n), t]))

describe('the folder of before there were several OTECs', () => {
  it.each([[true, A], [false, 'sin-otec']])('with credentials: %s, all of it goes to %s, and once', async (con, destino) => {
    const antes = await deAntes(con)
    const perfiles = abrirPerfiles(real)
    expect(arbol(real)).toEqual(en(destino, antes))
    expect(perfiles.repetido).toBeNull()
    expect(perfiles.lista()).toEqual(con ? [{ rutOtec: A, nombre: 'Mi OTEC', conToken: true, usadoEn: null }] : [])
    abrirPerfiles(real)
    expect(readdirSync(real)).toEqual([destino])
  })

  it('the disk refusing at any of the steps leaves what the next start finishes', async () => {
    const antes = await deAntes(true)
    for (let paso = 0; ; paso++) {
      let quedan = paso
      let entero = true
      try { abrirPerfiles(real, (de, a) => { if (quedan-- === 0) throw new Error('disk'); renameSync(de, a) }) } catch { entero = false }
      expect(Object.values(arbol(real)).toSorted()).toEqual(Object.values(antes).toSorted())
      if (entero) { expect(paso).toBe(ARCHIVOS.length + 2); break }
      abrirPerfiles(real)
      expect(arbol(real)).toEqual(en(A, antes))
      // Back to the start, to be stopped one step further.
      for (const nombre of readdirSync(path.join(real, A))) renameSync(path.join(real, A, nombre), path.join(real, nombre))
      renameSync(path.join(real, A), path.join(temporal.ruta, `vacia-${paso}`))
    }
  })

  it.each([0, 3, 7])('kill -9 after %i renames: nothing is lost', async (paso) => {
    const antes = await deAntes(true)
    const hijo = spawnSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'migrador.ts'), real, String(paso)], { encoding: 'utf8' })
    expect(hijo).toMatchObject({ signal: 'SIGKILL', stdout: '' })
    expect(readdirSync(real).filter((n) => n !== A && !n.startsWith('.migrando-')).length).toBe(paso === 7 ? 0 : ARCHIVOS.length + 1 - paso)
    abrirPerfiles(real)
    expect(arbol(real)).toEqual(en(A, antes))
  })

  it('an old program used again after a new one: neither journal is thrown away', async () => {
    mkdirSync(path.join(real, A), { recursive: true })
    writeFileSync(path.join(real, A, 'diario.db'), 'el nuevo')
    const viejos = await deAntes(true)
    delete viejos[path.join(A, 'diario.db')]
    const { repetido } = abrirPerfiles(real)
    expect(repetido).toMatch(/^76123456-0\.anterior-/u)
    expect(arbol(real)).toEqual({ [path.join(A, 'diario.db')]: 'el nuevo', ...en(repetido ?? '', viejos) })
    expect(abrirPerfiles(real).lista().map((p) => p.rutOtec)).toEqual([A])
  })
})

describe('the OTECs that are kept', () => {
  it('come last used first, with the name that they were given', async () => {
    const perfiles = abrirPerfiles(real)
    const sellador = new SelladorFalso()
    for (const [rutOtec, nombre] of [[A, 'Zeta'], [B, 'Alfa']] as const) await (await abrirCredenciales(perfiles.carpetaDe(rutOtec), sellador, { rutOtec })).guardar({ rutOtec, token: TOKEN, nombre })
    expect(perfiles.lista().map((p) => p.nombre)).toEqual(['Alfa', 'Zeta'])
    perfiles.anotarUso(A, new Date('2026-11-24T10:00:00Z'))
    perfiles.renombrar(A, 'Capacita Sur')
    expect(perfiles.lista()).toEqual([{ rutOtec: A, nombre: 'Capacita Sur', conToken: true, usadoEn: '2026-11-24T10:00:00.000Z' }, { rutOtec: B, nombre: 'Alfa', conToken: true, usadoEn: null }])
    // The sealed token survives the new name.
    expect((await abrirCredenciales(perfiles.carpetaDe(A), sellador, { rutOtec: A })).leer()).toMatchObject({ token: TOKEN, nombre: 'Capacita Sur' })
  })

  it('credentials copied from one folder to another give no token, and none of another OTEC are kept', async () => {
    const perfiles = abrirPerfiles(real)
    const sellador = new SelladorFalso()
    await (await abrirCredenciales(perfiles.carpetaDe(A), sellador, { rutOtec: A })).guardar({ rutOtec: A, token: TOKEN, nombre: 'A' })
    mkdirSync(perfiles.carpetaDe(B))
    writeFileSync(path.join(perfiles.carpetaDe(B), 'credenciales.json'), readFileSync(path.join(perfiles.carpetaDe(A), 'credenciales.json')))
    const deB = await abrirCredenciales(perfiles.carpetaDe(B), sellador, { rutOtec: B })
    expect(deB.leer()).toEqual({ rutOtec: B, nombre: '', token: null, tokenGuardado: false })
    expect(perfiles.lista().find((p) => p.rutOtec === B)).toMatchObject({ conToken: false, nombre: '' })
    await expect(deB.guardar({ rutOtec: A, token: TOKEN, nombre: '' })).rejects.toThrow('another OTEC')
  })

  it('forgetting the token leaves the OTEC', async () => {
    const perfiles = abrirPerfiles(real)
    const sellador = new SelladorFalso()
    const deA = await abrirCredenciales(perfiles.carpetaDe(A), sellador, { rutOtec: A })
    await deA.guardar({ rutOtec: A, token: TOKEN, nombre: 'A' })
    await deA.olvidar()
    expect(deA.leer()).toEqual({ rutOtec: A, nombre: 'A', token: null, tokenGuardado: false })
    expect(perfiles.lista()).toMatchObject([{ rutOtec: A, nombre: 'A', conToken: false }])
  })

  it('where nothing can be sealed, the token of one that is left is there on the way back, until the program closes', async () => {
    const perfiles = abrirPerfiles(real)
    const sellador = new SelladorFalso()
    sellador.abierto = false
    const memoria = new Map<string, string>()
    await (await abrirCredenciales(perfiles.carpetaDe(A), sellador, { rutOtec: A, memoria })).guardar({ rutOtec: A, token: TOKEN, nombre: 'A' })
    expect((await abrirCredenciales(perfiles.carpetaDe(A), sellador, { rutOtec: A, memoria })).leer()).toMatchObject({ token: TOKEN, tokenGuardado: false })
    expect((await abrirCredenciales(perfiles.carpetaDe(A), sellador, { rutOtec: A, memoria: new Map() })).leer()).toMatchObject({ token: null })
  })

  it('deleted: gone from the list at once and from the disk; what a crash left goes at the next start', () => {
    const perfiles = abrirPerfiles(real)
    for (const rut of [A, B]) { mkdirSync(perfiles.carpetaDe(rut)); writeFileSync(path.join(perfiles.carpetaDe(rut), 'diario.db'), rut) }
    perfiles.eliminar(A)
    expect(arbol(real)).toEqual({ [path.join(B, 'diario.db')]: B })
    renameSync(perfiles.carpetaDe(B), path.join(real, `.borrando-${B}-12345678`))
    expect(abrirPerfiles(real).lista()).toEqual([])
    expect(readdirSync(real)).toEqual([])
  })

  it('the first one takes what was made without OTEC, also when the program ended in between', async () => {
    const perfiles = abrirPerfiles(real)
    mkdirSync(perfiles.carpetaSinOtec, { recursive: true })
    writeFileSync(path.join(perfiles.carpetaSinOtec, 'borradores.db'), 'de nadie')
    await (await abrirCredenciales(perfiles.carpetaSinOtec, new SelladorFalso(), { rutOtec: A })).guardar({ rutOtec: A, token: TOKEN, nombre: 'A' })
    const otra = abrirPerfiles(real)
    expect(otra.lista()).toMatchObject([{ rutOtec: A, nombre: 'A', conToken: true }])
    expect(readFileSync(path.join(otra.carpetaDe(A), 'borradores.db'), 'utf8')).toBe('de nadie')
    expect(existsSync(otra.carpetaSinOtec)).toBe(false)
    expect(() => { otra.adoptar(A) }).toThrow('exists already')
  })

  it('no text becomes a path out of the folder', () => {
    const perfiles = abrirPerfiles(real)
    const hostil = fc.oneof(fc.string(), fc.constantFrom('..', '../x', '.', '', '76123456-0/..', '76.123.456-0', '76123456-1', '76123456-K', '076123456-0', 'sin-otec', '76123456-0\0'))
    fc.assert(fc.property(hostil, (texto) => {
      fc.pre(!esRutCanonico(texto))
      expect(perfiles.existe(texto)).toBe(false)
      expect(() => perfiles.carpetaDe(texto)).toThrow('not a RUT')
    }))
    fc.assert(fc.property(fc.integer({ min: 1_000_000, max: 99_999_999 }), (numero) => {
      const rut = formatRut({ numero, dv: calcularDv(numero) }, 'guion')
      expect(path.dirname(perfiles.carpetaDe(rut))).toBe(real)
    }))
  })
})
