/** On opening, the person stands on what is to be looked at first: SENCE's refusal when there is one, else the first error. */
import { useEffect, useEffectEvent, useRef } from 'react'
import type { BorradorResumen, FiltroFilas, ProblemaVista } from '../../../shared/ipc/modelos.ts'
import { pedir } from '../../puente.ts'

export function useAlAbrir({ resumen, filtroInicial, ir }: { resumen: BorradorResumen; filtroInicial: FiltroFilas; ir(p: ProblemaVista): void }): void {
  const hecho = useRef(false)
  const irA = useEffectEvent(ir)
  const buscar = useEffectEvent(async (): Promise<ProblemaVista | undefined> => {
    // Only "Corregir y reenviar" opens with some rows hidden.
    const rechazo = filtroInicial === 'todas' ? null : await pedir('borrador:problemas', { id: resumen.id, nivel: 'todos', desde: 0, cuantos: 1, causa: 'rechazo-sence' })
    if (rechazo?.ok && rechazo.valor.problemas[0]) return rechazo.valor.problemas[0]
    if (resumen.errores === 0) return undefined
    const error = await pedir('borrador:problemas', { id: resumen.id, nivel: 'error', desde: 0, cuantos: 1 })
    return error.ok ? error.valor.problemas[0] : undefined
  })
  useEffect(() => {
    if (hecho.current) return
    hecho.current = true
    void buscar().then(p => { if (p) irA(p) })
  }, [])
}
