/** Native menus with the usual accelerators. An item does what the window's own control does: it only tells the page. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Payload } from '../shared/ipc/contract.ts'
import { TEXTOS_NATIVOS } from './textos.ts'

export type Accion = Payload<'menu:accion'>['accion']
const t = TEXTOS_NATIVOS.menu

export function ponerMenu(o: { mac: boolean; desarrollo: boolean; accion(a: Accion): void }): void {
  const item = (label: string, accion: Accion, accelerator?: string): MenuItemConstructorOptions =>
    ({ label, click: () => { o.accion(accion) }, ...(accelerator === undefined ? {} : { accelerator }) })
  const separador: MenuItemConstructorOptions = { type: 'separator' }
  const deMac: MenuItemConstructorOptions[] = [{
    label: TEXTOS_NATIVOS.titulo,
    submenu: [
      item(t.acercaDe, 'acerca-de'), separador, item(`${t.ajustes}…`, 'ajustes', 'Cmd+,'), separador,
      { role: 'hide', label: t.ocultar }, separador, { role: 'quit', label: t.salir },
    ],
  }]
  const plantilla: MenuItemConstructorOptions[] = [
    ...(o.mac ? deMac : []),
    { label: t.archivo, submenu: [
      item(t.abrir, 'abrir', 'CmdOrCtrl+O'), item(t.plantilla, 'plantilla'), separador, item(t.enviar, 'enviar', 'CmdOrCtrl+Enter'), item(t.imprimir, 'imprimir', 'CmdOrCtrl+P'), separador,
      ...(o.mac ? [] : [item(t.ajustes, 'ajustes', 'Ctrl+,'), separador]),
      o.mac ? { role: 'close', label: t.cerrar } : { role: 'quit', label: t.salir },
    ] },
    { label: t.edicion, submenu: [
      // Not the roles: undo here is of the draft. In a text field the page hands it back to the field.
      item(t.deshacer, 'deshacer', 'CmdOrCtrl+Z'), item(t.rehacer, 'rehacer', o.mac ? 'Cmd+Shift+Z' : 'Ctrl+Shift+Z'), separador,
      { role: 'cut', label: t.cortar }, { role: 'copy', label: t.copiar }, { role: 'paste', label: t.pegar }, { role: 'selectAll', label: t.seleccionarTodo }, separador,
      item(t.buscar, 'buscar', 'CmdOrCtrl+F'),
    ] },
    { label: t.revision, submenu: [item(t.siguiente, 'siguiente-problema', 'F8'), item(t.anterior, 'problema-anterior', 'Shift+F8')] },
    { label: t.ver, submenu: [
      { role: 'zoomIn', label: t.acercar, accelerator: 'CmdOrCtrl+Plus' }, { role: 'zoomOut', label: t.alejar }, { role: 'resetZoom', label: t.tamanoReal }, separador,
      { role: 'togglefullscreen', label: t.pantallaCompleta },
      ...(o.desarrollo ? [separador, { role: 'reload' as const, label: t.recargar }, { role: 'toggleDevTools' as const, label: t.herramientas }] : []),
    ] },
    { label: t.ayuda, role: 'help', submenu: [item(t.verAyuda, 'ayuda', 'F1'), ...(o.mac ? [] : [item(t.acercaDe, 'acerca-de')])] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(plantilla))
}
