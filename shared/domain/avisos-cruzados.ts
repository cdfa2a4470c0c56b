/** Warnings of an alumno against its módulos (see causas-cruzadas.ts). Whatever is missing or unreadable is not compared. */
import { formatFecha } from './fecha.ts'
import { esFecha, type Aviso } from './reglas.ts'

/** An alumno as it arrives: any field may be absent or wrong, which is another finding's matter. */
interface Comparable {
  readonly tiempoConectividad?: unknown; readonly estado?: unknown; readonly porcentajeAvance?: unknown
  readonly fechaInicio?: unknown; readonly fechaFin?: unknown; readonly listaModulos?: unknown
}
type ModuloComparable = Readonly<Record<string, unknown>>

export function avisosCruzados(a: Comparable): Aviso[] {
  const modulos: ModuloComparable[] = Array.isArray(a.listaModulos) ? a.listaModulos.filter(esObjeto) : []
  return [...deAvance(a, modulos), ...deEstado(a), ...deTiempo(a, modulos), ...deFechas(a, modulos)]
}

const esObjeto = (v: unknown): v is ModuloComparable => typeof v === 'object' && v !== null
const entre = (v: unknown, minimo: number, maximo: number): v is number => typeof v === 'number' && v >= minimo && v <= maximo

function deAvance({ porcentajeAvance }: Comparable, modulos: readonly ModuloComparable[]): Aviso[] {
  if (porcentajeAvance !== 100) return []
  const atras = modulos.filter(m => entre(m['porcentajeAvance'], 0, 99))
  const [primero] = atras
  if (!primero) return []
  const codigo = typeof primero['codigoModulo'] === 'string' ? primero['codigoModulo'] : '—'
  return [{ causa: 'alumno-completo-con-modulos', path: ['porcentajeAvance'], datos: { cuantos: atras.length, codigo, avance: Number(primero['porcentajeAvance']) } }]
}

/** Only "aprobado": one may fail a course halfway. */
function deEstado({ estado, porcentajeAvance }: Comparable): Aviso[] {
  return estado === 2 && entre(porcentajeAvance, 0, 99) ? [{ causa: 'aprobado-sin-completar', path: ['estado'], datos: { avance: porcentajeAvance } }] : []
}

function deTiempo({ tiempoConectividad: tiempo }: Comparable, modulos: readonly ModuloComparable[]): Aviso[] {
  // 0 has a warning of its own, and a fraction an error: one finding about one number.
  if (!entre(tiempo, 1, Number.MAX_SAFE_INTEGER) || !Number.isInteger(tiempo)) return []
  // A módulo said twice is an error of its own: its time would be counted twice.
  const vistos = new Set<unknown>()
  const distintos = modulos.filter(m => typeof m['codigoModulo'] !== 'string' || (!vistos.has(m['codigoModulo']) && vistos.add(m['codigoModulo'])))
  const suma = distintos.reduce((n, m) => (entre(m['tiempoConectividad'], 0, Number.MAX_SAFE_INTEGER) ? n + m['tiempoConectividad'] : n), 0)
  return suma > tiempo ? [{ causa: 'tiempo-de-modulos-mayor', path: ['tiempoConectividad'], datos: { suma, tiempo } }] : []
}

function deFechas({ fechaInicio, fechaFin }: Comparable, modulos: readonly ModuloComparable[]): Aviso[] {
  if (!esFecha(fechaInicio) || !esFecha(fechaFin) || fechaFin < fechaInicio) return []
  return modulos.flatMap((m, i) => (['fechaInicio', 'fechaFin'] as const).flatMap((campo): Aviso[] => {
    const fecha = m[campo]
    // Dates the wrong way round are an error of their own: one of the two is known to be false.
    if (esFecha(m['fechaInicio']) && esFecha(m['fechaFin']) && m['fechaFin'] < m['fechaInicio']) return []
    if (!esFecha(fecha) || (fecha >= fechaInicio && fecha <= fechaFin)) return []
    const datos = { fecha: formatFecha(fecha), inicio: formatFecha(fechaInicio), fin: formatFecha(fechaFin) }
    return [{ causa: 'modulo-fuera-de-fechas', path: ['listaModulos', i, campo], datos }]
  }))
}
