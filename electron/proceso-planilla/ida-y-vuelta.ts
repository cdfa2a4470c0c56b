/** A draft out as a workbook with observations, and back in when it was corrected. */
import { randomUUID } from 'node:crypto'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { CorreccionVista, Exportacion } from '../../shared/ipc/modelos-correccion.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Correccion } from '../../shared/planilla/correccion.ts'
import { textoDeCelda } from '../../shared/planilla/celda-texto.ts'
import { escribirArchivo } from './escritura.ts'
import { fallarCon } from './fallas.ts'
import { exportar } from './observaciones/exportar.ts'
import type { FilaEscrita } from './observaciones/pedido.ts'
import type { TablaObservada } from '../../shared/planilla/observaciones.ts'
import type { Diferencias } from './almacen-originales.ts'
import type { Sesion } from './sesion.ts'

/** Changes that are listed one by one. */
const MAXIMO_LISTA = 300

export async function exportarObservaciones(s: Sesion, id: string, ruta: string, hoy: FechaIso, anotar: (linea: string) => void): Promise<Result<Exportacion>> {
  const original = s.original(id)
  if (original === null) return fallarCon('sin-original')
  const draft = s.mirar(id, hoy, null, m => ({ nombre: m.resumen(id).nombreArchivo, tablas: m.observaciones() }))
  if (!draft.ok) return draft
  const exportacion = randomUUID()
  const { nombre, tablas } = draft.valor
  const libro = await exportar({ original, nombre, tablas, exportacion, anotar })
  if (!libro.ok) return libro
  // What it says is kept before it is out: a file that nobody knows again would bring everything as a change.
  s.exportado(exportacion, id, tablas.flatMap(t => diferenciasDe(t, libro.valor.agregadas)))
  const escrito = await escribirArchivo(ruta, libro.valor.bytes)
  if (!escrito.ok) return escrito
  const { clase, escritas, sinEscribir, observaciones } = libro.valor
  return ok({ clase, escritas, sinEscribir, observaciones })
}

/** What the file says from now on where it said another thing. A column of theirs may serve for two of ours: both say what was written last. */
function diferenciasDe(t: TablaObservada, agregadas: readonly FilaEscrita[]): Diferencias {
  const filas = new Map(agregadas.filter(a => a.tabla === t.id).map(a => [a.filaId, a.fila]))
  const letras = new Map(t.columnas.filter(c => c.letra !== '').map(c => [c.key, c.letra]))
  const dichas = new Map<string, Diferencias[number]>()
  for (const { filaId, columna, celda } of t.editadas) {
    const letra = letras.get(columna)
    const juntas = letra === undefined ? [columna] : t.columnas.filter(c => c.letra === letra).map(c => c.key)
    const fila = filas.get(filaId)
    for (const key of juntas) dichas.set(`${filaId} ${key}`, { tabla: t.id, filaId, columna: key, celda, ...(fila === undefined ? {} : { fila }) })
  }
  return [...dichas.values()]
}

/** What the draft's file would bring to the one that it is a correction of; null: it is not one, or nothing is left of that draft. */
export function mirarCorreccion(s: Sesion, id: string, hoy: FechaIso): Result<CorreccionVista | null> {
  const c = comparar(s, id, hoy)
  return !c.ok || c.valor === null ? c as Result<null> : ok(c.valor.vista)
}

/** Brings it, as one command, and lets go of the draft that carried it. */
export function traerCorreccion(s: Sesion, id: string, dejarFuera: boolean, hoy: FechaIso): Result<BorradorResumen> {
  const c = comparar(s, id, hoy)
  if (!c.ok) return c
  if (c.valor === null) return fallarCon('borrador-no-existe')
  const { de, correccion, archivo } = c.valor
  const cambiada = s.cambiar(de, hoy, null, m => m.traer(archivo, correccion, dejarFuera))
  if (cambiada.ok) s.descartar(id)
  return cambiada
}

function comparar(s: Sesion, id: string, hoy: FechaIso): Result<{ de: string; archivo: string; correccion: Correccion; vista: CorreccionVista } | null> {
  const origen = s.correccionDe(id)
  if (origen === null) return ok(null)
  const traida = s.mirar(id, hoy, null, m => m)
  if (!traida.ok) return traida
  return s.mirar(origen.borrador, hoy, null, (m) => {
    const correccion = m.compararCon(traida.valor, origen.diferencias)
    const resumen = m.resumen(origen.borrador)
    const tablas = new Map(resumen.tablas.map(t => [t.id, t]))
    const filas = new Map(resumen.tablas.map(t => [t.id, new Map(m.filas(t.id, correccion.celdas.filter(c => c.tabla === t.id).slice(0, MAXIMO_LISTA).map(c => c.filaId)).map(f => [f.id, f.fila]))]))
    const vista: CorreccionVista = {
      nombreArchivo: resumen.nombreArchivo, celdas: correccion.celdas.length, nuevas: correccion.nuevas.length, sinHoja: correccion.sinHoja,
      quitadas: correccion.quitadas.reduce((n, q) => n + q.filas.length, 0),
      cambios: correccion.celdas.slice(0, MAXIMO_LISTA).map((c) => {
        const columna = tablas.get(c.tabla)?.columnas.find(x => x.key === c.columna)
        return {
          hoja: tablas.get(c.tabla)?.hoja ?? '', fila: filas.get(c.tabla)?.get(c.filaId) ?? null, letra: columna?.letra ?? '', titulo: columna?.titulo ?? '',
          antes: textoDeCelda(c.antes), despues: textoDeCelda(c.despues), pisada: c.pisada,
        }
      }),
    }
    return { de: origen.borrador, archivo: traida.valor.resumen(id).nombreArchivo, correccion, vista }
  })
}
