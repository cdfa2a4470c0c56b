import { useEffect, useState } from 'react'

/** The value once it has stood still for `ms`; what empties a field counts at once. */
export function useDemorado(valor: string, ms: number): string {
  const [quieto, setQuieto] = useState(valor)
  useEffect(() => {
    const espera = setTimeout(() => setQuieto(valor), valor === '' ? 0 : ms)
    return () => clearTimeout(espera)
  }, [valor, ms])
  return quieto
}
