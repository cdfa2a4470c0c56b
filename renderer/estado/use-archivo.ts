import { useEffect, useState } from 'react'
import { escuchar } from '../puente.ts'

/** Changes when what the list of past sends says may be another. */
export function useArchivo(): number {
  const [vez, setVez] = useState(0)
  useEffect(() => escuchar('archivo:cambio', () => { setVez(n => n + 1) }), [])
  return vez
}
