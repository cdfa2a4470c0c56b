import { z } from 'zod'

/** error: blocks that alumno. aviso: can be sent. informacion: what was converted. */
export const NivelSchema = z.enum(['error', 'aviso', 'informacion'])
export type Nivel = z.infer<typeof NivelSchema>
