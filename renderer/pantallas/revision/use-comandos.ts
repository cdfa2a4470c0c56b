/** What the person does to the draft: each command answers the new summary, and the rows on screen are read again. */
import { useEffect, useRef, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { PedidoBusqueda } from '../../../shared/ipc/modelos-edicion.ts'
import type { Eleccion } from '../../../shared/ipc/modelos-causas.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Falla, Result } from '../../../shared/ipc/result.ts'
import type { CacheFilas } from '../../grilla/cache-filas.ts'
import { pedir } from '../../puente.ts'
import { TEXTOS_CAUSAS } from '../../textos/causas.ts'
import { TEXTOS_REVISION } from '../../textos/revision.ts'

const { estado: ESTADO } = TEXTOS_REVISION

/** sin-cambio: main took it and there was nothing to change. */
export type Desenlace = 'hecho' | 'sin-cambio' | 'falla'

export interface Comandos {
  /** A request that answers the draft as it stands after it. */
  ejecutar(peticion: Promise<Result<BorradorResumen>>): Promise<Desenlace>
  editar(tabla: string, cambios: CambioCelda[]): Promise<Desenlace>
  incluir(tabla: string, filas: number[], incluir: boolean): Promise<void>
  /** Does to all cells what was chosen for them; `cuantas` is for the words. */
  arreglar(eleccion: Eleccion & { causa: Causa }, cuantas: number, hace: 'cambiar' | 'dejar-fuera'): Promise<void>
  /** In all the cells found, or only in `solo`. */
  reemplazar(pedido: PedidoBusqueda, por: string, solo: { tabla: string; filaId: number; columna: string } | null): Promise<Desenlace>
  /** Goes to the moment after that many changes. */
  irACambio(aplicados: number): Promise<void>
  deshacer(): Promise<void>
  rehacer(): Promise<void>
}
interface UsoComandos {
  resumen: BorradorResumen
  cache: CacheFilas
  alCambiar(resumen: BorradorResumen): void
  alFallar(falla: Falla): void
  /** Says in words what happened, to eye and screen reader. */
  decir(texto: string): void
}

export function useComandos(o: UsoComandos): Comandos {
  const ultimo = useRef(o)
  useEffect(() => { ultimo.current = o })

  const [comandos] = useState((): Comandos => {
    let ultimoVisto = o.resumen
    const ejecutar = async (peticion: Promise<Result<BorradorResumen>>): Promise<Desenlace> => {
      const antes = ultimo.current.resumen.version
      const r = await peticion
      const { resumen, cache, alCambiar, alFallar } = ultimo.current
      if (r.ok) {
        ultimoVisto = r.valor
        // Two commands in a row: the answer of the first one may come when the second's is already shown.
        if (r.valor.version > resumen.version) alCambiar(r.valor)
        cache.refrescar(r.valor.version)
      } else {
        alFallar(r.falla)
        cache.refrescar(resumen.version)
      }
      if (!r.ok) return 'falla'
      return r.valor.version > antes ? 'hecho' : 'sin-cambio'
    }
    return {
      ejecutar,
      editar: (tabla, cambios) => {
        const { resumen, cache } = ultimo.current
        const columnas = resumen.tablas.find(t => t.id === tabla)?.columnas ?? []
        anticiparTextos(cache, cambios, columnas.map(c => c.key))
        return ejecutar(pedir('borrador:editar', { id: resumen.id, tabla, cambios }))
      },
      incluir: async (tabla, filas, incluir) => {
        const { resumen, cache, decir } = ultimo.current
        for (const id of filas) cache.anticipar(id, f => ({ ...f, excluida: !incluir }))
        const r = await ejecutar(pedir('borrador:excluir', { id: resumen.id, tabla, filas, excluir: !incluir }))
        if (r === 'hecho') decir(incluir ? ESTADO.incluidas(filas.length) : callando(ESTADO.dejadasFuera(filas.length), resumen, ultimoVisto))
        else if (r === 'sin-cambio') decir(incluir ? ESTADO.siguenFuera : ESTADO.yaEstabanFuera)
      },
      arreglar: async (eleccion, cuantas, hace) => {
        const { resumen, decir } = ultimo.current
        if (await ejecutar(pedir('borrador:arreglar', { id: resumen.id, ...eleccion })) === 'hecho') decir(hace === 'cambiar' ? TEXTOS_CAUSAS.corregidas(cuantas) : TEXTOS_CAUSAS.dejadasFuera(cuantas))
      },
      reemplazar: (pedido, por, solo) => ejecutar(pedir('borrador:reemplazar', { id: ultimo.current.resumen.id, ...pedido, por, solo })),
      irACambio: async (aplicados) => {
        const { resumen, decir } = ultimo.current
        if (await ejecutar(pedir('borrador:irACambio', { id: resumen.id, aplicados })) === 'hecho') decir(TEXTOS_CAUSAS.volvio(aplicados))
      },
      deshacer: async () => {
        const { resumen, decir } = ultimo.current
        if (!resumen.puedeDeshacer) return decir(TEXTOS_REVISION.nadaQueDeshacer)
        if (await ejecutar(pedir('borrador:deshacer', { id: resumen.id })) === 'hecho') decir(ESTADO.deshecho(resumen.textoDeshacer ?? ''))
      },
      rehacer: async () => {
        const { resumen, decir } = ultimo.current
        if (!resumen.puedeRehacer) return decir(TEXTOS_REVISION.nadaQueRehacer)
        if (await ejecutar(pedir('borrador:rehacer', { id: resumen.id })) === 'hecho') decir(ESTADO.rehecho(resumen.textoRehacer ?? ''))
      },
    }
  })
  return comandos
}

/** Rows left out take along whatever else was wrong in them: that is said, so that nobody takes it for solved. */
function callando(texto: string, antes: BorradorResumen, despues: BorradorResumen): string {
  const errores = antes.errores - despues.errores
  const avisos = antes.avisos - despues.avisos
  return errores > 0 || avisos > 0 ? `${texto}. ${ESTADO.callan(Math.max(0, errores), Math.max(0, avisos))}` : texto
}

export interface CambioCelda { filaId: number; columna: string; texto: string }

/** Shows texts in cells before main has answered. */
export function anticiparTextos(cache: CacheFilas, cambios: readonly CambioCelda[], columnas: readonly string[]): void {
  for (const { filaId, columna, texto } of cambios) {
    const donde = columnas.indexOf(columna)
    cache.anticipar(filaId, f => ({
      ...f,
      celdas: f.celdas.map((c, i) => (i === donde ? { ...c, texto, convertido: null, editada: true } : c)),
    }))
  }
}
