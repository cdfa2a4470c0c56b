/** State of the review screen: what is shown, where the focus is, and the commands over it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { BorradorResumen, FiltroFilas, TablaVista } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { CacheFilas } from '../../grilla/cache-filas.ts'
import { Seleccion } from '../../grilla/seleccion.ts'
import type { Foco, GrillaRef, OrdenGrilla } from '../../grilla/tipos.ts'
import { pedir } from '../../puente.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'
import { nombreNivel, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { columnasGrilla } from './columnas-grilla.ts'
import { useAlAbrir } from './use-al-abrir.ts'
import { useComandos } from './use-comandos.ts'
import { useEdicion } from './use-edicion.ts'
import { useIndice } from './use-indice.ts'
import { useRecorrido } from './use-recorrido.ts'
import { useVista } from './use-vista.ts'

export function useRevision({ resumen, filtroInicial, alCambiar }: { resumen: BorradorResumen; filtroInicial: FiltroFilas; alCambiar(r: BorradorResumen): void }) {
  const vista = useVista(resumen, filtroInicial)
  const { tabla, consulta } = vista
  const [nivel, setNivel] = useState<Nivel | 'todos'>('todos')
  const [causa, setCausa] = useState<Causa | null>(null)
  const [foco, setFoco] = useState<Foco | null>(null)
  const [falla, setFalla] = useState<Falla | null>(null)
  const [dicho, decir] = useState('')
  const grilla = useRef<GrillaRef>(null)
  const campoBuscar = useRef<HTMLInputElement>(null)

  const columnas = useColumnas(tabla)
  const cache = useCache(resumen, tabla.id, setFalla)
  const seleccion = useSeleccion(tabla.id)
  const filaEnFoco = useRef<number | null>(null)
  useEffect(() => { filaEnFoco.current = foco?.filaId ?? null })
  const indice = useIndice({ consulta, version: resumen.version, estructura: tabla.estructura, cache, filaEnFoco: () => filaEnFoco.current, alFallar: setFalla })

  const comandos = useComandos({ resumen, cache, alCambiar, alFallar: setFalla, decir })
  const mostrarTabla = (id: string): void => {
    if (id === tabla.id) return
    setFoco(null)
    vista.setElegida(id)
  }
  const { setElegida, quitarFiltros } = vista
  const mostrar = useCallback((id: string, limpiar: boolean): void => {
    setFoco(null)
    setElegida(id)
    if (limpiar) quitarFiltros()
  }, [setElegida, quitarFiltros])
  const celdaEnFoco = foco?.filaId == null ? undefined : cache.fila(foco.filaId)?.celdas[columnas.findIndex(c => c.key === foco.columna)]
  const lugar = foco?.filaId == null ? null : { tabla: tabla.id, filaId: foco.filaId, columna: foco.columna }
  const recorrido = useRecorrido({ resumen, indice, grilla, nivel, causa, mostrar, decir, foco: lugar, nivelEnFoco: celdaEnFoco?.nivel ?? null })
  useAlAbrir({ resumen, filtroInicial, ir: p => recorrido.irAProblema(p) })
  const edicion = useEdicion({ resumen, tabla, columnas, indice, cache, seleccion, comandos, decir, alFallar: setFalla, irACelda: recorrido.irACelda })

  const abrirCausa = (c: Causa | null): void => {
    setCausa(c)
    vista.setCausa(null)
    // Its first cell, without taking the keyboard from the panel: what the cause is about is on view.
    if (c !== null) void pedir('borrador:problemas', { id: resumen.id, nivel: 'todos', desde: 0, cuantos: 1, causa: c }).then(r => {
      const primero = r.ok ? r.valor.problemas[0] : undefined
      if (primero) recorrido.irAProblema(primero, { enfocar: false })
    })
  }
  const filtrarPorCausa = (solo: boolean, tablas: readonly string[]): void => {
    vista.setCausa(solo ? causa : null)
    const [primera] = tablas
    if (solo && primera !== undefined && !tablas.includes(tabla.id)) mostrarTabla(primera)
  }

  const editar = async (filaId: number, columna: string, texto: string): Promise<void> => {
    if (await comandos.editar(tabla.id, [{ filaId, columna, texto }]) === 'falla') return
    const r = await pedir('borrador:filas', { id: resumen.id, tabla: tabla.id, ids: [filaId] })
    const fila = r.ok ? r.valor.filas[0] : undefined
    const donde = columnas.findIndex(c => c.key === columna)
    const celda = fila?.celdas[donde]
    if (!fila || !celda) return
    const resultado = celda.nivel && celda.mensaje !== null ? `${nombreNivel(celda.nivel).toLowerCase()}. ${celda.mensaje}` : T.estado.corregida
    decir(T.estado.celda(T.lugarCelda(fila.fila, columnas[donde]?.titulo ?? '', ''), resultado))
  }
  const ordenar = (orden: OrdenGrilla): void => {
    vista.ordenar(orden)
    const titulo = columnas.find(c => c.key === orden?.columna)?.titulo ?? ''
    decir(orden ? TEXTOS_EDICION.hecho.ordenada(titulo, orden.sentido) : TEXTOS_EDICION.hecho.sinOrden)
  }

  return {
    vista, tabla, columnas, cache, indice, seleccion, edicion, grilla, campoBuscar, nivel, setNivel, causa, abrirCausa, filtrarPorCausa, foco, setFoco, lugar,
    falla, alFallar: setFalla, cerrarFalla: () => setFalla(null), dicho, decir, comandos, recorrido, mostrarTabla, ordenar,
    quitarFiltros: () => { quitarFiltros(); decir(TEXTOS_EDICION.hecho.filtrosQuitados) },
    filtrada: tabla.filas > 0,
    posFoco: foco?.filaId == null || !indice ? -1 : indice.ids.indexOf(foco.filaId),
    editar: (...x: Parameters<typeof editar>) => void editar(...x),
    incluir: (filas: number[], si: boolean) => void comandos.incluir(tabla.id, filas, si),
    incluirMostradas: (si: boolean) => { if (indice && indice.ids.length > 0) void comandos.incluir(tabla.id, [...indice.ids], si) },
  }
}
export type EstadoRevision = ReturnType<typeof useRevision>

/** One for each table: what is chosen in one says nothing of another. */
function useSeleccion(tabla: string): Seleccion {
  const [guardada, guardar] = useState(() => ({ tabla, seleccion: new Seleccion() }))
  if (guardada.tabla === tabla) return guardada.seleccion
  const nueva = { tabla, seleccion: new Seleccion() }
  guardar(nueva)
  return nueva.seleccion
}

/** Every summary brings new objects: the columns are new only when they say something else. */
function useColumnas(tabla: TablaVista) {
  const firma = JSON.stringify([tabla.id, tabla.columnas])
  const [guardadas, guardar] = useState(() => ({ firma, columnas: columnasGrilla(tabla) }))
  if (guardadas.firma === firma) return guardadas.columnas
  const columnas = columnasGrilla(tabla)
  guardar({ firma, columnas })
  return columnas
}

function useCache(resumen: BorradorResumen, tabla: string, alFallar: (f: Falla) => void): CacheFilas {
  const { id, version } = resumen
  const cache = useMemo(() => new CacheFilas(async ids => {
    const r = await pedir('borrador:filas', { id, tabla, ids })
    if (r.ok) return r.valor
    alFallar(r.falla)
    return null
  }), [id, tabla, alFallar])
  // The draft may also change from outside this screen.
  useEffect(() => cache.refrescar(version), [cache, version])
  return cache
}
