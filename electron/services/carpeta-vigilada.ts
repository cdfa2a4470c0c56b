/**
 * A folder of the OTEC where workbooks appear (exports, a shared drive): each new one is taken once, told by its content,
 * and only when it has stopped changing. What is to be done with it is written before it is done: a crash in between
 * leaves a file that was not opened, never one that is sent twice.
 */
import { esNombreDePlanilla } from '../../shared/planilla/extensiones.ts'
import { dentroDeVentana } from '../../shared/domain/ventana-envio.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Novedad, QueHacer, Vigia } from '../../shared/ipc/modelos-vigia.ts'
import type { Registro, Reloj } from './puertos.ts'
import type { AlmacenVigia, ArchivoVisto, MemoriaVigia, OjoDeCarpeta, TrabajoVigia } from './puertos-vigia.ts'
import { detalleDeEnvio } from './textos-vigia.ts'

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
  let turno: Promise<unknown> = Promise.resolve()
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => { const mia = turno.then(tarea, tarea); turno = mia.catch(() => undefined); return mia }

  const estado = (): Vigia => ({ carpeta: memoria.carpeta, queHacer: memoria.queHacer, alcanzable, novedades: [...memoria.novedades] })
  const guardar = (cambio: Partial<MemoriaVigia>): void => { const nueva = { ...memoria, ...cambio }; p.almacen.guardar(nueva); memoria = nueva }
  const contar = (n: Novedad): void => {
    guardar({ novedades: [n, ...memoria.novedades.filter((x) => x.id !== n.id)].slice(0, MAXIMO_NOVEDADES) })
    p.avisar(estado(), n)
  }
  const igual = (a: ArchivoVisto | undefined, b: ArchivoVisto): boolean => a?.tamano === b.tamano && a.modificado === b.modificado

  async function ronda(): Promise<boolean> {
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
    await enviarLoQueEspera()
    return pronto
  }

  /** @returns false: it could not be taken now, and stays new */
  async function tomar(archivo: ArchivoVisto, huella: string): Promise<boolean> {
    const antes = memoria.vistos
    guardar({ vistos: [...antes, huella].slice(-MAXIMO_VISTOS) })
    const leida = await p.trabajo.importar(archivo.ruta)
    const novedad: Novedad = { id: huella, archivo: archivo.nombre, cuando: p.reloj.ahora().toISOString(), resultado: 'no-abierta', detalle: '', borradorId: null, envioId: null }
    if (leida.ok) contar({ ...novedad, ...queQueda(leida.valor) })
    // Another workbook was being read, or the space is closing: nothing happened to this one.
    else if (['importacion-en-curso', 'importacion-cancelada', 'proceso-terminado'].includes(leida.falla.codigo)) { guardar({ vistos: antes }); return false }
    else contar({ ...novedad, detalle: `${leida.falla.titulo}. ${leida.falla.queHacer}` })
    return true
  }
  const queQueda = (r: BorradorResumen): Pick<Novedad, 'resultado' | 'borradorId'> => {
    const enviables = r.cursos.reduce((n, c) => n + c.enviables, 0)
    const resultado = r.errores > 0 || enviables === 0 ? 'con-errores' : memoria.queHacer === 'enviar' ? 'en-espera' : 'abierta'
    return { resultado, borradorId: r.id }
  }

  /** In the hours that SENCE asks for, oldest first. */
  async function enviarLoQueEspera(): Promise<void> {
    for (const n of memoria.novedades.filter((x) => x.resultado === 'en-espera').toReversed()) {
      if (memoria.queHacer !== 'enviar' || n.borradorId === null || p.trabajo.enviando() || !dentroDeVentana(p.reloj.ahora())) return
      // Written first: from here on the journal knows what became of it, and this list never asks for it again.
      guardar({ novedades: memoria.novedades.map((x) => (x.id === n.id ? { ...x, resultado: 'enviando' } : x)) })
      const enviado = await p.trabajo.enviar(n.borradorId)
      const cuando = p.reloj.ahora().toISOString()
      if (enviado.ok) contar({ ...n, cuando, resultado: enviado.valor.estado === 'aceptado' ? 'enviada' : 'no-enviada', envioId: enviado.valor.id, detalle: detalleDeEnvio(enviado.valor) })
      else contar({ ...n, cuando, resultado: 'no-enviada', detalle: `${enviado.falla.titulo}. ${enviado.falla.queHacer}` })
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
