/** What is kept about backups, for all the OTECs of this computer, in `carpeta`/respaldo.json. Keys are sealed by the system. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { abrirAlmacen } from './almacen.ts'

const EQUIPO = /^[0-9a-f]{6}$/u
const FraseSchema = z.object({ sal: z.string().regex(/^[0-9a-f]{32}$/u), sellada: z.string() })
const HechosSchema = z.record(z.string(), z.object({ en: z.string(), archivo: z.string() }))
const FallaSchema = z.object({ causa: z.string(), en: z.string() })

export interface AlmacenRespaldo {
  /** Random name of this computer. */
  readonly equipo: string
  /** null: the program's own. */
  carpeta(): string | null
  ponerCarpeta(carpeta: string | null): void
  /** Key of this computer for backups, sealed. */
  llaveEquipo(): string | null
  ponerLlaveEquipo(sellada: string): void
  frase(): z.infer<typeof FraseSchema> | null
  ponerFrase(frase: z.infer<typeof FraseSchema>): void
  /** Last backup of each OTEC. */
  hechos(): z.infer<typeof HechosSchema>
  anotarHecho(rutOtec: string, hecho: { en: string; archivo: string }): void
  /** Why the last automatic one was not made. */
  falla(): z.infer<typeof FallaSchema> | null
  anotarFalla(falla: z.infer<typeof FallaSchema> | null): void
}

export function abrirAlmacenRespaldo(carpeta: string): AlmacenRespaldo {
  const almacen = abrirAlmacen(carpeta, 'respaldo', true)
  const leido = almacen.leer('equipo')
  const equipo = typeof leido === 'string' && EQUIPO.test(leido) ? leido : randomBytes(3).toString('hex')
  if (equipo !== leido) almacen.poner('equipo', equipo)
  const texto = (clave: string): string | null => z.string().min(1).nullable().catch(null).parse(almacen.leer(clave) ?? null)
  const hechos = (): z.infer<typeof HechosSchema> => HechosSchema.catch({}).parse(almacen.leer('hechos') ?? {})
  return {
    equipo,
    carpeta: () => texto('carpeta'),
    ponerCarpeta: (nueva) => { if (nueva === null) almacen.quitar('carpeta'); else almacen.poner('carpeta', nueva) },
    llaveEquipo: () => texto('llaveEquipo'),
    ponerLlaveEquipo: (sellada) => { almacen.poner('llaveEquipo', sellada) },
    frase: () => FraseSchema.nullable().catch(null).parse(almacen.leer('frase') ?? null),
    ponerFrase: (frase) => { almacen.poner('frase', frase) },
    hechos,
    anotarHecho: (rutOtec, hecho) => { almacen.poner('hechos', { ...hechos(), [rutOtec]: hecho }) },
    falla: () => FallaSchema.nullable().catch(null).parse(almacen.leer('falla') ?? null),
    anotarFalla: (falla) => { if (falla === null) almacen.quitar('falla'); else almacen.poner('falla', falla) },
  }
}
