/** Damaged in transit, protected, or made to harm who opens them. */
import { type Caso, type Contenido, type Esperado, lee, rechaza } from './caso.ts'
import { ENCABEZADOS, con, filaTexto, tablaTexto } from './datos.ts'
import { csv } from './fabrica-csv.ts'
import { sheetjs } from './fabrica-sheetjs.ts'
import { celdaXml, filaXml, filasXml, hojaXml, letra, libroXml, type LibroXml } from './libro-xml.ts'
import { ole } from './ole.ts'
import { zip, type Parte } from './zip-escrito.ts'

const tabla = tablaTexto(3)
const sano = (): Buffer => libroXml({ hojas: [{ nombre: 'Avance', xml: filasXml(tablaTexto(60)) }] })
const caso = (nombre: string, historia: string, hacer: () => Contenido, esperado: Esperado, o: { archivo?: string; pesado?: boolean } = {}): Caso =>
  ({ nombre, archivo: o.archivo ?? 'avance.xlsx', historia, hacer, esperado, ...(o.pesado === true ? { pesado: true } : {}) })
const conHoja = (xml: string, o: Omit<LibroXml, 'hojas'> = {}): Buffer => libroXml({ hojas: [{ nombre: 'Avance', xml }], ...o })
const sinParte = (parte: RegExp): ((p: Parte[]) => Parte[]) => p => p.filter(x => !parte.test(x.nombre))
const cambiar = (parte: RegExp, cambio: Partial<Parte>): ((p: Parte[]) => Parte[]) => p => p.map(x => (parte.test(x.nombre) ? { ...x, ...cambio } : x))
const RISA = `<!DOCTYPE worksheet [<!ENTITY a0 "ja">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`
const AJENA = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
const textoSuelto = (t: string): string => `<c r="A2" t="inlineStr"><is><t>${t}</t></is></c>`
const conPrologo = (prologo: string, t: string): string => hojaXml(`${filaXml(1, ENCABEZADOS)}<row r="2">${textoSuelto(t)}${filaTexto(0).slice(1).map((x, i) => celdaXml(`${letra(i + 1)}2`, x)).join('')}</row>`, { prologo })
const manifiesto = (dentro: string): Buffer => zip([{ nombre: 'mimetype', datos: 'application/vnd.oasis.opendocument.spreadsheet', guardada: true }, { nombre: 'META-INF/manifest.xml', datos: `<manifest:manifest>${dentro}</manifest:manifest>` }, { nombre: 'content.xml', datos: 'x' }])
const HOJA = /sheet1\.xml$/
const mitad = (b: Buffer): Buffer => b.subarray(0, b.length / 2)
function tocado(b: Buffer, marca: string, lejos: number): Buffer {
  const p = b.indexOf(marca) + lejos
  b[p] = (b[p] ?? 0) ^ 0x10
  return b
}
const fantasmas = (cuantas: number): string => {
  const vacia = '<c r="A@" s="1"/>'
  return filasXml(tabla) + Array.from({ length: cuantas }, (_, i) => `<row r="${i + 5}" s="1" customFormat="1">${vacia.replaceAll('@', String(i + 5))}</row>`).join('')
}

export const HOSTILES: readonly Caso[] = [
  caso('cortado por la mitad', 'La descarga se interrumpió', () => mitad(sano()), rechaza('danada')),
  caso('sin su final', 'El correo perdió los últimos bytes', () => sano().subarray(0, -30), rechaza('danada')),
  caso('un byte cambiado dentro de la hoja', 'Un pendrive con sectores malos', () => tocado(sano(), 'xl/worksheets/sheet1.xml', 120), rechaza('danada')),
  caso('bajado como texto', 'Un FTP en modo ASCII cambió los saltos de línea', () => Buffer.from(sano().toString('latin1').replaceAll('\n', '\r\n'), 'latin1'), rechaza('danada')),
  caso('basura después del final', 'El servidor agregó su aviso', () => Buffer.concat([sano(), Buffer.from('<!-- servido en 12 ms -->')]), lee(60)),
  caso('basura antes del comienzo', 'El servidor escribió un aviso antes del archivo', () => Buffer.concat([Buffer.from('\nWarning: headers already sent\n'), sano()]), rechaza('no-es-planilla')),
  caso('ods cortado', 'La descarga se interrumpió', () => mitad(sheetjs(tablaTexto(60), 'ods')), rechaza('danada'), { archivo: 'avance.ods' }),
  caso('csv cortado a la mitad', 'La descarga se interrumpió', () => mitad(csv(tablaTexto(4))), lee(1, 5), { archivo: 'avance.csv' }),
  caso('falta la parte de la hoja', 'Un antivirus la quitó', () => libroXml({ hojas: [{ nombre: 'Avance', xml: '', falta: true }] }), rechaza('danada')),
  caso('falta una hoja de dos', 'Un antivirus la quitó', () => libroXml({ hojas: [{ nombre: 'Avance', xml: filasXml(tabla) }, { nombre: 'Otra', xml: '', falta: true }] }), rechaza('danada')),
  caso('falta el libro', 'Un compresor lo perdió', () => conHoja(filasXml(tabla), { retocar: sinParte(/workbook\.xml$/) }), rechaza('danada')),
  caso('faltan las relaciones', 'Un compresor las perdió', () => conHoja(filasXml(tabla), { retocar: sinParte(/\.rels$/) }), lee(3)),
  caso('falta la tabla de textos', 'Un compresor la perdió', () => conHoja('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { cadenas: '<si><t>x</t></si>', retocar: sinParte(/sharedStrings/) }), rechaza('danada')),
  caso('texto compartido fuera de la tabla', 'Un programa contó mal', () => conHoja('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', { cadenas: '<si><t>x</t></si>' }), rechaza('danada')),
  caso('hoja cortada a media etiqueta', 'Un programa se cayó mientras guardaba', () => conHoja(hojaXml(filasXml(tabla)).slice(0, -200)), rechaza('danada')),
  caso('hoja que es otra cosa', 'Un antivirus la reemplazó por su aviso', () => conHoja('<?xml version="1.0"?><html><body>Bloqueado</body></html>'), rechaza('danada')),
  caso('contraseña', 'Excel → Cifrar con contraseña', () => ole({ EncryptionInfo: Buffer.alloc(300, 4), EncryptedPackage: Buffer.alloc(6000, 9) }), rechaza('cifrada')),
  caso('zip con contraseña', 'Lo protegió con un compresor', () => conHoja(filasXml(tabla), { retocar: cambiar(HOJA, { cifrada: true }) }), rechaza('cifrada')),
  caso('ods con contraseña', 'LibreOffice → Guardar con contraseña', () => manifiesto('<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'), rechaza('cifrada'), { archivo: 'avance.ods' }),
  caso('mil millones de risas', 'Hecho para agotar la memoria', () => conHoja(conPrologo(RISA, '&a12;')), lee(1, 0, { celdas: [[2, 'Código de oferta', '&a12;']] })),
  caso('entidad que lee archivos', 'Hecho para robar un archivo del computador', () => conHoja(conPrologo(AJENA, '&x;')), lee(1, 0, { celdas: [[2, 'Código de oferta', '&x;']] })),
  caso('DOCTYPE inocente', 'Lo escribió un programa raro', () => conHoja(conPrologo('<!DOCTYPE worksheet>', 'RLAB-01')), lee(1)),
  caso('etiquetas anidadas cien mil veces', 'Hecho para agotar la pila', () => conHoja(filasXml(tabla).replace('<row r="2">', `${'<x>'.repeat(100_000)}${'</x>'.repeat(100_000)}<row r="2">`)), lee(3)),
  caso('bomba: 70 MB de ceros', 'Hecho para agotar la memoria', () => zip([{ nombre: '[Content_Types].xml', datos: '<Types/>' }, { nombre: 'xl/workbook.xml', datos: Buffer.alloc(70_000_000) }]), rechaza('bomba-zip'), { pesado: true }),
  caso('bomba: declara poco y trae mucho', 'Hecho para engañar al que mide', () => conHoja(filasXml(tabla), { retocar: cambiar(HOJA, { datos: Buffer.alloc(3_000_000, ' '), inflado: 500 }) }), rechaza('bomba-zip')),
  caso('bomba: muchas partes en los mismos bytes', 'Hecho para agotar la memoria', () => zip([{ nombre: '[Content_Types].xml', datos: '<Types/>' }, ...Array.from({ length: 40 }, (_, i): Parte => ({ nombre: `xl/worksheets/sheet${i}.xml`, datos: 'x'.repeat(1000), posicionDe: 1 }))]), rechaza('bomba-zip')),
  caso('cinco mil partes', 'Hecho para agotar la memoria', () => zip(Array.from({ length: 5000 }, (_, i): Parte => ({ nombre: `xl/p${i}.xml`, datos: 'x' }))), rechaza('bomba-zip')),
  caso('parte que sale de la carpeta', 'Hecho para escribir fuera al descomprimir', () => conHoja(filasXml(tabla), { otras: [{ nombre: '../../../../tmp/malo.sh', datos: 'x' }] }), lee(3)),
  caso('dos mil hojas vacías', 'Un programa hizo una por alumno', () => libroXml({ hojas: [{ nombre: 'Avance', xml: filasXml(tabla) }, ...Array.from({ length: 2000 }, (_, i) => ({ nombre: `Hoja ${i}`, xml: '' }))] }), lee(3), { pesado: true }),
  caso('un millón de filas vacías con formato', 'Pintó las columnas enteras', () => conHoja(fantasmas(1_000_000)), lee(3), { pesado: true }),
  caso('cien mil formatos', 'Copió y pegó entre libros durante años', () => conHoja(filasXml(tabla), { estilos: `<cellXfs>${Array.from({ length: 100_000 }, (_, i) => `<xf numFmtId="${i % 200}"/>`).join('')}</cellXfs>` }), lee(3)),
  caso('formato de un millón de letras', 'Hecho para trabar el reconocimiento de fechas', () => conHoja(filasXml([[...ENCABEZADOS], con(filaTexto(0), {})]), { estilos: `<numFmts count="1"><numFmt numFmtId="164" formatCode="${'[h'.repeat(500_000)}"/></numFmts><cellXfs count="1"><xf numFmtId="164"/></cellXfs>` }), lee(1)),
]

