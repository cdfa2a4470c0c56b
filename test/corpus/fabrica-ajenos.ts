/** Files that are no workbook, or are one under another name. */
import { gzipSync } from 'node:zlib'
import { type Caso, lee, pregunta, rechaza } from './caso.ts'
import { tablaTexto } from './datos.ts'
import { csv } from './fabrica-csv.ts'
import { libroDe, sheetjs } from './fabrica-sheetjs.ts'
import { ole } from './ole.ts'
import { zip } from './zip-escrito.ts'

const OTRO = 'no corresponde a su contenido'
const XML = 'http://schemas.openxmlformats.org/'
const tabla = tablaTexto(3)

const html = (): string => `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${tabla.map(f => `<tr>${f.map(c => `<td>${c}</td>`).join('')}</tr>`).join('')}</table></body></html>`
/** Two módulos of one alumno, whose cells span both rows; its letters as entities and in Windows-1252. */
function htmlCombinado(): string {
  const [titulos = [], a = [], b = []] = tablaTexto(2)
  const celda = (t: string, alto = 1): string => `<td${alto === 1 ? '' : ` ROWSPAN=${alto}`}>&nbsp;${t}</td>`
  const doble = a.map((t, i) => celda(t, i < 8 ? 2 : 1)).join('')
  const cabeza = titulos.map(t => `<TH>${t.replace('ó', '&oacute;')}`).join('')
  return `<style>td { color: red }</style><!-- <table> --><table><tr>${cabeza}</tr><tr>${doble}</tr><tr>${a.slice(8).map((t, i) => celda(i === 0 ? 'MA02' : t)).join('')}</tr><tr>${b.map(t => celda(t)).join('')}</tr></table>`
}
const officeZip = (parte: string, tipo: string): Buffer => zip([{ nombre: '[Content_Types].xml', datos: `<Types xmlns="${XML}package/2006/content-types"><Override PartName="/${parte}" ContentType="application/vnd.openxmlformats-officedocument.${tipo}.main+xml"/></Types>` }, { nombre: parte, datos: '<x/>' }])

export const AJENOS: readonly Caso[] = [
  { nombre: 'csv con nombre .xlsx', archivo: 'avance.xlsx', historia: 'Cambió la extensión a mano porque el sistema pide .xlsx', hacer: () => csv(tabla), esperado: lee(3, 0, { notas: [OTRO] }) },
  { nombre: 'texto con tabulaciones y nombre .xls', archivo: 'reporte.xls', historia: 'La plataforma ofrece «Exportar a Excel» y entrega texto con tabulaciones', hacer: () => csv(tabla, '\t'), esperado: lee(3, 0, { notas: [OTRO] }) },
  { nombre: 'xlsx con nombre .csv', archivo: 'avance.csv', historia: 'Cambió la extensión a mano', hacer: () => sheetjs(tabla, 'xlsx'), esperado: lee(3, 0, { notas: [OTRO] }) },
  { nombre: 'xls con nombre .xlsx', archivo: 'avance.xlsx', historia: 'Un programa antiguo guarda BIFF8 con la extensión nueva', hacer: () => sheetjs(tabla, 'biff8'), esperado: lee(3, 0, { notas: [OTRO] }) },
  { nombre: 'ods con nombre .xlsx', archivo: 'avance.xlsx', historia: 'Renombró lo que guardó LibreOffice', hacer: () => sheetjs(tabla, 'ods'), esperado: lee(3, 0, { notas: [OTRO] }) },
  { nombre: 'xlsx sin extensión', archivo: 'avance', historia: 'Lo bajó de un correo que quita la extensión', hacer: () => sheetjs(tabla, 'xlsx'), esperado: lee(3, 0, { notas: [OTRO] }) },
  { nombre: 'xlsx con extensión en mayúsculas', archivo: 'AVANCE.XLSX', historia: 'Nombre de un disco de red antiguo', hacer: () => sheetjs(tabla, 'xlsx'), esperado: lee(3) },
  { nombre: 'nombre con emoji y árabe', archivo: 'avance 😀 تقدم.xlsx', historia: 'Así lo nombró el teléfono', hacer: () => sheetjs(tabla, 'xlsx'), esperado: lee(3) },
  { nombre: 'página web guardada como .xls', archivo: 'reporte.xls', historia: 'La plataforma entrega una tabla HTML con extensión .xls', hacer: () => Buffer.from(html()), esperado: lee(3, 0, { notas: [OTRO], celdas: [[2, 'RUT del alumno', '11.111.111-1'], [2, 'Fecha de inicio del alumno', '02-11-2026']] }) },
  { nombre: 'página web con celdas combinadas y acentos en clave', archivo: 'reporte.xls', historia: 'La plataforma agrupa al alumno en varias filas', hacer: () => Buffer.from(htmlCombinado(), 'latin1'), esperado: lee(3, 0, { notas: [OTRO], celdas: [[3, 'Código del módulo', 'MA02']] }) },
  { nombre: 'página web con títulos propios', archivo: 'reporte.xls', historia: 'La plataforma entrega una tabla HTML con sus palabras', hacer: () => Buffer.from('<table><tr><th>Usuario<th>Progreso<tr><td>11.111.111-1<td>45<tr><td>12.345.678-5<td>50</table>'), esperado: pregunta('sin-encabezados') },
  { nombre: 'página web de un archivo (.mht) como .xls', archivo: 'reporte.xls', historia: 'Excel → Guardar como «Página web de un solo archivo»', hacer: () => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n${html()}`), esperado: rechaza('no-es-planilla') },
  { nombre: 'hoja de cálculo XML 2003', archivo: 'avance.xls', historia: 'Excel → Guardar como «Hoja de cálculo XML 2003»', hacer: () => sheetjs(tabla, 'xlml'), esperado: lee(3, 0, { notas: [OTRO], celdas: [[2, 'RUT del alumno', '11.111.111-1']] }) },
  { nombre: 'hoja de cálculo XML 2003 cortada', archivo: 'avance.xml', historia: 'La descarga se interrumpió', hacer: () => { const b = sheetjs(tablaTexto(60), 'xlml'); return b.subarray(0, b.length / 2) }, esperado: rechaza('danada') },
  { nombre: 'SYLK', archivo: 'avance.slk', historia: 'Guardó en un formato de los años ochenta', hacer: () => sheetjs(tabla, 'sylk'), esperado: rechaza('no-es-planilla') },
  { nombre: 'ods plano (.fods)', archivo: 'avance.fods', historia: 'LibreOffice → Guardar como «ODF plano»', hacer: () => sheetjs(tabla, 'fods'), esperado: lee(3, 0, { celdas: [[2, 'Fecha de inicio del alumno', '02-11-2026']] }) },
  { nombre: 'Excel 2.1', archivo: 'avance.xls', historia: 'Un sistema de 1990 que sigue vivo', hacer: () => sheetjs(tabla, 'biff2'), esperado: rechaza('no-es-planilla') },
  { nombre: 'pdf renombrado', archivo: 'avance.xlsx', historia: 'Exportó a PDF y le cambió la extensión', hacer: () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF'), esperado: rechaza('no-es-planilla') },
  { nombre: 'imagen renombrada', archivo: 'avance.xlsx', historia: 'Una captura de pantalla de la planilla', hacer: () => Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), esperado: rechaza('no-es-planilla') },
  { nombre: 'Word renombrado', archivo: 'avance.xlsx', historia: 'La tabla estaba en un documento de Word', hacer: () => officeZip('word/document.xml', 'wordprocessingml.document'), esperado: rechaza('no-es-planilla') },
  { nombre: 'presentación renombrada', archivo: 'avance.xlsx', historia: 'La tabla estaba en una diapositiva', hacer: () => officeZip('ppt/presentation.xml', 'presentationml.presentation'), esperado: rechaza('no-es-planilla') },
  { nombre: 'documento de LibreOffice renombrado', archivo: 'avance.ods', historia: 'La tabla estaba en un texto', hacer: () => zip([{ nombre: 'mimetype', datos: 'application/vnd.oasis.opendocument.text', guardada: true }, { nombre: 'META-INF/manifest.xml', datos: '<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/></manifest:manifest>' }]), esperado: rechaza('no-es-planilla') },
  { nombre: 'zip con la planilla adentro', archivo: 'avance.xlsx', historia: 'Comprimió la planilla y renombró el .zip', hacer: () => zip([{ nombre: 'avance.xlsx', datos: sheetjs(tabla, 'xlsx') }]), esperado: rechaza('no-es-planilla') },
  { nombre: 'zip vacío', archivo: 'avance.xlsx', historia: 'Una descarga que solo trae el cierre del zip', hacer: () => zip([]), esperado: rechaza('no-es-planilla') },
  { nombre: 'gzip', archivo: 'avance.xlsx', historia: 'El navegador guardó la descarga comprimida', hacer: () => gzipSync(sheetjs(tabla, 'xlsx')), esperado: rechaza('no-es-planilla') },
  { nombre: 'Numbers de Apple', archivo: 'avance.xlsx', historia: 'La hizo en un iPad y la renombró', hacer: () => zip([{ nombre: 'Index/Document.iwa', datos: 'x' }, { nombre: 'Metadata/Properties.plist', datos: 'x' }]), esperado: rechaza('no-es-planilla') },
  { nombre: 'Word antiguo como .xls', archivo: 'avance.xls', historia: 'Renombró un .doc', hacer: () => ole({ WordDocument: Buffer.alloc(600) }), esperado: rechaza('no-es-planilla') },
  { nombre: 'archivo de bloqueo de Excel', archivo: '~$avance.xlsx', historia: 'Eligió el archivo oculto que Excel deja mientras la planilla está abierta', hacer: () => Buffer.concat([Buffer.from('\u0005Usuario'), Buffer.alloc(158, 0)]), esperado: rechaza('no-es-planilla') },
  { nombre: 'carta en un .txt', archivo: 'carta.txt', historia: 'Eligió otro archivo', hacer: () => Buffer.from('Estimada señora:\r\n\r\nAdjunto el RUT, el curso, el módulo, y el avance.\r\n'), esperado: rechaza('sin-encabezados') },
  { nombre: 'carta con nombre .xlsx', archivo: 'carta.xlsx', historia: 'Eligió otro archivo', hacer: () => Buffer.from('Estimada señora:\r\n\r\nAdjunto el RUT, el curso, el módulo, y el avance.\r\n'), esperado: rechaza('no-es-planilla') },
  { nombre: 'JSON con nombre .csv', archivo: 'avance.csv', historia: 'Exportó de una API', hacer: () => Buffer.from(JSON.stringify([{ rutAlumno: 1, codigoModulo: 'MA01' }], null, 2)), esperado: rechaza('sin-encabezados') },
  { nombre: 'página web con nombre .csv', archivo: 'avance.csv', historia: 'Bajó la página de ingreso en vez del archivo, porque su sesión había vencido', hacer: () => Buffer.from('<!DOCTYPE html><html><head><title>Ingresar</title></head></html>'), esperado: rechaza('no-es-planilla') },
  { nombre: 'cero bytes', archivo: 'avance.xlsx', historia: 'La descarga no empezó', hacer: () => Buffer.alloc(0), esperado: rechaza('archivo-vacio') },
  { nombre: 'una carpeta', archivo: 'avance.xlsx', historia: 'Arrastró la carpeta', hacer: () => 'carpeta', esperado: rechaza('no-es-planilla') },
  { nombre: 'ya no está', archivo: 'avance.xlsx', historia: 'Lo movió o desconectó el pendrive', hacer: () => 'ausente', esperado: rechaza('archivo-no-existe') },
  // Permissions of this kind do not exist on Windows.
  ...(process.platform === 'win32' ? [] : [{ nombre: 'sin permiso', archivo: 'avance.xlsx', historia: 'Es de otra cuenta del mismo computador', hacer: () => 'sin-permiso' as const, esperado: rechaza('archivo-ocupado') }]),
  { nombre: 'la plantilla a medio escribir en otro idioma', archivo: 'progress.xlsx', historia: 'La plataforma exporta en inglés', hacer: () => libroDe({ Report: [['Student ID', 'Course', 'Module', 'Progress'], ['11.111.111-1', 'RLAB-01', 'MA01', 45]] }, 'xlsx'), esperado: pregunta('sin-encabezados') },
  { nombre: 'texto con tabulaciones, títulos propios y nombre .xls', archivo: 'reporte.xls', historia: 'La plataforma ofrece «Exportar a Excel» y entrega texto con sus palabras', hacer: () => Buffer.from(['Usuario\tUnidad\tProgreso', '11.111.111-1\tMA01\t45', '12.345.678-5\tMA01\t50', '9.876.543-3\tMA01\t55'].join('\r\n')), esperado: pregunta('sin-encabezados') },
]
