/** What the fake bridge shows, chosen by the address: `?datos=no&espacio=ninguno&filas=2000&latencia=150&fallas=si&cifrado=no`. */
import type { Espacio } from '../../shared/ipc/modelos.ts'

export interface Escenario {
  /** no: empty lists. si: an ordinary day. largos: names and codes as long as real ones get. */
  datos: 'no' | 'si' | 'largos'
  espacio: Espacio | null
  /** alumnos of the sample workbook. */
  filas: number
  latenciaMs: number
  /** true: every request that can fail, fails. */
  fallas: boolean
  cifrado: boolean
  /** true: the window starts with a draft to resume. */
  borrador: boolean
  /** How sends end. */
  resultado: 'mixto' | 'aceptado' | 'desconocido' | 'credenciales'
  fueraDeVentana: boolean
  /** true: something about the data kept here has to be told. */
  noticias: boolean
  /** Sends of the night: none, one that waits, or one of each kind. */
  noche: 'no' | 'espera' | 'todo'
  /** The office's network: nothing special, a proxy that asks, or all that can be kept. */
  red: 'simple' | 'pide' | 'todo'
  actualizacion: 'al-dia' | 'ofrecida' | 'descargando' | 'lista' | 'falla' | 'deb' | 'estrenada'
  /** true: the workbook that is chosen is not recognised, and one that is read has columns to ask about. */
  asistente: boolean
  /** true: that workbook keeps alumnos and módulos in sheets apart. */
  repartida: boolean
  /** true: the workbook that is open is another one, corrected. */
  corregida: boolean
  /** true: SENCE accepted something of these alumnos before. */
  previos: boolean
}

const uno = <T extends string>(valor: string | null, posibles: readonly T[], defecto: T): T => posibles.find(p => p === valor) ?? defecto

export function leerEscenario(consulta: string): Escenario {
  const q = new URLSearchParams(consulta)
  const espacio = uno(q.get('espacio'), ['practica', 'real', 'ninguno'], 'practica')
  return {
    datos: uno(q.get('datos'), ['no', 'si', 'largos'], 'si'),
    espacio: espacio === 'ninguno' ? null : espacio,
    filas: Number(q.get('filas') ?? '40'),
    latenciaMs: Number(q.get('latencia') ?? '120'),
    fallas: q.get('fallas') === 'si',
    cifrado: q.get('cifrado') !== 'no',
    borrador: q.get('borrador') === 'si',
    resultado: uno(q.get('resultado'), ['mixto', 'aceptado', 'desconocido', 'credenciales'], 'mixto'),
    noche: uno(q.get('noche'), ['no', 'espera', 'todo'], 'no'),
    red: uno(q.get('red'), ['simple', 'pide', 'todo'], 'simple'),
    actualizacion: uno(q.get('actualizacion'), ['al-dia', 'ofrecida', 'descargando', 'lista', 'falla', 'deb', 'estrenada'], 'al-dia'),
    noticias: q.get('noticias') === 'si',
    asistente: ['si', 'repartida'].includes(q.get('asistente') ?? ''),
    repartida: q.get('asistente') === 'repartida',
    corregida: q.get('corregida') === 'si',
    previos: q.get('previos') === 'si',
    fueraDeVentana: q.get('ventana') !== 'dentro',
  }
}
