import type Database from 'libsql'
import { z } from 'zod'
import { calcularDv, formatRut } from '../../../shared/domain/rut.ts'
import type { CursoArchivo } from '../../../shared/ipc/modelos-personas.ts'

const nulo = z.string().nullable()
const entero = z.number().int().min(0).nullable().catch(null)
const Fila = z.object({
  rut: z.number(), ultimo: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado']).catch('desconocido'),
  avance: z.number().nullable(), segundos: entero, estado: entero, inicio: nulo, fin: nulo, informado_en: nulo,
})

/**
 * Who is in a course, by what was sent from here. Of a group with max(), SQLite gives the other columns of the very row that
 * has the maximum: the last one accepted, and the last one of all, whose dates serve who was never accepted.
 */
export function cursoDe(db: Database.Database, oferta: string, grupo: string): CursoArchivo {
  const filas = db.prepare(`WITH h AS MATERIALIZED (
      SELECT e.rut, e.resultado, e.avance_alumno, e.segundos_alumno, e.estado_alumno, coalesce(e.inicio_alumno, e.fecha_inicio) AS inicio, coalesce(e.fin_alumno, e.fecha_fin) AS fin,
        coalesce(l.enviado_en, l.creado_en) AS fecha FROM llamada l JOIN enviado e ON e.llamada_pk = l.pk WHERE l.codigo_oferta = ? AND l.codigo_grupo = ?
    ), ultima AS (SELECT rut, resultado AS ultimo, inicio, fin, max(fecha) FROM h GROUP BY rut),
    aceptada AS (SELECT rut, avance_alumno, segundos_alumno, estado_alumno, max(fecha) AS informado_en FROM h WHERE resultado = 'aceptado' GROUP BY rut)
    SELECT u.rut, u.ultimo, a.avance_alumno AS avance, a.segundos_alumno AS segundos, a.estado_alumno AS estado, u.inicio, u.fin, a.informado_en FROM ultima u LEFT JOIN aceptada a ON a.rut = u.rut ORDER BY u.rut`)
    .all(oferta, grupo).map((f) => Fila.parse(f))
  const ultimo = db.prepare('SELECT envio_id FROM llamada WHERE codigo_oferta = ? AND codigo_grupo = ? ORDER BY creado_en DESC, pk DESC LIMIT 1').get(oferta, grupo) as { envio_id: string } | undefined
  return {
    envioId: ultimo?.envio_id ?? null,
    alumnos: filas.map((f) => ({
      rut: formatRut({ numero: f.rut, dv: calcularDv(f.rut) }), rutNumero: f.rut, avance: f.avance, segundos: f.segundos, estado: f.estado, inicio: f.inicio, fin: f.fin, informadoEn: f.informado_en, ultimo: f.ultimo,
    })),
  }
}
