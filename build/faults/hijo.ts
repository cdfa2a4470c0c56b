/**
 * The program as a process of its own, to be killed, put to sleep or starved: takes the lock, starts as the program does,
 * sends, and says on its output what a person would have seen. Exits 3 when another has the lock, 4 when it cannot open.
 */
import { writeSync } from 'node:fs'
import { tomarCandado } from '../../electron/adapters/candado.ts'
import { abrirPrograma, cursosDelMundo, type Programa } from './mundo.ts'

export interface PedidoHijo { archivo: string; urlBase: string; ahora: string; esperaMs: number; soloAbrir: boolean }
const decir = (que: string): void => { writeSync(1, `${que}\n`) }

async function vivir(p: PedidoHijo): Promise<number> {
  const fecha = new Date(p.ahora)
  let aceptados = 0
  let programa: Programa
  try {
    if (tomarCandado(p.archivo) === null) return 3
    programa = abrirPrograma(p.archivo, p.urlBase, () => fecha, {
      esperaMs: p.esperaMs,
      alAvanzar: () => { decir('sale') },
      // What the journal has acknowledged may not be unsaid later.
      cambiar: ({ diario }) => ({ diario: { ...diario, cerrarLlamada: (id, c) => {
        diario.cerrarLlamada(id, c)
        aceptados += c.veredictos.filter((v) => v.resultado === 'aceptado').length
        decir(`aceptados ${aceptados}`)
      } } }),
    })
    await programa.envios.recuperar()
  } catch { return 4 }
  decir('listo')
  if (p.soloAbrir) return 0
  decir(`fin ${await programa.enviar(cursosDelMundo()) ?? ''}`)
  await programa.cerrar()
  return 0
}

vivir(JSON.parse(process.argv[2] ?? '{}') as PedidoHijo).then((codigo) => { process.exit(codigo) }, () => { process.exit(1) })
