import { useEffect, useState } from 'react'
import type { Vigia } from '../../shared/ipc/modelos-vigia.ts'
import { escuchar } from '../puente.ts'
import { useConsulta } from './use-consulta.ts'

/** The watched folder of the OTEC on screen, as it changes; null: there is none to watch for. */
export function useVigia(): [vigia: Vigia | null, poner: (v: Vigia) => void] {
  const { datos } = useConsulta('vigia:leer', {})
  const [nueva, setNueva] = useState<Vigia | null>(null)
  useEffect(() => escuchar('vigia:novedad', setNueva), [])
  return [nueva ?? datos, setNueva]
}
