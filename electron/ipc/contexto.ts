import type { Ajustes, AppEstado, Espacio } from '../../shared/ipc/modelos.ts'
import type { Dialogos } from '../adapters/dialogos.ts'
import type { EspacioAbierto } from '../espacio.ts'
import type { ServicioActualizaciones } from '../services/actualizaciones.ts'
import type { InicioSesion } from '../services/puertos-noche.ts'
import type { ServicioRed } from '../services/red.ts'
import type { Imprenta } from '../services/puertos-hoja.ts'
import type { Perfiles } from '../perfiles.ts'
import type { Respaldos } from '../respaldos.ts'
import type { VigiaAbierta } from '../vigias.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { Diagnosticos } from '../diagnosticos.ts'

/** What handlers may use. Made in main.ts; a test makes its own. */
export interface Contexto {
  /** The space that is open, or null before the person has chosen. */
  espacio(): EspacioAbierto | null
  entrar(espacio: Espacio): Promise<Result<Record<string, never>>>
  /** Puts another OTEC on screen. */
  entrarEn(rutOtec: string): Promise<Result<Record<string, never>>>
  perfiles: Perfiles
  respaldos: Respaldos
  /** null: in practice, or before an OTEC is connected. */
  vigia(): VigiaAbierta | null
  estado(): Promise<AppEstado>
  /** The window listens: what the system asked to open may be told. */
  escuchando(): void
  ajustes: { leer(): Ajustes; guardar(cambio: { [K in keyof Ajustes]?: Ajustes[K] | undefined }): Result<Ajustes> }
  aplicarTema(tema: Ajustes['tema']): void
  dialogos: Dialogos
  imprenta: Imprenta
  version: string
  /** An unexpected error goes to the log; its incident id, for the person to quote. */
  anotar(que: string, error: unknown): string
  carpetaDatos: string
  diagnosticos: Diagnosticos
  red: ServicioRed
  actualizaciones: ServicioActualizaciones
  /** @throws when the build left no list */
  licencias(): Promise<unknown>
  inicioSesion: InicioSesion
  /** All of it or nothing, as every file of the program. */
  escribirTexto(ruta: string, texto: string): Promise<Result<unknown>>
  ultimaPlantilla(): string | null
  recordarPlantilla(ruta: string): void
  abrirEnlace(url: string): Promise<void>
  mostrarEnCarpeta(ruta: string): void
  /** Does something that tells its progress, and clears the task bar after it. */
  conAvance<T>(hacer: () => Promise<T>): Promise<T>
  /** Reads the workbook in the open space, with its progress told to the window. */
  importar(ruta: string, nombreArchivo?: string): ReturnType<EspacioAbierto['planillas']['importar']>
}
