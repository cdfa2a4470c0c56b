/** Past sends: the list and the search in it, an alumno, a course. */
import type { EstadoCurso } from '../../shared/domain/estado-curso.ts'
import { formatRut } from '../../shared/domain/rut.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { Archivo, Indexador } from './puertos-archivo.ts'
import type { LectorCursos } from './puertos-cursos.ts'
import type { Registro } from './puertos.ts'

export interface ServicioArchivo {
  fichas(entrada: Input<'archivo:fichas'>): Result<Valor<'archivo:fichas'>>
  registros(entrada: Input<'archivo:registros'>): Result<Valor<'archivo:registros'>>
  alumno(entrada: Input<'archivo:alumno'>): Result<Valor<'archivo:alumno'>>
  curso(entrada: Input<'archivo:curso'>): Promise<Result<Valor<'archivo:curso'>>>
}

/** What is read in a moment is not worth a word. */
const PENDIENTE_QUE_SE_DICE = 50

export function crearServicioArchivo(p: { archivo: Archivo; cursos: Pick<LectorCursos, 'estado'>; indexador: Indexador; registro: Registro }): ServicioArchivo {
  const noSeLee = (que: string, error: unknown): Result<never> => fallar(falla('archivo-no-lee', p.registro.error(`archive of sends: ${que}`, error)))
  /** Whether the file is being made again from the journal, and answers when it is asked once more. */
  const seRepara = (error: unknown): boolean => {
    if (!p.archivo.repararSiHaceFalta(error)) return false
    p.indexador.despertar()
    return true
  }
  const preguntar = <T>(que: string, leer: () => T): Result<T> => {
    try {
      p.indexador.apurar()
      return ok(leer())
    } catch (error) {
      const primera = noSeLee(que, error)
      if (!seRepara(error)) return primera
      try { return ok(leer()) } catch (otra) { return noSeLee(que, otra) }
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
    alumno: ({ rut }) => preguntar('alumno', () => p.archivo.alumno(rut)),
    curso: async ({ oferta, grupo }) => {
      const leer = async (): Promise<Result<Valor<'archivo:curso'>>> => ok(comoCurso(await p.cursos.estado(oferta, grupo)))
      try {
        p.indexador.apurar()
        return await leer()
      } catch (error) {
        const primera = noSeLee('course', error)
        if (!seRepara(error)) return primera
        try { return await leer() } catch (otra) { return noSeLee('course', otra) }
      }
    },
  }
}

/** By RUT. What did not get to SENCE counts as not sent. */
const comoCurso = ({ envioId, alumnos }: EstadoCurso): Valor<'archivo:curso'> => ({
  envioId,
  alumnos: alumnos.toSorted((a, b) => a.rut - b.rut).map((a) => ({
    rut: formatRut({ numero: a.rut, dv: a.dv }), rutNumero: a.rut, avance: a.aceptado?.avance ?? null, segundos: a.aceptado?.segundos ?? null, estado: a.aceptado?.estado ?? null,
    inicio: a.inicio, fin: a.fin, informadoEn: a.aceptado?.llamada.en ?? null, ultimo: a.ultimo.resultado === 'no-llego' ? 'no-enviado' : a.ultimo.resultado,
  })),
})
