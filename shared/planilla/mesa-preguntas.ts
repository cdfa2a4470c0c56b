/** What has to be asked about the columns of a draft: cells in doubt that some reading can understand. */
import type { Causa } from '../domain/causas.ts'
import type { GrupoCausa, Propuesta } from '../ipc/modelos-causas.ts'
import type { Pregunta } from '../ipc/modelos-preguntas.ts'
import { EN_DUDA, esLectura } from './lecturas.ts'
import type { Pedido } from './mesa-arreglos.ts'

const EJEMPLOS = 5

/** One for each column and cause, in the order in which the causes are listed. `proponer` is the draft's own proposal of fixes. */
export function preguntasDe(causas: readonly GrupoCausa[], proponer: (p: Pedido) => Propuesta): Pregunta[] {
  return causas.filter(c => EN_DUDA.has(c.causa as Causa)).flatMap(({ causa, lugares }) => lugares.flatMap(({ columna, arreglable, ...l }) => {
    if (columna === null || !arreglable) return []
    const pedido = { causa: causa as Causa, tabla: l.tabla, columna }
    const opciones = proponer(pedido).opciones.filter(o => esLectura(o.id)).flatMap((o) => {
      const { vista } = proponer({ ...pedido, opcion: o.id })
      const ejemplos = vista?.ejemplos.slice(0, EJEMPLOS).map(e => ({ fila: e.fila, antes: e.antes, despues: e.despues ?? '' })) ?? []
      return vista ? [{ opcion: o.id, titulo: o.titulo, detalle: o.detalle, cambian: vista.cambian, quedan: vista.quedan, ejemplos }] : []
    })
    return opciones.length === 0 ? [] : [{ causa, columna, tabla: l.tabla, hoja: l.hoja, titulo: l.titulo, letra: l.letra, cuantas: l.cuantas, opciones }]
  }))
}
