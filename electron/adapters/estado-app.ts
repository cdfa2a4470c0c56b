import { z } from 'zod'
import { EspacioSchema } from '../../shared/ipc/modelos.ts'
import { abrirAlmacen } from './almacen.ts'

const VentanaSchema = z.object({ x: z.int(), y: z.int(), ancho: z.int().min(400), alto: z.int().min(300), maximizada: z.boolean() })
export type EstadoVentana = z.infer<typeof VentanaSchema>
const EstadoSchema = z.object({ espacio: EspacioSchema.nullable().catch(null), ventana: VentanaSchema.nullable().catch(null), versionVista: z.string().nullable().catch(null) })
type Estado = z.infer<typeof EstadoSchema>

/**
 * What the program remembers of itself in `carpeta`/estado.json: the way of working that was chosen and where the
 * window stood. No personal data. A damaged file counts as a first start: what it held can be chosen again.
 */
export function abrirEstadoApp(carpeta: string): { leer(): Estado; guardar(cambio: Partial<Estado>): void } {
  const almacen = abrirAlmacen(carpeta, 'estado', true)
  return {
    leer: () => EstadoSchema.parse({ espacio: almacen.leer('espacio') ?? null, ventana: almacen.leer('ventana') ?? null, versionVista: almacen.leer('versionVista') ?? null }),
    guardar: (cambio) => {
      for (const [clave, valor] of Object.entries(cambio)) almacen.poner(clave, valor)
    },
  }
}
