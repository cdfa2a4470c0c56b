import type Database from 'libsql'
import { z } from 'zod'
import { EstadoEnvioSchema } from '../../shared/ipc/modelos.ts'
import type { FuenteArchivo } from '../services/puertos-archivo.ts'
import { AlumnoFila, alumnoDe } from './diario-lectura.ts'
import { seguros } from './diario-texto.ts'

const nulo = z.string().nullable()
const Fila = z.object({
  id: z.string(), envio_id: z.string(), orden: z.number(), creado_en: z.string(), nombre_archivo: z.string(), rut_otec: z.string(),
  codigo_envio: z.string(), codigo_oferta: z.string(), codigo_grupo: z.string(), estado: EstadoEnvioSchema.catch('desconocido'), causa: nulo,
  programado_para: nulo, enviado_en: nulo, respondido_en: nulo, http_estado: z.number().nullable(), id_proceso: nulo,
  alumnos: z.number(), aceptados: z.number(), rechazados: z.number(), desconocidos: z.number(), huella: z.string(),
})

/** The verdicts change with the state, with an answer, or with a consult to SENCE's history. */
const HUELLA = `l.estado || '|' || coalesce(l.causa, '') || '|' || l.intentos || '|' || coalesce(l.respondido_en, '') || '|' || coalesce(l.id_proceso, '') || '|' || coalesce(e.programado_para, '') || '|' ||
  coalesce((SELECT c.consultada_en FROM conciliacion c WHERE c.llamada_id = l.id), '')`

/** The journal as the read model takes it. */
export const fuenteArchivo = (db: Database.Database): FuenteArchivo => ({
  huellas: (desde, cuantas) =>
    db.prepare(`SELECT l.rowid AS lugar, l.id, ${HUELLA} AS huella FROM llamada l JOIN envio e ON e.id = l.envio_id WHERE l.rowid > ? ORDER BY l.rowid LIMIT ?`).all(desde, cuantas) as { lugar: number; id: string; huella: string }[],

  llamada: (id) => {
    const cruda = db.prepare(`SELECT l.id, l.envio_id, l.orden, e.creado_en, e.nombre_archivo, e.rut_otec, l.codigo_envio, l.codigo_oferta, l.codigo_grupo, l.estado, l.causa,
      e.programado_para, l.enviado_en, l.respondido_en, l.http_estado, l.id_proceso, ${HUELLA} AS huella, a.* FROM llamada l JOIN envio e ON e.id = l.envio_id,
      (SELECT count(*) AS alumnos, coalesce(sum(resultado = 'aceptado'), 0) AS aceptados, coalesce(sum(resultado = 'rechazado'), 0) AS rechazados, coalesce(sum(resultado = 'desconocido'), 0) AS desconocidos
        FROM alumno WHERE llamada_id = ?1) a WHERE l.id = ?1`).get(id)
    if (cruda === undefined) return null
    const f = Fila.parse(cruda)
    return {
      id: f.id, envioId: f.envio_id, orden: f.orden, creadoEn: f.creado_en, nombreArchivo: f.nombre_archivo, rutOtec: f.rut_otec,
      codigoEnvio: f.codigo_envio, codigoOferta: f.codigo_oferta, codigoGrupo: f.codigo_grupo, estado: f.estado, causa: f.causa, programadoPara: f.programado_para,
      enviadoEn: f.enviado_en, respondidoEn: f.respondido_en, httpEstado: f.http_estado, idProceso: f.id_proceso,
      alumnos: f.alumnos, aceptados: f.aceptados, rechazados: f.rechazados, desconocidos: f.desconocidos, huella: f.huella,
    }
  },

  idsDeEnvio: (envioId) => db.prepare('SELECT id FROM llamada WHERE envio_id = ? ORDER BY orden').all(envioId).map((f) => (f as { id: string }).id),

  cuerpo: (id) => {
    const fila = db.prepare("SELECT CAST(octetos AS BLOB) AS octetos FROM contenido WHERE llamada_id = ? AND que = 'solicitud'").get(id) as { octetos: ArrayBuffer | Uint8Array } | undefined
    if (fila === undefined) return null
    const { octetos } = fila
    return Buffer.from(octetos instanceof ArrayBuffer ? new Uint8Array(octetos) : octetos).toString('utf8')
  },

  veredictos: (id) => db.prepare(`SELECT ${seguros('rut', 'dv', 'resultado', 'codigo', 'mensaje')} FROM alumno WHERE llamada_id = ? ORDER BY orden`).all(id).map((f) => alumnoDe(AlumnoFila.parse(f))),
})
