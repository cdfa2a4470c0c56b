import { setImmediate as ceder } from 'node:timers/promises'
import { z } from 'zod'
import { sumarLlamada, type AlumnoCurso, type AlumnoEnviado, type CabezaLlamada, type EstadoCurso } from '../../../shared/domain/estado-curso.ts'
import { hoyEnSantiago, esFechaIso } from '../../../shared/domain/fecha.ts'
import type { LectorCursos } from '../../services/puertos-cursos.ts'
import type { BaseArchivo } from './abrir.ts'

const Llamada = z.object({ pk: z.number(), envio_id: z.string(), nombre_archivo: z.string(), en: z.string(), estado: z.string(), huella: z.string() })
const entero = z.number().int().min(0).nullable().catch(null)
const fecha = z.string().nullable().transform((f) => f !== null && esFechaIso(f) ? f : null)
const Alumno = z.object({ rut: z.number(), dv: z.string(), resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado']).catch('desconocido'), avance: z.number().nullable(), segundos: entero, estado: entero, inicio: fecha, fin: fecha })
  .transform((a): AlumnoEnviado => a)
const SinResolver = z.object({ envioId: z.string(), nombreArchivo: z.string(), en: z.string(), alumnos: z.number() })
const Curso = z.object({ codigoOferta: z.string(), codigoGrupo: z.string() })

/** States of a call that was tried to its end; of the rest nothing is known yet. */
const PROBADAS = "('aceptado', 'aceptado-con-rechazos', 'rechazado', 'desconocido', 'conciliando', 'fallido')"
const EN = 'coalesce(enviado_en, creado_en)'
/** Of a call, between one turn of the others and the next. */
const FILAS_POR_VEZ = 800
/** Courses whose state is kept while nothing of them changes. */
const RECORDADOS = 300

export function crearLectorCursos(base: BaseArchivo): LectorCursos {
  const sabidos = new Map<string, { firma: string; estado: EstadoCurso }>()

  /** Rows of a call in the order in which they went. The alumno's own columns are in each of its rows: one of them is enough. */
  const alumnosDe = (pk: number, desde: number): AlumnoEnviado[] => base.db().prepare(`SELECT rut, dv, resultado, avance_alumno AS avance, segundos_alumno AS segundos, estado_alumno AS estado, coalesce(inicio_alumno, min(fecha_inicio)) AS inicio, coalesce(fin_alumno, max(fecha_fin)) AS fin
    FROM enviado WHERE llamada_pk = ? AND orden >= ? AND orden < ? GROUP BY rut`).all(pk, desde, desde + FILAS_POR_VEZ).map((f) => Alumno.parse(f))
  async function sumar(alumnos: Map<number, AlumnoCurso>, pk: number, cabeza: CabezaLlamada): Promise<void> {
    const { fin } = base.db().prepare('SELECT coalesce(max(orden), -1) AS fin FROM enviado WHERE llamada_pk = ?').get(pk) as { fin: number }
    for (let desde = 0; desde <= fin; desde += FILAS_POR_VEZ) {
      sumarLlamada(alumnos, cabeza, alumnosDe(pk, desde))
      await ceder()
    }
  }
  return {
    sinResolver: () => base.db().prepare(`SELECT envio_id AS envioId, nombre_archivo AS nombreArchivo, max(${EN}) AS en, sum(desconocidos) AS alumnos FROM llamada
      WHERE estado IN ('desconocido', 'conciliando') AND desconocidos > 0 GROUP BY envio_id ORDER BY en DESC`).all().map((f) => SinResolver.parse(f)),

    cursos: (desde) => base.db().prepare(`SELECT DISTINCT codigo_oferta AS codigoOferta, codigo_grupo AS codigoGrupo FROM llamada WHERE estado IN ${PROBADAS} AND ${EN} >= ?`).all(desde).map((f) => Curso.parse(f)),

    estado: async (codigoOferta, codigoGrupo) => {
      const llamadas = base.db().prepare(`SELECT pk, envio_id, nombre_archivo, ${EN} AS en, estado, huella FROM llamada
        WHERE codigo_oferta = ? AND codigo_grupo = ? AND estado IN ${PROBADAS} ORDER BY en DESC, pk DESC`).all(codigoOferta, codigoGrupo).map((f) => Llamada.parse(f))
      const clave = JSON.stringify([codigoOferta, codigoGrupo])
      const firma = JSON.stringify([base.vez, llamadas.map((l) => [l.pk, l.estado, l.huella])])
      const sabido = sabidos.get(clave)
      if (sabido?.firma === firma) return sabido.estado
      const alumnos = new Map<number, AlumnoCurso>()
      for (const l of llamadas) await sumar(alumnos, l.pk, { envioId: l.envio_id, nombreArchivo: l.nombre_archivo, en: l.en, dia: hoyEnSantiago(new Date(l.en)), fallida: l.estado === 'fallido' || l.estado === 'rechazado' })
      const estado: EstadoCurso = { codigoOferta, codigoGrupo, envioId: llamadas[0]?.envio_id ?? null, alumnos: [...alumnos.values()] }
      // A call whose rows are still being written will change without its state telling so.
      if (llamadas.every((l) => l.huella !== '')) {
        sabidos.delete(clave)
        sabidos.set(clave, { firma, estado })
        if (sabidos.size > RECORDADOS) sabidos.delete(sabidos.keys().next().value ?? '')
      }
      return estado
    },
  }
}
