/** Runs as a process of its own: writes calls without end, says each acknowledged one on stdout, and waits to be killed. */
import { writeSync } from 'node:fs'
import { abrirDiario } from '../../../electron/adapters/diario.ts'
import { CLAVE, cierre, envio, llamada } from './soporte.ts'

const diario = abrirDiario({ archivo: process.argv[2] ?? '', clave: CLAVE })
for (let i = 0; ; i++) {
  diario.crearEnvio(envio(`e${i}`))
  diario.agregarLlamada(`e${i}`, llamada(`l${i}`))
  diario.sellarEnvio(`e${i}`, null)
  diario.marcarEnviando(`l${i}`, '2026-11-24T18:00:01.000Z')
  writeSync(1, `enviando ${i}\n`)
  diario.cerrarLlamada(`l${i}`, cierre())
  writeSync(1, `cerrada ${i}\n`)
}
