/** What was sent against what SENCE recorded, field by field, as SENCE writes its fields: everything as text, `10.00000`, dates at midnight [OBS]. */
import { analizarObjeto, comoTexto, type ObjetoLeido } from './objeto-leido.ts'
import { numeroDeRut } from './respuesta.ts'
import { calcularDv, formatRut } from './rut.ts'

export const CAMPOS_COMPARADOS = ['avance', 'tiempo', 'estado', 'inicio', 'fin', 'ejecucion', 'nota'] as const
export type CampoComparado = (typeof CAMPOS_COMPARADOS)[number]

export interface CampoDiferente { readonly campo: CampoComparado; readonly enviado: string | null; readonly registrado: string | null; readonly igual: boolean }
export interface FilaDeComparacion {
  /** `12.345.678-5` */
  readonly rut: string
  /** null: what is said of the alumno as a whole. */
  readonly modulo: string | null
  readonly donde: 'ambos' | 'solo-enviado' | 'solo-sence'
  readonly rechazado: boolean
  readonly campos: readonly CampoDiferente[]
}
type Nombres = readonly (readonly [CampoComparado, enviado: string, registrado: readonly string[]])[]

const DE_ALUMNO: Nombres = [
  ['avance', 'porcentajeAvance', ['porcentaje_avance']], ['tiempo', 'tiempoConectividad', ['tiempo_conectividad']], ['estado', 'estado', ['estado']],
  ['inicio', 'fechaInicio', ['fecha_inicio']], ['fin', 'fechaFin', ['fecha_fin']], ['ejecucion', 'fechaEjecucion', ['fecha_ejecucion']],
]
const DE_MODULO: Nombres = [
  ['avance', 'porcentajeAvance', ['mod_porcentaje_avance']], ['tiempo', 'tiempoConectividad', ['mod_tiempo_conectividad']], ['estado', 'estado', ['mod_estado']],
  ['inicio', 'fechaInicio', ['mod_fecha_inicio']], ['fin', 'fechaFin', ['mod_fecha_fin']], ['nota', 'notaModulo', ['mod_nota', 'mod_notas']],
]

/** `"10.00000"` = 10, `2026-11-24 00:00:00` = `2026-11-24`; whatever else, without blanks round it. */
export function normalizar(campo: CampoComparado, texto: string | null): string | null {
  if (texto === null) return null
  if (campo === 'inicio' || campo === 'fin' || campo === 'ejecucion') return /^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?$/u.exec(texto)?.[1] ?? texto
  return /^-?\d+(?:\.\d+)?$/u.test(texto) ? String(Number(texto)) : texto
}

interface Grupo { readonly campos: Map<CampoComparado, Set<string | null>>; rechazado: boolean }
interface Enviado { readonly rut: number; readonly modulo: string | null; readonly objeto: ObjetoLeido }
const claveDe = (rut: number | string, modulo: string | null): string => JSON.stringify([rut, modulo])

/**
 * Compares a call with the records that SENCE shows of it, which may be many thousand: they are given one by one, and each
 * row is made when it is asked for.
 * @param cuerpo exact text of the call
 */
export class Comparador {
  private readonly enviados = new Map<string, Enviado>()
  private readonly registrados = new Map<string, Grupo & { readonly rut: string; readonly modulo: string | null }>()

  constructor(cuerpo: string) {
    for (const alumno of lista(analizarObjeto(cuerpo)?.['listaAlumnos'])) {
      const rut = numeroDeRut(comoTexto(alumno['rutAlumno']))
      if (rut === null) continue
      this.enviados.set(claveDe(rut, null), { rut, modulo: null, objeto: alumno })
      for (const m of lista(alumno['listaModulos'])) {
        const modulo = comoTexto(m['codigoModulo'])
        this.enviados.set(claveDe(rut, modulo ?? ''), { rut, modulo: modulo ?? '', objeto: m })
      }
    }
  }

  /** @param crudo the record's text, as it came */
  registro(crudo: string, rechazado: boolean): void {
    const r = analizarObjeto(crudo) ?? {}
    const numero = numeroDeRut(comoTexto(r['rut_alumno']))
    const rut = numero === null ? comoTexto(r['rut_alumno']) ?? '' : formatRut({ numero, dv: calcularDv(numero) })
    for (const [modulo, nombres] of [[null, DE_ALUMNO], [comoTexto(r['mod_cod']) ?? '', DE_MODULO]] as const) {
      const clave = claveDe(numero ?? rut, modulo)
      const grupo = this.registrados.get(clave) ?? { rut, modulo, campos: new Map<CampoComparado, Set<string | null>>(), rechazado: false }
      this.registrados.set(clave, grupo)
      if (rechazado) grupo.rechazado = true
      for (const [campo, , suyos] of nombres) {
        const valor = suyos.map((n) => comoTexto(r[n])).find((v) => v !== null) ?? null
        const vistos = grupo.campos.get(campo) ?? new Set<string | null>()
        grupo.campos.set(campo, vistos)
        vistos.add(normalizar(campo, valor))
      }
    }
  }

  /** Of what was sent, in its order; then what SENCE shows besides. */
  *filas(): Generator<FilaDeComparacion> {
    for (const [clave, e] of this.enviados) {
      const suyo = this.registrados.get(clave)
      const rut = formatRut({ numero: e.rut, dv: calcularDv(e.rut) })
      const campos = (e.modulo === null ? DE_ALUMNO : DE_MODULO).flatMap(([campo, nombre]): CampoDiferente[] => {
        const enviado = normalizar(campo, comoTexto(e.objeto[nombre]))
        const vistos = [...(suyo?.campos.get(campo) ?? [])]
        // Not sent, so that nothing was asked of SENCE: what it put there is no difference.
        if (enviado === null) return []
        const registrado = vistos.length === 0 ? null : vistos.length === 1 ? vistos[0] ?? null : vistos.map((v) => v ?? '—').join(' / ')
        return [{ campo, enviado, registrado, igual: enviado === registrado }]
      })
      yield { rut, modulo: e.modulo, donde: suyo === undefined ? 'solo-enviado' : 'ambos', rechazado: suyo?.rechazado ?? false, campos: suyo === undefined ? campos.map((c) => ({ ...c, igual: false })) : campos }
    }
    for (const [clave, r] of this.registrados) {
      if (this.enviados.has(clave)) continue
      const campos = [...r.campos].map(([campo, vistos]): CampoDiferente => ({ campo, enviado: null, registrado: [...vistos].map((v) => v ?? '—').join(' / '), igual: false }))
      yield { rut: r.rut, modulo: r.modulo, donde: 'solo-sence', rechazado: r.rechazado, campos: campos.filter((c) => c.registrado !== '—') }
    }
  }
}

export const esIgual = (f: FilaDeComparacion): boolean => f.donde === 'ambos' && f.campos.every((c) => c.igual)

const lista = (v: unknown): ObjetoLeido[] => (Array.isArray(v) ? (v as unknown[]).filter((x): x is ObjetoLeido => typeof x === 'object' && x !== null && !Array.isArray(x)) : [])
