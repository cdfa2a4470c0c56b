export type Seccion = 'planilla' | 'envios' | 'ayuda' | 'ajustes'
export type PestanaAyuda = 'dia' | 'columnas' | 'codigos' | 'teclado' | 'acerca' | 'licencias'

/** The screen on view. There is no address bar, so no router: a value is enough. */
export type Vista =
  | { seccion: 'planilla' }
  | { seccion: 'envios'; pestana: 'local' | 'sence'; envioId?: string; codigoExterno?: string }
  | { seccion: 'ayuda'; pestana: PestanaAyuda }
  | { seccion: 'ajustes'; conectar: boolean }

export const VISTA_DE_SECCION: Record<Seccion, Vista> = {
  planilla: { seccion: 'planilla' },
  envios: { seccion: 'envios', pestana: 'local' },
  ayuda: { seccion: 'ayuda', pestana: 'dia' },
  ajustes: { seccion: 'ajustes', conectar: false },
}
