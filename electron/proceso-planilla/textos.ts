/** Notes about a file as a whole, shown beside the draft. */

const lista = (nombres: readonly string[]): string => nombres.map(n => `«${n}»`).join(', ')
const MAXIMO = 12
/** A file with hundreds of stray columns must not fill the screen with their names. */
const acotada = (nombres: readonly string[]): string =>
  nombres.length <= MAXIMO ? lista(nombres) : `${lista(nombres.slice(0, MAXIMO))} y ${nombres.length - MAXIMO} más`

const numeros = (ns: readonly number[]): string =>
  ns.length <= MAXIMO ? `${ns.slice(0, -1).join(', ')} y ${ns.at(-1) ?? ''}` : `${ns.slice(0, MAXIMO).join(', ')} y ${ns.length - MAXIMO} más`

export const NOTAS = {
  macros: 'La planilla trae macros. Se ignoraron: no se ejecutó nada de ellas.',
  hojasOcultas: (nombres: readonly string[]): string => nombres.length === 1
    ? `La hoja oculta ${lista(nombres)} no se leyó. Si tiene datos, muéstrela en Excel e importe de nuevo.`
    : `Las hojas ocultas ${acotada(nombres)} no se leyeron. Si tienen datos, muéstrelas en Excel e importe de nuevo.`,
  hojasSinUso: (nombres: readonly string[]): string => nombres.length === 1
    ? `La hoja ${lista(nombres)} no se usó: no tiene los encabezados que se esperan.`
    : `Las hojas ${acotada(nombres)} no se usaron: no tienen los encabezados que se esperan.`,
  hojasJuntas: (nombres: readonly string[]): string => `Se leyeron juntas, como si fueran una, las hojas ${acotada(nombres)}. Cada fila conserva su hoja y su número.`,
  hojasGemelas: (nombres: readonly string[]): string => nombres.length === 1
    ? `La hoja ${lista(nombres)} tiene los mismos títulos que la que se leyó, y no se leyó. Para leerlas juntas, o solo esa, use «Elegir hoja y columnas».`
    : `Las hojas ${acotada(nombres)} tienen los mismos títulos que la que se leyó, y no se leyeron. Para leerlas juntas, o solo otra, use «Elegir hoja y columnas».`,
  totales: (hoja: string, filas: readonly number[]): string => filas.length === 1
    ? `En la hoja «${hoja}», la fila ${filas[0] ?? ''} parece un total y no se leyó.`
    : `En la hoja «${hoja}», las filas ${numeros(filas)} parecen totales y no se leyeron.`,
  encabezadosRepetidos: (hoja: string, filas: readonly number[]): string => filas.length === 1
    ? `En la hoja «${hoja}», la fila ${filas[0] ?? ''} repite los títulos y no se leyó.`
    : `En la hoja «${hoja}», las filas ${numeros(filas)} repiten los títulos y no se leyeron.`,
  filasOcultas: (hoja: string, filas: readonly number[]): string => filas.length === 1
    ? `En la hoja «${hoja}», la fila ${filas[0] ?? ''} está oculta y se leyó igual. Si no debe enviarse, déjela fuera.`
    : `En la hoja «${hoja}», las filas ${numeros(filas)} están ocultas y se leyeron igual. Si no deben enviarse, déjelas fuera.`,
  columnasOcultas: (hoja: string, titulos: readonly string[]): string => titulos.length === 1
    ? `En la hoja «${hoja}», la columna ${lista(titulos)} está oculta y se leyó igual.`
    : `En la hoja «${hoja}», las columnas ${acotada(titulos)} están ocultas y se leyeron igual.`,
  hojaOcultaLeida: (nombre: string): string => `La hoja «${nombre}» está oculta en su planilla y se leyó porque usted la eligió.`,
  fijos: (pares: readonly string[]): string => `Se escribió lo mismo en todas las filas: ${pares.join(', ')}.`,
  correspondencia: (nombre: string): string => `Se usó la correspondencia «${nombre}», que usted guardó para estos títulos.`,
  lecturas: (columnas: readonly string[]): string => `Se leyó como usted respondió la vez anterior: ${columnas.map(c => `«${c}»`).join(', ')}. Lo convertido está en la lista de problemas, como información.`,
  columnasSinUso: (hoja: string, titulos: readonly string[]): string => titulos.length === 1
    ? `En la hoja «${hoja}», la columna ${lista(titulos)} no se usa.`
    : `En la hoja «${hoja}», las columnas ${acotada(titulos)} no se usan.`,
  sinFilas: 'La planilla tiene los encabezados, pero ninguna fila con datos debajo.',
  otroFormato: (real: string): string => `El nombre del archivo no corresponde a su contenido: se leyó como ${real}.`,
} as const

/** Name of the only sheet of a text file, which has none of its own. */
export const HOJA_DE_TEXTO = 'Datos'
/** Name of a table of a web page that has several. */
export const nombreDeTabla = (n: number): string => `Tabla ${n}`

export const NOMBRE_FORMATO = { xlsx: 'libro de Excel', xls: 'libro de Excel antiguo', ods: 'planilla de LibreOffice', csv: 'texto separado', html: 'tabla de página web', xml: 'hoja de cálculo en XML' } as const
