/**
 * Values out of tables that are too long to be looked at whole each time the journal opens. The database's binding ends
 * the whole process when a text is not UTF-8, which is what a damaged page of an encrypted file looks like; so a text that
 * is not plain letters comes out as its bytes, and it is here that they turn out to be no text.
 */
import { z } from 'zod'

/** Whatever the column holds: damage may turn a number into a text. @param nombre how the row names it */
export const seguro = (columna: string, nombre = columna): string =>
  `CASE WHEN typeof(${columna}) = 'text' AND ${columna} GLOB '*[^ -~]*' THEN CAST(${columna} AS BLOB) ELSE ${columna} END AS ${nombre}`
export const seguros = (...columnas: string[]): string => columnas.map((c) => seguro(c)).join(', ')

const estricto = new TextDecoder('utf-8', { fatal: true })
/** @returns undefined when the bytes are no text */
export function decodificarEstricto(bytes: Uint8Array): string | undefined {
  try { return estricto.decode(bytes) } catch { return undefined }
}

/** Bytes, in any of the forms in which the binding gives them. */
export const octetos = z.union([z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]).transform((b) => Buffer.from(b instanceof ArrayBuffer ? new Uint8Array(b) : b))
/** A text that was asked for with `seguro`. */
export const textoSeguro = z.union([z.string(), octetos.transform((b, ctx) => {
  const texto = decodificarEstricto(b)
  if (texto === undefined) ctx.addIssue('not a text')
  return texto ?? z.NEVER
})])
