/** What a mutant goes through, and what must hold whatever it is. */
import { rm, writeFile } from 'node:fs/promises'
import { CursoSchema } from '../../shared/domain/curso.ts'
import { ColumnasPreparadasSchema, PreparacionSchema, VistaPreparadaSchema } from '../../shared/ipc/modelos-asistente.ts'
import { BorradorResumenSchema, FilaVistaSchema, ProblemaVistaSchema } from '../../shared/ipc/modelos.ts'
import { leerArchivo } from '../../electron/proceso-planilla/archivo.ts'
import { importar } from '../../electron/proceso-planilla/importacion.ts'
import { Preparaciones } from '../../electron/proceso-planilla/preparacion.ts'
import { leerTrozo } from '../../electron/proceso-planilla/serie-borrador.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { Mesa } from '../../shared/planilla/mesa.ts'

const MUESTRA = 200

/**
 * Inspection, reader and Mesa over the file, then all that the window asks of a draft.
 * @returns the code of the refusal, or 'borrador'. Throws when an exception escapes or a promise of the product breaks.
 */
export async function probar(bytes: Buffer, nombreArchivo: string, ruta: string): Promise<string> {
  await writeFile(ruta, bytes)
  try {
    const r = await importar({ id: 'x', ruta, nombreArchivo, hoy: '2026-11-24', previos: [], senal: { cancelado: () => false }, avisar: () => undefined, anotar: () => undefined, ceder: () => Promise.resolve() })
    if (!r.ok) {
      await preparar(r, nombreArchivo, ruta)
      return r.falla.codigo
    }
    for (const t of r.valor.nuevo.trozos) leerTrozo(t.datos)
    recorrer(r.valor.mesa)
    return 'borrador'
  } finally {
    await rm(ruta, { force: true })
  }
}

/** What is refused may be kept aside, and then all that the assistant asks of it has its answer. */
async function preparar(falla: Extract<Awaited<ReturnType<typeof importar>>, { ok: false }>, nombre: string, ruta: string): Promise<void> {
  const archivo = await leerArchivo(ruta, nombre)
  if (!archivo.ok) return
  const preparaciones = new Preparaciones()
  const oferta = await preparaciones.ofrecer(falla, archivo.valor, () => undefined)
  const id = oferta.ok ? undefined : oferta.falla.preparacion
  if (id === undefined) return
  const vista = PreparacionSchema.parse(valor(preparaciones.vista(id)))
  for (const { nombre: hoja, encabezado } of vista.hojas) {
    const fila = encabezado?.fila ?? 1
    const { propuesta } = ColumnasPreparadasSchema.parse(valor(preparaciones.columnas({ id, hoja, fila }, () => null)))
    VistaPreparadaSchema.parse(valor(preparaciones.resultado(id, { hoja, fila, columnas: propuesta.map(({ key, indice }) => ({ key, indice })), fijos: [] }, '2026-11-24')))
  }
}

function valor<T>(r: Result<T>): T {
  if (!r.ok) throw new Error(`the assistant refuses what it offered: ${r.falla.codigo}`)
  return r.valor
}

function recorrer(mesa: Mesa): void {
  const resumen = BorradorResumenSchema.parse(mesa.resumen('x'))
  for (const t of resumen.tablas) {
    const ids = mesa.indice(t.id, 'todas', '')
    if (ids.length !== t.filas || new Set(ids).size !== ids.length) throw new Error(`table ${t.id}: ${ids.length} ids for ${t.filas} rows, or some twice`)
    mesa.filas(t.id, [...ids.subarray(0, MUESTRA)]).forEach(f => FilaVistaSchema.parse(f))
    mesa.indice(t.id, 'problemas', 'a')
  }
  mesa.problemas('todos', 0, MUESTRA).problemas.forEach(p => ProblemaVistaSchema.parse(p))
  mesa.previo()
  // What the product would send must be what SENCE accepts, whatever the file was.
  for (const c of mesa.cursos().slice(0, MUESTRA)) if (c.enviables > 0) CursoSchema.parse(mesa.curso(c.codigoOferta, c.codigoGrupo))
}
