/** Backups of the OTECs: one a day by itself, others by hand, and back from one. */
import { randomBytes, randomUUID } from 'node:crypto'
import { access, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { hoyEnSantiago, horaEnSantiago } from '../shared/domain/fecha.ts'
import { leerNombreDeRespaldo, nombreDeRespaldo, respaldosDeMas, type ClaseRespaldo } from '../shared/domain/respaldos.ts'
import { formatRut, parseRut } from '../shared/domain/rut.ts'
import { MINIMO_FRASE, type RespaldoElegido, type RespaldoEstado, type RespaldoVisto } from '../shared/ipc/modelos-respaldo.ts'
import type { Noticia } from '../shared/ipc/modelos.ts'
import { fallar, ok, type Falla, type Result } from '../shared/ipc/result.ts'
import { abrirAlmacenRespaldo } from './adapters/almacen-respaldo.ts'
import { obtenerClaveDatos } from './adapters/clave-datos.ts'
import { contarPerfil } from './adapters/contenido-perfil.ts'
import type { CorrerTarea } from './adapters/tareas-datos.ts'
import type { Espacios, PartesEspacios } from './espacios.ts'
import { mirarCofre, CofreError, type Llave } from './proceso-datos/cofre.ts'
import { CAUSAS_TAREA, type CausaTarea } from './proceso-datos/tareas.ts'
import { falla } from './services/fallas.ts'
import { fallaDeRespaldo, noticiaSinRespaldo } from './services/textos-respaldo.ts'

type Nada = Record<string, never>
export interface Respaldos {
  estado(): Promise<RespaldoEstado>
  /** null: the program's own folder. */
  ponerCarpeta(carpeta: string | null): Promise<Result<RespaldoEstado>>
  ponerFrase(frase: string): Promise<Result<RespaldoEstado>>
  /** Of the OTEC on screen, now. */
  hacer(): Promise<Result<RespaldoEstado>>
  /** Each OTEC that has none of today. Silent: what fails is noted, and told by `estado` and `noticias`. */
  delDia(): Promise<void>
  elegir(archivo: string): Result<RespaldoElegido>
  mirar(id: string, frase: string | null): Promise<Result<RespaldoVisto>>
  /** The OTEC of the file chosen is the one on screen afterwards. `confirmacion`: her RUT as typed, where she is here already. */
  restaurar(id: string, frase: string | null, confirmacion: string): Promise<Result<Nada>>
  noticias(): Noticia[]
}
type Partes = PartesEspacios & { tareas: CorrerTarea }
interface Vista { archivo: string; rutOtec: string; creadoEn: string }

const SIN_SAL = '00'.repeat(16)
const causaConocida = (texto: string): CausaTarea => CAUSAS_TAREA.find((c) => c === texto) ?? 'imprevista'

export function crearRespaldos(p: Partes, espacios: Espacios): Respaldos {
  const almacen = abrirAlmacenRespaldo(p.carpeta)
  const ahora = p.ahora ?? ((): Date => new Date())
  const propia = path.join(p.carpeta, 'respaldos')
  const elegidos = new Map<string, string>()
  let visto: { id: string; vista: Vista } | null = null
  let turno: Promise<unknown> = Promise.resolve()
  /** One at a time: they are made in the same folder. */
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => {
    const mia = turno.then(tarea, tarea)
    turno = mia.catch(() => undefined)
    return mia
  }
  const decir = (causa: CausaTarea, detalle: string): Falla => fallaDeRespaldo(causa, causa === 'imprevista' ? p.registro.error(`backup: ${detalle}`) : undefined)
  const rutEnPantalla = (): string | null => {
    const lugar = espacios.actual()?.lugar
    return lugar?.nombre === 'real' ? lugar.rutOtec : null
  }
  const claveDatos = async (): Promise<string | null> => (await obtenerClaveDatos(p.carpeta, p.sellador)).clave

  async function llaveDeEquipo(): Promise<Llave | null> {
    const sellada = almacen.llaveEquipo()
    const clave = sellada === null ? null : await p.sellador.abrir(sellada)
    return clave === null ? null : { cifra: 'equipo', equipo: almacen.equipo, sal: SIN_SAL, clave }
  }
  async function llaveDeFrase(): Promise<Llave | null> {
    const frase = almacen.frase()
    const clave = frase === null ? null : await p.sellador.abrir(frase.sellada)
    return frase === null || clave === null ? null : { cifra: 'frase', equipo: almacen.equipo, sal: frase.sal, clave }
  }
  /** With the person's words where they were set, else with a key of this computer, made the first time. */
  async function llaveParaSellar(): Promise<Llave | null> {
    const suya = await llaveDeFrase() ?? await llaveDeEquipo()
    if (suya !== null) return suya
    const clave = randomBytes(32).toString('hex')
    const sellada = await p.sellador.sellar(clave)
    if (sellada === null) return null
    almacen.ponerLlaveEquipo(sellada)
    return { cifra: 'equipo', equipo: almacen.equipo, sal: SIN_SAL, clave }
  }

  async function nombreLibre(carpeta: string, rutOtec: string, clase: ClaseRespaldo): Promise<string> {
    const { hora, minuto } = horaEnSantiago(ahora())
    const momento = `${hoyEnSantiago(ahora())} ${String(hora).padStart(2, '0')}${String(minuto).padStart(2, '0')}`
    for (let vez = 1; ; vez++) {
      const nombre = nombreDeRespaldo({ rutOtec, momento, clase, equipo: almacen.equipo }, vez)
      try { await access(path.join(carpeta, nombre)) } catch { return nombre }
    }
  }

  async function respaldar(rutOtec: string, clase: ClaseRespaldo, carpeta: string, llave: Llave | null): Promise<Result<{ archivo: string }>> {
    if (llave === null) return fallar(fallaDeRespaldo('sin-llave'))
    if (carpeta === propia) await mkdir(propia, { recursive: true, mode: 0o700 })
    const archivo = await nombreLibre(carpeta, rutOtec, clase)
    const perfil = p.perfiles.lista().find((x) => x.rutOtec === rutOtec)
    const r = await p.tareas('respaldar', {
      carpeta: p.perfiles.carpetaDe(rutOtec), clave: await claveDatos(), destino: path.join(carpeta, archivo), llave,
      quien: { rutOtec, nombre: (perfil?.nombre ?? '').slice(0, 200), creadoEn: ahora().toISOString(), programa: p.version, ajustes: { retencionAnos: null } },
    })
    return r.ok ? ok({ archivo }) : fallar(decir(r.causa, r.detalle))
  }

  const copiasDe = async (rutOtec: string | null): Promise<number | null> => {
    const carpeta = almacen.carpeta() ?? propia
    try { return (await readdir(carpeta)).filter((n) => leerNombreDeRespaldo(n)?.rutOtec === rutOtec).length } catch { return almacen.carpeta() === null ? 0 : null }
  }
  const fallaAnotada = (): Falla | null => {
    const anotada = almacen.falla()
    return anotada === null ? null : anotada.causa === 'sin-llave' ? fallaDeRespaldo('sin-llave') : fallaDeRespaldo(causaConocida(anotada.causa))
  }
  async function estado(): Promise<RespaldoEstado> {
    const rutOtec = rutEnPantalla()
    return {
      carpeta: almacen.carpeta() ?? propia, esLaPropia: almacen.carpeta() === null, conFrase: await llaveDeFrase() !== null, puedeSellar: await p.sellador.disponible(), rutOtec,
      ultimo: rutOtec === null ? null : almacen.hechos()[rutOtec] ?? null, copias: await copiasDe(rutOtec), falla: fallaAnotada(),
    }
  }

  async function unoDelDia(rutOtec: string): Promise<Falla | null> {
    const carpeta = almacen.carpeta() ?? propia
    const hecho = await respaldar(rutOtec, 'automático', carpeta, await llaveParaSellar())
    if (!hecho.ok) return hecho.falla
    almacen.anotarHecho(rutOtec, { en: ahora().toISOString(), archivo: hecho.valor.archivo })
    try {
      for (const sobra of respaldosDeMas(await readdir(carpeta), rutOtec, almacen.equipo)) await rm(path.join(carpeta, sobra), { force: true })
    } catch (error) { p.registro.aviso(`backup: old ones stay: ${String((error as { code?: unknown }).code)}`) }
    return null
  }

  /** null: this computer cannot open it. */
  async function secretosPara(frase: string | null): Promise<{ frase: string | null; llaves: Llave[] }> {
    return { frase, llaves: [await llaveDeFrase(), await llaveDeEquipo()].filter((l) => l !== null) }
  }

  /** What is here is kept aside first, whole, in a file that opens as the others do. */
  async function copiarAntes(rutOtec: string, archivo: string, frase: string | null): Promise<Result<unknown>> {
    let llave = await llaveParaSellar()
    if (llave === null && frase !== null) {
      const { sal } = mirarCofre(archivo)
      const derivada = await p.tareas('derivar', { frase, sal })
      if (derivada.ok) llave = { cifra: 'frase', equipo: almacen.equipo, sal, clave: derivada.valor.clave }
    }
    const elegida = almacen.carpeta()
    const alli = elegida === null ? null : await respaldar(rutOtec, 'antes de restaurar', elegida, llave)
    return alli?.ok === true ? alli : respaldar(rutOtec, 'antes de restaurar', propia, llave)
  }

  return {
    estado,
    ponerCarpeta: (carpeta) => enTurno(async () => {
      almacen.ponerCarpeta(carpeta)
      almacen.anotarFalla(null)
      return ok(await estado())
    }),
    ponerFrase: (frase) => enTurno(async () => {
      if (frase.trim().length < MINIMO_FRASE) return fallar(fallaDeRespaldo('frase-corta'))
      const sal = randomBytes(16).toString('hex')
      const derivada = await p.tareas('derivar', { frase, sal })
      if (!derivada.ok) return fallar(decir(derivada.causa, derivada.detalle))
      const sellada = await p.sellador.sellar(derivada.valor.clave)
      if (sellada === null) return fallar(fallaDeRespaldo('sin-llave'))
      almacen.ponerFrase({ sal, sellada })
      return ok(await estado())
    }),
    hacer: () => enTurno(async () => {
      const rutOtec = rutEnPantalla()
      if (rutOtec === null) return fallar(fallaDeRespaldo('sin-otec'))
      const hecho = await respaldar(rutOtec, 'a mano', almacen.carpeta() ?? propia, await llaveParaSellar())
      if (!hecho.ok) return hecho
      almacen.anotarHecho(rutOtec, { en: ahora().toISOString(), archivo: hecho.valor.archivo })
      almacen.anotarFalla(null)
      return ok(await estado())
    }),
    delDia: () => enTurno(async () => {
      for (const { rutOtec } of p.perfiles.lista()) {
        if (espacios.actual()?.envios.enviando() === true) return
        const { en } = almacen.hechos()[rutOtec] ?? { en: null }
        if (en !== null && hoyEnSantiago(new Date(en)) === hoyEnSantiago(ahora())) continue
        const mala = await unoDelDia(rutOtec)
        almacen.anotarFalla(mala === null ? null : { causa: mala.codigo.replace(/^respaldo-/u, ''), en: ahora().toISOString() })
        if (mala !== null) { p.registro.aviso(`backup: ${mala.codigo}`); return }
      }
    }),
    elegir: (archivo) => {
      try {
        const { cifra, equipo } = mirarCofre(archivo)
        if (cifra === 'equipo' && equipo !== almacen.equipo) return fallar(fallaDeRespaldo('otro-equipo'))
        const id = randomUUID()
        elegidos.clear()
        elegidos.set(id, archivo)
        return ok({ id, archivo: path.basename(archivo), pideFrase: cifra === 'frase' })
      } catch (error) {
        return fallar(error instanceof CofreError ? fallaDeRespaldo(error.causa) : fallaDeRespaldo('no-alcanza'))
      }
    },
    mirar: async (id, frase) => {
      const archivo = elegidos.get(id)
      if (archivo === undefined) return fallar(fallaDeRespaldo('respaldo-no-elegido'))
      const r = await p.tareas('mirar', { archivo, secretos: await secretosPara(frase) })
      if (!r.ok) return fallar(decir(r.causa, r.detalle))
      const { rutOtec, nombre, creadoEn, envios, borradores, ultimoEnvio } = r.valor
      visto = { id, vista: { archivo, rutOtec, creadoEn } }
      const aqui = p.perfiles.existe(rutOtec) ? contarPerfil(p.perfiles.carpetaDe(rutOtec), await claveDatos()) : null
      return ok({ rutOtec, nombre, creadoEn, envios, borradores, ultimoEnvio, aqui: aqui === null ? null : { envios: aqui.envios, borradores: aqui.borradores, ultimoEnvio: aqui.ultimoEnvio } })
    },
    restaurar: (id, frase, confirmacion) => enTurno(() => espacios.enTurno(async () => {
      if (visto?.id !== id) return fallar(fallaDeRespaldo('respaldo-no-elegido'))
      const { archivo, rutOtec, creadoEn } = visto.vista
      if (p.perfiles.existe(rutOtec)) {
        const escrito = parseRut(confirmacion)
        if (!escrito.ok || formatRut(escrito.rut, 'guion') !== rutOtec) return fallar(fallaDeRespaldo('confirmacion-otra'))
        if (espacios.enUso(rutOtec)) return fallar(falla('otec-en-uso'))
        const copia = await copiarAntes(rutOtec, archivo, frase)
        if (!copia.ok) return fallar(fallaDeRespaldo('sin-copia-previa', copia.falla.incidente))
      }
      const anterior = espacios.actual()?.lugar ?? null
      const dejado = await espacios.dejar()
      if (!dejado.ok) return dejado
      const r = await p.tareas('restaurar', {
        archivo, secretos: await secretosPara(frase), carpetaReal: path.dirname(p.perfiles.carpetaDe(rutOtec)), clave: await claveDatos(), ahora: ahora().toISOString(), rutOtec, creadoEn,
      })
      if (r.ok) {
        visto = null
        elegidos.clear()
        p.registro.info(`restore: ${r.valor.desconocidas} calls unknown, ${r.valor.vencidas} lost their hour`)
        return espacios.abrir(espacios.lugarReal(rutOtec))
      }
      if (anterior !== null) await espacios.abrir(anterior)
      return fallar(decir(r.causa, r.detalle))
    })),
    noticias: () => {
      const anotada = almacen.falla()
      if (anotada === null) return []
      return [noticiaSinRespaldo(anotada.causa === 'sin-llave' ? 'sin-llave' : causaConocida(anotada.causa), anotada.en.slice(0, 10))]
    },
  }
}
