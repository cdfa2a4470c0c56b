import { useEffect, useRef } from 'react'
import type { Payload } from '../../shared/ipc/contract.ts'
import type { ContextoApp } from '../estado/contexto.ts'
import { avisar } from '../estado/avisos.ts'
import { VISTA_DE_SECCION } from '../estado/vista.ts'
import { guardarPlantilla } from '../pantallas/planilla/guardar-plantilla.ts'
import { escuchar } from '../puente.ts'
import { GUARDAR } from '../textos/salida.ts'

type Accion = Payload<'menu:accion'>['accion']

/** Undo of what is being typed: the menu takes the keys, so the window hands them back to the field. */
function enElCampo(orden: 'undo' | 'redo'): void {
  const activo = document.activeElement
  if (activo instanceof HTMLInputElement || activo instanceof HTMLTextAreaElement) document.execCommand(orden)
}

/** A menu item does what the window's own control does. Those of the review and of each search box are answered there. */
const ACCIONES: Partial<Record<Accion, (app: ContextoApp) => void>> = {
  abrir: ({ control, ir }) => {
    ir(VISTA_DE_SECCION.planilla)
    void control.elegir()
  },
  plantilla: () => { void guardarPlantilla() },
  ajustes: ({ ir }) => { ir(VISTA_DE_SECCION.ajustes) },
  ayuda: ({ ir }) => { ir(VISTA_DE_SECCION.ayuda) },
  'acerca-de': ({ ir }) => { ir({ seccion: 'ayuda', pestana: 'acerca' }) },
  enviar: ({ control, ir }) => {
    ir(VISTA_DE_SECCION.planilla)
    control.hecho({ tipo: 'ver-previo' })
  },
  // The send on view prints itself.
  imprimir: ({ vista }) => { if (vista.seccion !== 'envios' || vista.envioId === undefined) avisar({ tono: 'info', ...GUARDAR.nadaQueImprimir }) },
  // The review screen answers these by itself while it is on view.
  deshacer: app => { if (!enRevision(app)) enElCampo('undo') },
  rehacer: app => { if (!enRevision(app)) enElCampo('redo') },
}

const enRevision = ({ vista, control }: ContextoApp): boolean => vista.seccion === 'planilla' && control.trabajo.etapa === 'revision'

export function useMenu(app: ContextoApp): void {
  const ultima = useRef(app)
  useEffect(() => { ultima.current = app })
  useEffect(() => escuchar('menu:accion', ({ accion }) => { ACCIONES[accion]?.(ultima.current) }), [])
}
