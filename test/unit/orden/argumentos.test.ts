import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leerOrden, OrdenSchema } from '../../../electron/orden/argumentos.ts'
import { elegirPerfil } from '../../../electron/orden/perfil.ts'
import { AYUDA_ORDEN, SALIDAS } from '../../../electron/orden/textos.ts'

const leer = (...palabras: string[]) => leerOrden(['puente-sic', ...palabras], true, '/oficina')?.orden ?? null
const ENVIAR = { tipo: 'enviar', archivo: '/oficina/a.xlsx', perfil: null, soloValidar: false, loCorrecto: false, esperarVentana: false, json: false }
const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'

describe('the words of an order', () => {
  it.each([
    [['enviar', 'a.xlsx'], ENVIAR],
    [['enviar', '/b/c.csv', '--json'], { ...ENVIAR, archivo: '/b/c.csv', json: true }],
    [['enviar', '--perfil', '76.123.456-0', 'a.xlsx', '--solo-validar'], { ...ENVIAR, perfil: '76.123.456-0', soloValidar: true }],
    [['enviar', 'a.xlsx', '--perfil=Capacita Sur', '--enviar-lo-correcto', '--esperar-ventana'], { ...ENVIAR, perfil: 'Capacita Sur', loCorrecto: true, esperarVentana: true }],
    [['enviar', '--', '--rara.xlsx'], { ...ENVIAR, archivo: '/oficina/--rara.xlsx' }],
    [['--no-sandbox', '--user-data-dir=/x', 'enviar', 'a.xlsx', '--disable-gpu'], ENVIAR],
    [['estado'], { tipo: 'estado', perfil: null, json: false }], [['estado', '--json', '--perfil', 'x'], { tipo: 'estado', perfil: 'x', json: true }],
    [['--ayuda'], { tipo: 'ayuda' }], [['enviar', '--ayuda'], { tipo: 'ayuda' }], [['--version'], { tipo: 'version' }],
    // The window's own: nothing, a workbook, switches.
    [[], null], [['a.xlsx'], null], [['file:///a.xlsx'], null], [['--no-sandbox'], null], [['a.xlsx', 'enviar'], null],
  ])('%j', (palabras, orden) => { expect(leer(...palabras)).toEqual(orden) })

  it.each([
    [['enviar']], [['enviar', 'a.xlsx', 'b.xlsx']], [['enviar', 'a.xlsx', '--forzar']], [['enviar', 'a.xlsx', '-j']], [['enviar', 'a.xlsx', '--perfil']], [['enviar', 'a.xlsx', '--perfil', '--json']],
    [['enviar', 'a.xlsx', '--solo-validar', '--enviar-lo-correcto']], [['estado', 'a.xlsx']], [['estado', '--solo-validar']], [['enviar', '']],
    [['enviar', 'a.xlsx', '--token', 'x']], [['enviar', 'a.xlsx', `--token=${TOKEN}`]], [['enviar', TOKEN.toLowerCase(), 'a.xlsx']], [['enviar', 'a.xlsx', '--perfil', TOKEN.replaceAll('-', '')]],
  ])('%j is badly said', (palabras) => {
    const orden = leer(...palabras)
    expect(orden).toMatchObject({ tipo: 'mal-uso' })
    expect(JSON.stringify(orden).toUpperCase()).not.toContain('5EEBF607')
  })

  it('unpackaged, the program’s own folder is not a word of the order; what came before is kept to open the window later', () => {
    expect(leerOrden(['electron', '--no-sandbox', '/repo', 'enviar', 'a.xlsx'], false, '/oficina')).toEqual({ orden: ENVIAR, antes: ['--no-sandbox', '/repo'] })
    expect(leerOrden(['electron', '/repo'], false, '/oficina')).toBeNull()
    expect(leerOrden(['electron', 'enviar', 'a.xlsx'], false, '/oficina')).toBeNull()
  })

  it('whatever is written, it is an order that its schema takes, a complaint in words, or nothing', () => {
    const palabra = fc.oneof(fc.string(), fc.constantFrom('enviar', 'estado', '--perfil', '--json', '--solo-validar', '--enviar-lo-correcto', '--', 'a.xlsx', '--ayuda', '-x', TOKEN))
    fc.assert(fc.property(fc.array(palabra, { maxLength: 8 }), (palabras) => {
      const orden = leer(...palabras)
      if (orden === null || orden.tipo === 'ayuda' || orden.tipo === 'version') return
      if (orden.tipo === 'mal-uso') { expect(orden.mensaje.length).toBeGreaterThan(20); return }
      expect(OrdenSchema.parse(orden)).toEqual(orden)
      expect(JSON.stringify(orden)).not.toContain('5EEBF607')
    }), { numRuns: 2000 })
  })

  it('options may come in any order, before or after the workbook', () => {
    const opciones = [['--json'], ['--perfil', 'Capacita Sur'], ['--enviar-lo-correcto'], ['--esperar-ventana'], ['a.xlsx']]
    fc.assert(fc.property(fc.shuffledSubarray(opciones, { minLength: opciones.length }), (orden) => {
      expect(leer('enviar', ...orden.flat())).toEqual({ ...ENVIAR, json: true, perfil: 'Capacita Sur', loCorrecto: true, esperarVentana: true })
    }))
  })

  it('every number is in the help, and none stands for two things', () => {
    expect(new Set(Object.values(SALIDAS)).size).toBe(Object.keys(SALIDAS).length)
    for (const n of Object.values(SALIDAS)) expect(AYUDA_ORDEN).toMatch(new RegExp(`^ {2}${n} {2}\\S`, 'mu'))
  })
})

describe('which OTEC is meant', () => {
  const A = { rutOtec: '76123456-0', nombre: 'Capacita Sur' }, B = { rutOtec: '77654308-K', nombre: 'Aula  Ñuñoa' }, C = { rutOtec: '78111222-4', nombre: 'capacita sur' }
  it.each([
    [null, [A], A], ['76.123.456-0', [A, B], A], ['77654308-k', [A, B], B], ['CAPACITA SUR', [A, B], A], [' aula nunoa ', [A, B], B],
  ])('%j among %j', (escrito, lista, una) => { expect(elegirPerfil(escrito, lista)).toEqual({ ok: true, donde: { rutOtec: una.rutOtec } }) })
  it('the practice by its word', () => { expect(elegirPerfil('Práctica', [])).toEqual({ ok: true, donde: 'practica' }) })
  it.each([[null, []], [null, [A, B]], ['Capacita', [A, B]], ['76.123.456-1', [A]], ['capacita sur', [A, C]], ['11.111.111-1', [A]], ['', [A, B]]])('never guesses: %j among %j', (escrito, lista) => {
    expect(elegirPerfil(escrito, lista)).toMatchObject({ ok: false })
  })
})
