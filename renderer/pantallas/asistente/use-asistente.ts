/** What the person has said so far of a workbook whose columns are not known, and the step that they are in. */
import { useState } from 'react'
import type { ColumnasPreparadas, Correspondencia, Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { faltantes } from '../../../shared/planilla/correspondencia-faltas.ts'
import { useConsulta } from '../../estado/use-consulta.ts'

export type Paso = 'hoja' | 'titulos' | 'columnas' | 'resultado'
/** Where one of our columns comes from. */
export type Fuente = { tipo: 'columna'; indice: number } | { tipo: 'fijo'; valor: string }
export type Fuentes = ReadonlyMap<string, Fuente>

export interface Asistente {
  pasos: Paso[]
  paso: Paso
  ir: (paso: Paso) => void
  hoja: number
  elegirHoja: (hoja: number) => void
  fila: number
  elegirFila: (fila: number) => void
  columnas: ColumnasPreparadas | null
  falla: Falla | null
  fuentes: Fuentes
  poner: (key: string, fuente: Fuente | null) => void
  correspondencia: Correspondencia
  faltan: string[]
  vacias: string[]
  /** Fixed values that were promised and not typed yet. */
  sinValor: boolean
}

export function useAsistente(p: Preparacion): Asistente {
  const [hoja, setHoja] = useState(p.hoja)
  const [filas, setFilas] = useState<ReadonlyMap<number, number>>(new Map())
  const pasos: Paso[] = p.hojas.length > 1 ? ['hoja', 'titulos', 'columnas', 'resultado'] : ['titulos', 'columnas', 'resultado']
  const [paso, ir] = useState<Paso>(() => primerPaso(p))
  const actual = p.hojas[hoja]
  const fila = filas.get(hoja) ?? actual?.encabezado?.fila ?? actual?.filas[0]?.fila ?? 1
  const { datos: ultimos, falla } = useConsulta('planilla:columnas', { id: p.id, hoja: actual?.nombre ?? '', fila })
  // Those of another sheet or row stay on view until the new ones come: they answer another question.
  const datos = ultimos?.hoja === actual?.nombre && ultimos?.fila === fila ? ultimos : null

  /** What the person changed of the proposal, which stands for that sheet and row only. */
  const lugar = `${hoja} ${fila}`
  const [cambios, setCambios] = useState<{ lugar: string; de: ReadonlyMap<string, Fuente | null> }>({ lugar, de: new Map() })
  const deAqui = cambios.lugar === lugar ? cambios.de : new Map<string, Fuente | null>()
  const fuentes = combinar(datos, deAqui)

  const columnas = [...fuentes].flatMap(([key, f]) => (f.tipo === 'columna' ? [{ key, indice: f.indice }] : []))
  const fijos = [...fuentes].flatMap(([key, f]) => (f.tipo === 'fijo' && f.valor.trim() !== '' ? [{ key, valor: f.valor.trim() }] : []))
  const correspondencia = { hoja: actual?.nombre ?? '', fila, columnas, fijos }
  return {
    pasos, paso, ir, hoja, fila, columnas: datos, falla, fuentes, correspondencia, ...faltantes(correspondencia),
    elegirHoja: setHoja,
    elegirFila: f => { setFilas(antes => new Map(antes).set(hoja, f)) },
    poner: (key, fuente) => { setCambios({ lugar, de: new Map(deAqui).set(key, fuente) }) },
    sinValor: [...fuentes.values()].some(f => f.tipo === 'fijo' && f.valor.trim() === ''),
  }
}

/** The first that cannot be derived: one sheet with headings that say themselves leaves only the columns to ask. */
function primerPaso({ hojas }: Preparacion): Paso {
  const seguras = hojas.filter(h => h.encabezado?.seguro === true && !h.oculta)
  if (hojas.length > 1 && seguras.length !== 1) return 'hoja'
  return seguras.length === 1 || hojas[0]?.encabezado?.seguro === true ? 'columnas' : 'titulos'
}

function combinar(datos: ColumnasPreparadas | null, cambios: ReadonlyMap<string, Fuente | null>): Fuentes {
  const fuentes = new Map<string, Fuente>()
  for (const { key, indice } of datos?.propuesta ?? []) fuentes.set(key, { tipo: 'columna', indice })
  for (const { key, valor } of datos?.fijos ?? []) fuentes.set(key, { tipo: 'fijo', valor })
  for (const [key, fuente] of cambios) {
    if (fuente === null) fuentes.delete(key)
    else fuentes.set(key, fuente)
  }
  return fuentes
}
