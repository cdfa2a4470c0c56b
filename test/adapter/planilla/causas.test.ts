import { expect, test, vi } from 'vitest'
import { ENCABEZADOS, archivoCon, banco, csvDe, fallaDe, filaTexto, opciones, valor, type Banco } from './soporte.ts'

vi.setConfig({ testTimeout: 60_000 })

const AVANCE = ENCABEZADOS.indexOf('Avance del módulo (%)')
const con = (i: number, avance: string): string[] => filaTexto(i).map((t, c) => (c === AVANCE ? avance : c === ENCABEZADOS.length - 1 ? `"${t}"` : t))
async function conAmbiguos(): Promise<Banco & { id: string }> {
  const b = await banco()
  const texto = csvDe([[...ENCABEZADOS], con(0, '0,45'), con(1, '0,5'), con(2, '85.5'), con(3, '70')])
  return { ...b, id: valor(await b.planillas.importar(await archivoCon('mayo.csv', texto), opciones())).id }
}
const LUGAR = { causa: 'porcentaje-ambiguo', tabla: 'unica', columna: 'modulo.porcentajeAvance' } as const

test('the problems by cause, their pages and their rows', async () => {
  const { planillas, id } = await conAmbiguos()
  const { causas } = valor(await planillas.causas(id))
  expect(causas[0]).toMatchObject({ causa: 'porcentaje-ambiguo', nivel: 'error', cuantas: 3, lugares: [{ tabla: 'unica', columna: 'modulo.porcentajeAvance', letra: 'L', cuantas: 3, arreglable: true }] })
  expect(causas.slice(1).every(c => c.nivel !== 'error')).toBe(true)
  expect(valor(await planillas.problemas(id, 'todos', 1, 1, 'porcentaje-ambiguo'))).toMatchObject({ total: 3, problemas: [{ fila: 3, causa: 'porcentaje-ambiguo' }] })
  expect(valor(await planillas.indice(id, 'unica', 'todas', '', 'porcentaje-ambiguo')).ids).toHaveLength(3)
})

test('a fix shows what it would do, does it as one command, and both survive a restart', async () => {
  const b = await conAmbiguos()
  const { planillas, id } = b
  const { propuesta } = valor(await planillas.arreglos({ id, ...LUGAR, opcion: 'fraccion' }))
  expect(propuesta).toMatchObject({ cuantas: 3, vista: { cambian: 2, quedan: 1, ejemplos: [{ fila: 2, antes: '0,45', despues: '45 %' }, { fila: 3, antes: '0,5', despues: '50 %' }] } })
  const antes = valor(await planillas.resumen(id))
  const despues = valor(await planillas.arreglar({ id, ...LUGAR, opcion: 'fraccion' }))
  expect([antes.errores, despues.errores]).toEqual([3, 1])
  expect(valor(await planillas.arreglar({ id, ...LUGAR, opcion: 'porcentaje' })).errores).toBe(0)
  await planillas.cerrar()

  const c = await banco({ archivo: b.archivo })
  const { cambios } = valor(await c.planillas.cambios(id))
  expect(cambios).toMatchObject({ total: 2, aplicados: 2, cambios: [{ n: 1, texto: 'Corregir 2 celdas de Datos: Porcentaje que se puede leer de dos maneras' }, { n: 2 }] })
  expect(valor(await c.planillas.deshacer(id)).errores).toBe(1)
  expect(valor(await c.planillas.deshacer(id)).errores).toBe(3)
})

test('any point of the list of changes can be gone to, and is where a restart finds it', async () => {
  const b = await conAmbiguos()
  for (const opcion of ['fraccion', 'porcentaje']) valor(await b.planillas.arreglar({ id: b.id, ...LUGAR, opcion }))
  expect(valor(await b.planillas.irACambio(b.id, 0))).toMatchObject({ errores: 3, puedeDeshacer: false, puedeRehacer: true })
  expect(valor(await b.planillas.irACambio(b.id, 1)).errores).toBe(1)
  await b.planillas.cerrar()
  const c = await banco({ archivo: b.archivo })
  expect(valor(await c.planillas.cambios(b.id)).cambios).toMatchObject({ total: 2, aplicados: 1 })
  expect(valor(await c.planillas.irACambio(b.id, 2)).errores).toBe(0)
})

test('an option that is none of the column changes nothing, and an unknown table is said', async () => {
  const { planillas, id } = await conAmbiguos()
  const antes = valor(await planillas.resumen(id))
  expect(valor(await planillas.arreglar({ id, ...LUGAR, opcion: 'estado-1' }))).toEqual(antes)
  expect(fallaDe(await planillas.arreglar({ id, ...LUGAR, tabla: 'otra', opcion: 'fraccion' })).codigo).toBe('tabla-no-existe')
})
