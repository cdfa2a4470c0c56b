/** Find and replace over what the cells say. */
import type { Hallada, PedidoBusqueda, Reemplazos } from '../ipc/modelos-edicion.ts'
import { limpiarTexto, textoDeCelda } from './celda-texto.ts'
import type { Comando, Parte } from './comandos.ts'
import { celdaEscrita } from './mesa-edicion.ts'
import { normalizarBusqueda, puedeDecir } from './mesa-busqueda.ts'
import type { Fila, TablaMesa } from './mesa-tabla.ts'
import { quienEs } from './mesa-vista.ts'

const EJEMPLOS = 6
const MARCAS_DE_LETRA = /\p{M}/gu

interface Coincidencia { tabla: TablaMesa; fila: Fila; col: number }

/** The last search stays: going from one match to the next asks for it again and again. */
export class Busquedas {
  private readonly tablas: readonly TablaMesa[]
  private clave = ''
  private halladas: Coincidencia[] = []

  constructor(tablas: readonly TablaMesa[]) {
    this.tablas = tablas
  }

  /** The match after (or before) a cell, in the order of the workbook, going round at the end. */
  vecina(version: number, p: PedidoBusqueda, desde: { tabla: string; filaId: number; columna: string | null } | null, haciaAtras: boolean): { total: number; hallada: Hallada | null } {
    const lista = this.buscar(version, p)
    if (lista.length === 0) return { total: 0, hallada: null }
    let n = 0
    if (desde !== null) {
      const aqui = this.lugar(desde)
      const despues = lista.findIndex(c => comparar(lugarDe(c), aqui) > 0)
      n = despues === -1 ? lista.length : despues
      if (haciaAtras) {
        n--
        const ultima = lista[n]
        if (ultima && comparar(lugarDe(ultima), aqui) === 0) n--
      }
    } else if (haciaAtras) n = lista.length - 1
    n = (n + lista.length) % lista.length
    const c = lista[n]
    return { total: lista.length, hallada: c ? { n: n + 1, tabla: c.tabla.id, filaId: c.fila.id, columna: c.tabla.columnas[c.col]?.key ?? '' } : null }
  }

  /** What replacing would do, with some cells before and after. */
  proponer(version: number, p: PedidoBusqueda, por: string): Reemplazos {
    const lista = this.buscar(version, p)
    const ejemplos: Reemplazos['ejemplos'] = []
    let cambian = 0
    for (const c of lista) {
      const antes = textoDeCelda(c.fila.celdas[c.col])
      const despues = reemplazar(antes, p, por)
      if (despues === antes) continue
      cambian++
      if (ejemplos.length < EJEMPLOS) ejemplos.push({ hoja: c.tabla.hoja, fila: c.fila.fila, columna: c.tabla.columnas[c.col]?.titulo ?? '', quien: quienEs(c.fila), antes, despues })
    }
    return { total: lista.length, cambian, ejemplos }
  }

  /** All of them, or only the one in the cell `solo`, as one command. null: nothing would change. */
  preparar(version: number, p: PedidoBusqueda, por: string, solo: { tabla: string; filaId: number; columna: string } | null): Comando | null {
    const porTabla = new Map<TablaMesa, Extract<Parte, { tipo: 'editar' }>['cambios']>()
    for (const { tabla, fila, col } of this.buscar(version, p)) {
      const columna = tabla.columnas[col]?.key ?? ''
      if (solo && (solo.tabla !== tabla.id || solo.filaId !== fila.id || solo.columna !== columna)) continue
      const antes = fila.celdas[col] ?? null
      const texto = textoDeCelda(antes)
      const nuevo = reemplazar(texto, p, por)
      if (nuevo === texto) continue
      const despues = celdaEscrita(nuevo, antes, fila.base[col] ?? null)
      const cambios = porTabla.get(tabla)
      if (cambios) cambios.push({ filaId: fila.id, columna, antes, despues })
      else porTabla.set(tabla, [{ filaId: fila.id, columna, antes, despues }])
    }
    const partes = [...porTabla].map(([t, cambios]): Parte => ({ tipo: 'editar', tabla: t.id, cambios, accion: 'reemplazar' }))
    return partes.length > 1 ? { tipo: 'lote', accion: 'reemplazar', partes } : (partes[0] ?? null)
  }

  private buscar(version: number, p: PedidoBusqueda): readonly Coincidencia[] {
    const clave = JSON.stringify([version, p.texto, p.mayusculas, p.acentos, p.completa, p.tabla, p.columna])
    if (clave !== this.clave) {
      this.clave = clave
      this.halladas = p.texto === '' ? [] : this.recorrer(p)
    }
    return this.halladas
  }

  private recorrer(p: PedidoBusqueda): Coincidencia[] {
    const halladas: Coincidencia[] = []
    const aguja = plegar(p.texto, p)
    const normal = normalizarBusqueda(p.texto)
    for (const tabla of this.tablas) {
      if (p.tabla !== null && p.tabla !== tabla.id) continue
      const cols = tabla.columnas.map((_, i) => i).filter(i => p.columna === null || tabla.columnas[i]?.key === p.columna)
      for (const fila of tabla.filas) {
        // The row's text is at hand already folded: most rows are passed over by it.
        if (!puedeDecir(fila, normal)) continue
        for (const col of cols) {
          const celda = fila.celdas[col]
          if (celda != null && coincide(textoDeCelda(celda), aguja, p)) halladas.push({ tabla, fila, col })
        }
      }
    }
    return halladas
  }

  private lugar(d: { tabla: string; filaId: number; columna: string | null }): readonly [number, number, number] {
    const i = this.tablas.findIndex(t => t.id === d.tabla)
    const t = this.tablas[i]
    return [i, t?.porId.get(d.filaId)?.pos ?? -1, (d.columna === null ? undefined : t?.columnaDe(d.columna)) ?? -1]
  }
}

const lugarDe = (c: Coincidencia): readonly [number, number, number] => [c.tabla.orden, c.fila.pos, c.col]
const comparar = (a: readonly [number, number, number], b: readonly [number, number, number]): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]

type Opciones = Pick<PedidoBusqueda, 'mayusculas' | 'acentos' | 'completa'>

function plegar(texto: string, o: Opciones): string {
  const sinAcentos = o.acentos ? texto : texto.normalize('NFD').replace(MARCAS_DE_LETRA, '')
  return o.mayusculas ? sinAcentos : sinAcentos.toLowerCase()
}

function coincide(texto: string, aguja: string, o: Opciones): boolean {
  return o.completa ? plegar(limpiarTexto(texto), o) === plegar(limpiarTexto(aguja), o) : plegar(texto, o).includes(aguja)
}

/** Every appearance; the rest of the text stays as it was written. */
export function reemplazar(texto: string, p: PedidoBusqueda, por: string): string {
  const aguja = plegar(p.texto, p)
  if (aguja === '') return texto
  if (p.completa) return coincide(texto, aguja, p) ? por : texto
  // Folded letter by letter, keeping where each came from: "Á" may become one letter out of two.
  let plegado = ''
  const origen: number[] = []
  let i = 0
  for (const letra of texto) {
    const p2 = plegar(letra, p)
    for (let k = 0; k < p2.length; k++) origen.push(i)
    plegado += p2
    i += letra.length
  }
  let salida = ''
  let hasta = 0
  for (let n = plegado.indexOf(aguja); n !== -1; n = plegado.indexOf(aguja, n + aguja.length)) {
    salida += texto.slice(hasta, origen[n]) + por
    hasta = origen[n + aguja.length] ?? texto.length
  }
  return salida + texto.slice(hasta)
}
