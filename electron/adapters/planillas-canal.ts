/** Requests and answers between main and the process that reads workbooks; what happens when that process dies. */
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { fallar, type Falla, type Result } from '../../shared/ipc/result.ts'
import { falla } from '../proceso-planilla/fallas.ts'
import { LIMITES } from '../proceso-planilla/limites.ts'
import { DelProcesoSchema, leerResultado, type AlProceso, type Entrada, type Metodo, type ValorDe } from '../proceso-planilla/mensajes.ts'
import type { Registro } from '../services/puertos.ts'
import type { FinDeProceso, IniciarProceso, ProcesoHijo } from './proceso-hijo.ts'

interface Pendiente {
  terminar(resultado: unknown): void
  fallar(f: Falla): void
  alAvanzar: ((p: ProgresoImportacion) => void) | null
}
interface Vivo {
  hijo: ProcesoHijo
  pendientes: Map<number, Pendiente>
  /** It has answered something: what ends it later is not a failure to start. */
  hablo: boolean
  /** Words for the calls that a death on purpose leaves without answer. */
  adios: ReadonlyMap<number, Falla>
  termino: Promise<void>
}

export interface OpcionesCanal {
  bifurcar: IniciarProceso
  archivo: string
  clave: string | null
  /** Whose drafts these are, `11222333-4`; absent or null: nobody's yet. */
  rutOtec?: string | null
  hoy: () => FechaIso
  registro: Pick<Registro, 'error' | 'info'>
}

export interface OpcionesLlamada {
  /** Instead of the channel's own. */
  hoy?: FechaIso
  /** From `reservar`. */
  numero?: number
  alAvanzar?: (p: ProgresoImportacion) => void
  /** Asked when the call's turn comes: the failure with which it is given up before it starts. */
  desistir?: () => Falla | null
}

export class Canal {
  private readonly o: OpcionesCanal
  private vivo: Vivo | null = null
  /** A process that was ended on purpose and has not gone yet: two must never write the same drafts. */
  private saliendo: Promise<void> | null = null
  private ultimo = 0

  constructor(o: OpcionesCanal) {
    this.o = o
  }

  /** Number for a call to come, so that it can be cancelled. */
  reservar(): number {
    return ++this.ultimo
  }

  async llamar<M extends Metodo>(metodo: M, entrada: Entrada<M>, opciones: OpcionesLlamada = {}): Promise<Result<ValorDe<M>>> {
    while (this.saliendo) await this.saliendo
    const desiste = opciones.desistir?.() ?? null
    if (desiste) return fallar(desiste)
    let vivo: Vivo
    try {
      vivo = this.vivo ??= this.arrancar()
    } catch (e) {
      this.o.registro.error('the process that reads workbooks does not start', e)
      return fallar(falla('proceso-no-parte'))
    }
    return this.pedir(vivo, metodo, entrada, opciones)
  }

  /** Asks the process to let go of that call between two chunks. */
  cancelar(numero: number): void {
    this.vivo?.hijo.enviar({ tipo: 'cancelar', numero } satisfies AlProceso)
  }

  /** Ends the process now. `adios` are the words for some of the calls in flight; the others get those of a death. */
  async matar(adios: ReadonlyMap<number, Falla> = new Map()): Promise<void> {
    const vivo = this.vivo
    if (!vivo) return this.saliendo ?? undefined
    this.vivo = null
    vivo.adios = adios
    const saliendo = vivo.termino.finally(() => { if (this.saliendo === saliendo) this.saliendo = null })
    this.saliendo = saliendo
    vivo.hijo.matar()
    await saliendo
  }

  get enMarcha(): boolean {
    return this.vivo !== null
  }

  private arrancar(): Vivo {
    const hijo = this.o.bifurcar()
    let avisarFin = (): void => undefined
    const vivo: Vivo = { hijo, pendientes: new Map(), hablo: false, adios: new Map(), termino: new Promise((resolve) => { avisarFin = resolve }) }
    hijo.alMensaje((crudo) => { this.recibir(vivo, crudo) })
    hijo.alTerminar((fin) => {
      // Nobody asked it to go.
      const incidente = this.vivo === vivo ? this.o.registro.error(`the process that reads workbooks ended by itself${fin.memoria ? ', as when memory runs out' : ''}`) : null
      if (this.vivo === vivo) this.vivo = null
      const pendientes = [...vivo.pendientes]
      vivo.pendientes.clear()
      avisarFin()
      for (const [numero, p] of pendientes) p.fallar(vivo.adios.get(numero) ?? enPalabras(vivo, fin, incidente))
    })
    // Its failure shows in whatever is asked next.
    void this.pedir(vivo, 'iniciar', { archivo: this.o.archivo, clave: this.o.clave, rutOtec: this.o.rutOtec ?? null }, {})
    return vivo
  }

  private pedir<M extends Metodo>(vivo: Vivo, metodo: M, entrada: Entrada<M>, o: OpcionesLlamada): Promise<Result<ValorDe<M>>> {
    const numero = o.numero ?? this.reservar()
    return new Promise((resolve) => {
      vivo.pendientes.set(numero, {
        terminar: (resultado) => {
          try {
            resolve(leerResultado(metodo, resultado))
          } catch (e) {
            resolve(fallar(falla('inesperado', { incidente: this.o.registro.error(`unreadable answer to ${metodo}`, e) })))
          }
        },
        fallar: (f) => { resolve(fallar(f)) },
        alAvanzar: o.alAvanzar ?? null,
      })
      vivo.hijo.enviar({ tipo: 'peticion', numero, metodo, hoy: o.hoy ?? this.o.hoy(), entrada } satisfies AlProceso)
    })
  }

  private recibir(vivo: Vivo, crudo: unknown): void {
    const mensaje = DelProcesoSchema.safeParse(crudo)
    if (!mensaje.success) {
      this.o.registro.error('unreadable message from the process that reads workbooks', mensaje.error)
      return
    }
    vivo.hablo = true
    const m = mensaje.data
    switch (m.tipo) {
      case 'incidente': this.o.registro.error(`process that reads workbooks, incident ${m.incidente}`, new Error(m.detalle)); return
      case 'nota': this.o.registro.info(`process that reads workbooks: ${m.linea}`); return
      case 'progreso': vivo.pendientes.get(m.numero)?.alAvanzar?.(m.progreso); return
      case 'respuesta': {
        const pendiente = vivo.pendientes.get(m.numero)
        vivo.pendientes.delete(m.numero)
        pendiente?.terminar(m.resultado)
      }
    }
  }
}

function enPalabras(vivo: Vivo, fin: FinDeProceso, incidente: string | null): Falla {
  if (!vivo.hablo) return falla('proceso-no-parte')
  const dicha = fin.memoria ? falla('memoria-agotada', { limite: `${LIMITES.memoriaMB} MB` }) : falla('proceso-terminado')
  return incidente === null ? dicha : { ...dicha, incidente }
}
