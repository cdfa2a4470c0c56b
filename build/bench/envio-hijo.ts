/**
 * One send, in a process of its own: ours whole (the last check, the bytes, the journal, the client), ours with a journal
 * that writes nothing, or undici alone with the same bytes. The trees arrive ready, as the draft's process hands them over.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Client } from 'undici'
import { crearClienteGestor } from '../../electron/adapters/cliente-gestor.ts'
import { abrirDiario } from '../../electron/adapters/diario.ts'
import { crearServicioEnvios, type PuertosEnvios } from '../../electron/services/envios.ts'
import type { FuenteCursos } from '../../electron/services/fuente-cursos.ts'
import { conGuardia } from '../../electron/services/guardia-otec.ts'
import type { Diario } from '../../electron/services/puertos-diario.ts'
import type { AlmacenCredenciales, ClienteGestor } from '../../electron/services/puertos.ts'
import type { Alumno } from '../../shared/domain/alumno.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import { armarCuerpo } from '../../shared/domain/envio.ts'
import { calcularDv } from '../../shared/domain/rut.ts'
import { fallar, ok } from '../../shared/ipc/result.ts'

export interface PedidoEnvio { que: 'nuestro' | 'sin-diario' | 'undici'; urlBase: string; alumnos: number; modulos: number; porParte: number }
export interface MedidaEnvio {
  ms: number
  /** Of all the bodies. */
  bytes: number
  /** Peak of the process during the send, less what it had before. */
  picoMiB: number
  /** Longest time that nothing else could run. */
  bloqueoMs: number
  /** Where the time went: writing the journal, and waiting for the service. */
  diarioMs: number
  redMs: number
}

const RUT_OTEC = `76123456-${calcularDv(76123456)}`
const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
const AHORA = new Date('2026-11-25T01:30:12Z')
const fechas = { fechaInicio: '2026-11-01', fechaFin: '2026-12-15' }
const p = JSON.parse(process.argv[2] ?? '{}') as PedidoEnvio

function alumno(i: number): Alumno {
  const rutAlumno = 10_000_000 + i * 37
  return {
    rutAlumno, dvAlumno: calcularDv(rutAlumno), tiempoConectividad: 3600 + i, estado: 1, porcentajeAvance: 40 + (i % 50), ...fechas, fechaEjecucion: '2026-11-24',
    listaModulos: Array.from({ length: p.modulos }, (_, m) => ({
      codigoModulo: `RLAB-26-02-08-0001-M${m + 1}`, tiempoConectividad: 900 + ((i + m) % 700), estado: 1, porcentajeAvance: 10 + ((i + m) % 80), ...fechas,
      listaActividades: [{ codigoActividad: 'Lectura inicial' }, { codigoActividad: 'Tarea 1' }],
    })),
  }
}
const parte = (desde: number, cuantos: number): Curso =>
  ({ codigoOferta: 'RLAB-26-02-08-0001', codigoGrupo: 'RLAB-26-02-08-0001-1', listaAlumnos: Array.from({ length: Math.min(cuantos, p.alumnos - desde) }, (_, i) => alumno(desde + i)) })
const desdes = Array.from({ length: Math.ceil(p.alumnos / p.porParte) }, (_, i) => i * p.porParte)

const sin = (): Promise<never> => Promise.reject(new Error('not for a send'))
const planillas: FuenteCursos = {
  resumen: (id) => Promise.resolve(ok({
    id, rutOtec: RUT_OTEC, nombreArchivo: 'avance.xlsx', disposicion: 'por-hojas', version: 1, tablas: [], errores: 0, avisos: 0, informaciones: 0, puedeDeshacer: false, puedeRehacer: false,
    textoDeshacer: null, textoRehacer: null, notas: [], sinCambiosTrasRechazo: 0,
    cursos: [{ codigoOferta: parte(0, 0).codigoOferta, codigoGrupo: parte(0, 0).codigoGrupo, alumnos: p.alumnos, modulos: p.modulos, enviables: p.alumnos, conError: 0 }],
  })),
  curso: (_id, _oferta, _grupo, desde, cuantos) => Promise.resolve(ok({ version: 1, total: p.alumnos, curso: parte(desde, cuantos) })),
  previo: sin, arbol: sin, nombres: sin, corregir: sin, ultimoAbierto: () => Promise.resolve(null), marcarEnviado: () => Promise.resolve(ok({})),
  ponerPrevios: () => Promise.resolve(fallar({ codigo: 'ninguno', titulo: '', explicacion: '', queHacer: '' })),
}
const credenciales: AlmacenCredenciales = { leer: () => ({ rutOtec: RUT_OTEC, token: TOKEN, nombre: 'OTEC', tokenGuardado: true }), guardar: sin, olvidar: sin }
const registro = { info: () => undefined, aviso: () => undefined, error: (que: string, error?: unknown) => { console.error(que, error); return 'incidente' } }

const ESCRITURAS = ['crearEnvio', 'agregarLlamada', 'sellarEnvio', 'marcarEnviando', 'cerrarLlamada', 'aprenderAvances'] as const satisfies readonly (keyof Diario)[]
const SIN_ESCRIBIR: Pick<Diario, (typeof ESCRITURAS)[number]> = {
  crearEnvio: () => undefined, agregarLlamada: () => undefined, sellarEnvio: () => undefined, marcarEnviando: () => undefined, cerrarLlamada: () => undefined, aprenderAvances: () => 0,
}
/** The journal with its time counted. */
function contando(diario: Diario, contar: (ms: number) => void): Diario {
  const contado = { ...diario }
  for (const que of ESCRITURAS) {
    const escribir = diario[que].bind(diario) as (...a: unknown[]) => unknown
    Object.assign(contado, { [que]: (...a: unknown[]) => {
      const antes = performance.now()
      try { return escribir(...a) } finally { contar(performance.now() - antes) }
    } })
  }
  return contado
}

async function enviarNosotros(carpeta: string): Promise<Omit<MedidaEnvio, 'picoMiB'>> {
  let diarioMs = 0, redMs = 0, bytes = 0
  const real = abrirDiario({ archivo: path.join(carpeta, 'diario.db'), clave: 'ab'.repeat(32) })
  const diario = contando(p.que === 'sin-diario' ? { ...real, ...SIN_ESCRIBIR } : real, (ms) => { diarioMs += ms })
  const directo = crearClienteGestor({ urlBase: () => p.urlBase, esperaMs: () => 60_000, soloLocal: true })
  const cliente: ClienteGestor = { ...directo, enviarAvance: async (...a) => {
    const antes = performance.now()
    try { return await directo.enviarAvance(...a) } finally { redMs += performance.now() - antes; bytes += a[0].length }
  } }
  let terminar = (): void => undefined
  const fin = new Promise<void>((listo) => { terminar = listo })
  const puertos: PuertosEnvios = {
    planillas, diario, cliente: conGuardia(cliente, { rutOtec: RUT_OTEC, credenciales, registro }), credenciales, registro, reloj: { ahora: () => AHORA },
    esperar: () => Promise.resolve(), pausaMs: () => 0, alumnosPorParte: () => p.porParte, linea: { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined },
    alCambiarBorrador: () => undefined, alConciliar: () => undefined, leerDeFondo: () => Promise.resolve(null), emitir: (e) => { if (e.terminado) terminar() },
  }
  const envios = crearServicioEnvios(puertos)
  const bloqueo = monitorEventLoopDelay({ resolution: 1 })
  bloqueo.enable()
  const antes = performance.now()
  const r = await envios.enviar({ borradorId: 'b1' })
  if (!r.ok) throw new Error(r.falla.codigo)
  await fin
  const ms = performance.now() - antes
  bloqueo.disable()
  const enviado = p.que === 'sin-diario' ? null : diario.resumen(r.valor.envioId)
  const aceptados = enviado?.llamadas.reduce((n, l) => n + l.aceptados, 0) ?? p.alumnos
  if (aceptados !== p.alumnos) throw new Error(`${aceptados} accepted of ${p.alumnos}`)
  await envios.detener()
  real.cerrar()
  return { ms, bytes, bloqueoMs: bloqueo.max / 1e6, diarioMs, redMs }
}

async function enviarUndici(): Promise<Omit<MedidaEnvio, 'picoMiB'>> {
  const cuerpos = desdes.map((d) => armarCuerpo(RUT_OTEC, parte(d, p.porParte), `PSIC-20261124-223012-${String(d).padStart(6, '0')}`))
  const url = new URL(p.urlBase)
  const cliente = new Client(url.origin)
  const antes = performance.now()
  for (const body of cuerpos) {
    const r = await cliente.request({ method: 'POST', path: `${url.pathname}/enviarAvance`, body, headers: { 'content-type': 'application/json' } })
    await r.body.text()
  }
  const ms = performance.now() - antes
  await cliente.close()
  return { ms, bytes: cuerpos.reduce((n, c) => n + c.length, 0), bloqueoMs: 0, diarioMs: 0, redMs: ms }
}

/** MiB. Linux's own mark of the process: what `maxRSS` tells there may be the parent's. */
const pico = (): number => (process.platform === 'linux' ? Number(/^VmHWM:\s+(\d+)/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) : process.resourceUsage().maxRSS) / 1024
const carpeta = mkdtempSync(path.join(tmpdir(), 'puente-bench-envio-'))
try {
  const antes = pico()
  const medida = p.que === 'undici' ? await enviarUndici() : await enviarNosotros(carpeta)
  const dicha: MedidaEnvio = { ...medida, picoMiB: pico() - antes }
  console.log(JSON.stringify(dicha))
} finally { rmSync(carpeta, { recursive: true, force: true }) }
