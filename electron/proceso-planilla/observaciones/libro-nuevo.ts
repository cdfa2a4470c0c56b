/** A new .xlsx with the sheets, rows and values of a file that cannot be written back (.xls, .ods, .csv): values, not looks. */
import type { Cell, Workbook, Worksheet } from 'exceljs'
import type { Celda } from '../../../shared/domain/celda.ts'
import type { NivelObservado } from '../../../shared/planilla/observaciones.ts'
import type { FilaLeida } from '../lector.ts'
import { letraDe } from '../lectura.ts'
import { ANCHOS_OBSERVACIONES, MAXIMO_RENGLONES, celdasDe, destinoDe, lineasDe, type Renglon } from './hoja-observaciones.ts'
import { marcaDe } from './marca.ts'
import { PaqueteEditable } from './paquete-editable.ts'
import { ponerMarca } from './propiedades.ts'
import { LIMITES } from '../limites.ts'
import type { Lugar, PedidoHoja } from './pedido.ts'
import { TEXTOS_OBSERVACIONES as T } from './textos.ts'
import { normalizarEncabezado } from '../../../shared/planilla/encabezado.ts'
import { textoDeCelda } from '../../../shared/planilla/celda-texto.ts'
import { escribible } from './valor-celda.ts'

export interface HojaConFilas { nombre: string; filas: FilaLeida[] }
const RELLENO: Readonly<Record<NivelObservado, string>> = { error: 'FFFFC7CE', aviso: 'FFFFEB9C' }
const FORMATO = { fecha: 'dd-mm-yyyy', duracion: '[h]:mm:ss', porcentaje: '0%' } as const
const solido = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
const ANCHO = { minimo: 9, maximo: 45 }
const MAXIMO_NOTAS = 5000

export async function construirLibroNuevo(hojas: readonly HojaConFilas[], pedidos: readonly PedidoHoja[], exportacion: string): Promise<{ bytes: Uint8Array; escritas: number; sinEscribir: string[] }> {
  const { default: exceljs } = await import('exceljs')
  const libro = new exceljs.Workbook()
  libro.creator = 'Puente SIC'
  const renglones: Renglon[] = []
  const sinEscribir: string[] = []
  let escritas = 0, notas = 0
  for (const { nombre, filas } of hojas) {
    const hoja = libro.addWorksheet(nombre)
    copiar(hoja, filas)
    for (const p of pedidos.filter(x => x.hoja === nombre)) {
      const columna = columnasDe(hoja, p, filas)
      if (p.sinLugar > 0) sinEscribir.push(T.celdaDe(nombre, T.filaNueva))
      for (const v of p.valores) {
        const celda = hoja.getCell(v.fila, columna(v.lugar))
        const e = escribible(v.celda, v.key, 'numero', false)
        celda.numFmt = 'General'
        celda.value = e.v === null ? null : e.t === 'inlineStr' ? e.v : e.t === 'b' ? e.v === '1' : Number(e.v)
        escritas++
      }
      for (const m of p.marcas) {
        const celda = hoja.getCell(m.fila, columna(m.lugar))
        if (m.nivel !== null) celda.fill = solido(RELLENO[m.nivel])
        if (notas++ < MAXIMO_NOTAS) celda.note = { texts: [{ text: `${m.titulo}\n`, font: { bold: true, size: 9 } }, { text: m.texto, font: { size: 9 } }], margins: { insetmode: 'auto' } }
      }
      for (const o of p.observaciones) {
        const ref = o.fila === null || o.lugar === null ? null : `${letraDe(columna(o.lugar) - 1)}${o.fila}`
        renglones.push({ nivel: o.nivel, hoja: nombre, ref, titulo: o.titulo, valor: o.valor, mensaje: o.mensaje, queHacer: o.queHacer })
      }
    }
  }
  renglones.sort((a, b) => (a.nivel === b.nivel ? 0 : a.nivel === 'error' ? -1 : 1))
  agregarLista(libro, renglones, [
    ...(escritas > 0 ? [T.escritas(escritas)] : []), ...(sinEscribir.length > 0 ? [T.sinEscribir(sinEscribir)] : []),
    ...(notas > MAXIMO_NOTAS ? [T.notasDeMas(notas - MAXIMO_NOTAS)] : []), ...(renglones.length > MAXIMO_RENGLONES ? [T.listaDeMas(MAXIMO_RENGLONES)] : []),
  ], marcaDe(exportacion))
  // exceljs writes no properties of one's own: the mark is put as in a file of the person's.
  const paquete = new PaqueteEditable(Buffer.from(await libro.xlsx.writeBuffer()), LIMITES)
  ponerMarca(paquete, marcaDe(exportacion))
  return { bytes: paquete.escribir(), escritas, sinEscribir }
}

function copiar(hoja: Worksheet, filas: readonly FilaLeida[]): void {
  const anchos: number[] = []
  for (const { fila, celdas } of filas) {
    const destino = hoja.getRow(fila)
    celdas.forEach((c, i) => {
      if (c === null) return
      ponerValor(destino.getCell(i + 1), c)
      if (fila < 500) anchos[i] = Math.max(anchos[i] ?? 0, textoDeCelda(c).length)
    })
  }
  anchos.forEach((a, i) => { hoja.getColumn(i + 1).width = Math.min(ANCHO.maximo, Math.max(ANCHO.minimo, a + 2)) })
}

function ponerValor(celda: Cell, valor: Exclude<Celda, null>): void {
  if (typeof valor !== 'object') { celda.value = valor; return }
  if (valor.tipo === 'error') { celda.value = valor.valor; return }
  celda.value = valor.valor
  celda.numFmt = FORMATO[valor.tipo]
}

/** Column number (from 1) of a place: new ones after the last of the sheet, their headings written where the others stand. */
function columnasDe(hoja: Worksheet, p: PedidoHoja, filas: readonly FilaLeida[]): (lugar: Lugar) => number {
  const encabezado = filas.find(f => p.titulos.every(t => normalizarEncabezado(textoDeCelda(f.celdas[t.columna] ?? null)) === normalizarEncabezado(t.titulo)))?.fila
  const desde = hoja.columnCount + 1
  if (encabezado !== undefined) p.nuevas.forEach((n, i) => { hoja.getCell(encabezado, desde + i).value = n.titulo })
  return lugar => ('columna' in lugar ? lugar.columna + 1 : desde + lugar.nueva)
}

function agregarLista(libro: Workbook, renglones: readonly Renglon[], avisosAlPie: readonly string[], marca: string): void {
  const usados = new Set(libro.worksheets.map(h => h.name.toLowerCase()))
  let nombre: string = T.hoja
  for (let n = 2; usados.has(nombre.toLowerCase()); n++) nombre = `${T.hoja} ${n}`
  const hoja = libro.addWorksheet(nombre, { properties: { tabColor: { argb: 'FFC00000' } }, views: [{ showGridLines: false }] })
  ANCHOS_OBSERVACIONES.forEach((a, i) => { hoja.getColumn(i + 1).width = a })
  const cuantos = (n: NivelObservado): number => renglones.filter(r => r.nivel === n).length
  for (const [i, l] of lineasDe({ errores: cuantos('error'), avisos: cuantos('aviso'), avisosAlPie, marca, renglones }).entries()) {
    const celda = hoja.getCell(i + 1, 1)
    celda.value = l.texto
    hoja.mergeCells(i + 1, 1, i + 1, ANCHOS_OBSERVACIONES.length)
    hoja.getRow(i + 1).height = l.alto
    celda.alignment = { wrapText: l.estilo === 'parrafo', vertical: 'top' }
    if (l.estilo === 'titulo') celda.font = { bold: true, size: 16, color: { argb: 'FF1F3864' } }
    if (l.estilo === 'marca') celda.font = { size: 9, color: { argb: 'FF595959' } }
  }
  hoja.addRow([])
  const cabeza = hoja.addRow([...T.columnas])
  cabeza.eachCell(c => { c.font = { bold: true, color: { argb: 'FFFFFFFF' } }; c.fill = solido('FF1F3864') })
  for (const r of renglones.slice(0, MAXIMO_RENGLONES)) {
    const fila = hoja.addRow(celdasDe(r))
    fila.eachCell(c => { c.alignment = { wrapText: true, vertical: 'top' } })
    fila.getCell(1).fill = solido(RELLENO[r.nivel])
    const destino = destinoDe(r)
    if (destino !== null) {
      fila.getCell(3).value = { text: r.ref ?? '', hyperlink: `#${destino}` }
      fila.getCell(3).font = { underline: true, color: { argb: 'FF0563C1' } }
    }
  }
}
