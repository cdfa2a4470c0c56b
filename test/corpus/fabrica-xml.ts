/** Valid, or nearly, in ways that libraries do not expect. */
import { type Caso, type Esperado, lee, rechaza } from './caso.ts'
import { DIAS, ENCABEZADOS, columna, filaTexto, tablaTexto, type Titulo } from './datos.ts'
import { TRANSICIONAL, celdaXml, escapar, filaXml, filasXml, hojaXml, letra, libroXml, type LibroXml } from './libro-xml.ts'
import type { Parte } from './zip-escrito.ts'

const tabla = tablaTexto(3)
const caso = (nombre: string, historia: string, libro: () => LibroXml | string, esperado: Esperado, archivo = 'avance.xlsx'): Caso => ({
  nombre, archivo, historia, esperado,
  hacer: () => { const l = libro(); return libroXml(typeof l === 'string' ? { hojas: [{ nombre: 'Avance', xml: l }] } : l) },
})
const una = (xml: string, o: Omit<LibroXml, 'hojas'> = {}): LibroXml => ({ hojas: [{ nombre: 'Avance', xml }], ...o })
const quitarR = (xml: string): string => xml.replaceAll(/ r="[A-Z]*\d+"/g, '')
/** The headings, and one row where some cells are written as given; `@` stands for the reference. */
const conCeldas = (celdas: Partial<Record<Titulo, string>>): string => filaXml(1, ENCABEZADOS) + `<row r="2">${filaTexto(0).map((t, i) => (celdas[ENCABEZADOS[i] as Titulo] ?? celdaXml('@', t)).replaceAll('@', `${letra(i)}2`)).join('')}</row>`
const ESTILOS = '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>'
const fecha = (v: number | string): string => `<c r="@" s="1"><v>${v}</v></c>`
const compartidas = (): LibroXml => ({
  hojas: [{ nombre: 'Avance', xml: tabla.map((f, r) => `<row r="${r + 1}">${f.map((_, c) => `<c r="${letra(c)}${r + 1}" t="s"><v>${r * f.length + c}</v></c>`).join('')}</row>`).join('') }],
  cadenas: tabla.flat().map(t => `<si><r><rPr><b/></rPr><t xml:space="preserve">${escapar(t.slice(0, 1))}</t></r><r><t xml:space="preserve">${escapar(t.slice(1))}</t></r><rPh sb="0" eb="1"><t>カナ</t></rPh></si>`).join(''),
})
const enParte = (nombre: RegExp, cambio: (xml: string) => string | Buffer) => (partes: Parte[]): Parte[] => partes.map(p => (nombre.test(p.nombre) ? { ...p, datos: cambio(Buffer.from(p.datos as string).toString()) } : p))
const HOJA = /sheet1\.xml$/

export const XML: readonly Caso[] = [
  caso('textos en línea', 'Lo escribió un programa sin tabla de textos', () => filasXml(tabla), lee(3)),
  caso('textos compartidos con formato y pronunciación', 'Excel en japonés', compartidas, lee(3, 0, { celdas: [[2, 'RUT del alumno', '11.111.111-1']] })),
  caso('celdas y filas sin su referencia', 'Un programa que ahorra bytes', () => quitarR(filasXml(tabla)), lee(3)),
  caso('celdas desordenadas en la fila', 'Un programa que escribe por columnas', () => filasXml(tabla).replace(/(<row r="2">)(.*?)(<\/row>)/, (_, a: string, b: string, c: string) => a + b.split('</c>').slice(0, -1).toReversed().map(x => `${x}</c>`).join('') + c), lee(3)),
  caso('filas desordenadas', 'Un programa que escribe en paralelo', () => tabla.map((f, i) => filaXml(i + 1, f)).toReversed().join(''), lee(3, 0, { celdas: [[2, 'RUT del alumno', '11.111.111-1']] })),
  caso('dimensión absurda', 'Una celda con formato en el último rincón', () => una(hojaXml(filasXml(tabla), { antes: '<dimension ref="A1:XFD1048576"/>' })), lee(3)),
  caso('dimensión sin sentido', 'Un programa que la escribe mal', () => una(hojaXml(filasXml(tabla), { antes: '<dimension ref="-1:ZZZZ99999999"/>' })), lee(3)),
  caso('dato suelto en el último rincón', 'Escribió sin querer en XFD1048576', () => filasXml(tabla) + `<row r="1048576">${celdaXml('XFD1048576', 'x')}</row>`, lee(3)),
  caso('estilo que no existe', 'Un programa copió celdas entre libros', () => una(conCeldas({ 'Fecha de inicio del módulo': '<c r="@" s="999"><v>46328</v></c>' }), { estilos: ESTILOS }), lee(1, 1)),
  caso('sin parte de estilos', 'Un programa mínimo', () => una(conCeldas({ 'Avance del módulo (%)': '<c r="@" s="3"><v>60</v></c>' })), lee(1)),
  caso('fecha con formato propio', 'Eligió el formato a mano', () => una(conCeldas({ 'Fecha de inicio del módulo': fecha(DIAS.inicio) }), { estilos: ESTILOS }), lee(1, 0, { celdas: [[2, 'Fecha de inicio del módulo', '02-11-2026']] })),
  caso('fecha con serial negativo', 'Restó días de más', () => una(conCeldas({ 'Fecha de inicio del módulo': fecha(-5) }), { estilos: ESTILOS }), lee(1, 1)),
  caso('fecha con serial enorme', 'Escribió el RUT en la columna de fechas', () => una(conCeldas({ 'Fecha de inicio del módulo': fecha('11111111'), 'Fecha de término del módulo': fecha('1e300') }), { estilos: ESTILOS }), lee(1, 2)),
  caso('fecha con serial cero y uno', 'Una fórmula vacía con formato de fecha', () => una(conCeldas({ 'Fecha de inicio del módulo': fecha(0), 'Fecha de término del módulo': fecha(0.5) }), { estilos: ESTILOS }), lee(1, 2)),
  caso('29 de febrero de 1900', 'El día que solo existe en Excel', () => una(conCeldas({ 'Fecha de inicio del módulo': fecha(60) }), { estilos: ESTILOS }), lee(1, 1)),
  caso('número sin fin', 'Una división por cero guardada por un programa', () => conCeldas({ 'Avance del módulo (%)': '<c r="@"><v>Infinity</v></c>', 'Avance del alumno (%)': '<c r="@"><v>1e999</v></c>' }), lee(1, 2)),
  caso('números en notación científica', 'Un programa en Java', () => conCeldas({ 'Avance del módulo (%)': '<c r="@"><v>6.0E1</v></c>' }), lee(1, 0, { celdas: [[2, 'Avance del módulo (%)', '60']] })),
  caso('OOXML estricto', 'Excel → «Libro de Excel (Open XML estricto)»', () => una(conCeldas({ 'Fecha de inicio del módulo': '<c r="@" s="1" t="d"><v>2026-11-02T00:00:00</v></c>' }), { estilos: ESTILOS, estricto: true }), lee(1, 0, { celdas: [[2, 'Fecha de inicio del módulo', '02-11-2026']] })),
  caso('XML con prefijos', 'Lo escribió el SDK de Open XML', () => una(hojaXml(filasXml(tabla)).replaceAll(/<(\/?)([a-z])/gi, '<$1x:$2').replace('xmlns=', 'xmlns:x=')), lee(3)),
  caso('escapes _x000D_ y entidades', 'Un programa que escapa los saltos', () => conCeldas({ 'Código del módulo': celdaXml('@', 'MA_x000D_01 & <b>') }), lee(1)),
  caso('CDATA y comentarios', 'Lo editaron a mano', () => conCeldas({ 'Código del módulo': '<!-- a mano --><c r="@" t="inlineStr"><is><t><![CDATA[MA01]]></t></is></c>' }), lee(1, 0, { celdas: [[2, 'Código del módulo', 'MA01']] })),
  caso('hoja en UTF-16', 'Un programa de Windows', () => una('', { retocar: enParte(HOJA, () => Buffer.from(`\ufeff${hojaXml(filasXml(tabla)).replace('UTF-8', 'UTF-16')}`, 'utf16le')) }), lee(3)),
  caso('hoja con marca UTF-8', 'Un programa de Windows', () => una(`\ufeff${hojaXml(filasXml(tabla))}`), lee(3)),
  caso('celda repetida', 'Un programa escribió dos veces la misma', () => filasXml(tabla).replace('</row>', '</row>').replace(/<\/row>$/, `${celdaXml('A4', 'OTRA')}</row>`), lee(3)),
  caso('hoja de gráfico primero', 'Movió el gráfico a su propia hoja', () => ({ hojas: [{ nombre: 'Gráfico', clase: 'chartsheet', xml: `<?xml version="1.0"?><chartsheet xmlns="${TRANSICIONAL}"/>` }, { nombre: 'Avance', xml: filasXml(tabla) }] }), lee(3)),
  caso('solo una hoja de gráfico', 'Guardó solo el gráfico', () => ({ hojas: [{ nombre: 'Gráfico', clase: 'chartsheet', xml: `<?xml version="1.0"?><chartsheet xmlns="${TRANSICIONAL}"/>` }] }), rechaza('sin-datos')),
  caso('vínculos a otros libros', 'BUSCARV a una planilla de otro computador', () => una(conCeldas({ 'Avance del módulo (%)': '<c r="@"><f>[1]Hoja1!$A$1</f><v>60</v></c>' }), { otras: [{ nombre: 'xl/externalLinks/externalLink1.xml', datos: `<externalLink xmlns="${TRANSICIONAL}"/>` }] }), lee(1)),
  caso('macros', 'Un libro .xlsm con un botón', () => una(filasXml(tabla), { macros: true }), lee(3, 0, { notas: ['macros'] }), 'avance.xlsm'),
  caso('hojas con el mismo nombre', 'Un programa no lo comprobó', () => ({ hojas: [{ nombre: 'Avance', xml: filasXml(tabla) }, { nombre: 'Avance', xml: filasXml(tabla) }] }), rechaza('danada')),
  caso('partes guardadas sin comprimir y con descriptor', 'Un programa que escribe mientras envía', () => una(filasXml(tabla), { retocar: p => p.map((x, i) => ({ ...x, guardada: i % 2 === 0, descriptor: true })) }), lee(3)),
  caso('partes en mayúsculas', 'Un compresor antiguo', () => una(filasXml(tabla), { retocar: p => p.map(x => (HOJA.test(x.nombre) ? { ...x, nombre: 'XL/WORKSHEETS/SHEET1.XML' } : x)) }), lee(3)),
  caso('rutas con barra invertida', 'Un programa de Windows', () => una(filasXml(tabla), { retocar: p => p.map(x => ({ ...x, nombre: x.nombre.replaceAll('/', '\\') })) }), lee(3)),
  caso('16.384 columnas', 'Pintó la fila entera', () => filasXml(tabla).replace('</row>', `${Array.from({ length: 16_384 - ENCABEZADOS.length }, (_, i) => celdaXml(`${letra(i + ENCABEZADOS.length)}1`, `Extra ${i}`)).join('')}</row>`), lee(3, 0, { notas: ['y 16357 más'] })),
  caso('columna repartida lejos', 'El módulo quedó en la columna ZZ', () => filasXml(tabla).replaceAll(new RegExp(`r="${letra(columna('Código del módulo'))}(\\d)"`, 'g'), 'r="ZZ$1"').replaceAll(/<c r="ZZ.*?<\/c>(.*?)(?=<\/row>)/g, (t, resto: string) => resto + t.slice(0, t.length - resto.length)), lee(3, 0, { celdas: [[2, 'Código del módulo', 'MA01']] })),
]
