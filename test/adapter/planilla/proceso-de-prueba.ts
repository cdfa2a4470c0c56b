/** The process that reads workbooks, started by plain Node: the same server behind another port. */
import { atender } from '../../../electron/proceso-planilla/servidor.ts'

atender({
  enviar: (mensaje) => { process.send?.(mensaje) },
  alMensaje: (oyente) => { process.on('message', oyente) },
})
