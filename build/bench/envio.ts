/**
 * A large send, whole, against undici alone with the same bytes to the same service, which answers at once and well. What
 * ours does besides: check every alumno again, have the bytes on disk before they travel and the answer after it came.
 */
import type { MedidaEnvio, PedidoEnvio } from './envio-hijo.ts'
import { abrirHijo, correrHijo } from './hijo-node.ts'
import { mediana, type Medida } from './medida.ts'
import type { MedidaPasados, PedidoPasados } from './pasados-hijo.ts'
import { TEXTOS_ENVIO as T } from './textos-envio.ts'

const ALUMNOS = 10_000
const MODULOS = 8
/** The setting's default. */
const POR_PARTE = 500
const MIB = 1024 * 1024
/** Longest stall that issue 2 allows. */
const DETENCION_MAXIMA_MS = 100
/** Issue 7: share of undici's throughput. */
const META_UNDICI = 0.9
/** Each round of the slow service takes as many seconds as calls, twice. */
const RONDAS_LENTAS = 2

type Corridas = Record<PedidoEnvio['que'], MedidaEnvio[]>
async function correr(demoraMs: number, rondas: number, que: readonly PedidoEnvio['que'][]): Promise<Corridas> {
  const corridas: Corridas = { 'nuestro': [], 'sin-diario': [], 'undici': [] }
  const servidor = await abrirHijo('envio-servidor', { demoraMs })
  try {
    const urlBase = await servidor.primera
    for (let i = 0; i < rondas; i++) {
      for (const q of que) corridas[q].push(await correrHijo<MedidaEnvio>('envio-hijo', { que: q, urlBase, alumnos: ALUMNOS, modulos: MODULOS, porParte: POR_PARTE } satisfies PedidoEnvio))
    }
  } finally { await servidor.parar() }
  return corridas
}

export async function medirEnvio({ rondas, avisar }: { rondas: number; avisar(que: string): void }): Promise<Medida[]> {
  avisar(T.envio(ALUMNOS))
  const c = await correr(0, rondas, ['nuestro', 'sin-diario', 'undici'])
  const lentas = Math.min(rondas, RONDAS_LENTAS)
  const l = await correr(1000, lentas, ['nuestro', 'undici'])
  const de = (que: MedidaEnvio[], clave: keyof MedidaEnvio): number => mediana(que.map((x) => x[clave]))
  const porSegundo = (que: MedidaEnvio[]): number => ALUMNOS * 1000 / de(que, 'ms')
  const ms = de(c.nuestro, 'ms')
  const parte = (id: string, titulo: string, nuestra: number): Medida => ({ id, titulo, unidad: 'ms', nuestra, referencia: { nombre: T.referencias.total, valor: ms }, rondas })
  return [
    { id: 'envio', titulo: T.medidas.envio(ALUMNOS, MODULOS), unidad: 'alumnos/s', nuestra: porSegundo(c.nuestro), referencia: { nombre: T.referencias.undici, valor: porSegundo(c.undici) }, rondas, meta: { desde: META_UNDICI } },
    { id: 'envio-lento', titulo: T.medidas.envioLento, unidad: 'alumnos/s', nuestra: porSegundo(l.nuestro), referencia: { nombre: T.referencias.undici, valor: porSegundo(l.undici) }, rondas: lentas, meta: { desde: META_UNDICI } },
    { id: 'envio-diario', titulo: T.medidas.diario, unidad: 'ms', nuestra: ms, referencia: { nombre: T.referencias.sinDiario, valor: de(c['sin-diario'], 'ms') }, rondas },
    parte('envio-escribiendo', T.medidas.escribiendo, de(c.nuestro, 'diarioMs')),
    parte('envio-red', T.medidas.red, de(c.nuestro, 'redMs')),
    parte('envio-resto', T.medidas.resto, mediana(c.nuestro.map((x) => x.ms - x.diarioMs - x.redMs))),
    { id: 'envio-bloqueo', titulo: T.medidas.bloqueo, unidad: 'ms', nuestra: de(c.nuestro, 'bloqueoMs'), referencia: { nombre: T.referencias.limite, valor: DETENCION_MAXIMA_MS }, rondas, meta: { hasta: 1 } },
    { id: 'envio-memoria', titulo: T.medidas.memoria, unidad: 'MiB', nuestra: de(c.nuestro, 'picoMiB'), referencia: { nombre: T.referencias.bytes, valor: de(c.nuestro, 'bytes') / MIB }, rondas },
  ]
}

const PASADOS = 5000
export async function medirPasados({ rondas, avisar }: { rondas: number; avisar(que: string): void }): Promise<Medida[]> {
  avisar(T.pasados(PASADOS))
  const abrir = (cuantos: number): Promise<MedidaPasados> => correrHijo('pasados-hijo', { cuantos, alumnos: POR_PARTE, veces: rondas } satisfies PedidoPasados)
  const entreMuchos = await abrir(PASADOS)
  const unico = await abrir(1)
  return [
    { id: 'envio-pasado', titulo: T.medidas.abrir(PASADOS), unidad: 'ms', nuestra: mediana(entreMuchos.ms), referencia: { nombre: T.referencias.unico, valor: mediana(unico.ms) }, rondas },
    { id: 'envio-pasado-pasa', titulo: T.medidas.pasa, unidad: 'MiB', nuestra: entreMuchos.pasaBytes / MIB, referencia: { nombre: T.referencias.cuerpos, valor: entreMuchos.cuerposBytes / MIB }, rondas },
  ]
}
