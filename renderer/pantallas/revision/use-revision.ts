/** State of the review screen: what is shown, where the focus is, and the commands over it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { BorradorResumen, FiltroFilas, TablaVista } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { CacheFilas } from '../../grilla/cache-filas.ts'
import { cambiosDePegado } from '../../grilla/portapapeles.ts'
import type { Foco, GrillaRef } from '../../grilla/tipos.ts'
import { pedir } from '../../puente.ts'
import { nombreNivel, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { columnasGrilla } from './columnas-grilla.ts'
import { useComandos } from './use-comandos.ts'
import { useDemorado } from './use-demorado.ts'
import { useIndice } from './use-indice.ts'
import { useRecorrido } from './use-recorrido.ts'

const ESPERA_BUSQUEDA_MS = 180

export function useRevision({ resumen, filtroInicial, alCambiar }: { resumen: BorradorResumen; filtroInicial: FiltroFilas; alCambiar(r: BorradorResumen): void }) {
  const [elegida, setElegida] = useState(() => (resumen.tablas.find(t => t.errores > 0) ?? (filtroInicial === 'todas' ? undefined : resumen.tablas.find(t => t.avisos > 0)) ?? resumen.tablas[0])?.id ?? '')
  const [filtro, setFiltro] = useState<FiltroFilas>(filtroInicial)
  const [buscar, setBuscar] = useState('')
  const [nivel, setNivel] = useState<Nivel | 'todos'>('todos')
  const [causa, setCausa] = useState<Causa | null>(null)
  const [soloCausa, setSoloCausa] = useState(false)
  const [foco, setFoco] = useState<Foco | null>(null)
  const [falla, setFalla] = useState<Falla | null>(null)
  const [dicho, decir] = useState('')
  const grilla = useRef<GrillaRef>(null)
  const campoBuscar = useRef<HTMLInputElement>(null)

  const tabla = resumen.tablas.find(t => t.id === elegida) ?? resumen.tablas[0] ?? SIN_TABLA
  const columnas = useColumnas(tabla)
  const cache = useCache(resumen, tabla.id, setFalla)
  const demorado = useDemorado(buscar, ESPERA_BUSQUEDA_MS)
  const filaEnFoco = useRef<number | null>(null)
  useEffect(() => { filaEnFoco.current = foco?.filaId ?? null })
  const indice = useIndice({
    consulta: { id: resumen.id, tabla: tabla.id, filtro, buscar: demorado.trim(), causa: soloCausa ? causa : null },
    version: resumen.version, cache, filaEnFoco: () => filaEnFoco.current, alFallar: setFalla,
  })

  const comandos = useComandos({ resumen, cache, alCambiar, alFallar: setFalla, decir })
  const mostrarTabla = (id: string): void => {
    if (id === tabla.id) return
    setFoco(null)
    setElegida(id)
  }
  const mostrar = useCallback((id: string, limpiar: boolean): void => {
    setFoco(null)
    setElegida(id)
    if (!limpiar) return
    setFiltro('todas')
    setBuscar('')
    setSoloCausa(false)
  }, [])
  const mostrarTodas = useCallback(() => { setFiltro('todas'); setBuscar(''); setSoloCausa(false) }, [])
  const celdaEnFoco = foco?.filaId == null ? undefined : cache.fila(foco.filaId)?.celdas[columnas.findIndex(c => c.key === foco.columna)]
  const recorrido = useRecorrido({
    resumen, indice, grilla, nivel, causa, mostrar, decir,
    foco: foco?.filaId == null ? null : { tabla: tabla.id, filaId: foco.filaId, columna: foco.columna },
    nivelEnFoco: celdaEnFoco?.nivel ?? null,
  })

  const abrirCausa = (c: Causa | null): void => {
    setCausa(c)
    setSoloCausa(false)
  }
  const filtrarPorCausa = (solo: boolean, tablas: readonly string[]): void => {
    setSoloCausa(solo)
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
  const pegar = async (pos: number, columna: number, texto: string): Promise<void> => {
    const p = cambiosDePegado({ texto, ids: indice?.ids ?? [], pos, columnas: columnas.map(c => c.key), columna })
    if (!p.ok) return decir(T.estado.errorPegado[p.motivo])
    if (await comandos.editar(tabla.id, p.cambios) === 'falla') return
    const falto = p.filasSinLugar + p.columnasSinLugar > 0 ? `. ${T.estado.noCupo(p.filasSinLugar, p.columnasSinLugar)}` : ''
    decir(`${T.estado.pegado(p.cambios.length)}${falto}`)
  }

  return {
    tabla, columnas, cache, indice, grilla, campoBuscar, filtro, setFiltro, buscar, setBuscar, nivel, setNivel, causa, abrirCausa, soloCausa, filtrarPorCausa, foco, setFoco,
    falla, alFallar: setFalla, cerrarFalla: () => setFalla(null), dicho, comandos, recorrido, mostrarTabla, mostrarTodas,
    filtrada: tabla.filas > 0,
    posFoco: foco?.filaId == null || !indice ? -1 : indice.ids.indexOf(foco.filaId),
    editar: (...x: Parameters<typeof editar>) => void editar(...x),
    pegar: (...x: Parameters<typeof pegar>) => void pegar(...x),
    incluir: (filas: number[], si: boolean) => void comandos.incluir(tabla.id, filas, si),
    incluirMostradas: (si: boolean) => { if (indice && indice.ids.length > 0) void comandos.incluir(tabla.id, [...indice.ids], si) },
  }
}

const SIN_TABLA: TablaVista = { id: '', clase: 'unica', hoja: '', columnas: [], filas: 0, estructura: 0, excluidas: 0, errores: 0, avisos: 0, informaciones: 0 }

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
