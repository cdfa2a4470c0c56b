import { useEffect, useState } from 'react'
import type { Payload } from '../../shared/ipc/contract.ts'
import { escuchar, pedir } from '../puente.ts'

/** What main answers when it is asked, and tells again by the same name whenever it changes. */
type Seguido = 'noche:estado' | 'red:estado' | 'actualizacion:estado'

/** As it stands now; null until main answers. */
export function useSeguido<N extends Seguido>(nombre: N): [Payload<N> | null, (valor: Payload<N>) => void] {
  const [valor, setValor] = useState<Payload<N> | null>(null)
  useEffect(() => {
    let vigente = true
    const dejar = escuchar(nombre, nuevo => { setValor(nuevo) })
    void pedir<Seguido>(nombre, {}).then(r => { if (vigente && r.ok) setValor(antes => antes ?? r.valor as Payload<N>) })
    return () => {
      vigente = false
      dejar()
    }
  }, [nombre])
  return [valor, setValor]
}
