/** Ranges, rows that come and go, and replacements, through the process and over its death. */
import { expect, test, vi } from 'vitest'
import type { Result } from '../../../shared/ipc/result.ts'
import { ENCABEZADOS, archivoCon, banco, csvDe, enProcesoAparte, fallaDe, filaTexto, opciones, valor, type Banco } from './soporte.ts'

vi.setConfig({ testTimeout: 120_000 })
const csv = csvDe([[...ENCABEZADOS], ...[0, 1, 2].map(i => filaTexto(i).with(14, 'ACT01'))])
const BUSQUEDA = { texto: 'act', mayusculas: false, acentos: false, completa: false, tabla: null, columna: null }
const AVANCE = 'modulo.porcentajeAvance'

async function foto(b: Banco, id: string): Promise<unknown> {
  const { version: _, ...resumen } = valor(await b.planillas.resumen(id))
  const { ids } = valor(await b.planillas.indice(id, 'unica', 'todas', ''))
  const { cambios } = valor(await b.planillas.cambios(id))
  return { ...resumen, tablas: resumen.tablas.map(t => ({ ...t, estructura: 0 })), cambios, filas: valor(await b.planillas.filas(id, 'unica', [...ids])).filas }
}

test('each kind of change that was answered is there after SIGKILL, with its undo', async () => {
  const hijos = await enProcesoAparte()
  const b = await banco({ bifurcar: hijos.iniciar })
  const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
  const ids = [...valor(await b.planillas.indice(id, 'unica', 'todas', '')).ids]
  const rango = { id, tabla: 'unica', filas: Int32Array.from(ids), columnas: [AVANCE] }
  const original = await foto(b, id)
  const hechos: (() => Promise<Result<unknown>>)[] = [
    () => b.planillas.escribirRango({ ...rango, accion: 'pegar', celdas: [['71'], ['72'], ['73'], ['74'], ['75']], nuevas: 2 }),
    () => b.planillas.rellenarAbajo(rango),
    () => b.planillas.agregarFilas({ id, tabla: 'unica', cuantas: 2 }),
    () => b.planillas.quitarFilas({ id, tabla: 'unica', filas: Int32Array.of((ids.at(-1) ?? 0) + 1) }),
    () => b.planillas.reemplazar({ id, ...BUSQUEDA, por: 'TAREA', solo: null }),
    () => b.planillas.deshacer(id),
  ]
  for (const hacer of hechos) {
    valor(await hacer())
    const antes = await foto(b, id)
    process.kill(hijos.pids.at(-1) ?? 0, 'SIGKILL')
    // The call that meets the death answers it; the one after starts again from the disk.
    const r = await b.planillas.resumen(id)
    if (!r.ok) expect(r.falla.codigo).toBe('proceso-terminado')
    expect(await foto(b, id)).toEqual(antes)
  }
  valor(await b.planillas.irACambio(id, 0))
  const { cambios: _c, puedeRehacer: _p, textoRehacer: _t, ...vuelta } = await foto(b, id) as Record<string, unknown>
  expect(original).toMatchObject(vuelta)
  await b.planillas.cerrar()
})

test('copy, find and preview through the process; a range that is too large is refused', async () => {
  const b = await banco()
  const { id } = valor(await b.planillas.importar(await archivoCon('a.csv', csv), opciones()))
  const { ids } = valor(await b.planillas.indice(id, 'unica', 'todas', ''))
  expect(valor(await b.planillas.copiar({ id, tabla: 'unica', filas: ids.slice(0, 2), columnas: ['modulo.codigoModulo', AVANCE] })).texto).toBe('MA01\t60\r\nMA01\t60')
  expect(valor(await b.planillas.encontrar({ id, ...BUSQUEDA, desde: null, haciaAtras: true }))).toMatchObject({ total: 3, hallada: { n: 3, columna: 'modulo.actividades' } })
  expect(valor(await b.planillas.reemplazos({ id, ...BUSQUEDA, por: 'T' })).reemplazos).toMatchObject({ total: 3, cambian: 3, ejemplos: [{ antes: 'ACT01', despues: 'T01' }, {}, {}] })
  expect(fallaDe(await b.planillas.escribirRango({ id, tabla: 'unica', filas: new Int32Array(60_000), columnas: ['a', 'b'], accion: 'vaciar', celdas: [['']], nuevas: 0 })).codigo).toBe('inesperado')
  await b.planillas.cerrar()
})
