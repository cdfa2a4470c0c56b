/** The one place where requests enter: sender → input → handler → output. Nothing else may touch `ipcMain` (lint). */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { z } from 'zod'
import { events, requests, type EventName, type Output, type RequestName, type Requests, type Valor } from '../../shared/ipc/contract.ts'
import { fallar, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'

export type Entrada<N extends RequestName> = z.output<Requests[N]['input']>
export type Manejador<N extends RequestName> = (entrada: Entrada<N>) => Result<Valor<N>> | Promise<Result<Valor<N>>>
/** Exhaustive: a request of the contract without a handler does not compile. */
export type Manejadores = { [N in RequestName]: Manejador<N> }

export interface Entorno {
  manejadores: Manejadores
  esDeConfianza(evento: IpcMainInvokeEvent): boolean
  /** Logs an unexpected error and answers its incident id. */
  anotarError(donde: string, error: unknown): string
}

const esNombre = (nombre: unknown): nombre is RequestName => typeof nombre === 'string' && Object.hasOwn(requests, nombre)

/** Answers a request, whatever it brings. Never throws: what is unexpected becomes `inesperado` with an incident id. */
export async function atender(entorno: Omit<Entorno, 'esDeConfianza'>, nombre: unknown, entrada: unknown): Promise<Output<RequestName>> {
  if (!esNombre(nombre)) return fallar(falla('solicitud-invalida', entorno.anotarError('ipc', new Error('unknown request'))))
  const leida = requests[nombre].input.safeParse(entrada)
  if (!leida.success) return fallar(falla('solicitud-invalida', entorno.anotarError(`ipc ${nombre}`, new Error(`input: ${caminos(leida.error)}`))))
  try {
    const manejador = entorno.manejadores[nombre] as (e: unknown) => Promise<unknown>
    const salida = requests[nombre].output.safeParse(await manejador(leida.data))
    if (salida.success) return salida.data
    return fallar(falla('inesperado', entorno.anotarError(`ipc ${nombre}`, new Error(`output: ${caminos(salida.error)}`))))
  } catch (error) {
    return fallar(falla('inesperado', entorno.anotarError(`ipc ${nombre}`, error)))
  }
}

/** Where the data was wrong, never the data itself: it may hold a token or a RUT. */
const caminos = (error: z.ZodError): string => error.issues.slice(0, 5).map((i) => `${i.path.map(String).join('.')} ${i.code}`).join(', ')

export function registrar(ipcMain: Pick<IpcMain, 'handle'>, entorno: Entorno): void {
  ipcMain.handle('puente:pedir', (evento, nombre: unknown, entrada: unknown) => {
    if (!entorno.esDeConfianza(evento)) return fallar(falla('solicitud-invalida', entorno.anotarError('ipc', new Error('sender'))))
    return atender(entorno, nombre, entrada)
  })
}

/** Tells the window something; the payload is validated, because it ends in the page. */
export function avisar<N extends EventName>(contenidos: WebContents | null, nombre: N, dato: z.input<(typeof events)[N]>): void {
  if (contenidos === null || contenidos.isDestroyed()) return
  contenidos.send('puente:evento', nombre, events[nombre].parse(dato))
}
