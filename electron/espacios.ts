/** Which way of working is open. One at a time: entering another closes the first, with its sends, whole. */
import type { AppEstado, Espacio } from '../shared/ipc/modelos.ts'
import { abrirEspacio, type EspacioAbierto, type Partes } from './espacio.ts'

export interface Espacios {
  actual(): EspacioAbierto | null
  /** Opens the space and remembers the choice for the next start. */
  entrar(nombre: Espacio): Promise<void>
  /** Opens what was open when the program ended. */
  reanudar(): Promise<void>
  estado(): Promise<AppEstado>
  /** "Abrir con": waits until a space is open, then reads the workbook and tells the window. */
  abrirPorSistema(ruta: string): Promise<void>
  /** The window listens from now on. Before, what `abrirPorSistema` has to tell would be lost while the page loads. */
  escuchando(): void
  cerrar(): Promise<void>
}

interface Recuerdo { leer(): { espacio: Espacio | null }; guardar(cambio: { espacio: Espacio }): void }

export function crearEspacios(p: Partes & { recuerdo: Recuerdo; version: string; plataforma: string }): Espacios {
  let abierto: EspacioAbierto | null = null
  let pendiente: string | null = null
  let turno: Promise<void> = Promise.resolve()
  let escuchando = (): void => undefined
  const escucha = new Promise<void>((resolve) => { escuchando = resolve })
  /** Entering twice at once would open the same journal twice. */
  const enTurno = (tarea: () => Promise<void>): Promise<void> => (turno = turno.catch(() => undefined).then(tarea))

  const cerrar = async (): Promise<void> => {
    const anterior = abierto
    abierto = null
    await anterior?.cerrar()
  }
  const abrir = async (nombre: Espacio): Promise<void> => {
    if (abierto?.nombre === nombre) return
    await cerrar()
    abierto = await abrirEspacio(nombre, p)
    if (p.recuerdo.leer().espacio !== nombre) p.recuerdo.guardar({ espacio: nombre })
    const ruta = pendiente
    pendiente = null
    if (ruta !== null) void importarPorSistema(abierto, ruta)
  }
  const importarPorSistema = async (espacio: EspacioAbierto, ruta: string): Promise<void> => {
    const lectura = espacio.importar(ruta)
    await escucha
    p.emitir('planilla:abriendo', {})
    const leida = await lectura
    if (leida.ok) p.emitir('planilla:abierta', leida.valor)
    else p.emitir('planilla:noAbierta', leida.falla)
  }

  return {
    actual: () => abierto,
    entrar: (nombre) => enTurno(() => abrir(nombre)),
    reanudar: () => enTurno(async () => {
      const { espacio } = p.recuerdo.leer()
      if (espacio !== null) await abrir(espacio)
    }),
    estado: async () => {
      await turno.catch(() => undefined)
      return {
        version: p.version, plataforma: p.plataforma, espacio: abierto?.nombre ?? null, perfil: abierto?.credenciales.perfil() ?? null,
        cifradoDisponible: await p.sellador.disponible(), diarioCifrado: abierto?.diarioCifrado ?? false,
        noticias: [...(abierto?.noticias ?? [])],
        borradorAbierto: (await abierto?.planillas.ultimoAbierto()) ?? null,
      }
    },
    abrirPorSistema: async (ruta) => {
      await turno.catch(() => undefined)
      if (abierto === null) pendiente = ruta
      else await importarPorSistema(abierto, ruta)
    },
    escuchando: () => { escuchando() },
    cerrar: () => enTurno(cerrar),
  }
}
