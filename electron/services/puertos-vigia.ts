/** What watching a folder needs from outside. */
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Novedad, QueHacer } from '../../shared/ipc/modelos-vigia.ts'
import type { Result } from '../../shared/ipc/result.ts'

/** A file as it stands; while it is being copied, `tamano` or `modificado` change from one look to the next. */
export interface ArchivoVisto { readonly nombre: string; readonly ruta: string; readonly tamano: number; readonly modificado: number }
export interface OjoDeCarpeta {
  /** null: the folder cannot be read. */
  mirar(carpeta: string): Promise<ArchivoVisto[] | null>
  /** SHA-256, hexadecimal; null: it cannot be read now (held by another program, gone). */
  huella(ruta: string): Promise<string | null>
  /** Tells when something may have changed; the function that stops it. Says nothing of folders that cannot be watched. */
  alCambiar(carpeta: string, avisar: () => void): () => void
}
export interface MemoriaVigia {
  carpeta: string | null
  queHacer: QueHacer
  /** SHA-256 of every file that was taken, oldest first. */
  vistos: string[]
  novedades: Novedad[]
  /** Those that still have to be left for the night, by their SHA-256, oldest first. */
  porProgramar: string[]
  /** The one that is being opened: found at the start of a round, it was interrupted. */
  abriendo: { id: string; archivo: string } | null
}
export interface AlmacenVigia { leer(): MemoriaVigia; guardar(m: MemoriaVigia): void }
export interface TrabajoVigia {
  importar(ruta: string): Promise<Result<BorradorResumen>>
  /** Leaves it for the next night that can hold it. `para`: ISO 8601, UTC. */
  programar(borradorId: string): Promise<Result<{ envioId: string; para: string }>>
}
