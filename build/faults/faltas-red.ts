/** The network: where it is cut, and what comes instead of the answer. */
import { crearClienteGestor } from '../../electron/adapters/cliente-gestor.ts'
import type { Azar } from '../../test/fuzz/azar.ts'
import { crearMundo, type Mundo } from './mundo.ts'
import { sumar, vida, type Cuenta } from './juicio.ts'
import { crearProxy, type Corte } from './proxy.ts'
import { VARIANTES, crearRespondedor } from './respuestas.ts'

export interface Falta { nombre: string; correr(): Promise<Cuenta> }
export const enUnMundo = async <T>(usar: (m: Mundo) => Promise<T>): Promise<T> => {
  const m = await crearMundo()
  try { return await usar(m) } finally { await m.cerrar() }
}

const conCorte = (corte: Corte): Promise<Cuenta> => enUnMundo(async (m) => {
  const proxy = await crearProxy(m.gestor.urlBase)
  proxy.corte = corte
  try {
    const c = await vida(m, { urlBase: proxy.urlBase })
    return { ...c, detalle: c.detalle.map((d) => `${corte.sentido} ${corte.octeto} (${corte.como}, conexión ${corte.conexion}): ${d}`) }
  } finally { await proxy.cerrar() }
})

/** How many bytes a call takes each way, so that offsets fall inside it. */
const medir = (): Promise<{ ida: number; vuelta: number }> => enUnMundo(async (m) => {
  const proxy = await crearProxy(m.gestor.urlBase)
  try {
    await vida(m, { urlBase: proxy.urlBase })
    return proxy.medidas[0] ?? { ida: 0, vuelta: 0 }
  } finally { await proxy.cerrar() }
})

/** @param cuantos cuts each way */
export async function cortes(azar: Azar, cuantos: number): Promise<Falta[]> {
  const largo = await medir()
  const fases: readonly [string, Omit<Corte, 'conexion' | 'como'>][] = [
    ['al conectar', { sentido: 'ida', octeto: 0 }], ['en las cabeceras', { sentido: 'ida', octeto: 40 }], ['a mitad del cuerpo', { sentido: 'ida', octeto: Math.floor(largo.ida / 2) }],
    ['en el último byte del cuerpo', { sentido: 'ida', octeto: largo.ida - 1 }], ['antes de la respuesta', { sentido: 'vuelta', octeto: 0 }],
    ['a mitad de la respuesta', { sentido: 'vuelta', octeto: Math.floor(largo.vuelta / 2) }], ['en el último byte de la respuesta', { sentido: 'vuelta', octeto: largo.vuelta - 1 }],
  ]
  const alAzar = (sentido: Corte['sentido']): Corte[] => Array.from({ length: cuantos }, () =>
    ({ sentido, octeto: azar.entero(largo[sentido] + 1), conexion: azar.entero(4), como: azar.elegir(['fin', 'rst'] as const) }))
  return [
    ...fases.map(([nombre, donde]): Falta => ({
      nombre: `conexión cortada ${nombre}`,
      correr: async () => sumar([await conCorte({ ...donde, conexion: 0, como: 'rst' }), await conCorte({ ...donde, conexion: 2, como: 'fin' })]),
    })),
    ...(['ida', 'vuelta'] as const).map((sentido): Falta => {
      const puntos = alAzar(sentido)
      return { nombre: `conexión cortada en ${cuantos} bytes al azar, de ${sentido}`, correr: async () => { const cuentas = []; for (const c of puntos) cuentas.push(await conCorte(c)); return sumar(cuentas) } }
    }),
  ]
}

export const respuestas = (): Falta[] => VARIANTES.map((v) => ({
  nombre: v.nombre,
  correr: () => enUnMundo(async (m) => {
    const r = await crearRespondedor(m.gestor.urlBase, v, 2)
    try {
      const c = await vida(m, { urlBase: r.urlBase })
      // What can be read needs no question afterwards: otherwise the person would be left guessing for nothing.
      return v.inofensiva && c.alPrimerActo !== c.intentados ? { ...c, perdidos: c.perdidos + 1, detalle: [...c.detalle, `solo ${c.alPrimerActo} de ${c.intentados} se supieron a la primera`] } : c
    } finally { await r.cerrar() }
  }),
}))

export const conexiones = (): Falta[] => [
  { nombre: 'nadie escucha, y vuelve al tercer intento', correr: () => enUnMundo(async (m) => {
    const proxy = await crearProxy(m.gestor.urlBase)
    await proxy.cerrar()
    const nadie = crearClienteGestor({ urlBase: () => proxy.urlBase, esperaMs: () => 5000, soloLocal: true })
    let intentos = 0
    return vida(m, { cambiar: (p) => ({ cliente: { ...p.cliente, enviarAvance: (...a) => (++intentos < 3 ? nadie : p.cliente).enviarAvance(...a) } }) })
  }) },
  { nombre: 'nadie escucha nunca', correr: () => enUnMundo(async (m) => {
    const proxy = await crearProxy(m.gestor.urlBase)
    await proxy.cerrar()
    return vida(m, { urlBase: proxy.urlBase })
  }) },
  { nombre: 'el nombre no existe', correr: () => enUnMundo((m) => vida(m, { urlBase: 'https://no-existe.invalid/gestor/API/avance-sic' })) },
  { nombre: 'sin TLS donde se esperaba', correr: () => enUnMundo((m) => vida(m, { urlBase: m.gestor.urlBase.replace('http:', 'https:') })) },
  { nombre: 'código 002 dos veces', correr: () => enUnMundo((m) => { m.gestor.malasManeras.codigo002 = { proximas: 2, solo: 'enviarAvance' }; return vida(m, {}) }) },
  { nombre: 'código 002 hasta rendirse', correr: () => enUnMundo((m) => { m.gestor.malasManeras.codigo002 = { proximas: 4, solo: 'enviarAvance' }; return vida(m, {}) }) },
  // Nine minutes of ten, and eleven of ten, on a clock that runs a thousand times faster.
  { nombre: 'respuesta a los 9 minutos de 10', correr: () => enUnMundo((m) => { m.gestor.malasManeras.demoraMs = { ms: 540, proximas: 1 }; return vida(m, { esperaMs: 5000 }) }) },
  { nombre: 'respuesta después del plazo', correr: () => enUnMundo((m) => { m.gestor.malasManeras.demoraMs = { ms: 660, proximas: 1 }; return vida(m, { esperaMs: 600 }) }) },
  { nombre: 'el historial lo muestra 24 horas después', correr: () => enUnMundo((m) => historialTardio(m)) },
  { nombre: 'historial tardío y reloj que salta 9 días', correr: () => enUnMundo((m) => {
    let n = 0
    m.relojLocal = () => new Date(m.ahora().getTime() + ((++n % 5) - 2) * 9 * 86_400_000)
    return historialTardio(m)
  }) },
]

/** SENCE processed two calls, whose answers are cut, and does not show them until its next load. */
function historialTardio(m: Mundo): Promise<Cuenta> {
  m.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 2 }
  m.historialDesde = 24
  return vida(m, {})
}
