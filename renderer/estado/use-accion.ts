import { useCallback, useRef, useState } from 'react'
import type { Input, RequestName, Valor } from '../../shared/ipc/contract.ts'
import { pedir } from '../puente.ts'
import { avisarFalla } from './avisos.ts'

/**
 * One thing that the person asks for: answers its value, or null after telling the failure in a toast. `ocupado` while
 * it runs; pressing twice does it once.
 */
export function useAccion<N extends RequestName>(nombre: N): [hacer: (entrada: Input<N>) => Promise<Valor<N> | null>, ocupado: boolean] {
  const [ocupado, setOcupado] = useState(false)
  const corriendo = useRef(false)
  const hacer = useCallback(async (entrada: Input<N>): Promise<Valor<N> | null> => {
    if (corriendo.current) return null
    corriendo.current = true
    setOcupado(true)
    try {
      const r = await pedir(nombre, entrada)
      if (r.ok) return r.valor
      avisarFalla(r.falla)
      return null
    } finally {
      corriendo.current = false
      setOcupado(false)
    }
  }, [nombre])
  return [hacer, ocupado]
}
