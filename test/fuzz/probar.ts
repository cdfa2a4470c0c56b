/** What a mutant goes through, and what must hold whatever it is. */
import { rm, writeFile } from 'node:fs/promises'
import { CursoSchema } from '../../shared/domain/curso.ts'
import { BorradorResumenSchema, FilaVistaSchema, ProblemaVistaSchema } from '../../shared/ipc/modelos.ts'
import { importar } from '../../electron/proceso-planilla/importacion.ts'
import { leerTrozo } from '../../electron/proceso-planilla/serie-borrador.ts'
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
    if (!r.ok) return r.falla.codigo
    for (const t of r.valor.nuevo.trozos) leerTrozo(t.datos)
    recorrer(r.valor.mesa)
    return 'borrador'
  } finally {
    await rm(ruta, { force: true })
  }
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
