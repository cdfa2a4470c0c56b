/** The program's only window: safe preferences, its size and place remembered, shown when there is something to see. */
import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { EstadoVentana } from './adapters/estado-app.ts'
import { preferenciasSeguras } from './security/preferencias.ts'
import { TEXTOS_NATIVOS } from './textos.ts'

const TAMANO = { ancho: 1280, alto: 820 }
const MINIMO = { ancho: 800, alto: 560 }

export interface OpcionesVentana {
  preload: string
  url: string
  icono: string | null
  recordada: EstadoVentana | null
  alRecordar(estado: EstadoVentana): void
}

export function abrirVentana(o: OpcionesVentana): BrowserWindow {
  const lugar = o.recordada !== null && seVe(o.recordada) ? o.recordada : null
  const ventana = new BrowserWindow({
    title: TEXTOS_NATIVOS.titulo, show: false, minWidth: MINIMO.ancho, minHeight: MINIMO.alto,
    width: lugar?.ancho ?? TAMANO.ancho, height: lugar?.alto ?? TAMANO.alto,
    ...(lugar === null ? {} : { x: lugar.x, y: lugar.y }), ...(o.icono === null ? {} : { icon: o.icono }),
    // The page's own background, so that the first frame is not a white flash in a dark room.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171c' : '#f6f7f9',
    webPreferences: preferenciasSeguras(o.preload),
  })
  if (lugar?.maximizada === true) ventana.maximize()
  ventana.once('ready-to-show', () => { ventana.show() })
  ventana.on('page-title-updated', (evento) => { evento.preventDefault() })
  ventana.on('close', () => {
    const { x, y, width, height } = ventana.getNormalBounds()
    o.alRecordar({ x, y, ancho: width, alto: height, maximizada: ventana.isMaximized() })
  })
  void ventana.loadURL(o.url)
  return ventana
}

export function traerAlFrente(ventana: BrowserWindow): void {
  if (ventana.isMinimized()) ventana.restore()
  ventana.show()
  ventana.focus()
}

/** A window remembered on a screen that is no longer there would open out of sight. */
function seVe(v: EstadoVentana): boolean {
  return screen.getAllDisplays().some(({ workArea: a }) =>
    v.x < a.x + a.width - 100 && v.x + v.ancho > a.x + 100 && v.y >= a.y - 10 && v.y < a.y + a.height - 60)
}
