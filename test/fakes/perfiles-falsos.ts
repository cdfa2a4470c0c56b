/** Several OTECs for the fake bridge: one, two, or enough to scroll. */
import type { PerfilEnLista } from '../../shared/ipc/modelos-perfiles.ts'
import type { Escenario } from './escenario.ts'

export const perfilesDeEjemplo = (e: Escenario, propio: PerfilEnLista): PerfilEnLista[] => e.datos === 'no' ? [propio] : [
  propio,
  { rutOtec: '77654308-K', nombre: 'Capacita Sur', conToken: true },
  { rutOtec: '78111222-4', nombre: '', conToken: false },
  ...(e.datos === 'largos' ? [{ rutOtec: '79333444-3', nombre: 'Organismo Técnico Intermedio de Capacitación Laboral y Desarrollo Humano de Magallanes y la Antártica Chilena', conToken: true }] : []),
]
