import { z } from 'zod'
import { NovedadSchema, QueHacerSchema } from '../../shared/ipc/modelos-vigia.ts'
import type { AlmacenVigia } from '../services/puertos-vigia.ts'
import { abrirAlmacen } from './almacen.ts'

const MemoriaSchema = z.object({
  carpeta: z.string().nullable().catch(null), queHacer: QueHacerSchema.catch('abrir'),
  vistos: z.array(z.string()).catch([]), novedades: z.array(NovedadSchema).catch([]), porProgramar: z.array(z.string()).catch([]),
})

/** In `carpeta`/vigilada.json, of one OTEC. A damaged file counts as watching nothing: never as not having seen anything in a folder. */
export function abrirAlmacenVigia(carpeta: string): AlmacenVigia {
  const almacen = abrirAlmacen(carpeta, 'vigilada', true)
  return {
    leer: () => MemoriaSchema.parse(almacen.leer('memoria') ?? {}),
    guardar: (m) => { almacen.poner('memoria', m) },
  }
}
