/** An alumno and a course as the window shows them: what was sent from here, and what SENCE shows. */
import { z } from 'zod'
import { InstanteSchema } from './modelos.ts'

const entero = z.int().min(0)
const nulo = z.string().nullable()
const numero = z.number().nullable()
/** As it was sent or as SENCE wrote it: it may be no date. */
const fecha = nulo

/** A módulo of the alumno in a send of this computer, or in a process of SENCE. */
export const PuntoAlumnoSchema = z.object({
  origen: z.enum(['aqui', 'sence']),
  /** SENCE shows it and it went out of here: the same thing twice. */
  repetido: z.boolean(),
  envioId: nulo, procesoPk: entero.nullable(),
  fecha: InstanteSchema.nullable(),
  codigoOferta: z.string(), codigoGrupo: z.string(), codigoModulo: z.string(),
  /** 0 to 100; null: none, or no number. */
  avance: numero, avanceAlumno: numero,
  /** Seconds connected. */
  segundos: entero.nullable(), segundosAlumno: entero.nullable(),
  /** As the API codes it. */
  estadoAlumno: entero.nullable(),
  inicio: fecha, fin: fecha,
  resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado', 'otro']),
  codigo: nulo, mensaje: nulo,
})
export type PuntoAlumno = z.infer<typeof PuntoAlumnoSchema>

/** More are never of one alumno; the newest are given. */
export const MAX_PUNTOS = 3000
export const AlumnoSchema = z.object({ rut: z.string(), /** All there are. */ total: entero, /** Oldest first; those without a date at the beginning. */ puntos: z.array(PuntoAlumnoSchema) })
export type Alumno = z.infer<typeof AlumnoSchema>

/** An alumno in a course, by what SENCE last accepted of what was sent from here. */
export const AlumnoDeCursoSchema = z.object({
  rut: z.string(), rutNumero: entero,
  /** null: SENCE has accepted nothing yet. */
  avance: numero, segundos: entero.nullable(), estado: entero.nullable(), inicio: fecha, fin: fecha, informadoEn: InstanteSchema.nullable(),
  /** Of the last time that it was sent. */
  ultimo: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado']),
})
export type AlumnoDeCurso = z.infer<typeof AlumnoDeCursoSchema>
export const CursoArchivoSchema = z.object({ /** Last send in which it went; null: none. */ envioId: nulo, alumnos: z.array(AlumnoDeCursoSchema) })
export type CursoArchivo = z.infer<typeof CursoArchivoSchema>
