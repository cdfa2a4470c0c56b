/** The list of past sends and the search in it. */
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { Archivo, Indexador } from './puertos-archivo.ts'
import type { Personas } from './puertos-personas.ts'
import type { Registro } from './puertos.ts'

export interface ServicioArchivo {
  fichas(entrada: Input<'archivo:fichas'>): Result<Valor<'archivo:fichas'>>
  registros(entrada: Input<'archivo:registros'>): Result<Valor<'archivo:registros'>>
  alumno(entrada: Input<'archivo:alumno'>): Result<Valor<'archivo:alumno'>>
  curso(entrada: Input<'archivo:curso'>): Result<Valor<'archivo:curso'>>
}

/** What is read in a moment is not worth a word. */
const PENDIENTE_QUE_SE_DICE = 50

export function crearServicioArchivo(p: { archivo: Archivo; personas: Personas; indexador: Indexador; registro: Registro }): ServicioArchivo {
  const preguntar = <T>(que: string, leer: () => T): Result<T> => {
    try {
      p.indexador.apurar()
      return ok(leer())
    } catch (error) {
      const incidente = p.registro.error(`archive of sends: ${que}`, error)
      // It is made again from the journal; asked again, it answers.
      if (!p.archivo.repararSiHaceFalta(error)) return fallar(falla('archivo-no-lee', incidente))
      p.indexador.despertar()
      try { return ok(leer()) } catch (otra) { return fallar(falla('archivo-no-lee', p.registro.error(`archive of sends: ${que}`, otra))) }
    }
  }
  return {
    fichas: ({ consulta, desde, cuantas }) => preguntar('list', () => {
      const pendiente = p.indexador.pendiente()
      return {
        ...p.archivo.fichas({ ...consulta, texto: consulta.texto ?? '' }, desde, cuantas),
        pendiente: pendiente !== null && pendiente.total - pendiente.hechas > PENDIENTE_QUE_SE_DICE ? pendiente : null,
        consultadoEn: p.archivo.consultadoEn(),
      }
    }),
    registros: ({ consulta, desde, cuantos }) => preguntar('records', () => p.archivo.registros({ ...consulta, texto: consulta.texto ?? '' }, desde, cuantos)),
    alumno: ({ rut }) => preguntar('alumno', () => p.personas.alumno(rut)),
    curso: ({ oferta, grupo }) => preguntar('course', () => p.personas.curso(oferta, grupo)),
  }
}
