/** The disk refuses: at each write of a send, once or from there on. */
import type { Diario } from '../../electron/services/puertos-diario.ts'
import { enUnMundo, type Falta } from './faltas-red.ts'
import { sumar, vida, type Cuenta } from './juicio.ts'
import type { Mundo, OpcionesPrograma } from './mundo.ts'

const ESCRITURAS = [
  'crearEnvio', 'agregarLlamada', 'sellarEnvio', 'programarEnvio', 'vencerEnvio', 'marcarEnviando', 'aplazarLlamada', 'cerrarLlamada', 'marcarConciliando',
  'soltarConciliacion', 'conciliarLlamada', 'aprenderAvances', 'anotarConsulta', 'cancelarPendientes', 'recuperar',
] as const satisfies readonly (keyof Diario)[]

const LLENO = { code: 'SQLITE_FULL', message: 'database or disk is full' }
const SOLO_LECTURA = { code: 'SQLITE_READONLY', message: 'attempt to write a readonly database' }
type Negativa = typeof LLENO

/** @param falla whether the write of that number, from 1, is refused, and with that word */
function conDisco(falla: (numero: number) => boolean, alEscribir: (n: number) => void, dice: Negativa): OpcionesPrograma['cambiar'] {
  let n = 0
  return (p) => {
    const diario = { ...p.diario }
    for (const que of ESCRITURAS) {
      const escribir = p.diario[que].bind(p.diario) as (...a: unknown[]) => unknown
      Object.assign(diario, { [que]: (...a: unknown[]) => {
        n++
        alEscribir(n)
        if (falla(n)) throw Object.assign(new Error(dice.message), { code: dice.code })
        return escribir(...a)
      } })
    }
    return { diario }
  }
}
const conUnMundo = (falla: (n: number) => boolean, alEscribir: (n: number) => void = () => undefined, manera: (m: Mundo) => void = () => undefined, dice: Negativa = LLENO): Promise<Cuenta> =>
  enUnMundo((m) => { manera(m); const cambiar = conDisco(falla, alEscribir, dice); return vida(m, cambiar === undefined ? {} : { cambiar }) })

/** @param paso 1: each write; 3: one of every three */
export async function discos(paso: number): Promise<Falta[]> {
  let total = 0
  await conUnMundo(() => false, (n) => { total = n })
  const en = (falla: (k: number) => (n: number) => boolean, manera?: (m: Mundo) => void, dice?: Negativa) => async (): Promise<Cuenta> => {
    const cuentas: Cuenta[] = []
    for (let k = 1; k <= total + 1; k += paso) {
      const c = await conUnMundo(falla(k), undefined, manera, dice)
      cuentas.push({ ...c, detalle: c.detalle.map((d) => `escritura ${k}: ${d}`) })
    }
    return sumar(cuentas)
  }
  const conCorte = (m: Mundo): void => { m.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 1 } }
  return [
    { nombre: 'el disco rechaza una escritura', correr: en((k) => (n) => n === k) },
    { nombre: 'el disco se llena desde una escritura', correr: en((k) => (n) => n >= k) },
    { nombre: 'el disco queda de solo lectura desde una escritura', correr: en((k) => (n) => n >= k, undefined, SOLO_LECTURA) },
    { nombre: 'el disco se llena y además se corta una respuesta', correr: en((k) => (n) => n >= k, conCorte) },
  ]
}
