import type { App } from 'electron'

/** The call in flight gets its outcome written and the databases are closed before the process goes. */
export function cerrarAlSalir(app: Pick<App, 'on' | 'quit'>, o: { cerrar(): Promise<void>; anotar(error: unknown): void; alFin(): void }): void {
  let cerrado = false
  app.on('will-quit', (evento) => {
    if (cerrado) return
    evento.preventDefault()
    void o.cerrar().catch(o.anotar).finally(() => {
      o.alFin()
      // Not in the same turn: a quit asked for while this one is being refused is lost, and the program would never end.
      setImmediate(() => { cerrado = true; app.quit() })
    })
  })
}
