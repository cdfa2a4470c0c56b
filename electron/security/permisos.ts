import type { Session } from 'electron'

/** Camera, location, notifications of the page, USB…: all denied. Writing to the clipboard is what "Copiar" needs. */
export function denegarPermisos(sesion: Session): void {
  const permitido = (permiso: string): boolean => permiso === 'clipboard-sanitized-write'
  sesion.setPermissionRequestHandler((_contenidos, permiso, responder) => { responder(permitido(permiso)) })
  sesion.setPermissionCheckHandler((_contenidos, permiso) => permitido(permiso))
  sesion.setDevicePermissionHandler(() => false)
  sesion.setDisplayMediaRequestHandler((_solicitud, responder) => { responder({}) })
}
