/** SENCE's history of one space: read as it comes, kept, and shown from what is kept. */
import { AvancesDeHistorial, type AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import { Comparador, esIgual, type FilaDeComparacion } from '../../shared/domain/diferencias.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import { LectorHistorial } from '../../shared/domain/historial-corriente.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { AvanceConsulta, Comparacion, ConsultaHecha } from '../../shared/ipc/modelos-historial.ts'
import type { FiltroHistorial } from '../../shared/ipc/modelos.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { juzgarConsulta } from './conexion.ts'
import { credencialesUsables } from './credenciales.ts'
import { falla } from './fallas.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales, Registro, Reloj } from './puertos.ts'
import type { ArchivoHistorial, ClienteHistorial, RespuestaCorriente } from './puertos-historial.ts'
import { ceder } from './revision-final.ts'

export interface PuertosHistorial {
  cliente: ClienteHistorial; archivo: ArchivoHistorial; diario: Diario; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro
  /** Whose space it is; null: nobody's, and it shows nothing. */
  rutOtec: string | null
  emitir(avance: AvanceConsulta): void
  /** Something was written in the archive. */
  alEscribir(): void
  aprender(rutOtec: string, avances: readonly AvanceFechado[]): Promise<void>
}
export interface ServicioHistorial {
  estado(): Result<Valor<'historial:estado'>>
  /** Asks SENCE, and keeps what it answers. null: it was stopped, and nothing changed. */
  actualizar(filtro: FiltroHistorial): Promise<Result<ConsultaHecha | null>>
  cancelar(): Result<Record<string, never>>
  procesos(entrada: Input<'historial:procesos'>): Result<Valor<'historial:procesos'>>
  proceso(entrada: Input<'historial:proceso'>): Result<Valor<'historial:proceso'>>
  registros(entrada: Input<'historial:registros'>): Result<Valor<'historial:registros'>>
  crudo(entrada: Input<'historial:crudo'>): Result<Valor<'historial:crudo'>>
  comparar(entrada: Input<'historial:comparar'>): Promise<Result<Valor<'historial:comparar'>>>
  leerDeFondo(desde: FechaIso | null, senal: AbortSignal): Promise<readonly AvanceFechado[] | null>
  detener(): Promise<void>
}

const AVISO_CADA_MS = 200
/** Records compared at once: parsing them is some milliseconds. */
const PORCION = 200
interface Leida { readonly consulta: Result<ConsultaHecha>; readonly avances: readonly AvanceFechado[] }

export function crearServicioHistorial(p: PuertosHistorial): ServicioHistorial {
  let avance: AvanceConsulta | null = null
  let corte: AbortController | null = null
  const cierre = new AbortController()
  let turno: Promise<unknown> = Promise.resolve()
  /** One reading at a time: two would each put its own version of a process in place. */
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => {
    const mia = turno.then(tarea, tarea)
    turno = mia.catch(() => undefined)
    return mia
  }
  void enTurno(() => p.archivo.limpiar()).catch((error: unknown) => { p.registro.error('history: clean', error) })

  const decir = (a: AvanceConsulta): void => { avance = a.terminada ? null : a; p.emitir(a) }

  async function leer(filtro: FiltroHistorial, deFondo: boolean, senal: AbortSignal): Promise<Leida> {
    const credenciales = credencialesUsables(p.credenciales)
    if (!credenciales.ok) return { consulta: credenciales, avances: [] }
    const { rutOtec } = credenciales.valor
    const lector = new LectorHistorial()
    const leidoEn = p.reloj.ahora().toISOString()
    const escritura = p.archivo.empezar({ rutOtec, filtro, leidoEn })
    const aprendidos = new Map<number, AvancesDeHistorial>()
    let procesos = 0, registros = 0, octetos = 0, aviso = -Infinity
    const tomar = (sucesos: ReturnType<LectorHistorial['leer']>): void => {
      escritura.recibir(sucesos)
      for (const s of sucesos) {
        const suyos = aprendidos.get(s.documento) ?? new AvancesDeHistorial(rutOtec)
        aprendidos.set(s.documento, suyos)
        const clave = String(s.proceso)
        if (s.tipo === 'registro') { registros++; suyos.registro(clave, s.registro) }
        else if (s.tipo === 'olvidar') suyos.olvidar(clave)
        else { procesos++; suyos.proceso(clave, s.cabecera) }
      }
    }
    decir({ octetos, procesos, registros, deFondo, terminada: false })
    try {
      const r = await p.cliente.leerHistorial(credenciales.valor, filtro, {
        trozo: async (texto, hasta) => {
          tomar(lector.leer(texto))
          octetos = hasta
          const ahora = performance.now()
          if (ahora - aviso >= AVISO_CADA_MS) { aviso = ahora; decir({ octetos, procesos, registros, deFondo, terminada: false }) }
          await ceder()
          return !lector.lleno
        },
      }, senal)
      tomar(lector.terminar())
      const { fin } = lector
      const sirve = fin.tipo === 'procesos' || fin.tipo === 'cortada'
      if (senal.aborted || !sirve) {
        await escritura.soltar()
        return { consulta: fallarComo(r, fin), avances: [] }
      }
      const completa = fin.tipo === 'procesos' && r.tipo === 'respuesta'
      const puestos = await escritura.poner(fin.documento, completa)
      if (puestos.cambiados > 0) p.alEscribir()
      const consulta = { consultadoEn: leidoEn, filtro, procesos: puestos.procesos, registros: puestos.registros, completa }
      return completa ? { consulta: ok(consulta), avances: aprendidos.get(fin.documento)?.todos() ?? [] } : { consulta: fallarComo(r, fin), avances: [] }
    } catch (error) {
      await escritura.soltar().catch(() => undefined)
      return { consulta: fallar(falla('archivo-no-escribe', p.registro.error('history: keep', error))), avances: [] }
    } finally { decir({ octetos, procesos, registros, deFondo, terminada: true }) }
  }

  const conArchivo = <T>(hacer: (rutOtec: string) => Result<T>): Result<T> => {
    if (p.rutOtec === null) return fallar(falla('sin-credenciales'))
    try { return hacer(p.rutOtec) } catch (error) { return fallar(falla('archivo-no-lee', p.registro.error('history: read', error))) }
  }

  return {
    estado: () => p.rutOtec === null ? ok({ ultima: null, avance }) : conArchivo((rut) => ok({ ultima: p.archivo.ultimaConsulta(rut), avance })),
    actualizar: async (filtro) => {
      const esta = new AbortController()
      corte = esta
      const leida = await enTurno(() => leer(filtro, false, AbortSignal.any([esta.signal, cierre.signal])))
      if (esta.signal.aborted) return ok(null)
      if (p.rutOtec !== null) await p.aprender(p.rutOtec, leida.avances)
      return leida.consulta
    },
    cancelar: () => { corte?.abort(); return ok({}) },
    procesos: ({ filtro, desde, cuantos }) => conArchivo((rut) => ok(p.archivo.procesos(rut, filtro, desde, cuantos))),
    proceso: ({ pk }) => conArchivo((rut) => ok(p.archivo.proceso(rut, pk))),
    registros: ({ pk, filtro, desde, cuantos }) => conArchivo((rut) => ok(p.archivo.registros(rut, pk, filtro, desde, cuantos))),
    crudo: ({ pk, orden }) => conArchivo((rut) => ok({ crudo: p.archivo.crudo(rut, pk, orden) })),
    comparar: async ({ envioId, llamadaId, todas, desde, cuantas }) => {
      try {
        const hallado = p.diario.envio(envioId)
        const llamada = hallado?.llamadas.find((l) => l.id === llamadaId)
        if (!hallado || llamada === undefined) return fallar(falla('envio-no-existe'))
        const procesos = p.archivo.procesosDe(hallado.envio.rutOtec, llamada.codigoEnvio, llamada.idProceso)
        const comparador = new Comparador(llamada.cuerpo)
        await ceder()
        for (const { pk } of procesos) {
          for (let lugar = 0; ; lugar += PORCION) {
            const parte = p.archivo.crudos(pk, lugar, PORCION)
            for (const r of parte) comparador.registro(r.crudo, r.resultado === 'rechazado')
            await ceder()
            if (parte.length < PORCION) break
          }
        }
        return ok(await contar(comparador, { todas, desde, cuantas }, {
          llamadaId, codigoOferta: llamada.codigoOferta, codigoGrupo: llamada.codigoGrupo,
          procesos: procesos.map((x) => x.idProceso), leidoEn: procesos.map((x) => x.leidoEn).sort().at(-1) ?? null,
        }))
      } catch (error) { return fallar(falla('archivo-no-lee', p.registro.error('history: compare', error))) }
    },
    leerDeFondo: async (desde, senal) => {
      const leida = await enTurno(() => {
        const entero = p.rutOtec !== null && p.archivo.leidoEntero(p.rutOtec)
        return leer(desde === null || !entero ? {} : { fechaDesde: desde }, true, AbortSignal.any([senal, cierre.signal]))
      })
      if (leida.consulta.ok) return leida.avances
      p.registro.aviso(`history: background consult: ${leida.consulta.falla.codigo}`)
      return null
    },
    detener: async () => { cierre.abort(); await turno.catch(() => undefined) },
  }
}

type Pedido = { readonly todas: boolean; readonly desde: number; readonly cuantas: number }
async function contar(comparador: Comparador, pedido: Pedido, de: Pick<Comparacion, 'llamadaId' | 'codigoOferta' | 'codigoGrupo' | 'procesos' | 'leidoEn'>): Promise<Comparacion> {
  let iguales = 0, distintas = 0, soloEnviado = 0, soloSence = 0, total = 0, vistas = 0
  const filas: FilaDeComparacion[] = []
  for (const f of comparador.filas()) {
    const igual = esIgual(f)
    if (igual) iguales++
    else if (f.donde === 'ambos') distintas++
    else if (f.donde === 'solo-enviado') soloEnviado++
    else soloSence++
    if (!igual || pedido.todas) {
      if (total >= pedido.desde && filas.length < pedido.cuantas) filas.push(f)
      total++
    }
    if (++vistas % PORCION === 0) await ceder()
  }
  return { ...de, iguales, distintas, soloEnviado, soloSence, total, filas: filas.map((f) => ({ ...f, campos: [...f.campos] })) }
}

function fallarComo(r: RespuestaCorriente, fin: LectorHistorial['fin']): Result<never> {
  if (fin.tipo === 'cortada' && fin.exceso !== null) return fallar(falla('historial-excesivo'))
  if (r.tipo === 'falla' && r.causa === 'demasiado-grande') return fallar(falla('historial-excesivo'))
  if (fin.tipo === 'cortada' && (r.tipo === 'respuesta' || r.causa === 'cortada')) return fallar(falla('historial-cortado'))
  const prueba = juzgarConsulta(r, () => fin)
  return fallar({ codigo: `historial-${prueba.resultado}`, titulo: prueba.titulo, explicacion: prueba.explicacion, queHacer: prueba.queHacer })
}
