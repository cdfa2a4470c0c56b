/** Which course of its send a call is, and which part of that course. All count from 1. */
export interface LugarDeParte { readonly curso: number; readonly cursos: number; readonly parte: number; readonly partes: number }

/** @param llamadas of one send, in order; the parts of a course follow one another */
export function lugaresDePartes(llamadas: readonly { readonly codigoOferta: string; readonly codigoGrupo: string }[]): LugarDeParte[] {
  const claves = llamadas.map((l) => JSON.stringify([l.codigoOferta, l.codigoGrupo]))
  const cursos = [...new Set(claves)]
  const vistas = new Map<string, number>()
  return claves.map((clave) => {
    const parte = (vistas.get(clave) ?? 0) + 1
    vistas.set(clave, parte)
    return { curso: cursos.indexOf(clave) + 1, cursos: cursos.length, parte, partes: claves.filter((c) => c === clave).length }
  })
}
