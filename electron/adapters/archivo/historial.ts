/** SENCE's history as it was last read: what the window sees of it, with or without a network. */
import type Database from 'libsql'
import { z } from 'zod'
import { esDeOtraOtec, observacionLegible } from '../../../shared/domain/historial-lectura.ts'
import { analizarObjeto, comoTexto } from '../../../shared/domain/objeto-leido.ts'
import type { FiltroRegistros, ProcesoSence, RegistroSence } from '../../../shared/ipc/modelos-historial.ts'
import { FiltroHistorialSchema, type FiltroHistorial } from '../../../shared/ipc/modelos.ts'
import type { ArchivoHistorial } from '../../services/puertos-historial.ts'
import type { BaseArchivo } from './abrir.ts'
import { barrer, empezarLectura } from './historial-escritura.ts'
import { leerMarcas } from './marcas.ts'

const nulo = z.string().nullable()
const Proceso = z.object({
  pk: z.number(), id_proceso: nulo, codigo_externo: nulo, fecha: nulo, estado: nulo, observaciones: nulo, observaciones_sic: nulo, otec: nulo,
  registros: z.number(), aceptados: z.number(), rechazados: z.number(), marcas: z.string(), leido_en: z.string(), crudo: z.string(), envio_local: nulo,
})
const Registro = z.object({
  orden: z.number(), rut_texto: nulo, oferta: nulo, grupo: nulo, modulo: nulo, actividad: nulo, avance: nulo, modulo_avance: nulo, estado_registro: nulo,
  resultado: z.enum(['aceptado', 'rechazado', 'otro']), observacion: nulo, fecha_ejecucion: nulo, crudo: z.string(),
})
const Consulta = z.object({ filtro: z.string(), consultado_en: z.string(), procesos: z.number(), registros: z.number(), completa: z.number() })
const RESULTADO: Readonly<Record<FiltroRegistros, string | null>> = { todos: null, rechazados: 'rechazado', otros: 'otro', aceptados: 'aceptado' }

export function crearHistorial(base: BaseArchivo): ArchivoHistorial {
  const uno = (rutOtec: string, pk: number): boolean => base.db().prepare('SELECT 1 FROM proceso WHERE pk = ? AND rut_otec = ?').get(pk, rutOtec) !== undefined
  return {
    empezar: (o) => empezarLectura(base, o),
    limpiar: () => barrer(base),
    ultimaConsulta: (rutOtec) => {
      const fila = base.db().prepare('SELECT * FROM consulta WHERE rut_otec = ? ORDER BY consultado_en DESC LIMIT 1').get(rutOtec)
      if (fila === undefined) return null
      const c = Consulta.parse(fila)
      return { consultadoEn: c.consultado_en, filtro: FiltroHistorialSchema.catch({}).parse(analizarObjeto(c.filtro)), procesos: c.procesos, registros: c.registros, completa: c.completa === 1 }
    },
    leidoEntero: (rutOtec) => base.db().prepare("SELECT 1 FROM consulta WHERE rut_otec = ? AND filtro = '{}' AND completa = 1").get(rutOtec) !== undefined,
    procesos: (rutOtec, filtro, desde, cuantos) => {
      const { donde, valores } = condiciones(rutOtec, filtro)
      const { n } = base.db().prepare(`SELECT count(*) AS n FROM proceso p WHERE ${donde}`).get(...valores) as { n: number }
      // What has no date goes last; of the same date, the greatest number first.
      const filas = base.db().prepare(`${SELECT} WHERE ${donde} ORDER BY p.fecha_utc IS NULL, p.fecha_utc DESC, CAST(p.id_proceso AS INTEGER) DESC, p.pk DESC LIMIT ? OFFSET ?`).all(...valores, cuantos, desde)
      return { total: n, procesos: filas.map(procesoDe) }
    },
    proceso: (rutOtec, pk) => {
      const fila = base.db().prepare(`${SELECT} WHERE p.pk = ? AND p.rut_otec = ?`).get(pk, rutOtec)
      return fila === undefined ? null : procesoDe(fila)
    },
    registros: (rutOtec, pk, filtro, desde, cuantos) => {
      if (!uno(rutOtec, pk)) return { total: 0, registros: [] }
      const resultado = RESULTADO[filtro]
      const donde = resultado === null ? 'proceso_pk = ?' : 'proceso_pk = ? AND resultado = ?'
      const valores = resultado === null ? [pk] : [pk, resultado]
      const { n } = base.db().prepare(`SELECT count(*) AS n FROM registro WHERE ${donde}`).get(...valores) as { n: number }
      return { total: n, registros: base.db().prepare(`SELECT * FROM registro WHERE ${donde} ORDER BY orden LIMIT ? OFFSET ?`).all(...valores, cuantos, desde).map((f) => registroDe(f, rutOtec)) }
    },
    crudo: (rutOtec, pk, orden) => uno(rutOtec, pk) ? (base.db().prepare('SELECT crudo FROM registro WHERE proceso_pk = ? AND orden = ?').get(pk, orden) as { crudo: string } | undefined)?.crudo ?? null : null,
    procesosDe: (rutOtec, codigoEnvio, idProceso) => {
      const porCodigo = deCodigo(base.db(), 'codigo_externo', rutOtec, codigoEnvio)
      // SENCE's number counts only where no process carries the send's own code, which is unique.
      return porCodigo.length > 0 || idProceso === null ? porCodigo : deCodigo(base.db(), 'id_proceso', rutOtec, idProceso)
    },
    crudos: (pk, desde, cuantos) => base.db().prepare('SELECT resultado, crudo FROM registro WHERE proceso_pk = ? AND orden >= ? ORDER BY orden LIMIT ?').all(pk, desde, cuantos) as { resultado: string; crudo: string }[],
  }
}

const SELECT = 'SELECT p.*, (SELECT l.envio_id FROM llamada l WHERE l.codigo_envio = p.codigo_externo AND l.rut_otec = p.rut_otec LIMIT 1) AS envio_local FROM proceso p'

function condiciones(rutOtec: string, f: FiltroHistorial): { donde: string; valores: (string | number)[] } {
  const todas: [string, string | undefined][] = [['p.rut_otec = ?', rutOtec], ['p.fecha >= ?', f.fechaDesde], ['p.codigo_externo = ?', f.codigoExterno], ['p.id_proceso = ?', f.idProceso]]
  const dadas = todas.filter((c): c is [string, string] => c[1] !== undefined && c[1] !== '')
  return { donde: dadas.map(([c]) => c).join(' AND '), valores: dadas.map(([, v]) => v) }
}

const deCodigo = (db: Database.Database, columna: 'codigo_externo' | 'id_proceso', rutOtec: string, valor: string): { pk: number; idProceso: string | null; leidoEn: string }[] =>
  db.prepare(`SELECT pk, id_proceso AS idProceso, leido_en AS leidoEn FROM proceso WHERE rut_otec = ? AND ${columna} = ? ORDER BY pk`).all(rutOtec, valor) as { pk: number; idProceso: string | null; leidoEn: string }[]

function procesoDe(fila: unknown): ProcesoSence {
  const p = Proceso.parse(fila)
  return {
    pk: p.pk, idProceso: p.id_proceso, codigoExterno: p.codigo_externo, fecha: p.fecha, estado: p.estado, observaciones: p.observaciones, observacionesSic: p.observaciones_sic, otec: p.otec,
    registros: p.registros, aceptados: p.aceptados, rechazados: p.rechazados, marcas: leerMarcas(p.marcas), leidoEn: p.leido_en, crudo: p.crudo, envioLocal: p.envio_local,
  }
}

function registroDe(fila: unknown, rutOtec: string): RegistroSence {
  const r = Registro.parse(fila)
  return {
    orden: r.orden, rut: r.rut_texto, oferta: r.oferta, grupo: r.grupo, modulo: r.modulo, actividad: r.actividad, avance: r.avance, moduloAvance: r.modulo_avance, estadoRegistro: r.estado_registro, resultado: r.resultado,
    observacion: r.observacion === null ? null : observacionLegible(r.observacion), fechaEjecucion: r.fecha_ejecucion, deOtraOtec: esDeOtraOtec(comoTexto(analizarObjeto(r.crudo)?.['rut_otec']), rutOtec),
  }
}
