import type Database from 'libsql'
import { z } from 'zod'
import { terminosDe, type Termino } from '../../../shared/domain/consulta-archivo.ts'
import { formatRut } from '../../../shared/domain/rut.ts'
import type { ConsultaArchivo, RegistroArchivo } from '../../../shared/ipc/modelos-archivo.ts'
import { alguna, enRangos, fichasConTexto, filtros, todas, type Condicion } from './condiciones.ts'

const nulo = z.string().nullable()
/** What was sent is a number; what SENCE shows, a text as it came. */
const comoTexto = z.union([z.string(), z.number()]).transform(String).nullable()
const Fila = z.object({
  rut: z.number(), dv: nulo, rut_texto: nulo, envio_id: nulo, proceso_pk: z.number().nullable(), fecha: z.string(), oferta: nulo, grupo: nulo, modulo: nulo, avance: comoTexto, avance_alumno: comoTexto,
  resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado', 'otro']).catch('otro'), codigo: nulo, mensaje: nulo, total: z.number(), alumnos: z.number(),
})

/** SQLite's lower() knows plain letters only; these are the others of Spanish. */
const SIN_TILDES = [['á', 'a'], ['é', 'e'], ['í', 'i'], ['ó', 'o'], ['ú', 'u'], ['ü', 'u'], ['ñ', 'n'], ['Á', 'a'], ['É', 'e'], ['Í', 'i'], ['Ó', 'o'], ['Ú', 'u'], ['Ü', 'u'], ['Ñ', 'n']] as const
const enPlano = (columna: string): string => SIN_TILDES.reduce((sql, [de, a]) => `replace(${sql}, '${de}', '${a}')`, `lower(coalesce(${columna}, ''))`)

/** Words that are not the RUT: of the send as a whole, or of that very record. */
function deRegistro(t: Termino, columnas: { rut: string; propias: readonly string[] }): Condicion {
  return alguna([
    ...(t.texto === null ? [] : [fichasConTexto(t.texto, 'cabecera'), ...columnas.propias.map((c) => ({ sql: `instr(${enPlano(c)}, ?)`, valores: [t.texto ?? ''] }))]),
    ...(t.ruts.length === 0 ? [] : [enRangos(columnas.rut, t.ruts)]),
  ])
}
function condicion(c: ConsultaArchivo, terminos: readonly Termino[], columnas: { rut: string; propias: readonly string[] }): Condicion {
  return todas([
    enRangos(columnas.rut, terminos.flatMap((t) => t.ruts)),
    ...filtros(c),
    ...terminos.filter((t) => t.texto !== null).map((t) => deRegistro(t, columnas)),
  ])
}

/**
 * Records of the alumnos that the search names: what was sent of each, and what SENCE shows of those that did not go out
 * of this computer. By alumno, the newest first.
 */
export function registrosDe(db: Database.Database, c: ConsultaArchivo, desde: number, cuantos: number): { total: number; alumnos: number; registros: RegistroArchivo[] } {
  const hayAlguno = (t: Termino): boolean => {
    const en = enRangos('rut', t.ruts)
    return db.prepare(`SELECT 1 FROM enviado WHERE ${en.sql} UNION ALL SELECT 1 FROM registro WHERE ${en.sql} LIMIT 1`).get(...en.valores, ...en.valores) !== undefined
  }
  // Two RUT are two people, and each record is of one of them: digits that are somebody's whole number are nothing else.
  const terminos = terminosDe(c.texto).map((t) => (t.texto !== null && t.ruts.some((r) => r.desde === r.hasta) && hayAlguno(t) ? { ...t, texto: null } : t))
  if (terminos.every((t) => t.ruts.length === 0)) return { total: 0, alumnos: 0, registros: [] }
  const enviado = condicion(c, terminos, { rut: 'e.rut', propias: ['e.codigo_modulo', 'e.codigo', 'e.mensaje'] })
  const registro = condicion(c, terminos, { rut: 'r.rut', propias: ['r.modulo', 'r.codigo', 'r.observacion'] })
  const filas = db.prepare(`WITH h AS (
      SELECT e.rut, e.dv, NULL AS rut_texto, l.envio_id, NULL AS proceso_pk, f.fecha, l.codigo_oferta AS oferta, l.codigo_grupo AS grupo, e.codigo_modulo AS modulo,
        e.porcentaje AS avance, e.avance_alumno, e.resultado, e.codigo, e.mensaje, e.orden
        FROM enviado e JOIN llamada l ON l.pk = e.llamada_pk JOIN ficha f ON f.envio_id = l.envio_id WHERE ${enviado.sql}
      UNION ALL
      SELECT r.rut, NULL, r.rut_texto, NULL, r.proceso_pk, f.fecha, r.oferta, r.grupo, r.modulo, r.modulo_avance, r.avance, r.resultado, r.codigo, r.observacion, r.orden
        FROM registro r JOIN ficha f ON f.proceso_pk = r.proceso_pk WHERE ${registro.sql}
    ) SELECT *, (SELECT count(*) FROM h) AS total, (SELECT count(DISTINCT rut) FROM h) AS alumnos FROM h ORDER BY rut, fecha DESC, orden LIMIT ? OFFSET ?`)
    .all(...enviado.valores, ...registro.valores, cuantos, desde).map((f) => Fila.parse(f))
  return {
    total: filas[0]?.total ?? 0, alumnos: filas[0]?.alumnos ?? 0,
    registros: filas.map((f) => ({
      rut: f.dv === null || f.dv === '' ? f.rut_texto ?? String(f.rut) : formatRut({ numero: f.rut, dv: f.dv }), rutNumero: f.rut,
      envioId: f.envio_id, procesoPk: f.proceso_pk, fecha: f.fecha === '' ? null : f.fecha, codigoOferta: f.oferta ?? '', codigoGrupo: f.grupo ?? '', codigoModulo: f.modulo ?? '',
      avance: f.avance, avanceAlumno: f.avance_alumno, resultado: f.resultado, codigo: f.codigo, mensaje: f.mensaje,
    })),
  }
}
