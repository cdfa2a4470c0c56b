import { utilityProcess } from 'electron'
import { conUtilityProcess, type IniciarProceso } from './proceso-hijo.ts'

/** Starts the process that reads workbooks; `ruta` is its bundled entry. Works once the app is ready. */
export const bifurcarProceso = (ruta: string): IniciarProceso =>
  conUtilityProcess((archivo, argumentos, opciones) => utilityProcess.fork(archivo, argumentos, opciones), ruta)
