/** An order that was given while the program was already open: it is carried out here, and the terminal is called back. */
import { z } from 'zod'
import type { Nucleo } from '../nucleo.ts'
import { OrdenSchema, type Orden } from './argumentos.ts'
import { llamar, type Llamada } from './canal.ts'
import { comoJson, type Resultado } from './ejecutar.ts'
import { SALIDAS } from './textos.ts'

const DatosSchema = z.object({ orden: OrdenSchema, llamada: z.object({ direccion: z.string().max(500), secreto: z.string().max(200) }) })
export type DatosRemotos = z.infer<typeof DatosSchema>
export const datosRemotos = (orden: Orden, llamada: Llamada): DatosRemotos => ({ orden, llamada })

/** What a terminal prints. */
export const imprimible = (orden: Orden, r: Resultado): string => (orden.json ? comoJson(r) : r.texto.join('\n'))

/** @returns false when what came with the second instance is no order: somebody opened the program again */
export function atenderRemota(datos: unknown, nucleo: Pick<Nucleo, 'ordenar' | 'registro'>): boolean {
  const leidos = DatosSchema.safeParse(datos)
  if (!leidos.success) return false
  const { orden, llamada } = leidos.data
  void (async () => {
    const terminal = await llamar(llamada)
    // Who asked is gone: nothing is sent that nobody waits for.
    if (terminal === null) { nucleo.registro.aviso('order: the terminal does not answer'); return }
    const r = await nucleo.ordenar(orden, (texto) => { terminal.linea(texto) })
    terminal.fin({ salida: SALIDAS[r.salida], texto: imprimible(orden, r) })
  })()
  return true
}
