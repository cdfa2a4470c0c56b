import { useEffect } from 'react'
import type { Ajustes } from '../../shared/ipc/modelos.ts'

/** Puts the theme on the root, where tokens.css reads it; "sistema" leaves it to the system. */
export function useTema(tema: Ajustes['tema']): void {
  useEffect(() => {
    document.documentElement.dataset['tema'] = tema
  }, [tema])
}
