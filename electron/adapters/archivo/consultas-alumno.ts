import type Database from 'libsql'
import { z } from 'zod'
import { calcularDv, formatRut } from '../../../shared/domain/rut.ts'
import { MAX_PUNTOS, type Alumno } from '../../../shared/ipc/modelos-personas.ts'

const nulo = z.string().nullable()
const entero = z.number().int().min(0).nullable().catch(null)
/** SENCE writes `45.00000`; what is no number is none. */
const numero = z.union([z.string(), z.number()]).nullable().transform((v) => (v === null || v === '' || !Number.isFinite(Number(v)) ? null : Number(v)))
const Fila = z.object({
  origen: z.enum(['aqui', 'sence']), repetido: z.number(), envio_id: nulo, proceso_pk: z.number().nullable(), fecha: nulo, oferta: nulo, grupo: nulo, modulo: nulo, avance: numero, avance_alumno: numero,
  segundos: entero, segundos_alumno: entero, estado_alumno: entero, inicio: nulo, fin: nulo, resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado', 'otro']).catch('otro'), codigo: nulo, mensaje: nulo, total: z.number(),
})

/** All that is known of an alumno, oldest first. */
export function alumnoDe(db: Database.Database, rut: number): Alumno {
  const filas = db.prepare(`WITH h AS (
      SELECT 'aqui' AS origen, 0 AS repetido, l.envio_id, NULL AS proceso_pk, coalesce(l.enviado_en, l.creado_en) AS fecha, l.codigo_oferta AS oferta, l.codigo_grupo AS grupo, e.codigo_modulo AS modulo,
        e.porcentaje AS avance, e.avance_alumno, e.segundos, e.segundos_alumno, e.estado_alumno, coalesce(e.inicio_alumno, e.fecha_inicio) AS inicio, coalesce(e.fin_alumno, e.fecha_fin) AS fin,
        e.resultado, e.codigo, e.mensaje, l.pk AS lugar, e.orden
        FROM enviado e JOIN llamada l ON l.pk = e.llamada_pk WHERE e.rut = ?1
      UNION ALL
      SELECT 'sence', EXISTS (SELECT 1 FROM enlace x WHERE x.proceso_pk = p.pk),
        (SELECT l.envio_id FROM enlace x JOIN llamada l ON l.pk = x.llamada_pk WHERE x.proceso_pk = p.pk LIMIT 1), p.pk, p.fecha_utc, r.oferta, r.grupo, r.modulo,
        r.modulo_avance, r.avance, NULL, NULL, NULL, r.fecha_inicio, r.fecha_fin, r.resultado, r.codigo, r.observacion, p.pk, r.orden
        FROM registro r JOIN proceso p ON p.pk = r.proceso_pk WHERE r.rut = ?1
    ) SELECT *, (SELECT count(*) FROM h) AS total FROM h ORDER BY fecha DESC, origen DESC, lugar DESC, orden DESC LIMIT ?2`)
    .all(rut, MAX_PUNTOS).map((f) => Fila.parse(f))
  return {
    rut: formatRut({ numero: rut, dv: calcularDv(rut) }), total: filas[0]?.total ?? 0,
    puntos: filas.reverse().map((f) => ({
      origen: f.origen, repetido: f.repetido === 1, envioId: f.envio_id, procesoPk: f.proceso_pk, fecha: f.fecha, codigoOferta: f.oferta ?? '', codigoGrupo: f.grupo ?? '', codigoModulo: f.modulo ?? '',
      avance: f.avance, avanceAlumno: f.avance_alumno, segundos: f.segundos, segundosAlumno: f.segundos_alumno, estadoAlumno: f.estado_alumno, inicio: f.inicio, fin: f.fin,
      resultado: f.resultado, codigo: f.codigo, mensaje: f.mensaje,
    })),
  }
}
