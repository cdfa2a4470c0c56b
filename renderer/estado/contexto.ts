/** What the frame gives to every screen. */
import { createContext, use } from 'react'
import type { Ajustes, AppEstado, Espacio } from '../../shared/ipc/modelos.ts'
import type { ControlTrabajo } from './use-trabajo.ts'
import type { Vista } from './vista.ts'

export interface ContextoApp {
  estado: AppEstado
  ajustes: Ajustes
  ponerAjustes: (ajustes: Ajustes) => void
  /** Asks main for the state again (after credentials changed). */
  recargar: () => Promise<void>
  entrar: (espacio: Espacio) => Promise<boolean>
  /** Puts another OTEC on screen; false: it was told why not. */
  entrarEn: (rutOtec: string) => Promise<boolean>
  /** Goes on with a state that main answered. */
  ponerEstado: (estado: AppEstado) => void
  vista: Vista
  ir: (vista: Vista) => void
  control: ControlTrabajo
}

export const AppContext = createContext<ContextoApp | null>(null)

export function useApp(): ContextoApp {
  const app = use(AppContext)
  if (!app) throw new Error('useApp fuera de AppContext')
  return app
}

/** Whether there is a token to send with: a profile may outlive its token where the system cannot encrypt. */
export const estaConectada = (estado: AppEstado): boolean => estado.perfil !== null && estado.perfil.tokenFinal !== null

/** null in the first run, before a space was chosen. */
export const enPractica = (estado: AppEstado): boolean => estado.espacio === 'practica'
