/** Notes about a file as a whole, shown beside the draft. */

const lista = (nombres: readonly string[]): string => nombres.map(n => `«${n}»`).join(', ')
const MAXIMO = 12
/** A file with hundreds of stray columns must not fill the screen with their names. */
const acotada = (nombres: readonly string[]): string =>
  nombres.length <= MAXIMO ? lista(nombres) : `${lista(nombres.slice(0, MAXIMO))} y ${nombres.length - MAXIMO} más`

export const NOTAS = {
  macros: 'La planilla trae macros. Se ignoraron: no se ejecutó nada de ellas.',
  hojasOcultas: (nombres: readonly string[]): string => nombres.length === 1
    ? `La hoja oculta ${lista(nombres)} no se leyó. Si tiene datos, muéstrela en Excel e importe de nuevo.`
    : `Las hojas ocultas ${acotada(nombres)} no se leyeron. Si tienen datos, muéstrelas en Excel e importe de nuevo.`,
  hojasSinUso: (nombres: readonly string[]): string => nombres.length === 1
    ? `La hoja ${lista(nombres)} no se usó: no tiene los encabezados que se esperan.`
    : `Las hojas ${acotada(nombres)} no se usaron: no tienen los encabezados que se esperan.`,
  columnasSinUso: (hoja: string, titulos: readonly string[]): string => titulos.length === 1
    ? `En la hoja «${hoja}», la columna ${lista(titulos)} no se usa.`
    : `En la hoja «${hoja}», las columnas ${acotada(titulos)} no se usan.`,
  sinFilas: 'La planilla tiene los encabezados, pero ninguna fila con datos debajo.',
  otroFormato: (real: string): string => `El nombre del archivo no corresponde a su contenido: se leyó como ${real}.`,
} as const

/** Name of the only sheet of a text file, which has none of its own. */
export const HOJA_DE_TEXTO = 'Datos'

export const NOMBRE_FORMATO = { xlsx: 'libro de Excel', xls: 'libro de Excel antiguo', ods: 'planilla de LibreOffice', csv: 'texto separado' } as const
