/**
 * Which way of working is on screen: the practice, or one OTEC. One at a time: entering another closes the first, whole.
 * Beside it, an OTEC that is not on screen may be lent for a while to a scheduled task; no folder is ever open twice.
 */
import path from 'node:path'
import { fallar, ok, type Result } from '../shared/ipc/result.ts'
import type { AppEstado, Espacio } from '../shared/ipc/modelos.ts'
import type { AlmacenPerfiles } from './adapters/perfiles.ts'
import { EspacioEnUso, abrirEspacio, type EspacioAbierto, type Lugar, type Partes } from './espacio.ts'
import { falla as fallaPuente } from './ipc/fallas.ts'
import { impideSalirDe } from './ipc/manejadores-noche.ts'
import { falla } from './services/fallas.ts'
import { NOTICIAS } from './textos.ts'

type Nada = Record<string, never>

export interface Espacios {
  actual(): EspacioAbierto | null
  /** Opens the practice, or the OTEC used last, and remembers the choice for the next start. */
  entrar(nombre: Espacio): Promise<Result<Nada>>
  /** Puts that OTEC on screen. */
  entrarEn(rutOtec: string): Promise<Result<Nada>>
  /** Opens what was open when the program ended. */
  reanudar(): Promise<void>
  estado(): Promise<AppEstado>
  /** "Abrir con": waits until a space is open, then reads the workbook and tells the window. */
  abrirPorSistema(ruta: string): Promise<void>
  /** The window listens from now on. Before, what `abrirPorSistema` has to tell would be lost while the page loads. */
  escuchando(): void
  /** Works in a place without putting it on screen; it is neither left nor opened elsewhere until `hacer` ends. */
  prestar<T>(donde: 'practica' | { rutOtec: string }, hacer: (e: EspacioAbierto) => Promise<T>): Promise<Result<T>>
  /** What happens to the OTECs one at a time: nothing is opened or closed meanwhile. */
  enTurno<T>(tarea: () => Promise<T>): Promise<T>
  /** Only within `enTurno`. Answers why it cannot be left now: a send is under way or waits for its hour, or it is lent. */
  dejar(): Promise<Result<Nada>>
  /** Only within `enTurno`, after `dejar`. */
  abrir(lugar: Lugar): Promise<Result<Nada>>
  lugarReal(rutOtec: string | null): Lugar
  enUso(rutOtec: string): boolean
  cerrar(): Promise<void>
}

interface Recuerdo { leer(): { espacio: Espacio | null }; guardar(cambio: { espacio: Espacio }): void }
export type PartesEspacios = Partes & { perfiles: AlmacenPerfiles; recuerdo: Recuerdo; version: string; plataforma: string; ahora?: () => Date
  /** What goes with a space for as long as it is on screen. */
  alAbrir?(espacio: EspacioAbierto): { detener(): void } | null
}

export function crearEspacios(p: PartesEspacios): Espacios {
  const ahora = p.ahora ?? ((): Date => new Date())
  let abierto: EspacioAbierto | null = null
  let compania: { detener(): void } | null = null
  let pendiente: string | null = null
  let turno: Promise<unknown> = Promise.resolve()
  let escuchando = (): void => undefined
  const escucha = new Promise<void>((resolve) => { escuchando = resolve })
  /** Folder → how many are working in it besides the window, and the space if it is not the one on screen. */
  const prestados = new Map<string, { veces: number; aparte: Promise<EspacioAbierto> | null }>()
  /** Entering twice at once would open the same journal twice. */
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => {
    const mia = turno.then(tarea, tarea)
    turno = mia.catch(() => undefined)
    return mia
  }

  const lugarReal = (rutOtec: string | null): Lugar =>
    ({ nombre: 'real', rutOtec, carpeta: rutOtec === null ? p.perfiles.carpetaSinOtec : p.perfiles.carpetaDe(rutOtec) })
  const lugarDe = (nombre: Espacio): Lugar =>
    nombre === 'practica' ? { nombre, carpeta: path.join(p.carpeta, 'practica') } : lugarReal(p.perfiles.lista()[0]?.rutOtec ?? null)

  const soltar = async (): Promise<void> => {
    const anterior = abierto
    abierto = null
    compania?.detener()
    compania = null
    await anterior?.cerrar()
  }
  const dejar = async (): Promise<Result<Nada>> => {
    if (abierto?.envios.enviando() === true) return fallar(falla('otec-enviando'))
    if (abierto !== null && prestados.has(abierto.lugar.carpeta)) return fallar(falla('otec-en-uso'))
    const impide = impideSalirDe(abierto)
    if (impide !== null) return fallar(impide)
    await soltar()
    return ok({})
  }
  const abrir = async (lugar: Lugar): Promise<Result<Nada>> => {
    if (prestados.has(lugar.carpeta)) return fallar(falla('otec-en-uso'))
    try { abierto = await abrirEspacio(lugar, p) } catch (error) { return otroPrograma(error) }
    compania = p.alAbrir?.(abierto) ?? null
    if (lugar.nombre === 'real' && lugar.rutOtec !== null) p.perfiles.anotarUso(lugar.rutOtec, ahora())
    if (p.recuerdo.leer().espacio !== lugar.nombre) p.recuerdo.guardar({ espacio: lugar.nombre })
    const ruta = pendiente
    pendiente = null
    if (ruta !== null) void importarPorSistema(abierto, ruta)
    return ok({})
  }
  const pasarA = async (lugar: Lugar): Promise<Result<Nada>> => {
    if (abierto?.lugar.carpeta === lugar.carpeta) return ok({})
    // Asked before leaving: who cannot go there must not lose the place where they are.
    if (prestados.has(lugar.carpeta)) return fallar(falla('otec-en-uso'))
    const dejado = await dejar()
    return dejado.ok ? abrir(lugar) : dejado
  }
  const importarPorSistema = async (espacio: EspacioAbierto, ruta: string): Promise<void> => {
    const lectura = espacio.importar(ruta)
    await escucha
    p.emitir('planilla:abriendo', {})
    const leida = await lectura
    if (leida.ok) p.emitir('planilla:abierta', leida.valor)
    else p.emitir('planilla:noAbierta', leida.falla)
  }

  /** Takes the place in a turn, so that nobody opens or leaves it in between. */
  const tomar = (lugar: Lugar): Promise<EspacioAbierto> => enTurno(async () => {
    const ya = prestados.get(lugar.carpeta)
    if (ya !== undefined) { ya.veces++; return ya.aparte ?? abierto ?? Promise.reject(new Error('spaces: lent without being open')) }
    const enPantalla = abierto?.lugar.carpeta === lugar.carpeta ? abierto : null
    const aparte = enPantalla === null ? abrirEspacio(lugar, { ...p, emitir: () => undefined, despertador: null }) : null
    prestados.set(lugar.carpeta, { veces: 1, aparte })
    try { return enPantalla ?? await (aparte ?? Promise.reject(new Error('spaces: nothing to lend'))) } catch (error) { prestados.delete(lugar.carpeta); throw error }
  })
  const devolver = (lugar: Lugar): Promise<void> => enTurno(async () => {
    const suyo = prestados.get(lugar.carpeta)
    if (suyo === undefined || --suyo.veces > 0) return
    try { await (await suyo.aparte)?.cerrar() } finally { prestados.delete(lugar.carpeta) }
  })

  return {
    actual: () => abierto,
    entrar: (nombre) => enTurno(() => abierto?.nombre === nombre ? Promise.resolve(ok({})) : pasarA(lugarDe(nombre))),
    entrarEn: (rutOtec) => enTurno(() => p.perfiles.existe(rutOtec) ? pasarA(lugarReal(rutOtec)) : Promise.resolve(fallar(falla('otec-no-esta')))),
    reanudar: () => enTurno(async () => {
      const { espacio } = p.recuerdo.leer()
      if (espacio !== null) await pasarA(lugarDe(espacio))
    }),
    estado: async () => {
      await turno
      return {
        version: p.version, plataforma: p.plataforma, espacio: abierto?.nombre ?? null, perfil: abierto?.credenciales.perfil() ?? null,
        perfiles: p.perfiles.lista().map(({ rutOtec, nombre, conToken }) => ({ rutOtec, nombre, conToken: conToken || p.tokens.has(rutOtec) })),
        cifradoDisponible: await p.sellador.disponible(), diarioCifrado: abierto?.diarioCifrado ?? false,
        noticias: [...(abierto?.noticias ?? []), ...(p.perfiles.repetido === null ? [] : [NOTICIAS.perfilRepetido(p.perfiles.repetido)])],
        borradorAbierto: (await abierto?.borradorPorRetomar()) ?? null,
      }
    },
    abrirPorSistema: async (ruta) => {
      await turno
      if (abierto === null) pendiente = ruta
      else await importarPorSistema(abierto, ruta)
    },
    escuchando: () => { escuchando() },
    prestar: async (donde, hacer) => {
      if (donde !== 'practica' && !p.perfiles.existe(donde.rutOtec)) return fallar(falla('otec-no-esta'))
      const lugar = donde === 'practica' ? lugarDe('practica') : lugarReal(donde.rutOtec)
      let espacio: EspacioAbierto
      try { espacio = await tomar(lugar) } catch (error) { return otroPrograma(error) }
      try { return ok(await hacer(espacio)) } finally { await devolver(lugar) }
    },
    enTurno, dejar, abrir, lugarReal,
    enUso: (rutOtec) => prestados.has(p.perfiles.carpetaDe(rutOtec)),
    cerrar: () => enTurno(async () => {
      await soltar()
      for (const { aparte } of prestados.values()) await (await aparte)?.cerrar()
    }),
  }
}

function otroPrograma(error: unknown): Result<never> {
  if (error instanceof EspacioEnUso) return fallar(fallaPuente('espacio-en-uso'))
  throw error
}
