/** Writes a list as a workbook, batch by batch: what was written is on disk, and never lies whole in memory. */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import path from 'node:path'
import type ExcelJS from 'exceljs'
import { fechaDeSerial, hoyEnSantiago, horaEnSantiago, serialDeFecha, esFechaIso } from '../../shared/domain/fecha.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { CeldaLista, ColumnaLista } from '../services/listas/lista.ts'
import { fallarCon } from './fallas.ts'

/** What a sheet holds, its heading aside; one that is longer goes on in another sheet. */
const FILAS_POR_HOJA = 1_000_000
/** What Excel takes in a cell. */
const LARGO_DE_CELDA = 32_767
const AZUL = 'FF1F3864'
const FORMATOS: Readonly<Record<ColumnaLista['tipo'], string>> = { texto: '@', entero: '#,##0', porcentaje: '0%', duracion: '[h]:mm:ss', fecha: 'dd-mm-yyyy', instante: 'dd-mm-yyyy hh:mm' }
// oxlint-disable-next-line no-control-regex -- XML has no way to write them
const NO_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu

export interface ListaNueva { readonly hoja: string; readonly columnas: readonly ColumnaLista[]; readonly acerca: readonly (readonly [string, string])[] }

export class EscritorDeListas {
  #abierta: { id: string; ruta: string; lista: ListaNueva; libro: ExcelJS.stream.xlsx.WorkbookWriter; hoja: ExcelJS.Worksheet; hojas: number; enHoja: number; filas: number; salida: NodeJS.WritableStream; error: unknown } | null = null

  async abrir(id: string, ruta: string, lista: ListaNueva): Promise<Result<Record<string, never>>> {
    await this.soltar()
    const { default: exceljs } = await import('exceljs')
    const salida = createWriteStream(ruta, { flags: 'wx' })
    try { await once(salida, 'open') } catch (error) { return fallarCon(...destino(error, ruta)) }
    const abierta = { id, ruta, lista, libro: new exceljs.stream.xlsx.WorkbookWriter({ stream: salida, useStyles: true, useSharedStrings: false }), hojas: 1, enHoja: 0, filas: 0, salida, error: null as unknown }
    salida.on('error', (e) => { abierta.error = e })
    this.#abierta = { ...abierta, hoja: abrirHoja(abierta.libro, lista, 1) }
    return ok({})
  }

  agregar(id: string, filas: readonly (readonly CeldaLista[])[]): Result<Record<string, never>> {
    const a = this.#abierta
    if (a?.id !== id) return fallarCon('proceso-terminado')
    if (a.error !== null) return fallarCon(...destino(a.error, a.ruta))
    for (const fila of filas) {
      if (a.enHoja === FILAS_POR_HOJA) { cerrarHoja(a.hoja, a.lista, a.enHoja); a.hojas += 1; a.enHoja = 0; a.hoja = abrirHoja(a.libro, a.lista, a.hojas) }
      const r = a.hoja.addRow([])
      a.lista.columnas.forEach((c, i) => {
        const celda = r.getCell(i + 1)
        const valor = valorDe(c.tipo, fila[i] ?? null)
        celda.numFmt = typeof valor === 'string' ? '@' : FORMATOS[c.tipo]
        celda.alignment = { vertical: 'top', wrapText: typeof valor === 'string' }
        if (valor !== null) celda.value = valor
      })
      r.commit()
      a.enHoja += 1
      a.filas += 1
    }
    return ok({})
  }

  async cerrar(id: string): Promise<Result<{ filas: number }>> {
    const a = this.#abierta
    if (a?.id !== id) return fallarCon('proceso-terminado')
    cerrarHoja(a.hoja, a.lista, a.enHoja)
    const acerca = a.libro.addWorksheet('Acerca de')
    acerca.columns = [{ width: 20 }, { width: 90 }]
    for (const [nombre, valor] of a.lista.acerca) {
      const r = acerca.addRow([texto(nombre), texto(valor)])
      r.getCell(1).font = letra({ bold: true })
      r.eachCell((c) => { c.numFmt = '@'; c.alignment = { vertical: 'top', wrapText: true } })
      r.commit()
    }
    acerca.commit()
    this.#abierta = null
    // A disk that is full says so to the file, and the workbook would wait for ever for its end.
    const seCae = new Promise<never>((_listo, caer) => { a.salida.once('error', caer) })
    try {
      if (a.error !== null) throw a.error
      await Promise.race([a.libro.commit(), seCae])
    } catch (error) { return fallarCon(...destino(error, a.ruta)) }
    return ok({ filas: a.filas })
  }

  /** What was half written is nobody's. */
  async soltar(): Promise<void> {
    const a = this.#abierta
    this.#abierta = null
    if (a === null) return
    a.salida.end()
    if (a.error === null) await once(a.salida, 'close').catch(() => undefined)
  }
}

/** A font without a name is a serif one in LibreOffice. */
const letra = (f: Partial<ExcelJS.Font>): Partial<ExcelJS.Font> => ({ name: 'Calibri', family: 2, size: 11, ...f })

function destino(error: unknown, ruta: string): ['destino-ocupado' | 'destino-ilegible', { nombre: string }] {
  const codigo = error instanceof Error && 'code' in error ? String(error.code) : ''
  // The file of passage has the name of the one that was asked for, and something after it.
  return [['EACCES', 'EPERM', 'EBUSY'].includes(codigo) ? 'destino-ocupado' : 'destino-ilegible', { nombre: path.basename(ruta).replace(/\.[^.]+\.tmp$/u, '') }]
}

function abrirHoja(libro: ExcelJS.stream.xlsx.WorkbookWriter, lista: ListaNueva, numero: number): ExcelJS.Worksheet {
  const hoja = libro.addWorksheet(numero === 1 ? lista.hoja : `${lista.hoja.slice(0, 26)} ${numero}`, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  })
  hoja.columns = lista.columnas.map((c) => ({ width: c.ancho }))
  const cabeza = hoja.addRow(lista.columnas.map((c) => texto(c.titulo)))
  cabeza.eachCell((c) => {
    c.font = letra({ bold: true, color: { argb: 'FFFFFFFF' } })
    c.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: AZUL } }
    c.alignment = { vertical: 'middle', wrapText: true }
    c.numFmt = '@'
  })
  cabeza.commit()
  return hoja
}

function cerrarHoja(hoja: ExcelJS.Worksheet, lista: ListaNueva, filas: number): void {
  hoja.autoFilter = { from: { row: 1, column: 1 }, to: { row: filas + 1, column: lista.columnas.length } }
  hoja.commit()
}

/**
 * Never a formula: a text is a text whatever it begins with, and stays one when the cell is edited, because its format
 * is text. What is not of its column's kind goes as the text that came.
 */
function valorDe(tipo: ColumnaLista['tipo'], valor: CeldaLista): string | number | null {
  if (valor === null || valor === '') return null
  if (typeof valor === 'number') {
    return tipo === 'texto' ? String(valor) : tipo === 'porcentaje' ? valor / 100 : tipo === 'duracion' ? valor / 86_400 : valor
  }
  if (tipo === 'fecha' && esFechaIso(valor)) return serial(valor) ?? texto(valor)
  if (tipo === 'instante') return serialDeInstante(valor) ?? texto(valor)
  return texto(valor)
}

/** Excel's own number, so that no time zone touches it. Before 1900 there is none. */
function serial(fecha: string): number | null {
  const n = serialDeFecha(fecha)
  return fechaDeSerial(n) === fecha ? n : null
}
function serialDeInstante(iso: string): number | null {
  const instante = new Date(iso)
  // JavaScript takes `1` and `+1` for dates.
  if (!/^\d{4}-\d{2}-\d{2}T/u.test(iso) || Number.isNaN(instante.getTime())) return null
  const { hora, minuto } = horaEnSantiago(instante)
  const dia = serial(hoyEnSantiago(instante))
  return dia === null ? null : dia + (hora * 3600 + minuto * 60 + instante.getUTCSeconds()) / 86_400
}

/** `_x0041_` is how the format writes a letter by its number: one that was typed like that must not become it. */
const texto = (t: string): string => (t.length > LARGO_DE_CELDA ? `${t.slice(0, LARGO_DE_CELDA - 1)}…` : t).replace(NO_XML, '\uFFFD').replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
