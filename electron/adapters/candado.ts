import Database from 'libsql'

export interface Candado { soltar(): void }
/** A connection that nobody holds is collected, and its lock with it. */
const tomados = new Set<Database.Database>()

/**
 * One program at a time on a journal: two would each take the other's call in flight for one that was left behind. It is
 * the system's own lock on a file beside it, so that it goes away with the process, however that ends.
 * @returns null when another program has it @throws when the disk does not allow to make the file
 */
export function tomarCandado(archivo: string): Candado | null {
  const db = new Database(`${archivo}.candado`)
  try {
    db.pragma('busy_timeout = 0')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return null
    throw error
  }
  tomados.add(db)
  return { soltar: () => { if (tomados.delete(db)) { db.exec('ROLLBACK'); db.close() } } }
}
