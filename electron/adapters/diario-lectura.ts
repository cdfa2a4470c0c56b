import type Database from 'libsql'
import { z } from 'zod'
import { CAUSAS_LLAMADA } from '../../shared/domain/envio.ts'
import { EstadoEnvioSchema } from '../../shared/ipc/modelos.ts'
import { medidas } from './diario-medidas.ts'
import { decodificar } from './cuerpo-respuesta.ts'
import { octetos, seguro, seguros, textoSeguro } from './diario-texto.ts'
import type { AlumnoGuardado, Diario, EnvioGuardado, LlamadaGuardada, LlamadaResumida, LlamadaSinCuerpo } from '../services/puertos-diario.ts'

type Lectura = Pick<Diario, 'envios' | 'programados' | 'vencidos' | 'medidas' | 'evidencia' | 'envio' | 'detalle' | 'cuerpo' | 'resumen' | 'inciertas' | 'sinConfirmar' | 'ultimosAvances' | 'ultimaConsulta'>

const nulo = z.string().nullable()
const texto = octetos.transform((b) => b.toString('utf8'))
/** Read from a file, so checked: a state that this program does not know is one whose outcome it does not know. */
const estado = EstadoEnvioSchema.catch('desconocido')
const EnvioFila = z.object({ id: z.string(), creado_en: z.string(), borrador_id: z.string(), nombre_archivo: z.string(), rut_otec: z.string(), programado_para: nulo })
const ResumenFila = z.object({
  id: z.string(), envio_id: z.string(), codigo_oferta: z.string(), codigo_grupo: z.string(), estado,
  alumnos: z.number(), aceptados: z.number(), rechazados: z.number(), desconocidos: z.number(),
})
const LlamadaFila = z.object({
  id: z.string(), codigo_envio: z.string(), codigo_oferta: z.string(), codigo_grupo: z.string(), estado, causa: z.enum(CAUSAS_LLAMADA).nullable().catch(null),
  intentos: z.number(), enviado_en: nulo, respondido_en: nulo, http_estado: z.number().nullable(), id_proceso: nulo, respuesta_sic: nulo,
  sha256: z.string(), consultada_en: nulo, ausente_desde: nulo,
})
const CuerpoFila = z.object({ cuerpo: texto, respuesta: octetos.nullable(), tipo_contenido: nulo, constancia: texto.nullable() })
const EvidenciaFila = z.object({ cuerpo: octetos, sha256: z.string(), respuesta: octetos.nullable(), tipo_contenido: nulo, constancia: octetos.nullable(), consultada_en: nulo })
const IntentoFila = z.object({ numero: z.number(), enviado_en: z.string(), respondido_en: nulo, causa: nulo, http_estado: z.number().nullable(), tipo_contenido: nulo, recibido: octetos.nullable() })
export const AlumnoFila = z.object({ rut: z.number(), dv: textoSeguro, resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado']).catch('desconocido'), codigo: textoSeguro.nullable(), mensaje: textoSeguro.nullable() })
export const alumnoDe = ({ rut, dv, ...resto }: z.infer<typeof AlumnoFila>): AlumnoGuardado => ({ rutAlumno: rut, dvAlumno: dv, ...resto })
const SinConfirmarFila = z.object({ codigo_oferta: z.string(), codigo_grupo: z.string(), rut: z.number() })
const AvanceFila = z.object({ rut_alumno: z.number(), codigo_modulo: textoSeguro, codigo_oferta: textoSeguro, codigo_grupo: textoSeguro, porcentaje: z.number(), aceptado_en: textoSeguro })

const RESUMEN = `SELECT l.id, l.envio_id, l.codigo_oferta, l.codigo_grupo, l.estado, count(a.orden) AS alumnos,
  coalesce(sum(a.resultado = 'aceptado'), 0) AS aceptados, coalesce(sum(a.resultado = 'rechazado'), 0) AS rechazados, coalesce(sum(a.resultado = 'desconocido'), 0) AS desconocidos
  FROM llamada l LEFT JOIN alumno a ON a.llamada_id = l.id`

const DeEnvio = z.object({ envio_id: z.string() })
const SIN_CUERPO = 'SELECT l.*, c.consultada_en, c.ausente_desde FROM llamada l LEFT JOIN conciliacion c ON c.llamada_id = l.id'
const LLAMADA = `SELECT l.*, CAST(s.octetos AS BLOB) AS cuerpo, CAST(r.octetos AS BLOB) AS respuesta, c.consultada_en, c.ausente_desde, c.constancia
  FROM llamada l JOIN contenido s ON s.llamada_id = l.id AND s.que = 'solicitud'
  LEFT JOIN contenido r ON r.llamada_id = l.id AND r.que = 'respuesta' LEFT JOIN conciliacion c ON c.llamada_id = l.id`

export function lectura(db: Database.Database): Lectura {
  const resumenes = (filas: readonly unknown[]): Map<string, LlamadaResumida[]> => {
    const porEnvio = new Map<string, LlamadaResumida[]>()
    for (const cruda of filas) {
      const { envio_id: envioId, codigo_oferta: codigoOferta, codigo_grupo: codigoGrupo, ...resto } = ResumenFila.parse(cruda)
      const suyas = porEnvio.get(envioId) ?? []
      suyas.push({ codigoOferta, codigoGrupo, ...resto })
      porEnvio.set(envioId, suyas)
    }
    return porEnvio
  }
  const envioDe = (cruda: unknown, llamadas: ReadonlyMap<string, LlamadaResumida[]>): EnvioGuardado => {
    const e = EnvioFila.parse(cruda)
    return { id: e.id, creadoEn: e.creado_en, borradorId: e.borrador_id, nombreArchivo: e.nombre_archivo, rutOtec: e.rut_otec, programadoPara: e.programado_para, llamadas: llamadas.get(e.id) ?? [] }
  }

  const resumenDe = (id: string): unknown[] => db.prepare(`${RESUMEN} WHERE l.envio_id = ? GROUP BY l.id ORDER BY l.orden`).all(id)
  const resumen = (id: string): EnvioGuardado | null => {
    const fila = db.prepare('SELECT * FROM envio WHERE id = ?').get(id)
    return fila === undefined ? null : envioDe(fila, resumenes(resumenDe(id)))
  }
  const conAlguna = (enEstado: 'programado' | 'vencido'): EnvioGuardado[] =>
    db.prepare('SELECT * FROM envio WHERE id IN (SELECT envio_id FROM llamada WHERE estado = ?) ORDER BY programado_para, rowid').all(enEstado).map((f) => {
      const { id } = EnvioFila.parse(f)
      return envioDe(f, resumenes(resumenDe(id)))
    })
  const sinCuerpo = (cruda: unknown): LlamadaSinCuerpo => {
    const l = LlamadaFila.parse(cruda)
    const alumnos = db.prepare(`SELECT ${seguros('rut', 'dv', 'resultado', 'codigo', 'mensaje')} FROM alumno WHERE llamada_id = ? ORDER BY orden`).all(l.id).map((a) => alumnoDe(AlumnoFila.parse(a)))
    return {
      id: l.id, codigoEnvio: l.codigo_envio, codigoOferta: l.codigo_oferta, codigoGrupo: l.codigo_grupo, estado: l.estado, causa: l.causa, intentos: l.intentos,
      enviadoEn: l.enviado_en, respondidoEn: l.respondido_en, httpEstado: l.http_estado, idProceso: l.id_proceso, respuestaSic: l.respuesta_sic,
      sha256: l.sha256, alumnos, consultadaEn: l.consultada_en, ausenteDesde: l.ausente_desde,
    }
  }
  const textosDe = (cruda: unknown): { cuerpo: string; respuesta: string | null; constancia: string | null } => {
    const { cuerpo, respuesta, tipo_contenido: tipo, constancia } = CuerpoFila.parse(cruda)
    return { cuerpo, respuesta: respuesta === null ? null : decodificar(respuesta, tipo ?? ''), constancia }
  }
  const llamadaDe = (cruda: unknown): LlamadaGuardada => ({ ...sinCuerpo(cruda), ...textosDe(cruda) })

  return {
    envios: () => {
      const llamadas = resumenes(db.prepare(`${RESUMEN} GROUP BY l.id ORDER BY l.envio_id, l.orden`).all())
      return db.prepare('SELECT * FROM envio ORDER BY creado_en DESC, rowid DESC').all().map((f) => envioDe(f, llamadas))
    },

    programados: () => conAlguna('programado'),
    vencidos: () => conAlguna('vencido'),
    medidas: medidas(db),

    resumen,

    envio: (id) => {
      const envio = resumen(id)
      if (envio === null) return null
      const llamadas = db.prepare(`${LLAMADA} WHERE l.envio_id = ? ORDER BY l.orden`).all(id).map(llamadaDe)
      return { envio, llamadas }
    },

    detalle: (id) => {
      const envio = resumen(id)
      return envio === null ? null : { envio, llamadas: db.prepare(`${SIN_CUERPO} WHERE l.envio_id = ? ORDER BY l.orden`).all(id).map(sinCuerpo) }
    },

    cuerpo: (llamadaId) => {
      const cruda = db.prepare(`${LLAMADA} WHERE l.id = ?`).get(llamadaId)
      if (cruda === undefined) return null
      const { cuerpo: solicitud, ...resto } = textosDe(cruda)
      return { solicitud, ...resto }
    },

    inciertas: (rutOtec) =>
      db.prepare(`${LLAMADA} JOIN envio e ON e.id = l.envio_id WHERE l.estado IN ('desconocido', 'conciliando') AND e.rut_otec = ? ORDER BY e.creado_en, l.orden`).all(rutOtec)
        .map((cruda) => ({ ...llamadaDe(cruda), envioId: DeEnvio.parse(cruda).envio_id })),

    evidencia: (llamadaId) => {
      const cruda = db.prepare(`${LLAMADA} WHERE l.id = ?`).get(llamadaId)
      if (cruda === undefined) return null
      const l = EvidenciaFila.parse(cruda)
      const intentos = db.prepare('SELECT numero, enviado_en, respondido_en, causa, http_estado, tipo_contenido, recibido FROM intento WHERE llamada_id = ? ORDER BY numero').all(llamadaId).map((f) => {
        const i = IntentoFila.parse(f)
        return { numero: i.numero, enviadoEn: i.enviado_en, respondidoEn: i.respondido_en, causa: i.causa, httpEstado: i.http_estado, tipoContenido: i.tipo_contenido, recibido: i.recibido }
      })
      return { solicitud: l.cuerpo, sha256: l.sha256, respuesta: l.respuesta, tipoContenido: l.tipo_contenido, constancia: l.constancia, consultadaEn: l.consultada_en, intentos }
    },

    // In a call whose end is not known an alumno may be known: then it is not in doubt.
    sinConfirmar: (rutOtec) =>
      db.prepare(`SELECT DISTINCT l.codigo_oferta, l.codigo_grupo, ${seguro('a.rut', 'rut')} FROM llamada l JOIN envio e ON e.id = l.envio_id JOIN alumno a ON a.llamada_id = l.id
        WHERE e.rut_otec = ? AND (l.estado = 'enviando' OR (l.estado IN ('desconocido', 'conciliando') AND a.resultado = 'desconocido'))`).all(rutOtec).map((f) => {
        const a = SinConfirmarFila.parse(f)
        return { codigoOferta: a.codigo_oferta, codigoGrupo: a.codigo_grupo, rutAlumno: a.rut }
      }),

    ultimaConsulta: (rutOtec) => {
      const fila = db.prepare('SELECT consultado_en AS en FROM consulta_historial WHERE rut_otec = ?').get(rutOtec) as { en: string } | undefined
      return fila?.en ?? null
    },

    ultimosAvances: (rutOtec) =>
      db.prepare(`SELECT ${seguros('rut_alumno', 'codigo_modulo', 'codigo_oferta', 'codigo_grupo', 'porcentaje', 'aceptado_en')} FROM avance WHERE rut_otec = ?`).all(rutOtec).map((f) => {
        const a = AvanceFila.parse(f)
        return { rutAlumno: a.rut_alumno, codigoModulo: a.codigo_modulo, codigoOferta: a.codigo_oferta, codigoGrupo: a.codigo_grupo, porcentaje: a.porcentaje, aceptadoEn: a.aceptado_en }
      }),
  }
}
