import { z } from 'zod'

/** A package inside the program and the terms under which it is. */
export const LicenciaSchema = z.object({
  paquete: z.string(), version: z.string(),
  /** SPDX expression. */
  licencia: z.string(),
  /** As the package brings it; '' when it brings only the name. */
  texto: z.string(),
})
export type Licencia = z.infer<typeof LicenciaSchema>
