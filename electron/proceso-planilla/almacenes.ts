import { ok, type Result } from '../../shared/ipc/result.ts'
import { AlmacenError, abrirAlmacen, apartarAlmacen, type AlmacenBorradores } from './almacen-borradores.ts'
import { fallarCon } from './fallas.ts'
import { Sesion } from './sesion.ts'

/** The database of drafts, opened when first needed and asked for again after a failure. */
export class Almacenes {
  private donde: { archivo: string; clave: string | null; rutOtec?: string | null | undefined } | null = null
  private almacen: AlmacenBorradores | null = null
  private sesion: Sesion | null = null

  /** Whose drafts these are; null: nobody's yet. */
  get rutOtec(): string | null {
    return this.donde?.rutOtec ?? null
  }

  iniciar(donde: { archivo: string; clave: string | null; rutOtec?: string | null | undefined }): void {
    this.donde = donde
  }

  abrir(): Result<Sesion> {
    if (this.sesion) return ok(this.sesion)
    if (!this.donde) throw new Error('asked for drafts before being told where they are')
    try {
      this.almacen = abrirAlmacen({ ...this.donde, ahora: () => new Date() })
    } catch (e) {
      if (!(e instanceof AlmacenError) || e.causa !== 'ilegible') throw e
      // The program must go on without what it cannot read, and never delete it.
      return fallarCon('borradores-ilegibles', { copia: apartarAlmacen(this.donde.archivo, new Date()) })
    }
    this.sesion = new Sesion(this.almacen)
    return ok(this.sesion)
  }

  cerrar(): void {
    this.almacen?.cerrar()
    this.almacen = null
    this.sesion = null
  }
}
