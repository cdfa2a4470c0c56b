/** The process as the product runs it: another one, which dies, is killed, runs out of memory. */
import { describe, expect, test, vi } from 'vitest'
import { conUtilityProcess } from '../../../electron/adapters/proceso-hijo.ts'
import type { ProgresoImportacion } from '../../../shared/ipc/modelos.ts'
import { ENCABEZADOS, archivoCon, banco, csvDe, enEsteProceso, enProcesoAparte, escribir, fallaDe, filaTexto, hojaUnica, libroDe, opciones, valor } from './soporte.ts'

const csv = csvDe([[...ENCABEZADOS], ...[0, 1, 2].map(i => filaTexto(i).with(14, 'ACT01'))])
const grande = (filas: number): string => csvDe([[...ENCABEZADOS], ...Array.from({ length: filas }, (_, i) => filaTexto(i).with(14, 'ACT01'))])
const libro = (): Buffer => escribir(libroDe({ Avance: hojaUnica(1000) }), 'xlsx')
// Processes that start, read and die: on a busy machine each of these waits for its turn.
vi.setConfig({ testTimeout: 120_000 })
/** An import, and a promise of its first progress in that stage. */
function etapa(buscada: ProgresoImportacion['etapa']): { o: ReturnType<typeof opciones>; llego: Promise<void> } {
  let avisar = (): void => undefined
  const llego = new Promise<void>((resolve) => { avisar = resolve })
  return { o: opciones({ alAvanzar: (p) => { if (p.etapa === buscada) avisar() } }), llego }
}

test('an edit that was answered survives SIGKILL right after, and the next call goes on from the disk', async () => {
  const hijos = await enProcesoAparte()
  const b = await banco({ bifurcar: hijos.iniciar })
  const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
  for (let i = 1; i <= 20; i++) {
    valor(await b.planillas.editar(id, 'unica', [{ filaId: 2, columna: 'modulo.porcentajeAvance', texto: String(60 + i) }]))
    if (i % 10 === 0) process.kill(hijos.pids.at(-1) ?? 0, 'SIGKILL')
    if (i % 10 === 0) await otraVez(() => b.planillas.resumen(id))
  }
  const columna = valor(await b.planillas.resumen(id)).tablas[0]?.columnas.findIndex(c => c.key === 'modulo.porcentajeAvance') ?? -1
  expect(valor(await b.planillas.filas(id, 'unica', [2])).filas[0]?.celdas[columna]?.texto).toBe('80')
  expect(hijos.pids).toHaveLength(3)
  await b.planillas.cerrar()
})

/** The call that meets the death answers a failure; the one after it does not. */
async function otraVez<T>(llamar: () => Promise<{ ok: boolean; falla?: { codigo: string } } & T>): Promise<void> {
  const r = await llamar()
  if (!r.ok) {
    expect(r.falla?.codigo).toBe('proceso-terminado')
    expect((await llamar()).ok).toBe(true)
  }
}

test('a draft whose import was answered survives SIGKILL; one in flight leaves nothing behind', async () => {
  const hijos = await enProcesoAparte()
  const b = await banco({ bifurcar: hijos.iniciar })
  const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
  const { o, llego } = etapa('validando')
  const segunda = b.planillas.importar(await archivoCon('b.csv', grande(20_000)), o)
  await llego
  process.kill(hijos.pids.at(-1) ?? 0, 'SIGKILL')
  const f = fallaDe(await segunda)
  expect([f.codigo, f.queHacer !== '']).toEqual(['proceso-terminado', true])
  expect(valor(await b.planillas.lista()).map(x => x.id)).toEqual([id])
  await b.planillas.cerrar()
})

test('a file that takes all the memory ends the process, not the program, and is said', async () => {
  const hijos = await enProcesoAparte(64)
  const b = await banco({ bifurcar: hijos.iniciar })
  const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
  const f = fallaDe(await b.planillas.importar(await archivoCon('b.csv', grande(60_000)), opciones()))
  expect(f.codigo).toBe('memoria-agotada')
  expect(f.explicacion).toContain('1536 MB')
  expect(valor(await b.planillas.resumen(id)).tablas[0]?.filas).toBe(3)
  await b.planillas.cerrar()
})

describe('cancel', () => {
  test('while a file is being read: the process goes, the drafts stay', async () => {
    const hijos = await enProcesoAparte()
    const b = await banco({ bifurcar: hijos.iniciar })
    const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
    const { o, llego } = etapa('leyendo')
    const larga = b.planillas.importar(await archivoCon('b.xlsx', libro()), o)
    await llego
    b.planillas.cancelar()
    expect(fallaDe(await larga).codigo).toBe('importacion-cancelada')
    expect(valor(await b.planillas.lista()).map(x => x.id)).toEqual([id])
    expect(valor(await b.planillas.resumen(id)).tablas[0]?.filas).toBe(3)
    expect(hijos.pids).toHaveLength(2)
    await b.planillas.cerrar()
  })

  test.each(['interpretando', 'validando'] as const)('while %s: between two chunks, in the same process', async (cual) => {
    const hijos = await enProcesoAparte()
    const b = await banco({ bifurcar: hijos.iniciar })
    const { o, llego } = etapa(cual)
    const larga = b.planillas.importar(await archivoCon('b.csv', grande(20_000)), o)
    await llego
    b.planillas.cancelar()
    expect(fallaDe(await larga).codigo).toBe('importacion-cancelada')
    expect(valor(await b.planillas.lista())).toEqual([])
    expect(hijos.pids).toHaveLength(1)
    await b.planillas.cerrar()
  })

  test('of an import whose turn has not come, while the process of the one before is going', async () => {
    const hijos = await enProcesoAparte()
    const b = await banco({ bifurcar: hijos.iniciar })
    const primera = b.planillas.importar(await archivoCon('a.xlsx', libro()), opciones())
    b.planillas.cancelar()
    expect(fallaDe(await b.planillas.importar('da igual', opciones())).codigo).toBe('importacion-en-curso')
    expect(fallaDe(await primera).codigo).toBe('importacion-cancelada')
    const segunda = b.planillas.importar(await archivoCon('b.csv', csv), opciones())
    b.planillas.cancelar()
    expect(fallaDe(await segunda).codigo).toBe('importacion-cancelada')
    expect(valor(await b.planillas.importar(await archivoCon('c.csv', csv), opciones())).tablas[0]?.filas).toBe(3)
    b.planillas.cancelar()
    expect(valor(await b.planillas.lista())).toHaveLength(1)
    await b.planillas.cerrar()
  })
})

describe('what the process may not do to main', () => {
  test('a process that does not start is said, and asked for again', async () => {
    let vez = 0
    const bueno = enEsteProceso()
    const b = await banco({ bifurcar: () => { if (vez++ === 0) throw new Error('blocked'); return bueno() } })
    expect(fallaDe(await b.planillas.lista()).codigo).toBe('proceso-no-parte')
    expect(valor(await b.planillas.lista())).toEqual([])
  })

  test('one that dies before its first word is told apart from one that dies later', async () => {
    const b = await banco({ bifurcar: () => { let fin = (): void => undefined; return { enviar: () => { queueMicrotask(() => { fin() }) }, alMensaje: () => undefined, alTerminar: (o) => { fin = () => { o({ memoria: false }) } }, matar: () => { fin() } } } })
    expect(fallaDe(await b.planillas.lista()).codigo).toBe('proceso-no-parte')
  })

  test('an answer of another shape is refused and logged, not handed on', async () => {
    const b = await banco({ bifurcar: () => {
      let hablar = (_: unknown): void => undefined
      return {
        enviar: (m) => { hablar({ tipo: 'respuesta', numero: (m as { numero: number }).numero, resultado: { ok: true, valor: [{ id: 7 }] } }); hablar('ruido') },
        alMensaje: (o) => { hablar = o }, alTerminar: () => undefined, matar: () => undefined,
      }
    } })
    expect(fallaDe(await b.planillas.lista())).toMatchObject({ codigo: 'inesperado' })
    expect(b.errores.join()).toContain('unreadable answer to lista')
    expect(b.errores.join()).toContain('unreadable message')
  })

  test('an unexpected error inside has a number that is also in the log, and its text goes nowhere else', async () => {
    const b = await banco()
    const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
    const f = fallaDe(await b.planillas.filas(id, 'unica', Array.from({ length: 1001 }, () => 2)))
    expect(f.codigo).toBe('inesperado')
    const numero = /número (\w+)/.exec(f.explicacion)?.[1] ?? 'ninguno'
    expect(b.errores.join()).toContain(numero)
    expect(f.explicacion).not.toContain('1000')
  })
})

test('closing lets what is in flight finish, and nothing starts after it', async () => {
  const hijos = await enProcesoAparte()
  const b = await banco({ bifurcar: hijos.iniciar })
  b.planillas.calentar()
  const lista = b.planillas.lista()
  await b.planillas.cerrar()
  expect(valor(await lista)).toEqual([])
  expect(fallaDe(await b.planillas.lista()).codigo).toBe('proceso-terminado')
  expect(fallaDe(await b.planillas.importar('x', opciones())).codigo).toBe('proceso-terminado')
  expect(hijos.pids).toHaveLength(1)
})

test('the template and the samples are written by the process and import back', async () => {
  const b = await banco()
  const ruta = await archivoCon('plantilla.xlsx', 'la anterior')
  valor(await b.planillas.escribirPlantilla(ruta))
  const vacia = valor(await b.planillas.importar(ruta, opciones()))
  expect([vacia.errores, vacia.disposicion]).toEqual([0, 'por-hojas'])
  valor(await b.planillas.escribirMuestra('sin-problemas', '2026-11-24', ruta))
  const muestra = valor(await b.planillas.importar(ruta, opciones({ nombreArchivo: 'Muestra.xlsx' })))
  expect([muestra.errores, muestra.nombreArchivo, muestra.cursos.length > 0]).toEqual([0, 'Muestra.xlsx', true])
  valor(await b.planillas.escribirMuestra('con-problemas', '2026-11-24', ruta))
  expect(valor(await b.planillas.importar(ruta, opciones())).errores).toBeGreaterThan(0)
  expect(fallaDe(await b.planillas.escribirPlantilla(`${ruta}/no/plantilla.xlsx`)).codigo).toBe('destino-ilegible')
})

test('as a utility process: the memory limit goes by --js-flags, and its end by what its code says', async () => {
  const oyentes = new Map<string, (dato: never) => void>()
  let pedido: unknown
  const iniciar = conUtilityProcess((ruta, argumentos, o) => {
    pedido = { ruta, argumentos, execArgv: o.execArgv }
    return { pid: undefined, postMessage: () => undefined, kill: () => true, on: (evento: string, oyente: (dato: never) => void) => oyentes.set(evento, oyente) }
  }, '/x/proceso-planilla.mjs')
  const fines: boolean[] = []
  iniciar().alTerminar((fin) => { fines.push(fin.memoria) })
  for (const codigo of [0, 1, 134, -536870904]) oyentes.get('exit')?.(codigo as never)
  expect(pedido).toEqual({ ruta: '/x/proceso-planilla.mjs', argumentos: [], execArgv: ['--js-flags=--max-old-space-size=1536'] })
  expect(fines).toEqual([false, false, true, true])
})
