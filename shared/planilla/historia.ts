/** The commands of a draft: those that stand, and those undone that can be done again. */
import type { Comando } from './comandos.ts'

export class Historia {
  private comandos: Comando[] = []
  private cursor = 0

  /** What undo would undo. */
  get hecho(): Comando | null {
    return this.comandos[this.cursor - 1] ?? null
  }

  /** What redo would do. */
  get porRehacer(): Comando | null {
    return this.comandos[this.cursor] ?? null
  }

  /** How many stand. */
  get aplicados(): number {
    return this.cursor
  }

  /** All of them, those that were undone at the end. */
  get todos(): readonly Comando[] {
    return this.comandos
  }

  /** What had been undone can no longer be done again. */
  agregar(c: Comando): void {
    this.comandos.length = this.cursor
    this.comandos.push(c)
    this.cursor++
  }

  retroceder(): Comando | null {
    const c = this.hecho
    if (c) this.cursor--
    return c
  }

  avanzar(): Comando | null {
    const c = this.porRehacer
    if (c) this.cursor++
    return c
  }

  /** Takes a list as read from disk; answers the commands that stand. */
  cargar(comandos: readonly Comando[], aplicados: number): Comando[] {
    this.comandos = [...comandos]
    this.cursor = Math.max(0, Math.min(aplicados, comandos.length))
    return this.comandos.slice(0, this.cursor)
  }
}
