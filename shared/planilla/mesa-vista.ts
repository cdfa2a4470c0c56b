/** Rows and problems as the window shows them. */
import { mensajeDe, queHacerDe } from '../domain/causas.ts'
import type { Nivel } from '../domain/problema.ts'
import type { CeldaVista, FilaVista, ProblemaVista, TablaVista } from '../ipc/modelos.ts'
import { textoDeCelda } from './celda-texto.ts'
import { mismaCelda } from './comandos.ts'
import type { HallazgoColumna } from './conversion.ts'
import { cuenta, estaFuera, rechazosDe, vistaDe, type Fila, type TablaMesa } from './mesa-tabla.ts'
import { TEXTOS_PLANILLA } from './textos.ts'

const NIVELES: readonly Nivel[] = ['error', 'aviso', 'informacion']
const CUENTA = { error: 'errores', aviso: 'avisos', informacion: 'informaciones' } as const

/** All that was found in the row; nothing for one that is left out. */
export function hallazgosDe(f: Fila): HallazgoColumna[] {
  if (!cuenta(f)) return []
  return [...(f.tabla.convertir(f).hallazgos ?? []), ...(f.hallazgos ?? []), ...(f.deCurso ?? []), ...rechazosDe(f)]
}

const peorNivel = (hallazgos: readonly HallazgoColumna[]): Nivel | null => NIVELES.find(n => hallazgos.some(h => h.nivel === n)) ?? null

function palabras(f: Fila, hallazgos: readonly HallazgoColumna[]): { nivel: Nivel | null; mensaje: string | null; queHacer: string | null } {
  const nivel = peorNivel(hallazgos)
  if (nivel === null) return { nivel, mensaje: null, queHacer: null }
  const peores = hallazgos.filter(h => h.nivel === nivel)
  const unicas = (textos: string[]): string => TEXTOS_PLANILLA.unir([...new Set(textos)])
  return {
    nivel,
    mensaje: unicas(peores.map(h => mensajeDe(h.causa, datosDe(f, h)))),
    queHacer: unicas(peores.map(h => queHacerDe(h.causa, datosDe(f, h)))),
  }
}

export const datosDe = (f: Fila, h: HallazgoColumna): HallazgoColumna['datos'] => ({ columna: f.tabla.columnas[h.col]?.titulo ?? '', ...h.datos })

export function filaVista(f: Fila): FilaVista {
  const hallazgos = hallazgosDe(f)
  const deFila = palabras(f, hallazgos.filter(h => h.col === -1))
  const celdas = f.tabla.columnas.map((_, col): CeldaVista => {
    const celda = f.celdas[col] ?? null
    const suyos = hallazgos.filter(h => h.col === col)
    const convertido = suyos.find(h => h.datos['convertido'] !== undefined)?.datos['convertido']
    return {
      texto: textoDeCelda(celda), convertido: convertido === undefined ? null : String(convertido),
      ...palabras(f, suyos), editada: !mismaCelda(celda, f.base[col] ?? null),
    }
  })
  return { id: f.id, fila: f.fila, excluida: estaFuera(f), nivel: peorNivel(hallazgos), mensaje: deFila.mensaje, queHacer: deFila.queHacer, celdas }
}

export function tablaVista(t: TablaMesa): TablaVista {
  return {
    id: t.id, clase: t.clase, hoja: t.hoja, columnas: t.columnas, filas: t.filas.length, estructura: t.estructura, excluidas: t.fuera,
    errores: t.errores, avisos: t.avisos, informaciones: t.informaciones,
  }
}

/** A page of the problems: errors of all tables in sheet order, then warnings, then informations. */
export function listarProblemas(tablas: readonly TablaMesa[], nivel: Nivel | 'todos', desde: number, cuantos: number): { total: number; problemas: ProblemaVista[] } {
  const niveles = nivel === 'todos' ? NIVELES : [nivel]
  const problemas: ProblemaVista[] = []
  let total = 0
  for (const n of niveles) {
    for (const t of tablas) {
      const enTabla = t[CUENTA[n]]
      if (problemas.length < cuantos && total + enTabla > desde) reunir(t, n, desde - total, cuantos, problemas)
      total += enTabla
    }
  }
  return { total, problemas }
}

/** Rows before the page are passed over by their counts, without looking at what was found in them. */
function reunir(t: TablaMesa, nivel: Nivel, saltar: number, cuantos: number, problemas: ProblemaVista[]): void {
  let vistos = 0
  for (const f of t.filas) {
    const enFila = f[CUENTA[nivel]]
    if (enFila === 0) continue
    if (vistos + enFila > saltar) {
      const suyos = hallazgosDe(f).filter(h => h.nivel === nivel).sort((a, b) => a.col - b.col)
      for (const h of suyos.slice(Math.max(0, saltar - vistos))) {
        if (problemas.length === cuantos) return
        problemas.push(problemaVista(f, h))
      }
    }
    vistos += enFila
  }
}

/** Its own RUT and name, or those of another row of the same alumno. */
export function quienEs(f: Fila): string {
  const leer = (key: 'alumno.rut' | 'alumno.nombre'): string => {
    const suyo = vistaDe(f, key)
    if (suyo !== '') return suyo
    for (const g of f.grupo?.filas ?? []) {
      const otro = vistaDe(g, key)
      if (otro !== '') return otro
    }
    return ''
  }
  return [leer('alumno.rut'), leer('alumno.nombre')].filter(t => t !== '').join(' · ')
}

export function problemaVista(f: Fila, h: HallazgoColumna): ProblemaVista {
  const columna = f.tabla.columnas[h.col]
  const datos = datosDe(f, h)
  const { original, convertido } = datos
  return {
    id: [f.tabla.id, f.id, columna?.key ?? '', h.causa].join(':'),
    nivel: h.nivel, causa: h.causa, mensaje: mensajeDe(h.causa, datos), queHacer: queHacerDe(h.causa, datos),
    tabla: f.tabla.id, filaId: f.id, columna: columna?.key ?? null, hoja: f.tabla.hoja, quien: quienEs(f), fila: f.fila, letra: columna?.letra ?? '',
    original: convertido === undefined || original === undefined ? null : String(original),
    convertido: convertido === undefined ? null : String(convertido),
  }
}
