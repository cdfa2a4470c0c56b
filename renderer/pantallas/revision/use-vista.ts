/** Which rows are on view: table, filters, search and order. Nothing of it changes the draft. */
import { useCallback, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { BorradorResumen, FiltroFilas, TablaVista } from '../../../shared/ipc/modelos.ts'
import type { OrdenGrilla } from '../../grilla/tipos.ts'
import { useDemorado } from './use-demorado.ts'
import { estaFiltrada, type Consulta } from './use-indice.ts'

const ESPERA_BUSQUEDA_MS = 180

export function useVista(resumen: BorradorResumen, filtroInicial: FiltroFilas) {
  const [elegida, setElegida] = useState(() => (resumen.tablas.find(t => t.errores > 0) ?? (filtroInicial === 'todas' ? undefined : resumen.tablas.find(t => t.avisos > 0)) ?? resumen.tablas[0])?.id ?? '')
  const [filtro, setFiltro] = useState<FiltroFilas>(filtroInicial)
  const [buscar, setBuscar] = useState('')
  const [causa, setCausa] = useState<Causa | null>(null)
  const [curso, setCurso] = useState<Consulta['curso']>(null)
  const [alumno, setAlumno] = useState('')
  const [ordenes, setOrdenes] = useState<Readonly<Record<string, OrdenGrilla>>>({})

  const tabla = resumen.tablas.find(t => t.id === elegida) ?? resumen.tablas[0] ?? SIN_TABLA
  const buscado = useDemorado(buscar, ESPERA_BUSQUEDA_MS).trim()
  const deAlumno = useDemorado(alumno, ESPERA_BUSQUEDA_MS).trim()
  const orden = ordenes[tabla.id] ?? null
  const consulta: Consulta = { id: resumen.id, tabla: tabla.id, filtro, buscar: buscado, causa, curso, alumno: deAlumno, orden }

  const quitarFiltros = useCallback((): void => {
    setFiltro('todas')
    setBuscar('')
    setCausa(null)
    setCurso(null)
    setAlumno('')
  }, [])
  return {
    tabla, setElegida, consulta, filtro, setFiltro, buscar, setBuscar, causa, setCausa, curso, setCurso, alumno, setAlumno, orden,
    ordenar: (o: OrdenGrilla): void => setOrdenes(antes => ({ ...antes, [tabla.id]: o })),
    filtrada: estaFiltrada(consulta), quitarFiltros,
    /** Those of the dialog of filters: the others show by themselves. */
    enUso: (curso === null ? 0 : 1) + (deAlumno === '' ? 0 : 1) + (causa === null ? 0 : 1),
  }
}
export type Vista = ReturnType<typeof useVista>

const SIN_TABLA: TablaVista = { id: '', clase: 'unica', hoja: '', columnas: [], filas: 0, estructura: 0, excluidas: 0, errores: 0, avisos: 0, informaciones: 0 }
