/** The read model of past sends: derived from the journal and from SENCE's history as last read. */
import type { ConsultaArchivo, PaginaFichas, PaginaRegistros } from '../../shared/ipc/modelos-archivo.ts'

/** Brings the read model up to date, a few milliseconds at a time. Nothing of the sending path waits for it. */
export interface Indexador {
  /** From now on, until it is stopped: what the journal has and the read model lacks, and whatever is told below. Never rejects. */
  empezar(): void
  /** Something of that send or call changed in the journal. Returns at once. */
  tocar(que: { readonly envioId: string } | { readonly llamadaId: string }): void
  /** SENCE's history was written in the read model: its triggers know which processes. Returns at once. */
  despertar(): void
  /** What is left to read; null: nothing. */
  pendiente(): { readonly hechas: number; readonly total: number } | null
  /** Resolves when nothing is left to read, or when it is stopped. */
  alDia(): Promise<void>
  detener(): Promise<void>
}

/** What can be asked of it. Each answer takes a few milliseconds. */
export interface Archivo {
  fichas(consulta: ConsultaArchivo, desde: number, cuantas: number): PaginaFichas
  /** Of the alumnos that the consult names by their RUT; without a RUT, none. */
  registros(consulta: ConsultaArchivo, desde: number, cuantos: number): PaginaRegistros
}
