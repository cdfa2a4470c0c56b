import type { ConsultaArchivo } from '../../shared/ipc/modelos-archivo.ts'

export type Seccion = 'planilla' | 'envios' | 'ayuda' | 'ajustes'
export type PestanaAyuda = 'dia' | 'columnas' | 'codigos' | 'teclado' | 'acerca' | 'licencias'

/** The screen on view. There is no address bar, so no router: a value is enough. */
export type Vista =
  | { seccion: 'planilla' }
  | VistaEnvios
  | { seccion: 'ayuda'; pestana: PestanaAyuda }
  | { seccion: 'ajustes'; conectar: boolean }

/** `filtro` and `desde` (first row of the page): what was being looked for, also while one of the sends is looked at. */
export interface VistaEnvios {
  seccion: 'envios'; pestana: 'local' | 'sence'
  envioId?: string
  /** A process of SENCE that did not go out of this computer. */
  procesoPk?: number
  codigoExterno?: string
  /** RUT without the check digit. Under a send that is on view too, it is where one goes back to. */
  alumno?: number
  /** Under an alumno, likewise. */
  curso?: { oferta: string; grupo: string }
  filtro?: ConsultaArchivo
  desde?: number
  /** Row to go back to. */
  foco?: string
}

export const VISTA_DE_SECCION: Record<Seccion, Vista> = {
  planilla: { seccion: 'planilla' },
  envios: { seccion: 'envios', pestana: 'local' },
  ayuda: { seccion: 'ayuda', pestana: 'dia' },
  ajustes: { seccion: 'ajustes', conectar: false },
}
