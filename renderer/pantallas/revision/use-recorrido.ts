/** F8 and the list of problems: goes to a cell, in whatever table it is and whatever the filter hides. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { CAUSAS, type Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { BorradorResumen, ProblemaVista } from '../../../shared/ipc/modelos.ts'
import type { GrillaRef } from '../../grilla/tipos.ts'
import { TEXTOS_REVISION } from '../../textos/revision.ts'
import { crearLector } from './lector-problemas.ts'
import { nivelesDe, problemaVecino, type Direccion, type Lugar } from './recorrido.ts'
import { estaFiltrada, type Indice } from './use-indice.ts'

const { estado: ESTADO } = TEXTOS_REVISION

export interface LugarFoco { tabla: string; filaId: number; columna: string | null }
interface UsoRecorrido {
  resumen: BorradorResumen
  indice: Indice | null
  grilla: RefObject<GrillaRef | null>
  /** Level that the list of problems shows. */
  nivel: Nivel | 'todos'
  /** Cause that is open: only its problems are walked. */
  causa: Causa | null
  foco: LugarFoco | null
  /** Worst level of the cell in focus. */
  nivelEnFoco: Nivel | null
  /** Shows the table, without filter if `limpiar`. */
  mostrar(tabla: string, limpiar: boolean): void
  decir(texto: string): void
}
export interface RecorridoProblemas {
  /** Problem reached last, while the focus stays on its cell. */
  actual: ProblemaVista | null
  irAProblema(p: ProblemaVista, o?: { enfocar?: boolean }): void
  /** To a cell, whatever the table and the filters; `enfocar` false: the keyboard stays where it is. */
  irACelda(lugar: LugarFoco, o?: { enfocar?: boolean }): void
  ir(direccion: Direccion): void
}

export function useRecorrido(o: UsoRecorrido): RecorridoProblemas {
  const [destino, setDestino] = useState<(LugarFoco & { enfocar: boolean }) | null>(null)
  const [alcanzado, setAlcanzado] = useState<ProblemaVista | null>(null)
  const actual = alcanzado && o.foco && alcanzado.tabla === o.foco.tabla && alcanzado.filaId === o.foco.filaId && alcanzado.columna === o.foco.columna ? alcanzado : null
  const ultimo = useRef({ ...o, actual })
  useEffect(() => { ultimo.current = { ...o, actual } })

  // Where the focus will be once the table and its rows have come: F8 pressed meanwhile goes on from there.
  const enCamino = useRef<ProblemaVista | null>(null)
  useEffect(() => { if (!destino) enCamino.current = null }, [destino, o.foco])

  const { indice, grilla, mostrar, decir } = o
  const estructura = o.resumen.tablas.find(t => t.id === destino?.tabla)?.estructura
  useEffect(() => {
    if (!destino || !indice || indice.consulta.tabla !== destino.tabla) return
    const pos = indice.ids.indexOf(destino.filaId)
    // A row that was just added is on its way to the list.
    if (pos === -1 && indice.estructura !== estructura) return
    if (pos === -1 && estaFiltrada(indice.consulta)) {
      mostrar(destino.tabla, true)
      decir(ESTADO.filtroQuitado)
      return
    }
    setDestino(null)
    if (pos !== -1) grilla.current?.irA(pos, destino.columna, { enfocar: destino.enfocar })
  }, [destino, indice, estructura, grilla, mostrar, decir])

  const irACelda = ({ tabla, filaId, columna }: LugarFoco, { enfocar = true }: { enfocar?: boolean } = {}): void => {
    const { indice: visible, mostrar: ensenar } = ultimo.current
    // Another object each time: going twice to the same cell is going twice.
    setDestino({ tabla, filaId, columna, enfocar })
    if (tabla !== visible?.consulta.tabla) ensenar(tabla, false)
  }
  const irAProblema = (p: ProblemaVista, como: { enfocar?: boolean } = {}): void => {
    enCamino.current = p
    setAlcanzado(p)
    irACelda(p, como)
  }

  const lector = useRef(crearLector(o.resumen.id, o.resumen.version, o.causa))
  const buscar = async (direccion: Direccion): Promise<void> => {
    const { resumen, nivel, causa, foco, nivelEnFoco, actual: donde, decir: anunciar } = ultimo.current
    if (lector.current.version !== resumen.version || lector.current.causa !== causa) lector.current = crearLector(resumen.id, resumen.version, causa)
    const totales = { error: resumen.errores, aviso: resumen.avisos, informacion: resumen.informaciones }
    const deCausa = causa === null ? null : CAUSAS[causa].nivel
    if (deCausa !== null) totales[deCausa] = await lector.current.total(deCausa)
    const desde = enCamino.current ?? foco
    const hallado = await problemaVecino({
      direccion, totales, niveles: nivelesDe(deCausa ?? nivel, totales),
      nivelActual: enCamino.current?.nivel ?? donde?.nivel ?? nivelEnFoco,
      foco: desde && lugarDe(resumen, desde), lugarDe: p => lugarDe(resumen, p), leer: lector.current.leer,
    })
    if (!hallado) return anunciar(ESTADO.sinProblemas)
    if (hallado.dioLaVuelta) anunciar(direccion === 'siguiente' ? ESTADO.vuelta : ESTADO.vueltaAtras)
    irAProblema(hallado.problema)
  }
  // One search after another: each starts where the one before it ended.
  const cola = useRef(Promise.resolve())
  const ir = (direccion: Direccion): void => { cola.current = cola.current.then(() => buscar(direccion)) }
  return { actual, irAProblema, irACelda, ir }
}

function lugarDe(resumen: BorradorResumen, p: LugarFoco): Lugar {
  const tabla = resumen.tablas.findIndex(t => t.id === p.tabla)
  return { tabla, fila: p.filaId, columna: p.columna === null ? -1 : resumen.tablas[tabla]?.columnas.findIndex(c => c.key === p.columna) ?? -1 }
}
