import type Database from 'libsql'
import { z } from 'zod'
import { MARCAS, type ProcesoArchivo } from '../../../shared/ipc/modelos-archivo.ts'

const nulo = z.string().nullable()
const Proceso = z.object({ id_proceso: nulo, codigo_externo: nulo, fecha: nulo, estado: nulo, observaciones: nulo, observaciones_sic: nulo, otec: nulo, crudo: z.string(), marcas: nulo })
const Registro = z.object({
  rut_texto: nulo, rut: z.number().nullable(), oferta: nulo, grupo: nulo, modulo: nulo, avance: nulo, modulo_avance: nulo, estado_registro: nulo,
  resultado: z.enum(['aceptado', 'rechazado', 'otro']).catch('otro'), observacion: nulo, fecha_ejecucion: nulo, crudo: z.string(),
})

export function procesoDe(db: Database.Database, pk: number, desde: number, cuantos: number): ProcesoArchivo {
  const cruda = db.prepare('SELECT * FROM proceso WHERE pk = ?').get(pk)
  if (cruda === undefined) return { proceso: null, total: 0, marcas: [] }
  const p = Proceso.parse(cruda)
  const propias = new Set(leerMarcas(p.marcas))
  const { total } = db.prepare('SELECT count(*) AS total FROM registro WHERE proceso_pk = ?').get(pk) as { total: number }
  const registros = db.prepare('SELECT * FROM registro WHERE proceso_pk = ? ORDER BY orden LIMIT ? OFFSET ?').all(pk, cuantos, desde).map((f) => {
    const r = Registro.parse(f)
    return {
      rut: r.rut_texto ?? (r.rut === null ? null : String(r.rut)), oferta: r.oferta, grupo: r.grupo, modulo: r.modulo, avance: r.avance, moduloAvance: r.modulo_avance, estadoRegistro: r.estado_registro,
      resultado: r.resultado, observacion: r.observacion, fechaEjecucion: r.fecha_ejecucion, crudo: r.crudo,
    }
  })
  return {
    proceso: {
      idProceso: p.id_proceso, codigoExterno: p.codigo_externo, fecha: p.fecha, estado: p.estado, observaciones: p.observaciones, observacionesSic: p.observaciones_sic, rutOtec: p.otec,
      envioLocal: null, registros, crudo: p.crudo,
    },
    total, marcas: MARCAS.filter((m) => propias.has(m)),
  }
}

/** Written by whoever read the history; what is not a list of marks is none. */
export function leerMarcas(json: string | null): unknown[] {
  try {
    const leidas: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(leidas) ? leidas : []
  } catch { return [] }
}
