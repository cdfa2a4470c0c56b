/**
 * A folder of the OTEC where workbooks appear (exports, a shared drive): each new one is taken once, told by its content,
 * and only when it has stopped changing. That it was taken is written before it is opened: a crash in between leaves a
 * file that was not opened, which is said, never one that is taken twice. It sends nothing: what has no errors it leaves
 * for the night.
 */
import { esNombreDePlanilla } from '../../shared/planilla/extensiones.ts'
import { cuandoEnPalabras } from '../../shared/domain/envio-nocturno.ts'
import type { Falla } from '../../shared/ipc/result.ts'
import type { Novedad, QueHacer, Vigia } from '../../shared/ipc/modelos-vigia.ts'
import type { Registro, Reloj } from './puertos.ts'
import type { AlmacenVigia, ArchivoVisto, MemoriaVigia, OjoDeCarpeta, TrabajoVigia } from './puertos-vigia.ts'
import { TEXTOS_VIGIA, detalleDePrograma } from './textos-vigia.ts'

export interface PuertosVigia { ojo: OjoDeCarpeta; almacen: AlmacenVigia; trabajo: TrabajoVigia; reloj: Reloj; registro: Registro; avisar(v: Vigia, nueva: Novedad | null): void }
export interface ServicioVigia {
  estado(): Vigia
  /** What is already in the folder counts as seen: nobody wants last year's workbooks opened. null: watch none. */
  elegir(carpeta: string | null): Promise<Vigia>
  hacer(queHacer: QueHacer): Vigia
  /** One look at the folder. Answers whether another one is wanted soon: a file is still being written. */
  ronda(): Promise<boolean>
}

const MAXIMO_VISTOS = 5000
const MAXIMO_NOVEDADES = 20

/** Lock files of Excel and LibreOffice, half downloads, and what OneDrive and Dropbox write on the way. */
export const esDePaso = (nombre: string): boolean =>
  /^(?:~|\.|\$)/u.test(nombre) || /(?:~|\.tmp|\.part|\.partial|\.crdownload|\.download)$/iu.test(nombre) || /\.(?:tmp|~tmp)\./iu.test(nombre)

export function crearVigia(p: PuertosVigia): ServicioVigia {
  let memoria: MemoriaVigia = p.almacen.leer()
  let alcanzable = true
  const anteriores = new Map<string, ArchivoVisto>()
  /** Files that were looked into, as they stood then: their content is not read again. */
  const leidos = new Map<string, ArchivoVisto>()
  const reintentados = new Set<string>()
  let turno: Promise<unknown> = Promise.resolve()
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => { const mia = turno.then(tarea, tarea); turno = mia.catch(() => undefined); return mia }

  const estado = (): Vigia => ({ carpeta: memoria.carpeta, queHacer: memoria.queHacer, alcanzable, novedades: [...memoria.novedades] })
  const guardar = (cambio: Partial<MemoriaVigia>): void => { const nueva = { ...memoria, ...cambio }; p.almacen.guardar(nueva); memoria = nueva }
  /** @param enVozAlta also by the system's notification */
  const contar = (n: Novedad, enVozAlta = true): void => {
    guardar({ abriendo: null, novedades: [n, ...memoria.novedades.filter((x) => x.id !== n.id)].slice(0, MAXIMO_NOVEDADES) })
    p.avisar(estado(), enVozAlta ? n : null)
  }
  const enPalabras = (f: Falla): string => `${f.titulo}. ${f.queHacer}`
  const igual = (a: ArchivoVisto | undefined, b: ArchivoVisto): boolean => a?.tamano === b.tamano && a.modificado === b.modificado

  /** The program ended, or broke, while it was being opened. */
  function decirInterrumpida(): void {
    const cual = memoria.abriendo
    if (cual !== null) contar({ ...cual, cuando: p.reloj.ahora().toISOString(), resultado: 'no-abierta', detalle: TEXTOS_VIGIA.interrumpida, borradorId: null, envioId: null })
  }

  async function ronda(): Promise<boolean> {
    decirInterrumpida()
    const { carpeta } = memoria
    if (carpeta === null) return false
    const vistos = await p.ojo.mirar(carpeta)
    if ((vistos !== null) !== alcanzable) { alcanzable = vistos !== null; p.avisar(estado(), null) }
    if (vistos === null) return false
    let pronto = false
    for (const archivo of vistos.filter((a) => esNombreDePlanilla(a.nombre) && !esDePaso(a.nombre))) {
      if (igual(leidos.get(archivo.ruta), archivo)) continue
      const quieto = igual(anteriores.get(archivo.ruta), archivo) && archivo.tamano > 0
      anteriores.set(archivo.ruta, archivo)
      if (!quieto) { pronto = true; continue }
      const huella = await p.ojo.huella(archivo.ruta)
      if (huella === null) continue
      if (memoria.vistos.includes(huella) || await tomar(archivo, huella)) leidos.set(archivo.ruta, archivo)
    }
    await programarLoQueEspera()
    return pronto
  }

  /** @returns false: it could not be taken now, and stays new */
  async function tomar(archivo: ArchivoVisto, huella: string): Promise<boolean> {
    const antes = memoria.vistos
    guardar({ vistos: [...antes, huella].slice(-MAXIMO_VISTOS), abriendo: { id: huella, archivo: archivo.nombre } })
    const leida = await p.trabajo.importar(archivo.ruta)
    const novedad: Novedad = { id: huella, archivo: archivo.nombre, cuando: p.reloj.ahora().toISOString(), resultado: 'no-abierta', detalle: '', borradorId: null, envioId: null }
    // Another workbook was being read, or the space is closing: nothing happened to this one.
    if (!leida.ok) {
      const deNuevo = ['importacion-en-curso', 'importacion-cancelada'].includes(leida.falla.codigo)
      // Once more: the process may have ended with the space, or by this very file.
      if (deNuevo || leida.falla.codigo === 'proceso-terminado' && !reintentados.has(huella)) {
        if (!deNuevo) reintentados.add(huella)
        guardar({ vistos: antes, abriendo: null })
        return false
      }
      contar({ ...novedad, detalle: enPalabras(leida.falla) })
      return true
    }
    const { id, errores, cursos } = leida.valor
    const sirve = errores === 0 && cursos.some((c) => c.enviables > 0)
    const programar = sirve && memoria.queHacer === 'enviar'
    if (programar) guardar({ porProgramar: [...memoria.porProgramar, huella] })
    contar({ ...novedad, resultado: sirve ? 'abierta' : 'con-errores', borradorId: id }, !programar)
    return true
  }

  /** Oldest first. To be asked twice is no harm: a draft is programmed once, and the night itself is kept by others. */
  async function programarLoQueEspera(): Promise<void> {
    if (memoria.queHacer !== 'enviar') { if (memoria.porProgramar.length > 0) guardar({ porProgramar: [] }); return }
    for (const huella of memoria.porProgramar) {
      const n = memoria.novedades.find((x) => x.id === huella)
      const hecho = n === undefined || n.borradorId === null ? null : await p.trabajo.programar(n.borradorId)
      // Another send is under way: as soon as it ends.
      if (hecho !== null && !hecho.ok && hecho.falla.codigo === 'envio-en-curso') return
      guardar({ porProgramar: memoria.porProgramar.filter((x) => x !== huella) })
      if (n === undefined || hecho === null) continue
      const cuando = p.reloj.ahora().toISOString()
      if (hecho.ok) contar({ ...n, cuando, resultado: 'programada', envioId: hecho.valor.envioId, detalle: detalleDePrograma(cuandoEnPalabras(new Date(hecho.valor.para), p.reloj.ahora())) })
      // The person did it, or the program ended before it was written here.
      else if (hecho.falla.codigo === 'ya-programado') contar({ ...n, resultado: 'programada', detalle: TEXTOS_VIGIA.enEnvios }, false)
      else contar({ ...n, cuando, resultado: 'no-programada', detalle: enPalabras(hecho.falla) })
    }
  }

  return {
    estado,
    elegir: (carpeta) => enTurno(async () => {
      const vistos = [...memoria.vistos]
      const hay = carpeta === null ? [] : await p.ojo.mirar(carpeta)
      for (const a of (hay ?? []).filter((x) => esNombreDePlanilla(x.nombre) && !esDePaso(x.nombre))) {
        const huella = await p.ojo.huella(a.ruta)
        if (huella !== null && !vistos.includes(huella)) vistos.push(huella)
      }
      anteriores.clear()
      leidos.clear()
      alcanzable = hay !== null
      guardar({ carpeta, vistos: vistos.slice(-MAXIMO_VISTOS) })
      return estado()
    }),
    hacer: (queHacer) => { guardar({ queHacer }); return estado() },
    ronda: () => enTurno(ronda),
  }
}
