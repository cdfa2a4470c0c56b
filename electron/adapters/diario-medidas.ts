import type Database from 'libsql'
import { z } from 'zod'
import type { LlamadaMedida } from '../../shared/domain/ritmo-envio.ts'

/** Those answered lately; more would say how the service was last month. */
const CUANTAS = 20
const Fila = z.object({ enviado_en: z.string(), respondido_en: z.string(), alumnos: z.number() })

/** How long calls took, the latest last. Only those that SENCE answered: one that ran out of time says nothing of its speed. */
export const medidas = (db: Database.Database) => (): LlamadaMedida[] =>
  db.prepare(`SELECT l.enviado_en, l.respondido_en, (SELECT count(*) FROM alumno a WHERE a.llamada_id = l.id) AS alumnos
    FROM llamada l WHERE l.estado IN ('aceptado', 'aceptado-con-rechazos', 'rechazado') AND l.intentos = 1 AND l.enviado_en IS NOT NULL AND l.respondido_en IS NOT NULL
    ORDER BY l.rowid DESC LIMIT ${CUANTAS}`).all().reverse().flatMap((cruda) => {
    const f = Fila.parse(cruda)
    const ms = Date.parse(f.respondido_en) - Date.parse(f.enviado_en)
    return ms > 0 && f.alumnos > 0 ? [{ alumnos: f.alumnos, ms }] : []
  })
