import type Database from 'libsql'
import { z } from 'zod'
import { MARCAS, OrigenSchema, type ConsultaArchivo, type Ficha, type Marca } from '../../../shared/ipc/modelos-archivo.ts'
import { EstadoEnvioSchema } from '../../../shared/ipc/modelos.ts'
import type { Archivo } from '../../services/puertos-archivo.ts'
import { esDano, type BaseArchivo } from './abrir.ts'
import { alumnoDe } from './consultas-alumno.ts'
import { condicionDeFichas } from './condiciones.ts'
import { leerMarcas } from './marcas.ts'
import { registrosDe } from './registros.ts'

const nulo = z.string().nullable()
const pares = z.string().transform((t) => JSON.parse(t) as unknown).pipe(z.array(z.tuple([z.string(), z.string()]))).catch([])
const FichaFila = z.object({
  pk: z.number(), envio_id: nulo, proceso_pk: z.number().nullable(), fecha: z.string(), origen: OrigenSchema, estado: EstadoEnvioSchema.nullable().catch(null),
  programado_para: nulo, nombre_archivo: nulo, rut_otec: z.string(), cursos: pares, alumnos: z.number(), aceptados: z.number(), rechazados: z.number(), desconocidos: z.number(),
  esperadas: z.number(), conocidas: z.number(),
})
const ProcesoFila = z.object({
  ficha_pk: z.number(),
  pk: z.number(), id_proceso: nulo, codigo_externo: nulo, fecha: nulo, fecha_utc: nulo, estado: nulo, marcas: nulo, iguales: z.number(),
  /** Of the call that it is of; null: of none. */
  codigo_envio: nulo, llamada_pk: z.number().nullable(),
})
type ProcesoFila = z.infer<typeof ProcesoFila>

const CON_PROCESO = `p.pk, p.id_proceso, p.codigo_externo, p.fecha, p.fecha_utc, p.estado, p.marcas,
  (SELECT count(*) FROM proceso q WHERE q.rut_otec = p.rut_otec AND q.id_proceso = p.id_proceso) AS iguales`

export const crearArchivo = (base: BaseArchivo): Archivo => ({
  fichas: (consulta, desde, cuantas) => {
    const db = base.db()
    const c = condicionDeFichas(consulta)
    // Found once, by their keys alone; only those of the page are then read whole.
    const { total, pagina } = db.prepare(`WITH h AS MATERIALIZED (SELECT f.pk, f.fecha FROM ficha f WHERE ${c.sql})
      SELECT (SELECT count(*) FROM h) AS total, (SELECT json_group_array(pk) FROM (SELECT pk FROM h ORDER BY fecha DESC, pk DESC LIMIT ? OFFSET ?)) AS pagina`)
      .get(...c.valores, cuantas, desde) as { total: number; pagina: string }
    const filas = db.prepare('SELECT f.* FROM json_each(?) j JOIN ficha f ON f.pk = j.value ORDER BY j.key').all(pagina).map((f) => FichaFila.parse(f))
    return { total, filas: conProcesos(db, filas) }
  },

  registros: (consulta: ConsultaArchivo, desde, cuantos) => registrosDe(base.db(), consulta, desde, cuantos),

  alumno: (rut) => alumnoDe(base.db(), rut),

  consultadoEn: () => (base.db().prepare('SELECT max(consultado_en) AS en FROM consulta').get() as { en: string | null }).en,

  repararSiHaceFalta: (error) => {
    if (!esDano(error)) return false
    base.rehacer('it is damaged')
    return true
  },
})

/** Of all the rows at once: asking for each is what a page would cost. */
function conProcesos(db: Database.Database, filas: readonly z.infer<typeof FichaFila>[]): Ficha[] {
  const de = JSON.stringify(filas.map((f) => f.pk))
  const todos = db.prepare(`SELECT f.pk AS ficha_pk, ${CON_PROCESO}, l.codigo_envio, l.pk AS llamada_pk FROM json_each(?1) j JOIN ficha f ON f.pk = j.value JOIN llamada l ON l.envio_id = f.envio_id
      JOIN enlace x ON x.llamada_pk = l.pk JOIN proceso p ON p.pk = x.proceso_pk
    UNION ALL SELECT f.pk, ${CON_PROCESO}, NULL, NULL FROM json_each(?1) j JOIN ficha f ON f.pk = j.value JOIN proceso p ON p.pk = f.proceso_pk ORDER BY 1, 2`).all(de).map((p) => ProcesoFila.parse(p))
  const porFicha = new Map<number, ProcesoFila[]>()
  for (const p of todos) porFicha.set(p.ficha_pk, [...porFicha.get(p.ficha_pk) ?? [], p])
  return filas.map((f) => fichaDe(f, porFicha.get(f.pk) ?? []))
}

function fichaDe(f: z.infer<typeof FichaFila>, procesos: readonly ProcesoFila[]): Ficha {
  return {
    pk: f.pk, envioId: f.envio_id, procesoPk: f.proceso_pk, fecha: f.fecha === '' ? null : f.fecha, origen: f.origen, estado: f.estado, programadoPara: f.programado_para, nombreArchivo: f.nombre_archivo,
    rutOtec: f.rut_otec, cursos: f.cursos.map(([codigoOferta, codigoGrupo]) => ({ codigoOferta, codigoGrupo })),
    alumnos: f.alumnos, aceptados: f.aceptados, rechazados: f.rechazados, desconocidos: f.desconocidos, esperadas: f.esperadas, conocidas: f.conocidas,
    procesos: procesos.map((p) => ({ pk: p.pk, idProceso: p.id_proceso, codigoExterno: p.codigo_externo, fecha: p.fecha, estado: p.estado })),
    marcas: marcasDe(procesos),
  }
}

/** What a person must know before trusting the row: said once for all its processes. */
function marcasDe(procesos: readonly ProcesoFila[]): Marca[] {
  const porLlamada = new Map<number, number>()
  for (const { llamada_pk: pk } of procesos) if (pk !== null) porLlamada.set(pk, (porLlamada.get(pk) ?? 0) + 1)
  const propias = new Set(procesos.flatMap((p) => leerMarcas(p.marcas)))
  const reglas: Record<Marca, boolean> = {
    repetido: procesos.some((p) => p.iguales > 1) || [...porLlamada.values()].some((n) => n > 1),
    'sin-numero': procesos.some((p) => p.id_proceso === null),
    'sin-codigo': procesos.some((p) => p.codigo_externo === null && p.codigo_envio !== null),
    'sin-fecha': procesos.some((p) => p.fecha_utc === null),
    'codigo-distinto': procesos.some((p) => p.codigo_externo !== null && p.codigo_envio !== null && p.codigo_externo !== p.codigo_envio),
    'otra-otec': false, 'estado-desconocido': false, cortado: false,
  }
  return MARCAS.filter((m) => reglas[m] || propias.has(m))
}
