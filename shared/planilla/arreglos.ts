/**
 * What can be done at once about all cells of a cause. Nothing here is ever done by itself: each option is a reading or a
 * value that the person chooses, seeing before and after. null: every cell needs its own answer.
 */
import type { Causa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import { textoDeCelda } from './celda-texto.ts'
import type { ClaseTabla, TipoColumna } from './columnas.ts'
import { agregarDv, comoHoras, comoMinutos, comoSegundos, recortadas, separarDv, sinRepetidas } from './arreglos-celda.ts'
import { LECTURAS, type IdLectura } from './lecturas.ts'

/** Where: one column of one table, because what is true of one column need not be of another. */
export interface LugarArreglo { clase: ClaseTabla; columna: string; tipo: TipoColumna }
export interface CeldaConCausa { celda: Celda; datos: Readonly<Record<string, string | number>> }

export type IdOpcion =
  | IdLectura | 'sin-leer' | 'agregar-dv' | 'separar-dv'
  | 'estado-1' | 'estado-2' | 'estado-3' | 'valor' | 'primera' | 'termino' | 'vaciar' | 'sin-repetidas' | 'recortar' | 'dejar-fuera'

interface OpcionDeCeldas {
  id: IdOpcion
  hace: 'cambiar'
  /** New text of the cell; null: it cannot be read that way and stays. Absent in 'valor': the person types the text. */
  leer?: (c: CeldaConCausa) => string | null
  /** It says how the whole column is to be read, and the cells keep what the file says. 'ninguna': nothing is said any more. */
  lectura?: IdLectura | 'ninguna'
}
interface OpcionDeFilas { id: IdOpcion; hace: 'dejar-fuera'; /** All rows of the módulo, not only the one that has the finding. */ todoElModulo: boolean }
export type OpcionArreglo = OpcionDeCeldas | OpcionDeFilas

export interface Arreglo {
  /** The answer may differ from text to text ("Pendiente", "Retirado"): it is asked for each. */
  porTexto: boolean
  opciones(l: LugarArreglo): OpcionArreglo[]
}

const con = (...opciones: OpcionArreglo[]): Arreglo => ({ porTexto: false, opciones: () => opciones })
const celda = (id: IdOpcion, leer: (c: Celda) => string | null): OpcionArreglo => ({ id, hace: 'cambiar', leer: c => leer(c.celda) })
const datoDe = (id: IdOpcion, clave: string): OpcionArreglo => ({ id, hace: 'cambiar', leer: c => String(c.datos[clave] ?? '') || null })
const fuera = (todoElModulo: boolean): OpcionArreglo => ({ id: 'dejar-fuera', hace: 'dejar-fuera', todoElModulo })
const VALOR: OpcionArreglo = { id: 'valor', hace: 'cambiar' }
const VACIAR = con(celda('vaciar', () => ''))
const FUERA = con(fuera(false))
const FUERA_EL_MODULO = con(fuera(true))
const ESTADOS: OpcionArreglo[] = ([1, 2, 3] as const).map(n => celda(`estado-${n}`, () => String(n)))
const POR_ESTADO: Arreglo = { porTexto: true, opciones: () => ESTADOS }
/** A reading of the column. On cells that are read already, only where it changes something. */
const leida = (id: IdLectura): OpcionArreglo => ({ id, hace: 'cambiar', lectura: id, leer: c => (c.datos['lectura'] === id ? null : LECTURAS[id](c.celda)) })
const DE_FECHA = (['dia-mes', 'mes-dia', 'ano-mes', 'dia-mes-1900', 'mes-dia-1900'] as const).map(leida)
const DE_PORCENTAJE = (['fraccion', 'porcentaje'] as const).map(leida)
const DE_TIEMPO = (['horas', 'minutos', 'segundos', 'miles'] as const).map(leida)
const DE_NUMERO = (['decimales', 'miles'] as const).map(leida)
const SIN_LEER: OpcionArreglo = { id: 'sin-leer', hace: 'cambiar', lectura: 'ninguna', leer: c => textoDeCelda(c.celda) }
/** What a column was said to be may be said again, or taken back. */
const OTRA_LECTURA: Arreglo = {
  porTexto: false,
  opciones: ({ tipo }) => [...(tipo === 'fecha' ? DE_FECHA : tipo === 'porcentaje' ? DE_PORCENTAJE : tipo === 'segundos' ? DE_TIEMPO : DE_NUMERO), SIN_LEER],
}
/** One text for all, where one text may be right for all: a RUT never is. */
const RELLENAR: Arreglo = { porTexto: false, opciones: l => (l.tipo === 'rut' || l.tipo === 'dv' ? [] : l.tipo === 'estado' ? ESTADOS : [VALOR]) }

/** Exhaustive: a cause about which nothing was decided does not compile. */
export const ARREGLOS: Readonly<Record<Causa, Arreglo | null>> = {
  'celda-error': null,
  'no-es-texto': null,
  'no-es-numero': null,
  'porcentaje-ambiguo': con(...DE_PORCENTAJE),
  'numero-ambiguo': { porTexto: false, opciones: l => (l.tipo === 'segundos' ? DE_TIEMPO : DE_NUMERO) },
  'tiempo-ilegible': con(...DE_TIEMPO),
  'tiempo-sin-unidad': con(...DE_TIEMPO),
  'fecha-ilegible': null,
  'fecha-ambigua': con(...DE_FECHA),
  'estado-desconocido': POR_ESTADO,
  'rut-formato': null,
  'rut-sin-dv': con(celda('agregar-dv', agregarDv), celda('separar-dv', separarDv)),
  // Number or digit: one of them is wrong, and which one only the person's papers say.
  'rut-dv': null,
  'convertido-rut': null,
  'convertido-porcentaje': null,
  'decimales-cortados': null,
  'convertido-tiempo': null,
  'convertido-fecha': null,
  'convertido-estado': null,
  'convertido-blancos': null,
  'texto-numerico': null,
  'leido-como-dijo': OTRA_LECTURA,

  'requerido': RELLENAR,
  'dato-inesperado': null,
  'rut-fuera-de-rango': null,
  'tiempo-no-entero': con(celda('horas', comoHoras), celda('minutos', comoMinutos), celda('segundos', comoSegundos)),
  'tiempo-negativo': null,
  'tiempo-cero': null,
  'estado-fuera-de-rango': POR_ESTADO,
  'estado-sin-terminar': con(celda('estado-1', () => '1')),
  'porcentaje-no-entero': null,
  // A progress above 100 is not 100: it cannot be lowered once SENCE has it.
  'porcentaje-fuera-de-rango': null,
  'fecha-invalida': null,
  'fin-antes-de-inicio': null,
  'ejecucion-fuera-de-rango': con(datoDe('termino', 'fin'), VALOR),
  'nota-fuera-de-rango': VACIAR,
  'nota-escala': VACIAR,
  'cantidad-invalida': VACIAR,
  'actividad-larga': con(celda('recortar', recortadas)),
  'actividades-iguales-tras-corte': null,
  'actividad-repetida': { porTexto: false, opciones: l => (l.columna === 'modulo.actividades' ? [celda('sin-repetidas', sinRepetidas)] : l.clase === 'actividades' ? [fuera(false)] : []) },
  'sin-actividades': { porTexto: false, opciones: l => (l.columna === 'modulo.actividades' || l.columna === 'actividad.codigoActividad' ? [VALOR] : []) },
  'sin-modulos': FUERA,
  'sin-alumnos': null,
  'modulo-repetido': FUERA,
  'alumno-repetido': FUERA,
  'avance-menor': FUERA_EL_MODULO,
  'avance-igual': FUERA_EL_MODULO,

  // Which of the two numbers is the wrong one, nobody can know from here.
  'alumno-completo-con-modulos': null,
  'aprobado-sin-completar': con(celda('estado-1', () => '1')),
  'modulo-fuera-de-fechas': null,
  'tiempo-de-modulos-mayor': null,

  'dato-contradictorio': { porTexto: false, opciones: l => (l.tipo === 'dv' ? [] : [datoDe('primera', 'otro')]) },
  'nombre-distinto': null,
  'fila-huerfana': FUERA,
  'actividad-huerfana': FUERA,
  'curso-sin-hoja': null,
  'curso-repetido': FUERA,
  'curso-sin-alumnos': null,
  // What SENCE refused is corrected one by one: its words are about one alumno.
  'rechazo-sence': null,
  'valor-por-defecto': RELLENAR,
}
