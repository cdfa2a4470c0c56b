import { z } from 'zod'
import { NovedadSchema, QueHacerSchema, type Novedad } from '../../shared/ipc/modelos-vigia.ts'
import type { AlmacenVigia, MemoriaVigia } from '../services/puertos-vigia.ts'
import { TEXTOS_VIGIA } from '../services/textos-vigia.ts'
import { abrirAlmacen } from './almacen.ts'

/** What earlier programs wrote, which sent by themselves at ten. What they were in the middle of, only the journal knows. */
const DeAntesSchema = NovedadSchema.extend({ resultado: z.enum(['en-espera', 'enviando', 'enviada', 'no-enviada']) })
const COMO_AHORA: Readonly<Record<z.infer<typeof DeAntesSchema>['resultado'], Novedad['resultado']>> = {
  'en-espera': 'abierta', enviando: 'programada', enviada: 'programada', 'no-enviada': 'no-programada',
}

const MemoriaSchema = z.object({
  carpeta: z.string().nullable().catch(null), queHacer: QueHacerSchema.catch('abrir'), vistos: z.array(z.string()).catch([]),
  novedades: z.array(z.unknown()).catch([]), porProgramar: z.array(z.string()).catch([]),
  abriendo: z.object({ id: z.string(), archivo: z.string() }).nullable().catch(null),
})

function leer(guardado: unknown): MemoriaVigia {
  const memoria = MemoriaSchema.parse(guardado)
  const esperaban: string[] = []
  // One by one: a piece of news that cannot be read does not take the others with it.
  const novedades = memoria.novedades.flatMap((cruda): Novedad[] => {
    const actual = NovedadSchema.safeParse(cruda)
    if (actual.success) return [actual.data]
    const deAntes = DeAntesSchema.safeParse(cruda)
    if (!deAntes.success) return []
    if (deAntes.data.resultado === 'en-espera') esperaban.unshift(deAntes.data.id)
    return [{ ...deAntes.data, resultado: COMO_AHORA[deAntes.data.resultado], detalle: deAntes.data.resultado === 'enviando' ? TEXTOS_VIGIA.enEnvios : deAntes.data.detalle }]
  })
  return { ...memoria, novedades, porProgramar: [...memoria.porProgramar, ...esperaban] }
}

/** In `carpeta`/vigilada.json, of one OTEC. A damaged file counts as watching nothing: never as not having seen anything in a folder. */
export function abrirAlmacenVigia(carpeta: string): AlmacenVigia {
  const almacen = abrirAlmacen(carpeta, 'vigilada', true)
  return {
    leer: () => leer(almacen.leer('memoria') ?? {}),
    guardar: (m) => { almacen.poner('memoria', m) },
  }
}
