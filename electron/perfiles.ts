/** What a person does with the OTECs that are kept: add, name, forget the token, delete. */
import { formatRut, parseRut } from '../shared/domain/rut.ts'
import type { Perfil } from '../shared/ipc/modelos.ts'
import type { ContenidoPerfil } from '../shared/ipc/modelos-perfiles.ts'
import type { Input } from '../shared/ipc/contract.ts'
import { fallar, ok, type Result } from '../shared/ipc/result.ts'
import { obtenerClaveDatos } from './adapters/clave-datos.ts'
import { contarPerfil } from './adapters/contenido-perfil.ts'
import { abrirCredenciales } from './adapters/credenciales.ts'
import type { Espacios, PartesEspacios } from './espacios.ts'
import { leerCredenciales } from './services/credenciales.ts'
import { falla } from './services/fallas.ts'

type Nada = Record<string, never>
type Escritas = Input<'perfiles:agregar'>

export interface Perfiles {
  /** Another OTEC; she becomes the one on screen. */
  agregar(escritas: Escritas): Promise<Result<Nada>>
  /** Credentials of the place on screen; the first ones give the place before any OTEC her name. */
  guardarCredenciales(escritas: Escritas): Promise<Result<Perfil>>
  renombrar(rutOtec: string, nombre: string): Promise<Result<Nada>>
  olvidarToken(rutOtec: string): Promise<Result<Nada>>
  contenido(rutOtec: string): Promise<Result<ContenidoPerfil>>
  /** With everything of hers. `confirmacion`: her RUT as the person typed it. */
  eliminar(rutOtec: string, confirmacion: string): Promise<Result<Nada>>
}

export function crearPerfiles(p: PartesEspacios, espacios: Espacios): Perfiles {
  const enPantalla = (rutOtec: string): boolean => {
    const lugar = espacios.actual()?.lugar
    return lugar?.nombre === 'real' && lugar.rutOtec === rutOtec
  }
  const queExista = (rutOtec: string): Result<Nada> => (p.perfiles.existe(rutOtec) ? ok({}) : fallar(falla('otec-no-esta')))
  const abrirDisco = (rutOtec: string) => abrirCredenciales(p.perfiles.carpetaDe(rutOtec), p.sellador, { rutOtec, memoria: p.tokens })

  /** Credentials first, then the name of the folder: a crash in between is finished at the next start. */
  async function estrenar(escritas: Escritas, adoptando: boolean): Promise<Result<Nada>> {
    const leidas = leerCredenciales(escritas.rutOtec, escritas.token)
    if (!leidas.ok) return leidas
    const { rutOtec } = leidas.valor
    if (p.perfiles.existe(rutOtec)) return fallar(falla('otec-ya-esta'))
    const anterior = espacios.actual()?.lugar ?? null
    const dejado = await espacios.dejar()
    if (!dejado.ok) return dejado
    try {
      const carpeta = adoptando ? p.perfiles.carpetaSinOtec : p.perfiles.carpetaDe(rutOtec)
      await (await abrirCredenciales(carpeta, p.sellador, { rutOtec, memoria: p.tokens })).guardar({ ...leidas.valor, nombre: escritas.nombre.trim() })
      if (adoptando) p.perfiles.adoptar(rutOtec)
      return await espacios.abrir(espacios.lugarReal(rutOtec))
    } catch (error) {
      const incidente = p.registro.error('profiles: add', error)
      if (anterior !== null) await espacios.abrir(anterior)
      return fallar(falla('credenciales-no-guardadas', incidente))
    }
  }

  return {
    agregar: (escritas) => espacios.enTurno(() => {
      const lugar = espacios.actual()?.lugar
      return estrenar(escritas, lugar?.nombre === 'real' && lugar.rutOtec === null)
    }),

    guardarCredenciales: (escritas) => espacios.enTurno(async () => {
      const abierto = espacios.actual()
      if (abierto === null) return fallar(falla('otec-no-esta'))
      if (abierto.lugar.nombre === 'practica' || abierto.lugar.rutOtec !== null) return abierto.credenciales.guardar(escritas)
      const estrenada = await estrenar(escritas, true)
      const perfil = espacios.actual()?.credenciales.perfil() ?? null
      return estrenada.ok ? perfil === null ? fallar(falla('otec-no-esta')) : ok(perfil) : estrenada
    }),

    renombrar: (rutOtec, nombre) => espacios.enTurno(() => {
      const existe = queExista(rutOtec)
      if (!existe.ok) return Promise.resolve(existe)
      try {
        if (enPantalla(rutOtec)) espacios.actual()?.renombrar(nombre.trim())
        else p.perfiles.renombrar(rutOtec, nombre.trim())
        return Promise.resolve(ok({}))
      } catch (error) { return Promise.resolve(fallar(falla('credenciales-no-guardadas', p.registro.error('profiles: rename', error)))) }
    }),

    olvidarToken: (rutOtec) => espacios.enTurno(async () => {
      const existe = queExista(rutOtec)
      if (!existe.ok) return existe
      if (espacios.enUso(rutOtec)) return fallar(falla('otec-en-uso'))
      if (enPantalla(rutOtec)) return espacios.actual()?.credenciales.olvidar() ?? ok({})
      try { await (await abrirDisco(rutOtec)).olvidar() } catch (error) { return fallar(falla('credenciales-no-guardadas', p.registro.error('profiles: forget', error))) }
      return ok({})
    }),

    contenido: async (rutOtec) => {
      const existe = queExista(rutOtec)
      if (!existe.ok) return existe
      const { clave } = await obtenerClaveDatos(p.carpeta, p.sellador)
      const { envios, sinConfirmar, borradores } = contarPerfil(p.perfiles.carpetaDe(rutOtec), clave)
      return ok({ envios, sinConfirmar, borradores })
    },

    eliminar: (rutOtec, confirmacion) => espacios.enTurno(async () => {
      const existe = queExista(rutOtec)
      if (!existe.ok) return existe
      const escrito = parseRut(confirmacion)
      if (!escrito.ok || formatRut(escrito.rut, 'guion') !== rutOtec) return fallar(falla('confirmacion-otra'))
      if (espacios.enUso(rutOtec)) return fallar(falla('otec-en-uso'))
      const estaba = enPantalla(rutOtec)
      if (estaba) {
        const dejado = await espacios.dejar()
        if (!dejado.ok) return dejado
      }
      let hecho: Result<Nada> = ok({})
      try {
        p.perfiles.eliminar(rutOtec)
        p.tokens.delete(rutOtec)
      } catch (error) { hecho = fallar(falla('otec-no-borrada', p.registro.error('profiles: delete', error))) }
      if (!estaba) return hecho
      const abierto = await espacios.abrir(espacios.lugarReal(p.perfiles.lista()[0]?.rutOtec ?? null))
      return hecho.ok ? abierto : hecho
    }),
  }
}
