/** The start of a part, up to its first row or text: encoding, namespace, and the prefix that its elements carry. */
import { PLANILLA } from './espacios.ts'
import { etiquetas, revisarInicio } from './etiquetas.ts'
import { aparte } from './interrupcion.ts'

/**
 * `bytes`: the part from its beginning, cut between two tags. Answers the prefix with its colon (`x:`), '' when the
 * elements carry none.
 */
export function prefijoDeRaiz(bytes: Buffer, raiz: string): string {
  revisarInicio(bytes)
  const texto = bytes.toString('utf8')
  if (texto.includes('<!')) aparte('DOCTYPE, CDATA o comentario en el XML')
  const primera = /^[^<]*(?:<\?[^>]*\?>\s*)*<(?:([^\s<>"'/=:]+):)?([^\s<>"'/=:]+)/.exec(texto)
  if (primera?.[2] !== raiz) aparte(`la raíz no es ${raiz}`)
  // Walked to its end: whatever is malformed or belongs to another namespace shows here.
  for (const _ of etiquetas(texto, PLANILLA, false)) continue
  return primera[1] === undefined ? '' : `${primera[1]}:`
}
