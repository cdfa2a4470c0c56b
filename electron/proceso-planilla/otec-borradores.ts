/**
 * Whose each draft is. Drafts of different OTECs lie in different files; this is what still tells them apart when a file
 * ends up in another OTEC's folder. A table of its own: the one of drafts is of programs before there were several OTECs.
 */
import type Database from 'libsql'

const TABLA = 'CREATE TABLE IF NOT EXISTS otec (borrador TEXT PRIMARY KEY, rut TEXT NOT NULL) STRICT'

/** @param rutOtec whose file this is; null: nobody's yet. Drafts that are of nobody become of this OTEC, once. */
export function prepararOtecs(db: Database.Database, rutOtec: string | null): void {
  db.exec(TABLA)
  if (rutOtec !== null) db.prepare('INSERT OR IGNORE INTO otec (borrador, rut) SELECT id, ? FROM borradores').run(rutOtec)
}

export function anotarOtec(db: Database.Database, borrador: string, rutOtec: string | null): void {
  if (rutOtec !== null) db.prepare('INSERT INTO otec (borrador, rut) VALUES (?, ?)').run(borrador, rutOtec)
}

export function quitarOtec(db: Database.Database, borrador: string): void {
  db.prepare('DELETE FROM otec WHERE borrador = ?').run(borrador)
}

/** SQL condition on `borradores`: not known to be of another OTEC. Takes the RUT as its one parameter. */
export const NO_ES_AJENO = "NOT EXISTS (SELECT 1 FROM otec o WHERE o.borrador = borradores.id AND o.rut <> coalesce(?, o.rut))"

export function otecDe(db: Database.Database, borrador: string): string | null {
  return (db.prepare('SELECT rut FROM otec WHERE borrador = ?').get(borrador) as { rut: string } | undefined)?.rut ?? null
}
