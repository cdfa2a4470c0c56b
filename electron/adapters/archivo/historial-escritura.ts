import { createHash, type Hash } from 'node:crypto'
import { setImmediate as ceder } from 'node:timers/promises'
import type Database from 'libsql'
import { instanteDeSantiago } from '../../../shared/domain/fecha.ts'
import type { CabeceraLeida, RegistroLeido } from '../../../shared/domain/historial.ts'
import type { Suceso } from '../../../shared/domain/historial-documento.ts'
import { esDeOtraOtec, leerObservacion } from '../../../shared/domain/historial-lectura.ts'
import { numeroDeRut } from '../../../shared/domain/respuesta.ts'
import type { Marca } from '../../../shared/ipc/modelos-archivo.ts'
import type { FiltroHistorial } from '../../../shared/ipc/modelos.ts'
import type { LecturaHistorial } from '../../services/puertos-historial.ts'
import type { BaseArchivo } from './abrir.ts'

/** Rows of one write: some milliseconds of disk. */
const PORCION = 300
/** In `meta`: readings under way leave their first key here; processes that another took the place of, theirs. */
const EN_CURSO = 'historial-en-curso'
const SOBRA = 'historial-sobra:'
const HUELLA = 'historial-huella:'

/** A process whose records are in the file, under a key that nothing points to yet. */
interface Preparado {
  readonly pk: number; documento: number; cabecera: CabeceraLeida | null; cortado: boolean
  registros: number; aceptados: number; rechazados: number; ajeno: boolean; estadoRaro: boolean; readonly huella: Hash
}

/**
 * Writes a reading. Its records go in under new keys, which nothing shows; a process is shown by one write of its own row,
 * which takes the key of the new records. A stop at any point leaves, of each process, the old one or the new one.
 */
export function empezarLectura(base: BaseArchivo, o: { rutOtec: string; filtro: FiltroHistorial; leidoEn: string }): LecturaHistorial {
  const { vez } = base
  const primero = siguientePk(base.db())
  base.db().prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(EN_CURSO, String(primero))
  let proximo = primero
  const preparados = new Map<string, Preparado>()

  /** @throws when the file was made anew meanwhile: what had been read is gone with the other */
  const db = (): Database.Database => {
    if (base.vez !== vez) throw new Error('archive of sends: made anew during a reading')
    return base.db()
  }
  const de = (s: Suceso): Preparado => {
    const clave = `${s.documento} ${s.proceso}`
    const suyo = preparados.get(clave) ?? nuevo(proximo++, s.documento)
    preparados.set(clave, suyo)
    return suyo
  }
  const anotar = (p: Preparado, r: RegistroLeido, insertar: Database.Statement): void => {
    const rut = numeroDeRut(r.rut)
    insertar.run(p.pk, p.registros++, rut, r.rut, r.oferta, r.grupo, r.modulo, r.actividad, r.avance, r.moduloAvance, r.estadoRegistro, r.resultado,
      r.observacionCruda === null ? null : leerObservacion(r.observacionCruda).codigo, r.observacionCruda, r.fechaEjecucion, r.fechaInicio, r.fechaFin, r.crudo)
    p.huella.update(r.crudo)
    if (r.resultado === 'aceptado') p.aceptados++
    else if (r.resultado === 'rechazado') p.rechazados++
    else p.estadoRaro = true
    if (esDeOtraOtec(r.rutOtec, o.rutOtec)) p.ajeno = true
  }

  return {
    recibir: (sucesos) => {
      for (let desde = 0; desde < sucesos.length; desde += PORCION) {
        enTransaccion(db(), () => {
          const insertar = db().prepare(INSERTAR_REGISTRO)
          for (const s of sucesos.slice(desde, desde + PORCION)) {
            if (s.tipo === 'registro') anotar(de(s), s.registro, insertar)
            // Its key is left behind, and with it what was under it.
            else if (s.tipo === 'olvidar') preparados.set(`${s.documento} ${s.proceso}`, nuevo(proximo++, s.documento))
            else Object.assign(de(s), { cabecera: s.cabecera, cortado: s.cortado })
          }
        })
      }
    },
    poner: async (documento, completa) => {
      /** How many of the same have come in this answer. */
      const vistos = new Map<string, number>()
      const suyos = [...preparados.values()].filter((p) => p.documento === documento && p.cabecera !== null)
      const veces = new Map<string, number>()
      /** Those that were known of each, before any of them changes its key. */
      const viejos = new Map<string, readonly number[]>()
      for (const p of suyos) veces.set(identidad(p), (veces.get(identidad(p)) ?? 0) + 1)
      let registros = 0, cambiados = 0
      for (const p of suyos) {
        const quien = identidad(p)
        const lugar = vistos.get(quien) ?? 0
        vistos.set(quien, lugar + 1)
        registros += p.registros
        const suyo = viejos.get(quien) ?? conocidos(db(), p, o.rutOtec)
        viejos.set(quien, suyo)
        if (colocar(db(), p, { ...o, viejo: suyo[lugar], repetido: (veces.get(quien) ?? 0) > 1 })) cambiados++
        await ceder()
      }
      db().prepare('INSERT OR REPLACE INTO consulta VALUES (?, ?, ?, ?, ?, ?)').run(o.rutOtec, JSON.stringify(o.filtro), o.leidoEn, suyos.length, registros, Number(completa))
      await barrer(base)
      return { procesos: suyos.length, registros, cambiados }
    },
    soltar: () => barrer(base),
  }
}

const nuevo = (pk: number, documento: number): Preparado => ({ pk, documento, cabecera: null, cortado: false, registros: 0, aceptados: 0, rechazados: 0, ajeno: false, estadoRaro: false, huella: createHash('sha1') })

/** What makes it the same process as one of another reading. Without a number, the sender's code and the date. */
function identidad(p: Preparado): string {
  const c = p.cabecera
  return JSON.stringify(c?.idProceso === null ? [null, c.codigoExterno, c.fecha] : [c?.idProceso])
}

function conocidos(db: Database.Database, p: Preparado, rutOtec: string): number[] {
  const c = p.cabecera
  const filas = c === null || c.idProceso === null
    ? db.prepare('SELECT pk FROM proceso WHERE rut_otec = ? AND id_proceso IS NULL AND codigo_externo IS ? AND fecha IS ? ORDER BY pk').all(rutOtec, c?.codigoExterno ?? null, c?.fecha ?? null)
    : db.prepare('SELECT pk FROM proceso WHERE rut_otec = ? AND id_proceso = ? ORDER BY pk').all(rutOtec, c.idProceso)
  return (filas as { pk: number }[]).map((f) => f.pk)
}

/** @returns whether it says something else than what was known */
function colocar(db: Database.Database, p: Preparado, { viejo, ...o }: { rutOtec: string; leidoEn: string; viejo: number | undefined; repetido: boolean }): boolean {
  const c = p.cabecera
  if (c === null) return false
  const marcas = marcasDe(p, c, o)
  const huella = p.huella.update(c.crudo).update(marcas).digest('hex')
  // What a cut answer shows of it may be less than what is known.
  if (viejo !== undefined && (p.cortado || huellaDe(db, viejo) === huella)) return false
  const valores = [o.rutOtec, c.rutOtec, c.idProceso, c.codigoExterno, c.fecha, c.fecha === null ? null : instanteDeSantiago(c.fecha), c.estado, c.observaciones, c.observacionesSic, p.registros, p.aceptados, p.rechazados, c.crudo, o.leidoEn, marcas]
  enTransaccion(db, () => {
    if (viejo === undefined) db.prepare(`INSERT INTO proceso (pk, ${COLUMNAS.join(', ')}) VALUES (?${', ?'.repeat(COLUMNAS.length)})`).run(p.pk, ...valores)
    else {
      db.prepare(`UPDATE proceso SET pk = ?, ${COLUMNAS.map((x) => `${x} = ?`).join(', ')} WHERE pk = ?`).run(p.pk, ...valores, viejo)
      // Whoever looked at it under its old key has to know.
      db.prepare("INSERT OR IGNORE INTO pendiente VALUES ('proceso', ?)").run(viejo)
      db.prepare('DELETE FROM meta WHERE clave = ?').run(HUELLA + String(viejo))
      db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(SOBRA + String(viejo), '')
    }
    db.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(HUELLA + String(p.pk), huella)
  })
  return true
}

function marcasDe(p: Preparado, c: CabeceraLeida, o: { rutOtec: string; repetido: boolean }): string {
  const hay: readonly (readonly [Marca, boolean])[] = [
    ['repetido', o.repetido], ['sin-numero', c.idProceso === null], ['sin-codigo', c.codigoExterno === null], ['sin-fecha', c.fecha === null || instanteDeSantiago(c.fecha) === null],
    ['otra-otec', p.ajeno || esDeOtraOtec(c.rutOtec, o.rutOtec)], ['estado-desconocido', p.estadoRaro], ['cortado', p.cortado],
  ]
  return JSON.stringify(hay.filter(([, esta]) => esta).map(([marca]) => marca))
}

const huellaDe = (db: Database.Database, pk: number): string | undefined => (db.prepare('SELECT valor FROM meta WHERE clave = ?').get(HUELLA + String(pk)) as { valor: string } | undefined)?.valor

/** Takes away the records that no process shows, some at a time. */
export async function barrer(base: BaseArchivo): Promise<void> {
  const { vez } = base
  const desde = (base.db().prepare('SELECT valor FROM meta WHERE clave = ?').get(EN_CURSO) as { valor: string } | undefined)?.valor
  const sobrantes = (base.db().prepare('SELECT clave FROM meta WHERE clave > ? AND clave < ?').all(SOBRA, `${SOBRA}~`) as { clave: string }[]).map((f) => Number(f.clave.slice(SOBRA.length)))
  for (let pk = desde === undefined ? undefined : siguienteSuelto(base.db(), Number(desde)); pk !== undefined; pk = siguienteSuelto(base.db(), pk + 1)) sobrantes.push(pk)
  for (const pk of sobrantes) {
    for (let quedan = true; quedan;) {
      if (base.vez !== vez) return
      quedan = base.db().prepare('DELETE FROM registro WHERE proceso_pk = ? AND orden IN (SELECT orden FROM registro WHERE proceso_pk = ? LIMIT ?)').run(pk, pk, PORCION).changes > 0
      await ceder()
    }
    base.db().prepare('DELETE FROM meta WHERE clave = ?').run(SOBRA + String(pk))
  }
  if (base.vez === vez) base.db().prepare('DELETE FROM meta WHERE clave = ?').run(EN_CURSO)
}

/** The next key that has records and no process. */
function siguienteSuelto(db: Database.Database, desde: number): number | undefined {
  let pk: number | undefined = desde
  for (;;) {
    pk = (db.prepare('SELECT proceso_pk AS pk FROM registro WHERE proceso_pk >= ? ORDER BY proceso_pk LIMIT 1').get(pk) as { pk: number } | undefined)?.pk
    if (pk === undefined || db.prepare('SELECT 1 FROM proceso WHERE pk = ?').get(pk) === undefined) return pk
    pk++
  }
}

function siguientePk(db: Database.Database): number {
  const { n } = db.prepare('SELECT max(coalesce((SELECT max(pk) FROM proceso), 0), coalesce((SELECT max(proceso_pk) FROM registro), 0)) AS n').get() as { n: number }
  return n + 1
}

function enTransaccion(db: Database.Database, hacer: () => void): void {
  db.exec('BEGIN IMMEDIATE')
  try { hacer(); db.exec('COMMIT') } catch (error) {
    try { db.exec('ROLLBACK') } catch { /* nothing to undo */ }
    throw error
  }
}

const INSERTAR_REGISTRO = `INSERT INTO registro (proceso_pk, orden, rut, rut_texto, oferta, grupo, modulo, actividad, avance, modulo_avance, estado_registro, resultado, codigo, observacion,
  fecha_ejecucion, fecha_inicio, fecha_fin, crudo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const COLUMNAS = ['rut_otec', 'otec', 'id_proceso', 'codigo_externo', 'fecha', 'fecha_utc', 'estado', 'observaciones', 'observaciones_sic', 'registros', 'aceptados', 'rechazados', 'crudo', 'leido_en', 'marcas']
