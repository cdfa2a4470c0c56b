/** Every file of the corpus through the real import: each ends in what its case says, and none in a surprise. */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Result } from '../../../shared/ipc/result.ts'
import type { Caso, Lectura } from '../../corpus/caso.ts'
import { CORPUS } from '../../corpus/corpus.ts'
import { banco, carpetaTemporal, opciones, valor, type Banco } from '../planilla/soporte.ts'

vi.setConfig({ testTimeout: 300_000 })
process.env['TZ'] = 'America/Santiago'

/** One for all: each import leaves the process ready for the next, as in the product. */
let comun: Promise<Banco> | undefined
const elBanco = (): Promise<Banco> => (comun ??= banco())
afterAll(async () => { await (await elBanco()).planillas.cerrar() })

test('there are many cases, each with a name of its own', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(60)
  expect(new Set(CORPUS.map(c => c.nombre)).size).toBe(CORPUS.length)
})

test.each(CORPUS.map(c => [c.nombre, c] as const))('%s', async (_, caso) => {
  const b = await elBanco()
  const r = await importar(b, caso)
  expect(b.errores.splice(0)).toEqual([])
  if ('falla' in caso.esperado) {
    expect(r.ok ? `se leyó: ${JSON.stringify(await loLeido(b, r.valor, caso))}` : r.falla.codigo).toBe(caso.esperado.falla)
    if (r.ok) return
    for (const texto of [r.falla.titulo, r.falla.explicacion, r.falla.queHacer]) expect(texto).not.toBe('')
    expect(r.falla.explicacion).toContain(caso.esperado.dice ?? '')
    expect([caso.nombre, r.falla.preparacion !== undefined]).toEqual([caso.nombre, caso.esperado.asistente === true])
    if (r.falla.preparacion !== undefined) await sePrepara(b, r.falla.preparacion)
    return
  }
  const { notas = [], ...esperado } = caso.esperado
  const { notas: dichas, ...leido } = await loLeido(b, valor(r), caso)
  expect(leido).toEqual(esperado)
  expect(dichas.map((n, i) => (notas[i] !== undefined && n.includes(notas[i]) ? notas[i] : n))).toEqual(notas)
  await seRecorre(b, valor(r))
  valor(await b.planillas.descartar(valor(r).id))
})

async function importar(b: Banco, caso: Caso): Promise<Result<BorradorResumen>> {
  const carpeta = await carpetaTemporal()
  const ruta = path.join(carpeta, caso.archivo)
  const contenido = await caso.hacer()
  try {
    if (contenido === 'carpeta') await mkdir(ruta)
    else if (contenido === 'sin-permiso') return await sinPermiso(b, ruta)
    else if (contenido !== 'ausente') await writeFile(ruta, contenido)
    return await b.planillas.importar(ruta, opciones())
  } finally {
    await rm(carpeta, { recursive: true, force: true })
  }
}

/** Whoever runs this as root may read everything: for a moment it is nobody. */
async function sinPermiso(b: Banco, ruta: string): Promise<Result<BorradorResumen>> {
  await writeFile(ruta, 'x')
  await chmod(ruta, 0o000)
  valor(await b.planillas.lista()) // the drafts are opened before
  const raiz = process.geteuid?.() === 0
  if (raiz) process.seteuid?.(65_534)
  try {
    return await b.planillas.importar(ruta, opciones())
  } finally {
    if (raiz) process.seteuid?.(0)
  }
}

/** What came of the file, as far as its case speaks of it. */
async function loLeido(b: Banco, r: BorradorResumen, { esperado }: Caso): Promise<Omit<Lectura, 'notas'> & { notas: string[] }> {
  const { celdas, cursos } = 'falla' in esperado ? {} : esperado
  return {
    filas: r.tablas.reduce((n, t) => n + t.filas, 0), errores: r.errores, notas: r.notas,
    ...(celdas === undefined ? {} : { celdas: await Promise.all(celdas.map(async ([fila, titulo]) => [fila, titulo, await celda(b, r, fila, titulo)] as const)) }),
    ...(cursos === undefined ? {} : { cursos: r.cursos.map(c => `${c.codigoOferta}/${c.codigoGrupo}`) }),
  }
}

async function celda(b: Banco, r: BorradorResumen, fila: number, titulo: string): Promise<string> {
  const tabla = r.tablas[0]
  if (tabla === undefined) return 'no hay tabla'
  const { filas } = valor(await b.planillas.filas(r.id, tabla.id, [...valor(await b.planillas.indice(r.id, tabla.id, 'todas', '')).ids].slice(0, 50)))
  return filas.find(f => f.fila === fila)?.celdas[tabla.columnas.findIndex(c => c.titulo === titulo)]?.texto ?? 'no está'
}

/** All that the window asks of a draft is answered. */
async function seRecorre(b: Banco, r: BorradorResumen): Promise<void> {
  for (const t of r.tablas) {
    const { ids } = valor(await b.planillas.indice(r.id, t.id, 'todas', ''))
    expect(ids).toHaveLength(t.filas)
    valor(await b.planillas.filas(r.id, t.id, [...ids].slice(0, 200)))
  }
  valor(await b.planillas.problemas(r.id, 'todos', 0, 200))
  valor(await b.planillas.previo(r.id))
  for (const c of valor(await b.planillas.cursos(r.id))) if (c.enviables > 0) valor(await b.planillas.curso(r.id, c.codigoOferta, c.codigoGrupo, 0, 500))
}

/** All that the assistant asks of a file that was kept aside is answered, for each of its sheets. */
async function sePrepara(b: Banco, id: string): Promise<void> {
  const p = valor(await b.planillas.preparacion(id))
  expect(p.hojas[p.hoja]).toBeDefined()
  for (const h of p.hojas) {
    const fila = h.encabezado?.fila ?? 1
    const { propuesta } = valor(await b.planillas.columnas({ id, hoja: h.nombre, fila }))
    const columnas = propuesta.map(({ key, indice }) => ({ key, indice }))
    valor(await b.planillas.vistaPreparada({ id, correspondencia: { hoja: h.nombre, fila, columnas, fijos: [] } }))
  }
  valor(await b.planillas.soltarPreparada())
}
