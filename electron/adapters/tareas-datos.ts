/** Long work on the data of an OTEC, in a process of its own that lives for one task. */
import { z } from 'zod'
import { CAUSAS_TAREA, type EntradaTarea, type NombreTarea, type RespuestaTarea } from '../proceso-datos/tareas.ts'
import type { IniciarProceso } from './proceso-hijo.ts'

export type CorrerTarea = <N extends NombreTarea>(tarea: N, entrada: EntradaTarea<N>) => Promise<RespuestaTarea<N>>

const RespuestaSchema = z.union([z.object({ ok: z.literal(true), valor: z.record(z.string(), z.unknown()) }), z.object({ ok: z.literal(false), causa: z.enum(CAUSAS_TAREA), detalle: z.string() })])

/** Never rejects: a process that dies is a task that failed. */
export const crearTareas = (iniciar: IniciarProceso): CorrerTarea => (tarea, entrada) => new Promise((listo) => {
  const hijo = iniciar()
  hijo.alMensaje((crudo) => {
    const r = RespuestaSchema.safeParse(crudo)
    listo((r.success ? r.data : { ok: false, causa: 'imprevista', detalle: 'unreadable answer' }) as RespuestaTarea<typeof tarea>)
    hijo.matar()
  })
  hijo.alTerminar(() => { listo({ ok: false, causa: 'imprevista', detalle: `the process of ${tarea} ended by itself` }) })
  hijo.enviar({ tarea, entrada })
})
