import type Database from 'libsql'
import { z } from 'zod'
import { estadoDeEnvio } from '../../../shared/domain/envio.ts'
import type { Origen } from '../../../shared/ipc/modelos-archivo.ts'
import { EstadoEnvioSchema } from '../../../shared/ipc/modelos.ts'

const nulo = z.string().nullable()
const LlamadaFila = z.object({
  creado_en: z.string(), nombre_archivo: z.string(), rut_otec: z.string(), codigo_oferta: z.string(), codigo_grupo: z.string(), estado: EstadoEnvioSchema.catch('desconocido'), causa: nulo,
  programado_para: nulo, alumnos: z.number(), aceptados: z.number(), rechazados: z.number(), desconocidos: z.number(), conocida: z.number(),
})
type Llamada = z.infer<typeof LlamadaFila>

/** After these refusals SENCE keeps nothing of the call [I22]. */
const NADA_QUEDA = new Set(['codigo-001', 'codigo-002'])
const debeEstar = (l: Llamada): boolean => l.estado === 'aceptado' || l.estado === 'aceptado-con-rechazos' || l.estado === 'desconocido' || l.estado === 'conciliando' ||
  (l.estado === 'rechazado' && !NADA_QUEDA.has(l.causa ?? ''))

/** Writes the row of the list that the send is, from its calls; without calls it is gone. @returns its key, or null */
export function ponerFichaDeEnvio(db: Database.Database, envioId: string): number | null {
  const llamadas = db.prepare(`SELECT l.*, EXISTS (SELECT 1 FROM enlace x WHERE x.llamada_pk = l.pk) AS conocida FROM llamada l WHERE l.envio_id = ? ORDER BY l.orden`).all(envioId).map((f) => LlamadaFila.parse(f))
  const primera = llamadas[0]
  if (primera === undefined) {
    db.prepare('DELETE FROM ficha WHERE envio_id = ?').run(envioId)
    return null
  }
  const sumar = (que: 'alumnos' | 'aceptados' | 'rechazados' | 'desconocidos'): number => llamadas.reduce((total, l) => total + l[que], 0)
  const conocidas = llamadas.filter((l) => l.conocida === 1).length
  const esperadas = llamadas.filter((l) => l.conocida === 1 || debeEstar(l)).length
  const origen: Origen = conocidas > 0 && conocidas === esperadas ? 'ambos' : 'aqui'
  const { pk } = db.prepare(`INSERT INTO ficha (envio_id, fecha, origen, estado, programado_para, nombre_archivo, rut_otec, cursos, alumnos, aceptados, rechazados, desconocidos, esperadas, conocidas)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (envio_id) DO UPDATE SET fecha = excluded.fecha, origen = excluded.origen, estado = excluded.estado, programado_para = excluded.programado_para,
      nombre_archivo = excluded.nombre_archivo, rut_otec = excluded.rut_otec, cursos = excluded.cursos, alumnos = excluded.alumnos, aceptados = excluded.aceptados, rechazados = excluded.rechazados,
      desconocidos = excluded.desconocidos, esperadas = excluded.esperadas, conocidas = excluded.conocidas RETURNING pk`)
    .get(envioId, primera.creado_en, origen, estadoDeEnvio(llamadas.map((l) => l.estado)), primera.programado_para, primera.nombre_archivo, primera.rut_otec,
      JSON.stringify(cursosDe(llamadas.map((l) => [l.codigo_oferta, l.codigo_grupo]))), sumar('alumnos'), sumar('aceptados'), sumar('rechazados'), sumar('desconocidos'), esperadas, conocidas) as { pk: number }
  return pk
}

/** Each course once, in the order in which they come. */
function cursosDe(pares: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...new Map(pares.map((par) => [JSON.stringify(par), par])).values()]
}

export interface ResumenProceso {
  readonly fecha: string; readonly rutOtec: string; readonly cursos: ReadonlySet<string>
  readonly alumnos: number; readonly aceptados: number; readonly rechazados: number
}
/** The same for a process of SENCE that did not go out of this computer. `cursos`: JSON of [oferta, grupo]. */
export function ponerFichaDeProceso(db: Database.Database, proceso: number, r: ResumenProceso): number {
  const { pk } = db.prepare(`INSERT INTO ficha (proceso_pk, fecha, origen, estado, rut_otec, cursos, alumnos, aceptados, rechazados, desconocidos, esperadas, conocidas)
    VALUES (?, ?, 'sence', 'sence', ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (proceso_pk) DO UPDATE SET fecha = excluded.fecha, rut_otec = excluded.rut_otec, cursos = excluded.cursos,
      alumnos = excluded.alumnos, aceptados = excluded.aceptados, rechazados = excluded.rechazados, desconocidos = excluded.desconocidos RETURNING pk`)
    .get(proceso, r.fecha, r.rutOtec, `[${[...r.cursos].join()}]`, r.alumnos, r.aceptados, r.rechazados, r.alumnos - r.aceptados - r.rechazados) as { pk: number }
  return pk
}
