/** What a case of the corpus is: a file, how a person came to have it, and what the import must make of it. */
import type { CodigoFalla } from '../../electron/proceso-planilla/fallas.ts'

/** A file that is refused, by the code of its words. */
export interface Rechazo {
  falla: CodigoFalla
  /** What the explanation must mention. */
  dice?: string
  /** The file is kept aside, and the person may say which columns are which. */
  asistente?: true
}
/** A file that becomes a draft. Rows and errors are of all its tables together. */
export interface Lectura {
  filas: number
  errores: number
  /** Notes about the file, each by a piece of it, in order; absent: none. */
  notas?: readonly string[]
  /** Cells as the person sees them: row of the sheet, heading, text. */
  celdas?: readonly (readonly [fila: number, titulo: string, texto: string])[]
  /** Courses as offer/group; absent: not looked at. */
  cursos?: readonly string[]
}
export type Esperado = Rechazo | Lectura

/** Bytes of the file, or what stands in its place on the disk. */
export type Contenido = Uint8Array | 'carpeta' | 'ausente' | 'sin-permiso'

export interface Caso {
  /** Short and unique: the test's name. */
  nombre: string
  /** Name of the file on the disk. */
  archivo: string
  /** What somebody did to get such a file. */
  historia: string
  /** The same bytes each time. */
  hacer(): Contenido | Promise<Contenido>
  esperado: Esperado
  /** Megabytes or hundred thousands of rows: not a seed for the fuzzer. */
  pesado?: boolean
}

export const rechaza = (codigo: CodigoFalla, dice?: string): Rechazo => (dice === undefined ? { falla: codigo } : { falla: codigo, dice })
export const lee = (filas: number, errores = 0, o: Omit<Lectura, 'filas' | 'errores'> = {}): Lectura => ({ filas, errores, ...o })
/** Refused as it is, but kept aside to ask which columns are which. */
export const pregunta = (codigo: CodigoFalla, dice?: string): Rechazo => ({ ...rechaza(codigo, dice), asistente: true })
