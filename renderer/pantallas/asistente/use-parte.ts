/** One sheet of the answer: what its columns are, as proposed and as the person says. */
import { useState } from 'react'
import type { ClaseHoja, ColumnasPreparadas, Correspondencia } from '../../../shared/ipc/modelos-asistente.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { useConsulta } from '../../estado/use-consulta.ts'

/** Where one of our columns comes from. */
export type Fuente = { tipo: 'columna'; indice: number } | { tipo: 'fijo'; valor: string }
export type Fuentes = ReadonlyMap<string, Fuente>

export interface Parte {
  datos: ColumnasPreparadas | null
  falla: Falla | null
  fuentes: Fuentes
  poner: (key: string, fuente: Fuente | null) => void
  correspondencia: Correspondencia
  /** A fixed value was promised and not typed yet. */
  sinValor: boolean
}

/** `lugar` null: the answer has no such sheet. */
export function useParte(id: string, lugar: { hoja: string; fila: number; clase?: ClaseHoja } | null): Parte {
  const { datos: ultimos, falla } = useConsulta('planilla:columnas', lugar && { id, ...lugar })
  // Those of another sheet or row stay on view until the new ones come: they answer another question.
  const datos = lugar && ultimos?.hoja === lugar.hoja && ultimos.fila === lugar.fila ? ultimos : null
  /** What the person changed of the proposal, which stands for that sheet and row only. */
  const clave = `${lugar?.hoja ?? ''} ${lugar?.fila ?? 0}`
  const [cambios, setCambios] = useState<{ clave: string; de: ReadonlyMap<string, Fuente | null> }>({ clave, de: new Map() })
  const deAqui = cambios.clave === clave ? cambios.de : new Map<string, Fuente | null>()
  const fuentes = combinar(datos, deAqui)
  const columnas = [...fuentes].flatMap(([key, f]) => (f.tipo === 'columna' ? [{ key, indice: f.indice }] : []))
  const fijos = [...fuentes].flatMap(([key, f]) => (f.tipo === 'fijo' && f.valor.trim() !== '' ? [{ key, valor: f.valor.trim() }] : []))
  return {
    datos, falla, fuentes, poner: (key, fuente) => { setCambios({ clave, de: new Map(deAqui).set(key, fuente) }) },
    correspondencia: { hoja: lugar?.hoja ?? '', fila: lugar?.fila ?? 1, columnas, fijos, ...(lugar?.clase === undefined ? {} : { clase: lugar.clase }) },
    sinValor: [...fuentes.values()].some(f => f.tipo === 'fijo' && f.valor.trim() === ''),
  }
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
