/** The preview, alumno by alumno and módulo by módulo, against what SENCE last accepted. */
import { z } from 'zod'

export const CambioSchema = z.enum(['nuevo', 'mas', 'igual', 'menos'])
export const FiltroCambioSchema = z.enum(['todos', ...CambioSchema.options])
export type FiltroCambio = z.infer<typeof FiltroCambioSchema>

export const ModuloPrevioSchema = z.object({
  codigo: z.string(),
  /** null: what the cell says is no progress. */
  avance: z.number().nullable(),
  /** Last accepted, and when; null: none, or not known. */
  previo: z.number().nullable(), aceptadoEn: z.string().nullable(),
  /** null: it cannot be compared. */
  cambio: CambioSchema.nullable(),
})
export const AlumnoPrevioSchema = z.object({
  /** `12.345.678-5`, or as it was written when it is no RUT. */
  rut: z.string(), nombre: z.string().nullable(),
  /** false: it has errors, or its course has. */
  seEnvia: z.boolean(),
  avance: z.number().nullable(),
  modulos: z.array(ModuloPrevioSchema),
})
export type AlumnoPrevio = z.infer<typeof AlumnoPrevioSchema>

export const PedidoArbolSchema = z.object({
  codigoOferta: z.string(), codigoGrupo: z.string(), filtro: FiltroCambioSchema, buscar: z.string().max(200), desde: z.int().min(0), cuantos: z.int().min(1).max(20_000),
})
export type PedidoArbol = z.infer<typeof PedidoArbolSchema>
/** `total`: alumnos that pass. Of each, only the módulos that pass. */
export const ArbolSchema = z.object({ version: z.int(), total: z.int(), alumnos: z.array(AlumnoPrevioSchema) })

export const NombresSchema = z.array(z.object({ rut: z.string(), nombre: z.string() }))
