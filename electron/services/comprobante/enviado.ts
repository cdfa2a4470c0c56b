/** What travelled, read again from its own bytes: whoever wrote them may be an older program, so nothing is taken for granted. */
import { formatFecha, esFechaIso } from '../../../shared/domain/fecha.ts'
import { textoDeSegundos } from '../../../shared/planilla/celda-texto.ts'
import { TEXTOS_COMPROBANTE } from './textos.ts'

const T = TEXTOS_COMPROBANTE.alumnos
type Objeto = Readonly<Record<string, unknown>>

/** Fields of a course, an alumno or a módulo as text to be read. */
export class Enviado {
  readonly #datos: Objeto
  constructor(datos: object) { this.#datos = datos as Objeto }
  /** null: it was not sent. */
  valor(campo: string): string | null { const v = this.#datos[campo]; return v === undefined || v === null ? null : typeof v === 'string' ? v : JSON.stringify(v) }
  texto(campo: string): string { return this.valor(campo) ?? T.falta }
  numero(campo: string): number | null { const v = this.#datos[campo]; return typeof v === 'number' ? v : null }
  porcentaje(campo: string): string { const v = this.valor(campo); return v === null ? T.falta : `${v} %` }
  tiempo(campo: string): string { const v = this.numero(campo); return v === null ? this.texto(campo) : textoDeSegundos(v) }
  fecha(campo: string): string { const v = this.texto(campo); return esFechaIso(v) ? formatFecha(v) : v }
  estado(): string { return T.estados(this.valor('estado')) }
  lista(campo: string): Enviado[] {
    const v = this.#datos[campo]
    return Array.isArray(v) ? v.filter((x: unknown): x is Objeto => typeof x === 'object' && x !== null).map((x) => new Enviado(x)) : []
  }
}

/** null: what travelled is not the JSON of a course. */
export function leerEnviado(cuerpo: string): Enviado | null {
  try {
    const leido: unknown = JSON.parse(cuerpo)
    return typeof leido === 'object' && leido !== null && 'listaAlumnos' in leido && Array.isArray(leido.listaAlumnos) ? new Enviado(leido) : null
  } catch { return null }
}
