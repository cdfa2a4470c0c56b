/** Answers the messages of main. Knows no electron: the port is handed over, so that it also runs in plain Node. */
import { randomBytes } from 'node:crypto'
import { nombreDeIncidente } from '../../shared/domain/incidente.ts'
import { fallar, type Falla, type Result } from '../../shared/ipc/result.ts'
import { AlmacenError } from './almacen-borradores.ts'
import { Almacenes } from './almacenes.ts'
import { falla } from './fallas.ts'
import { crearManejadores, type Contexto, type Manejadores } from './manejadores.ts'
import { AlProcesoSchema, METODOS, type AlProceso, type DelProceso, type Metodo } from './mensajes.ts'

export interface PuertoDeMain {
  enviar(mensaje: DelProceso): void
  alMensaje(oyente: (mensaje: unknown) => void): void
}

type Peticion = Extract<AlProceso, { tipo: 'peticion' }>

export function atender(puerto: PuertoDeMain): void {
  const canceladas = new Set<number>()
  const manejadores = crearManejadores(new Almacenes())

  puerto.alMensaje((crudo) => {
    const mensaje = AlProcesoSchema.safeParse(crudo)
    // Both sides are of one build: a message of another shape is nobody's request and has no number to answer to.
    if (!mensaje.success) return
    if (mensaje.data.tipo === 'cancelar') canceladas.add(mensaje.data.numero)
    else void responder(mensaje.data)
  })

  async function responder(p: Peticion): Promise<void> {
    const contexto: Contexto = {
      hoy: p.hoy,
      senal: { cancelado: () => canceladas.has(p.numero) },
      avisar: (progreso) => { puerto.enviar({ tipo: 'progreso', numero: p.numero, progreso }) },
      anotar: (linea) => { puerto.enviar({ tipo: 'nota', linea }) },
    }
    let resultado: Result<unknown>
    try {
      resultado = await despachar(manejadores, p.metodo, p.entrada, contexto)
    } catch (e) {
      resultado = fallar(enPalabras(e))
    }
    canceladas.delete(p.numero)
    puerto.enviar({ tipo: 'respuesta', numero: p.numero, resultado })
  }

  function enPalabras(e: unknown): Falla {
    if (e instanceof AlmacenError) {
      switch (e.causa) {
        case 'borrador-danado': case 'disco-lleno': case 'no-guardado': return falla(e.causa)
        case 'inaccesible': case 'ilegible': return falla('borradores-inaccesibles')
      }
    }
    const incidente = nombreDeIncidente(randomBytes(6))
    puerto.enviar({ tipo: 'incidente', incidente, detalle: e instanceof Error ? (e.stack ?? e.message) : String(e) })
    return falla('inesperado', { incidente })
  }
}

async function despachar(manejadores: Manejadores, metodo: Metodo, entrada: unknown, contexto: Contexto): Promise<Result<unknown>> {
  const hacer = manejadores[metodo] as (entrada: unknown, contexto: Contexto) => Result<unknown> | Promise<Result<unknown>>
  return hacer(METODOS[metodo].entrada.parse(entrada), contexto)
}
