/** The read model of past sends: derived from the journal and from SENCE's history as last read. */
import type { ConsultaArchivo, Ficha, RegistroArchivo } from '../../shared/ipc/modelos-archivo.ts'
import type { Alumno } from '../../shared/ipc/modelos-personas.ts'
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'
import type { AlumnoGuardado } from './puertos-diario.ts'

/** Brings the read model up to date, a few milliseconds at a time. Nothing of the sending path waits for it. */
export interface Indexador {
  /** From now on, until it is stopped: what the journal has and the read model lacks, and whatever is told below. Never rejects. */
  empezar(): void
  /** Something of that send or call changed in the journal. Returns at once. */
  tocar(que: { readonly envioId: string } | { readonly llamadaId: string }): void
  /** SENCE's history was written in the read model: its triggers know which processes. Returns at once. */
  despertar(): void
  /** What was told and not yet looked at is put in the list now; what is inside the calls still waits its turn. */
  apurar(): void
  /** What is left to read; null: nothing. */
  pendiente(): { readonly hechas: number; readonly total: number } | null
  /** Resolves when nothing is left to read, or when it is stopped. */
  alDia(): Promise<void>
  detener(): Promise<void>
}

/** What can be asked of it; each answer takes a few milliseconds. Throws when the file cannot be read. */
export interface Archivo {
  /** Newest first; those without a date last. */
  fichas(consulta: ConsultaArchivo, desde: number, cuantas: number): { readonly total: number; readonly filas: Ficha[] }
  /** Of the alumnos that the consult names by their RUT; without a RUT, none. */
  registros(consulta: ConsultaArchivo, desde: number, cuantos: number): { readonly total: number; readonly alumnos: number; readonly registros: RegistroArchivo[] }
  /** @param rut number without the check digit */
  alumno(rut: number): Alumno
  /** When SENCE's history was last read; null: never. */
  consultadoEn(): string | null
  /** Whether an error of these means that the file is damaged; then it is thrown away, to be made again. */
  repararSiHaceFalta(error: unknown): boolean
}

/** A call as the journal has it, without its bytes. Of nullable texts see LlamadaGuardada. */
export interface LlamadaDeArchivo {
  readonly id: string; readonly envioId: string; readonly orden: number; readonly creadoEn: string; readonly nombreArchivo: string; readonly rutOtec: string
  readonly codigoEnvio: string; readonly codigoOferta: string; readonly codigoGrupo: string; readonly estado: EstadoEnvio; readonly causa: string | null
  readonly programadoPara: string | null; readonly enviadoEn: string | null; readonly respondidoEn: string | null; readonly httpEstado: number | null; readonly idProceso: string | null
  readonly alumnos: number; readonly aceptados: number; readonly rechazados: number; readonly desconocidos: number
  /** Changes whenever something that the read model keeps of the call changes. */
  readonly huella: string
}
/** What the read model takes from the journal, in pieces that are each read in a few milliseconds. Throws when the disk does not answer. */
export interface FuenteArchivo {
  /** In the order in which they were written; `lugar` is to be given back for the next ones. */
  huellas(desde: number, cuantas: number): { readonly lugar: number; readonly id: string; readonly huella: string }[]
  llamada(id: string): LlamadaDeArchivo | null
  idsDeEnvio(envioId: string): string[]
  /** The exact text that was sent; null: it is not there. */
  cuerpo(id: string): string | null
  veredictos(id: string): AlumnoGuardado[]
}
