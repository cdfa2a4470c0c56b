import { instanteDeSantiago, sumarDias } from '../../../shared/domain/fecha.ts'
import { terminosDe, type RangoRut, type Termino } from '../../../shared/domain/consulta-archivo.ts'
import type { ConsultaArchivo } from '../../../shared/ipc/modelos-archivo.ts'

/** A piece of SQL and what goes in its question marks. */
export interface Condicion { readonly sql: string; readonly valores: readonly (string | number)[] }

const union = (partes: readonly Condicion[], con: 'AND' | 'OR', vacia: string): Condicion =>
  partes.length === 0 ? { sql: vacia, valores: [] } : { sql: `(${partes.map((p) => p.sql).join(` ${con} `)})`, valores: partes.flatMap((p) => p.valores) }
export const todas = (partes: readonly Condicion[]): Condicion => union(partes, 'AND', 'true')
export const alguna = (partes: readonly Condicion[]): Condicion => union(partes, 'OR', 'false')

/** The search index knows runs of three characters; what is shorter is looked for as the beginning of a word. */
const MINIMO_INDICE = 3
const comoLike = (t: string): string => t.replace(/[\\%_]/gu, (c) => `\\${c}`)

/** Whether the index can be asked; otherwise each row that everything else left is read. */
export const enIndice = (texto: string): boolean => texto.length >= MINIMO_INDICE
export function fichasConTexto(texto: string, nivel?: 'cabecera'): Condicion {
  const de = nivel === undefined ? '' : ` AND t.nivel = '${nivel}'`
  return enIndice(texto)
    ? { sql: `f.pk IN (SELECT t.ficha_pk FROM busca JOIN trozo t ON t.pk = busca.rowid WHERE busca MATCH ?${de})`, valores: [`"${texto.replaceAll('"', '""')}"`] }
    : { sql: `EXISTS (SELECT 1 FROM trozo t JOIN busca b ON b.rowid = t.pk WHERE t.ficha_pk = f.pk${de} AND b.texto LIKE ? ESCAPE '\\')`, valores: [`% ${comoLike(texto)}%`] }
}

export const enRangos = (columna: string, rangos: readonly RangoRut[]): Condicion =>
  alguna(rangos.map((r) => r.desde === r.hasta ? { sql: `${columna} = ?`, valores: [r.desde] } : { sql: `${columna} BETWEEN ? AND ?`, valores: [r.desde, r.hasta] }))

/** Sends in which an alumno of those goes, or that SENCE shows with one. */
function fichasConRut(rangos: readonly RangoRut[]): Condicion {
  const enviado = enRangos('rut', rangos)
  return alguna([
    { sql: `f.envio_id IN (SELECT envio_id FROM llamada WHERE pk IN (SELECT llamada_pk FROM enviado WHERE ${enviado.sql}))`, valores: enviado.valores },
    { sql: `f.proceso_pk IN (SELECT proceso_pk FROM registro WHERE ${enviado.sql})`, valores: enviado.valores },
    { sql: `f.envio_id IN (SELECT l.envio_id FROM llamada l JOIN enlace x ON x.llamada_pk = l.pk WHERE x.proceso_pk IN (SELECT proceso_pk FROM registro WHERE ${enviado.sql}))`, valores: enviado.valores },
  ])
}

const deTermino = (t: Termino): Condicion =>
  alguna([...(t.texto === null ? [] : [fichasConTexto(t.texto)]), ...(t.ruts.length === 0 ? [] : [fichasConRut(t.ruts)])])

/** What is asked apart from the words. A day that is none limits nothing. */
export function filtros(c: ConsultaArchivo): Condicion[] {
  const desde = c.desde === undefined ? null : instanteDeSantiago(`${c.desde} 00:00:00`)
  const hasta = c.hasta === undefined ? null : instanteDeSantiago(`${c.hasta} 00:00:00`) === null ? null : instanteDeSantiago(`${sumarDias(c.hasta, 1)} 00:00:00`)
  return [
    ...(c.origen === undefined ? [] : [{ sql: 'f.origen = ?', valores: [c.origen] }]),
    ...(c.estado === undefined ? [] : [{ sql: 'f.estado = ?', valores: [c.estado] }]),
    ...(desde === null ? [] : [{ sql: 'f.fecha >= ?', valores: [desde] }]),
    ...(hasta === null ? [] : [{ sql: "f.fecha < ? AND f.fecha <> ''", valores: [hasta] }]),
  ]
}

/** Of the table `ficha f`. */
export function condicionDeFichas(c: ConsultaArchivo): Condicion {
  const terminos = terminosDe(c.texto)
  const dificiles = terminos.filter((t) => t.texto !== null && !enIndice(t.texto))
  return todas([...filtros(c), ...terminos.filter((t) => !dificiles.includes(t)).map(deTermino), ...dificiles.map(deTermino)])
}
