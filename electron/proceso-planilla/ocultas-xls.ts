/**
 * The hidden columns of an .xls. SheetJS tells them only with `cellStyles`, which makes it keep every blank cell too; here
 * only their records are looked at (MS-XLS 2.4.53 ColInfo, 2.4.28 BoundSheet8).
 */
import type { Tramo } from './lector.ts'

const BOUNDSHEET = 0x85
const COLINFO = 0x7d
const FIN = 0x0a
const OCULTA = 1

/** By sheet, in the order in which they stand in the stream (SheetJS's own order of names), columns from 0, both ends included. `flujo`: the stream Workbook or Book. */
export function columnasOcultasXls(flujo: Buffer): Tramo[][] {
  const hojas: number[] = []
  for (const r of registros(flujo, 0)) if (r.tipo === BOUNDSHEET && r.largo >= 4) hojas.push(flujo.readUInt32LE(r.en))
  return hojas.sort((a, b) => a - b).map((desde) => {
    const tramos: Tramo[] = []
    for (const r of registros(flujo, desde)) {
      if (r.tipo === COLINFO && r.largo >= 10 && (flujo.readUInt16LE(r.en + 8) & OCULTA) !== 0) tramos.push([flujo.readUInt16LE(r.en), flujo.readUInt16LE(r.en + 2)])
    }
    return tramos
  })
}

/** Records of a substream, up to its end. */
function* registros(flujo: Buffer, desde: number): Generator<{ tipo: number; en: number; largo: number }> {
  for (let p = desde; p + 4 <= flujo.length;) {
    const tipo = flujo.readUInt16LE(p)
    const largo = flujo.readUInt16LE(p + 2)
    if (tipo === FIN || p + 4 + largo > flujo.length) return
    yield { tipo, en: p + 4, largo }
    p += 4 + largo
  }
}
