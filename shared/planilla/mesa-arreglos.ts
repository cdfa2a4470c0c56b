/** The fixes of a cause over the draft: which can be offered, what each would do, and the change itself. */
import type { Causa } from '../domain/causas.ts'
import { mensajeDe } from '../domain/causas.ts'
import type { Propuesta } from '../ipc/modelos-causas.ts'
import { ARREGLOS, type CeldaConCausa, type OpcionArreglo } from './arreglos.ts'
import { TEXTOS_ARREGLOS } from './arreglos-textos.ts'
import { limpiarTexto, textoDeCelda } from './celda-texto.ts'
import { columnaDeKey } from './columnas.ts'
import { convertirCelda } from './conversion.ts'
import type { IdLectura } from './lecturas.ts'
import { armarAlumno } from './mesa-arbol.ts'
import type { Hallado } from './mesa-causas.ts'
import { vistaDe, type Fila, type TablaMesa } from './mesa-tabla.ts'
import { hallazgosDe } from './mesa-vista.ts'

const EJEMPLOS = 8
const TEXTOS = 30

/** Scope and choice, as they come over the bridge (modelos-causas.ts). */
export interface Pedido { causa: Causa; tabla: string; columna: string; texto?: string | undefined; opcion?: string | undefined; valor?: string | undefined }
export type Arreglado =
  | { tipo: 'celdas'; cambios: { filaId: number; columna: string; texto: string }[] }
  | { tipo: 'filas'; filas: number[] }
  | { tipo: 'lectura'; columna: string; celdas: number; antes: readonly IdLectura[]; despues: IdLectura[] }

export function opcionesDe(causa: Causa, tabla: TablaMesa, columna: string): OpcionArreglo[] {
  const def = columnaDeKey(columna)
  return def ? (ARREGLOS[causa]?.opciones({ clase: tabla.clase, columna, tipo: def.tipo }) ?? []) : []
}

/** The cells of the scope, out of all that have the cause. */
function enAlcance(lista: readonly Hallado[], p: Pedido): Hallado[] {
  const deColumna = lista.filter(h => h.fila.tabla.id === p.tabla && h.fila.tabla.columnas[h.hallazgo.col]?.key === p.columna)
  return p.texto === undefined ? deColumna : deColumna.filter(h => textoDe(h) === p.texto)
}

const celdaDe = (h: Hallado): CeldaConCausa => ({ celda: h.fila.celdas[h.hallazgo.col] ?? null, datos: h.hallazgo.datos })
const textoDe = (h: Hallado): string => limpiarTexto(textoDeCelda(celdaDe(h).celda))

export function proponer(tabla: TablaMesa | undefined, lista: readonly Hallado[], p: Pedido, hoy: string): Propuesta {
  const nada: Propuesta = { textos: [], cuantas: 0, opciones: [], vista: null, objecion: null }
  if (!tabla) return nada
  const celdas = enAlcance(lista, p)
  const opciones = opcionesDe(p.causa, tabla, p.columna).filter(o => o.id === 'valor' || sirve(o, celdas))
  const elegida = opciones.find(o => o.id === p.opcion)
  const objecion = elegida?.id === 'valor' ? objecionDe(p) : null
  const textos = ARREGLOS[p.causa]?.porTexto === true ? contarTextos(enAlcance(lista, { ...p, texto: undefined })) : []
  return {
    textos, cuantas: celdas.length, objecion,
    opciones: opciones.map(o => ({ id: o.id, hace: o.hace, pide: o.id === 'valor' ? 'valor' : 'nada', ...palabrasDe(o, celdas) })),
    vista: elegida && objecion === null && !(elegida.id === 'valor' && vacio(p.valor)) ? ver(elegida, celdas, p, hoy) : null,
  }
}

/** null: there is nothing to do, or the option is none of those of the scope. */
export function arreglar(tabla: TablaMesa | undefined, lista: readonly Hallado[], p: Pedido, hoy: string): Arreglado | null {
  const opcion = tabla ? opcionesDe(p.causa, tabla, p.columna).find(o => o.id === p.opcion) : undefined
  if (!opcion || (opcion.id === 'valor' && (vacio(p.valor) || objecionDe(p) !== null))) return null
  const celdas = enAlcance(lista, p)
  if (opcion.hace === 'dejar-fuera') return { tipo: 'filas', filas: filasDe(opcion.todoElModulo, celdas, hoy).filter(f => f.tabla === tabla).map(f => f.id) }
  if (opcion.lectura !== undefined) return tabla ? leerColumna(tabla, opcion, celdas, p) : null
  const cambios = celdas.flatMap(h => {
    const texto = nuevoTexto(opcion, h, p)
    return texto === null ? [] : [{ filaId: h.fila.id, columna: p.columna, texto }]
  })
  return { tipo: 'celdas', cambios }
}

/** What was said last comes first; what had been said of other cells of the column stands. */
function leerColumna(tabla: TablaMesa, { lectura, leer }: Extract<OpcionArreglo, { hace: 'cambiar' }>, celdas: readonly Hallado[], p: Pedido): Arreglado | null {
  const col = tabla.columnas.findIndex(c => c.key === p.columna)
  const antes = tabla.lecturasDe(col)
  const cuantas = celdas.filter(h => leer?.(celdaDe(h)) != null).length
  if (lectura === undefined || cuantas === 0) return null
  const despues = lectura === 'ninguna' ? [] : p.causa === 'leido-como-dijo' ? [lectura, ...antes.filter(l => l !== lectura)] : [...antes.filter(l => l !== lectura), lectura]
  return { tipo: 'lectura', columna: p.columna, celdas: cuantas, antes, despues }
}

const vacio = (v: string | undefined): boolean => v === undefined || limpiarTexto(v) === ''
const sirve = (o: OpcionArreglo, celdas: readonly Hallado[]): boolean => o.hace === 'dejar-fuera' || celdas.some(h => o.leer?.(celdaDe(h)) != null)

function nuevoTexto(o: OpcionArreglo, h: Hallado, p: Pedido): string | null {
  if (o.hace === 'dejar-fuera') return null
  return o.leer ? o.leer(celdaDe(h)) : (p.valor ?? null)
}

/** Words of why the value is none of that column's; one that is typed for thousands of cells is read before. */
function objecionDe(p: Pedido): string | null {
  const def = columnaDeKey(p.columna)
  if (!def || vacio(p.valor)) return null
  const { hallazgo } = convertirCelda(def, p.valor ?? '')
  return hallazgo?.nivel === 'error' ? mensajeDe(hallazgo.causa, { columna: def.titulo, ...hallazgo.datos }) : null
}

function contarTextos(celdas: readonly Hallado[]): Propuesta['textos'] {
  const cuantas = new Map<string, number>()
  for (const h of celdas) cuantas.set(textoDe(h), (cuantas.get(textoDe(h)) ?? 0) + 1)
  return [...cuantas].map(([texto, n]) => ({ texto, cuantas: n })).sort((a, b) => b.cuantas - a.cuantas).slice(0, TEXTOS)
}

/** The words of a reading show it on the first cell that it can read. */
function palabrasDe(o: OpcionArreglo, celdas: readonly Hallado[]): { titulo: string; detalle: string | null } {
  const primera = o.hace === 'cambiar' && o.leer ? celdas.find(h => o.leer?.(celdaDe(h)) != null) : undefined
  const antes = primera ? textoDe(primera) : ''
  const despues = (primera && o.hace === 'cambiar' ? o.leer?.(celdaDe(primera)) : null) ?? ''
  return TEXTOS_ARREGLOS[o.id](antes, despues)
}

function ver(o: OpcionArreglo, celdas: readonly Hallado[], p: Pedido, hoy: string): NonNullable<Propuesta['vista']> {
  const filas = o.hace === 'dejar-fuera' ? filasDe(o.todoElModulo, celdas, hoy) : []
  if (o.hace === 'dejar-fuera') {
    const ejemplos = filas.slice(0, EJEMPLOS).map(f => ({ fila: f.fila, quien: quienEs(f), antes: vistaDe(f, columnaDeKey(p.columna)?.key ?? 'alumno.rut'), despues: null }))
    return { opcion: o.id, cambian: filas.length, quedan: 0, callan: otrosProblemas(filas, p.causa), ejemplos }
  }
  const ejemplos: NonNullable<Propuesta['vista']>['ejemplos'] = []
  let cambian = 0
  for (const h of celdas) {
    const despues = nuevoTexto(o, h, p)
    if (despues === null) continue
    cambian++
    if (ejemplos.length < EJEMPLOS) ejemplos.push({ fila: h.fila.fila, quien: quienEs(h.fila), antes: textoDeCelda(celdaDe(h).celda), despues })
  }
  return { opcion: o.id, cambian, quedan: celdas.length - cambian, callan: 0, ejemplos }
}

const quienEs = (f: Fila): string => [vistaDe(f, 'alumno.rut'), vistaDe(f, 'alumno.nombre'), vistaDe(f, 'modulo.codigoModulo')].filter(t => t !== '').join(' · ')

/** Errors and warnings of the rows that are not of the cause. */
function otrosProblemas(filas: readonly Fila[], causa: Causa): number {
  return filas.reduce((n, f) => n + hallazgosDe(f).filter(h => h.nivel !== 'informacion' && h.causa !== causa).length, 0)
}

/** In "hoja única" a módulo may take several rows: leaving out the one with the finding would leave the módulo. */
function filasDe(todoElModulo: boolean, celdas: readonly Hallado[], hoy: string): Fila[] {
  const filas = new Set<Fila>()
  for (const { fila } of celdas) {
    const modulo = todoElModulo && fila.grupo ? armarAlumno(fila.grupo, hoy).modulos.find(m => m.filas.includes(fila)) : undefined
    for (const f of modulo?.filas ?? [fila]) filas.add(f)
  }
  return [...filas]
}
