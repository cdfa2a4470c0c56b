/** The watched folder of the OTEC on screen, for as long as she is. */
import { Notification } from 'electron'
import type { Vigia } from '../shared/ipc/modelos-vigia.ts'
import { abrirAlmacenVigia } from './adapters/almacen-vigia.ts'
import { ojoDeCarpeta } from './adapters/ojo-carpeta.ts'
import type { Emisor, EspacioAbierto } from './espacio.ts'
import { crearVigia, type ServicioVigia } from './services/carpeta-vigilada.ts'
import type { Registro } from './services/puertos.ts'
import { AVISO_DE_NOVEDAD } from './services/textos-vigia.ts'

/** Network drives tell nothing: they are looked at. */
const LENTA_MS = 30_000
/** A file that is still being written, and the many events of one copy. */
const PRONTO_MS = 2_000

export interface VigiaAbierta { servicio: ServicioVigia; elegir(carpeta: string | null): Promise<Vigia>; detener(): void }

export function abrirVigia(espacio: EspacioAbierto, p: { emitir: Emisor; registro: Registro; alPulsar(): void }): VigiaAbierta {
  let parada = false
  let reloj: NodeJS.Timeout | undefined
  let dejarDeMirar = (): void => undefined
  const servicio = crearVigia({
    ojo: ojoDeCarpeta, almacen: abrirAlmacenVigia(espacio.lugar.carpeta), reloj: { ahora: () => new Date() }, registro: p.registro,
    trabajo: { importar: (ruta) => espacio.importar(ruta), programar: (borradorId) => espacio.nocturno.programar({ borradorId }) },
    avisar: (v, nueva) => {
      p.emitir('vigia:novedad', v)
      if (nueva === null || !Notification.isSupported()) return
      const aviso = new Notification({ title: AVISO_DE_NOVEDAD[nueva.resultado], body: nueva.detalle === '' ? nueva.archivo : `${nueva.archivo}. ${nueva.detalle}` })
      aviso.on('click', p.alPulsar)
      aviso.show()
    },
  })
  const otraEn = (ms: number): void => {
    clearTimeout(reloj)
    if (!parada) reloj = setTimeout(() => { void mirar() }, ms)
  }
  const mirar = async (): Promise<void> => {
    let pronto = false
    try { pronto = await servicio.ronda() } catch (error) { p.registro.error('watched folder', error) }
    otraEn(pronto ? PRONTO_MS : LENTA_MS)
  }
  const atender = (carpeta: string | null): void => {
    dejarDeMirar()
    clearTimeout(reloj)
    if (carpeta === null || parada) return
    dejarDeMirar = ojoDeCarpeta.alCambiar(carpeta, () => { otraEn(PRONTO_MS) })
    otraEn(PRONTO_MS)
  }
  atender(servicio.estado().carpeta)
  return {
    servicio,
    elegir: async (carpeta) => { const v = await servicio.elegir(carpeta); atender(carpeta); return v },
    detener: () => { parada = true; clearTimeout(reloj); dejarDeMirar() },
  }
}
