import { describe, expect, it } from 'vitest'
import { CacheFilas, type RespuestaFilas } from '../../../renderer/grilla/cache-filas.ts'
import type { FilaVista } from '../../../shared/ipc/modelos.ts'

const celda = (texto: string): FilaVista['celdas'][number] => ({ texto, convertido: null, nivel: null, mensaje: null, queHacer: null, editada: false })
const fila = (id: number, texto = `t${id}`): FilaVista => ({ id, fila: id + 2, excluida: false, nivel: null, mensaje: null, queHacer: null, celdas: [celda(texto), celda('fija')] })
const escribir = (texto: string) => (f: FilaVista): FilaVista => ({ ...f, celdas: f.celdas.map((c, i) => (i === 0 ? { ...c, texto, editada: true } : c)) })
const turno = async (): Promise<void> => { for (let i = 0; i < 10; i++) await Promise.resolve() }
const nada = (): void => undefined

/** A main whose answers the test gives when it wants. */
function armar(o: { n?: number; tamBloque?: number; maxFilas?: number; maxPedidos?: number } = {}) {
  const pedidos: { ids: number[]; responder(r: RespuestaFilas | null): Promise<void> }[] = []
  const cache = new CacheFilas(ids => new Promise(r => {
    pedidos.push({ ids, responder: async x => { r(x); await turno() } })
  }), { tamBloque: 4, ...o })
  cache.ponerIndice(Int32Array.from({ length: o.n ?? 20 }, (_, i) => i * 10))
  const contestar = (i: number, version: number, texto?: string): Promise<void> | undefined =>
    pedidos[i]?.responder({ version, filas: pedidos[i].ids.map(id => fila(id, texto)) })
  return { cache, pedidos, contestar }
}

describe('CacheFilas', () => {
  it('pide el bloque de la fila que se ve, una vez, y avisa', async () => {
    const { cache, pedidos, contestar } = armar()
    let avisos = 0
    cache.observar(50, 5, () => avisos++)
    cache.observar(60, 6, () => avisos++)
    await turno()
    expect(pedidos.map(p => p.ids)).toEqual([[40, 50, 60, 70]])
    expect(cache.fila(50)).toBeUndefined()
    await contestar(0, 1)
    expect(cache.fila(50)?.celdas[0]?.texto).toBe('t50')
    expect(cache.fila(70)?.celdas[0]?.texto).toBe('t70')
    expect(avisos).toBe(2)
    cache.observar(70, 7, nada)
    await turno()
    expect(pedidos).toHaveLength(1)
  })

  it('al pasar de largo pide solo donde la persona se detuvo', async () => {
    const { cache, pedidos, contestar } = armar({ n: 400, maxPedidos: 1 })
    cache.observar(0, 0, nada)
    await turno()
    for (let pos = 4; pos < 390; pos += 4) cache.observar(pos * 10, pos, nada)()
    cache.observar(3900, 390, nada)
    await turno()
    expect(pedidos).toHaveLength(1)
    await contestar(0, 1)
    expect(pedidos.map(p => p.ids[0])).toEqual([0, 3880])
  })

  it('tras un cambio sigue mostrando lo viejo hasta que llega lo nuevo, y solo repite lo que se ve', async () => {
    const { cache, pedidos, contestar } = armar()
    cache.observar(0, 0, nada)
    const salir = cache.observar(50, 5, nada)
    await turno()
    await contestar(0, 1)
    await contestar(1, 1)
    salir()
    cache.refrescar(2)
    await turno()
    expect(cache.fila(0)?.celdas[0]?.texto).toBe('t0')
    expect(pedidos.slice(2).map(p => p.ids[0])).toEqual([0])
    await contestar(2, 2, 'nuevo')
    expect(cache.fila(0)?.celdas[0]?.texto).toBe('nuevo')
    cache.observar(50, 5, nada)
    await turno()
    expect(pedidos[3]?.ids[0]).toBe(40)
  })

  it('descarta la respuesta de una versión anterior y vuelve a pedir', async () => {
    const { cache, pedidos, contestar } = armar()
    cache.observar(0, 0, nada)
    await turno()
    cache.refrescar(5)
    await contestar(0, 4, 'viejo')
    expect(cache.fila(0)).toBeUndefined()
    expect(pedidos).toHaveLength(2)
    await contestar(1, 5, 'nuevo')
    expect(cache.fila(0)?.celdas[0]?.texto).toBe('nuevo')
  })

  it('no avisa ni cambia el objeto de lo que no cambió', async () => {
    const { cache, contestar } = armar()
    let avisos = 0
    cache.observar(0, 0, () => avisos++)
    await turno()
    await contestar(0, 1)
    const antes = cache.fila(0)
    cache.refrescar(2)
    await turno()
    await contestar(1, 2)
    expect(cache.fila(0)).toBe(antes)
    expect(avisos).toBe(1)
    cache.refrescar(3)
    await turno()
    await contestar(2, 3, 'otro')
    expect(cache.fila(0)?.celdas[0]).not.toBe(antes?.celdas[0])
    expect(cache.fila(0)?.celdas[1]).toBe(antes?.celdas[1])
  })

  it('muestra lo escrito antes de la respuesta, y una lectura anterior no lo borra', async () => {
    const { cache, contestar } = armar()
    cache.observar(0, 0, nada)
    await turno()
    await contestar(0, 1)
    cache.refrescar(1)
    cache.anticipar(0, escribir('escrito'))
    expect(cache.fila(0)?.celdas[0]).toMatchObject({ texto: 'escrito', editada: true })
    cache.refrescar(2)
    await turno()
    await contestar(1, 2, 'validado')
    expect(cache.fila(0)?.celdas[0]?.texto).toBe('validado')
  })

  it('una lectura en camino cuando se escribió no devuelve el texto viejo', async () => {
    const { cache, pedidos, contestar } = armar({ n: 2 })
    cache.refrescar(1)
    cache.observar(0, 0, nada)
    await turno()
    await contestar(0, 1)
    cache.refrescar(2)
    await turno()
    cache.anticipar(0, escribir('escrito'))
    await contestar(1, 2, 'viejo')
    expect(cache.fila(0)?.celdas[0]?.texto).toBe('escrito')
    expect(pedidos).toHaveLength(2)
  })

  it('si el cambio no se pudo guardar vuelve lo que había', async () => {
    const { cache, contestar } = armar()
    cache.observar(0, 0, nada)
    await turno()
    await contestar(0, 1)
    cache.anticipar(0, escribir('escrito'))
    cache.refrescar(1)
    await turno()
    await contestar(1, 1)
    expect(cache.fila(0)?.celdas[0]?.texto).toBe('t0')
  })

  it('olvida las vistas hace más tiempo, nunca las que están en pantalla', async () => {
    const { cache, contestar } = armar({ n: 40, maxFilas: 8 })
    cache.observar(0, 0, nada)
    await turno()
    await contestar(0, 1)
    for (const [i, pos] of [8, 16, 24].entries()) {
      const salir = cache.observar(pos * 10, pos, nada)
      await turno()
      await contestar(i + 1, 1)
      salir()
    }
    expect(cache.fila(0)).toBeDefined()
    expect(cache.fila(10)).toBeUndefined()
    expect(cache.fila(80)).toBeUndefined()
    expect(cache.fila(240)).toBeDefined()
  })

  it('un pedido fallido no se repite solo; sí al volver a verse o al cambiar el borrador', async () => {
    const { cache, pedidos } = armar()
    const salir = cache.observar(0, 0, nada)
    await turno()
    await pedidos[0]?.responder(null)
    expect(pedidos).toHaveLength(1)
    salir()
    cache.observar(0, 0, nada)
    await turno()
    expect(pedidos).toHaveLength(2)
    await pedidos[1]?.responder(null)
    cache.refrescar(2)
    await turno()
    expect(pedidos).toHaveLength(3)
  })
})
