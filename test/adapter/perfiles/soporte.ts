import '../credenciales/sin-electron.ts'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createSecureContext } from 'node:tls'
import { AJUSTES_INICIALES } from '../../../electron/adapters/ajustes.ts'
import { abrirPerfiles, type AlmacenPerfiles } from '../../../electron/adapters/perfiles.ts'
import { abrirRegistro } from '../../../electron/adapters/registro.ts'
import { crearEspacios, type Espacios, type PartesEspacios } from '../../../electron/espacios.ts'
import { padronDePractica } from '../../../electron/gestor/padron.ts'
import { iniciarGestor, type Gestor } from '../../../electron/gestor/servidor.ts'
import { crearPerfiles, type Perfiles } from '../../../electron/perfiles.ts'
import { construirMuestra } from '../../../electron/adapters/plantilla/muestra.ts'
import { hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { Espacio } from '../../../shared/ipc/modelos.ts'
import { ok, type Result } from '../../../shared/ipc/result.ts'
import { SelladorFalso } from '../credenciales/sellador-falso.ts'
import { carpetaTemporal } from '../diario/soporte.ts'
import { archivoCon, enEsteProceso } from '../planilla/soporte.ts'

export const A = { rutOtec: '76123456-0', token: 'A7C3F19E-5B2D-4E68-9F01-3C8D7E6B5A42', nombre: 'Capacita Sur' }
export const B = { rutOtec: '77654308-K', token: '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220', nombre: 'Aula Norte' }

export interface Oficina {
  carpeta: string
  partes: PartesEspacios
  espacios: Espacios
  perfiles: Perfiles
  disco: AlmacenPerfiles
  sellador: SelladorFalso
  /** The simulated SENCE of each OTEC; requests go to the one in `hacia`. */
  gestores: Record<'a' | 'b', Gestor>
  hacia(cual: 'a' | 'b'): void
  dicho: { nombre: string; dato: unknown }[]
  cerrar(): Promise<void>
}

/** The program without its window: real folders, journals, drafts and client, against two simulated SENCEs. */
export async function abrirOficina(): Promise<Oficina> {
  const temporal = carpetaTemporal()
  const gestores = {
    a: await iniciarGestor({ padron: { ...padronDePractica(), otec: { rut: A.rutOtec, token: A.token } } }),
    b: await iniciarGestor({ padron: { ...padronDePractica(), otec: { rut: B.rutOtec, token: B.token } } }),
  }
  let cual: 'a' | 'b' = 'a'
  let recordado: Espacio | null = null
  const dicho: { nombre: string; dato: unknown }[] = []
  const sellador = new SelladorFalso()
  mkdirSync(path.join(temporal.ruta, 'real'), { recursive: true })
  const disco = abrirPerfiles(path.join(temporal.ruta, 'real'))
  const partes: PartesEspacios = {
    carpeta: temporal.ruta, registro: abrirRegistro(path.join(temporal.ruta, 'registro')), perfiles: disco, tokens: new Map(), sellador,
    red: { rutas: () => Promise.resolve([{ tipo: 'directa' }]), clave: () => null, alPedirClave: () => undefined, contexto: () => Promise.resolve(createSecureContext()) },
    ajustes: { leer: () => ({ ...AJUSTES_INICIALES, urlBase: gestores[cual].urlBase }), guardar: () => ok(AJUSTES_INICIALES) },
    despertador: { escuchar: () => () => undefined }, linea: { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined },
    emitir: (nombre, dato) => { dicho.push({ nombre, dato }) }, bifurcar: enEsteProceso(), esperar: () => Promise.resolve(),
    recuerdo: { leer: () => ({ espacio: recordado }), guardar: ({ espacio }) => { recordado = espacio } }, version: '0', plataforma: 'linux',
  }
  const espacios = crearEspacios(partes)
  return {
    carpeta: temporal.ruta, partes, espacios, perfiles: crearPerfiles(partes, espacios), disco, sellador, gestores, dicho,
    hacia: (otro) => { cual = otro },
    cerrar: async () => { await espacios.cerrar(); await gestores.a.cerrar(); await gestores.b.cerrar(); temporal.borrar() },
  }
}

export const muestra = async (): Promise<string> => archivoCon('avance.xlsx', await construirMuestra('sin-problemas', hoyEnSantiago(new Date())))

export function valor<T>(r: Result<T>): T {
  if (!r.ok) throw new Error(`${r.falla.codigo}: ${r.falla.titulo}`)
  return r.valor
}
export const codigo = (r: Result<unknown>): string => (r.ok ? 'ok' : r.falla.codigo)

/** Resolves when the window is told that a send ended. */
export function finDeEnvio(o: Oficina): Promise<void> {
  return new Promise((listo) => {
    const dejar = o.espacios.actual()?.alEmitir((nombre, dato) => {
      if (nombre !== 'envio:progreso' || !(dato as { terminado: boolean }).terminado) return
      dejar?.()
      setImmediate(listo)
    })
  })
}

/** How many processes that SENCE has of the OTEC. */
export async function procesosEn(gestor: Gestor, { rutOtec, token }: { rutOtec: string; token: string }): Promise<number> {
  const r = await fetch(`${gestor.urlBase}/historialEnvios?${new URLSearchParams({ rutOtec, idSistema: '1350', token }).toString()}`)
  return (await r.json() as unknown[]).length
}
