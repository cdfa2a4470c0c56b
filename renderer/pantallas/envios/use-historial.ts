import { useEffect, useState } from 'react'
import type { AvanceConsulta } from '../../../shared/ipc/modelos-historial.ts'
import { useConsulta, type Consulta } from '../../estado/use-consulta.ts'
import type { Valor } from '../../../shared/ipc/contract.ts'
import { escuchar } from '../../puente.ts'

/** What is kept of SENCE's history, and the reading under way. `vez` grows each time that one ends, the person's or not. */
export function useHistorial(): { estado: Consulta<Valor<'historial:estado'>>; avance: AvanceConsulta | null; vez: number } {
  const [vez, setVez] = useState(0)
  const [avance, setAvance] = useState<AvanceConsulta | null>(null)
  const estado = useConsulta('historial:estado', {}, vez)
  useEffect(() => escuchar('historial:avance', a => {
    setAvance(a.terminada ? null : a)
    if (a.terminada) setVez(n => n + 1)
  }), [])
  return { estado, avance: avance ?? (vez === 0 ? estado.datos?.avance ?? null : null), vez }
}
