/** From a file of the corpus to one that nobody ever wrote. The same seed makes the same bytes. */
import { inflar, leerDirectorio, pareceZip } from '../../electron/proceso-planilla/zip.ts'
import { zip, type Parte } from '../corpus/zip-escrito.ts'
import { azar, type Azar } from './azar.ts'

export function mutar(bytes: Buffer, semilla: number): Buffer {
  const a = azar(semilla)
  // Flipping bits of a compressed file mostly ends in its checksum; beneath it is where readers are fragile.
  if (pareceZip(bytes) && a.entero(4) > 0) return enPartes(bytes, a)
  return enBytes(bytes, a)
}

function enPartes(bytes: Buffer, a: Azar): Buffer {
  const partes: Parte[] = []
  for (const p of leerDirectorio(bytes, 200)?.partes ?? []) {
    const r = inflar(bytes, p)
    if (r.ok) partes.push({ nombre: p.nombre, datos: r.bytes })
  }
  const chicas = partes.filter(p => p.datos.length > 0 && p.datos.length < 2_000_000)
  if (chicas.length === 0) return enBytes(bytes, a)
  if (a.entero(20) === 0) return zip(desordenar(partes, a))
  // Sheets and their texts hold the surprises; the parts that only name others are hit less often.
  const jugosas = chicas.filter(p => /sheet|sharedStrings|styles|content|workbook/i.test(p.nombre))
  for (let i = 0; i <= a.entero(2); i++) {
    const parte = a.elegir(jugosas.length > 0 && a.entero(5) > 0 ? jugosas : chicas)
    const datos = Buffer.from(parte.datos as Uint8Array)
    parte.datos = /\.bin$/i.test(parte.nombre) || a.entero(6) === 0 ? enBytes(datos, a) : enXml(datos.toString('utf8'), a)
  }
  return zip(partes)
}

function desordenar(partes: Parte[], a: Azar): Parte[] {
  const parte = a.elegir(partes)
  switch (a.entero(3)) {
    case 0: return partes.filter(p => p !== parte)
    case 1: return [...partes, { ...parte }]
    default: return partes.map(p => (p === parte ? { ...p, nombre: a.elegir(partes).nombre } : p))
  }
}

const NUMEROS = ['-1', '0', '1', '65536', '1048577', '4294967296', '1e308', '-1e308', '1e-320', 'NaN', 'Infinity', '2958466', '99999999999999999999', '0x10', '', ' 7 ', '45,5']
const VALORES = ['', 's', 'n', 'd', 'b', 'e', 'str', 'inlineStr', 'z', 'A0', 'XFD1048576', 'AAAA1', '1A', 'A1:', 'A1:A1:A1', 'A1:XFD1048576', '__proto__', 'constructor', '\u202e', '1', 'true', 'hidden', 'a"b']
const TROZOS = [
  '<c', '</c>', '<c/>', '<row', '</row>', '<row r="1048576">', '<v>', '</v>', '<v/>', '<is><t>x</t></is>', '</sheetData>', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '&#0;', '&#x10FFFF;', '&#xD800;', '&nada;', '&',
  '<!DOCTYPE x [<!ENTITY a "b">]>', '_x0000_', '_xD83D_', '\0', '\ufeff', '\uffff', '😀', '"', "'", '>', '<', '<mergeCell ref="A1:XFD1048576"/>', '<f>A1</f>', '<f t="shared" si="0"/>', '<x:y xmlns:x="z"/>', 'table:number-rows-repeated="1048576"', 'table:number-columns-repeated="16384"',
]

function enXml(xml: string, a: Azar): Buffer {
  let t = xml
  for (let i = 0; i <= a.entero(4); i++) t = unCambio(t, a)
  return Buffer.from(t)
}

function unCambio(t: string, a: Azar): string {
  const p = a.entero(t.length + 1)
  switch (a.entero(8)) {
    case 0: return reemplazar(t, p, /"[^"<>]{0,200}"/g, () => `"${a.elegir([...VALORES, ...NUMEROS])}"`)
    case 1: return reemplazar(t, p, />[^<>]{1,200}</g, () => `>${a.elegir([...NUMEROS, ...VALORES, ...TROZOS])}<`)
    case 2: return reemplazar(t, p, /<[^<>]{1,300}>/g, () => '')
    case 3: return reemplazar(t, p, /<[^<>]{1,300}>/g, x => x.repeat(1 + a.entero(50)))
    case 4: return reemplazar(t, p, / [\w:]+="[^"]{0,200}"/g, x => a.elegir(['', x + x, x.replace('"', ''), x.toUpperCase()]))
    case 5: return t.slice(0, p) + a.elegir(TROZOS) + t.slice(p)
    case 6: return t.slice(0, p) + t.slice(p + a.entero(200))
    // A piece from elsewhere in the same part: rows inside cells, and the like.
    default: { const q = a.entero(t.length + 1); return t.slice(0, p) + t.slice(q, q + a.entero(400)) + t.slice(p) }
  }
}

/** The first match from a place on. */
function reemplazar(t: string, desde: number, que: RegExp, por: (x: string) => string): string {
  que.lastIndex = desde
  const m = que.exec(t)
  return m === null ? t : t.slice(0, m.index) + por(m[0]) + t.slice(m.index + m[0].length)
}

function enBytes(bytes: Buffer, a: Azar): Buffer {
  let b: Buffer = Buffer.from(bytes)
  for (let i = 0; i <= a.entero(6); i++) b = unosBytes(b, a)
  return b
}

function unosBytes(b: Buffer, a: Azar): Buffer {
  const p = a.entero(b.length + 1)
  switch (a.entero(6)) {
    case 0: case 1: if (p < b.length) b[p] = (b[p] ?? 0) ^ (1 << a.entero(8)); return b
    case 2: if (p < b.length) b[p] = a.elegir([0, 0xff, 0x7f, 0x80, 34, 59, 60, 10, 13]); return b
    case 3: return Buffer.concat([b.subarray(0, p), Buffer.from(a.elegir(TROZOS)), b.subarray(p)])
    case 4: return Buffer.concat([b.subarray(0, p), b.subarray(p + a.entero(64))])
    default: {
      if (a.entero(3) === 0) return b.subarray(0, p)
      const q = a.entero(b.length + 1)
      return Buffer.concat([b.subarray(0, p), b.subarray(q, q + a.entero(300)), b.subarray(p)])
    }
  }
}
