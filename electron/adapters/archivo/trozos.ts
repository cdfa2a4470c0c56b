import type Database from 'libsql'
import { plano } from '../../../shared/domain/consulta-archivo.ts'

/** Whose words they are. */
export type Duenos = { readonly llamada: number } | { readonly proceso: number }
/** `cabecera`: what is said of the whole of it. `registros`: what is said of some alumno or módulo in it. */
export type NivelTrozo = 'cabecera' | 'registros'

/** Longer ones would make adding one to the index a wait that is felt. */
const LARGO = 4000

/** Distinct texts in pieces, each to be written in a moment. What is between two texts is never found as if it were in one. */
export function enTrozos(textos: Iterable<string | null>): string[] {
  const trozos: string[] = []
  let actual = ''
  for (const t of new Set(textos)) {
    const limpio = t === null ? '' : plano(t)
    if (limpio === '') continue
    if (actual !== '' && actual.length + limpio.length > LARGO) { trozos.push(actual); actual = '' }
    actual += `\n ${limpio}`
  }
  return actual === '' ? trozos : [...trozos, actual]
}

export function quitarTrozos(db: Database.Database, de: Duenos, nivel?: NivelTrozo): void {
  const [columna, pk] = 'llamada' in de ? ['llamada_pk', de.llamada] as const : ['proceso_pk', de.proceso] as const
  db.prepare(`DELETE FROM trozo WHERE ${columna} = ? ${nivel === undefined ? '' : 'AND nivel = ?'}`).run(pk, ...(nivel === undefined ? [] : [nivel]))
}

export function ponerTrozo(db: Database.Database, ficha: number, de: Duenos, nivel: NivelTrozo, texto: string): void {
  const { pk } = db.prepare('INSERT INTO trozo (ficha_pk, llamada_pk, proceso_pk, nivel) VALUES (?, ?, ?, ?) RETURNING pk')
    .get(ficha, 'llamada' in de ? de.llamada : null, 'proceso' in de ? de.proceso : null, nivel) as { pk: number }
  db.prepare('INSERT INTO busca (rowid, texto) VALUES (?, ?)').run(pk, texto)
}
