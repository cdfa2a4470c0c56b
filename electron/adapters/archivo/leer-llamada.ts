import type Database from 'libsql'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { FuenteArchivo, LlamadaDeArchivo } from '../../services/puertos-archivo.ts'
import { PALABRAS_DE_ESTADO } from '../../services/textos-archivo.ts'
import { alumnosDelCuerpo, type FilaEnviada } from './cuerpo.ts'
import { ponerFichaDeEnvio } from './fichas.ts'
import { enTrozos, ponerTrozo, quitarTrozos } from './trozos.ts'

/** Rows that are written at once: one statement for many costs less than many, and less than a moment. */
const FILAS_POR_VEZ = 200

/** What the list needs of a call, at once; what is inside it is left pending. @returns its key */
export function ponerLlamada(db: Database.Database, l: LlamadaDeArchivo): number {
  const { pk } = db.prepare(`INSERT INTO llamada (id, envio_id, orden, creado_en, nombre_archivo, rut_otec, codigo_envio, codigo_oferta, codigo_grupo, estado, causa, programado_para, enviado_en, respondido_en,
      http_estado, id_proceso, alumnos, aceptados, rechazados, desconocidos, huella) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
    ON CONFLICT (id) DO UPDATE SET estado = excluded.estado, causa = excluded.causa, programado_para = excluded.programado_para, enviado_en = excluded.enviado_en, respondido_en = excluded.respondido_en,
      http_estado = excluded.http_estado, id_proceso = excluded.id_proceso, alumnos = excluded.alumnos, aceptados = excluded.aceptados, rechazados = excluded.rechazados, desconocidos = excluded.desconocidos, huella = ''
    RETURNING pk`)
    .get(l.id, l.envioId, l.orden, l.creadoEn, l.nombreArchivo, l.rutOtec, l.codigoEnvio, l.codigoOferta, l.codigoGrupo, l.estado, l.causa, l.programadoPara, l.enviadoEn, l.respondidoEn,
      l.httpEstado, l.idProceso, l.alumnos, l.aceptados, l.rechazados, l.desconocidos) as { pk: number }
  db.prepare("INSERT OR IGNORE INTO pendiente VALUES ('llamada', ?)").run(pk)
  // A process that was read before the call it is of was known.
  db.prepare(`INSERT OR IGNORE INTO pendiente SELECT 'proceso', p.pk FROM proceso p WHERE (p.codigo_externo = ?1 OR (p.id_proceso = ?2 AND p.rut_otec = ?3))
    AND NOT EXISTS (SELECT 1 FROM enlace x WHERE x.llamada_pk = ?4 AND x.proceso_pk = p.pk)`).run(l.codigoEnvio, l.idProceso, l.rutOtec, pk)
  ponerFichaDeEnvio(db, l.envioId)
  return pk
}

/**
 * What is inside a call: its rows, which keep their place so that reading it twice changes nothing, and its words.
 * Each step is a moment's work. @returns rows that could not be read
 */
export function* leerCuerpo(db: Database.Database, fuente: FuenteArchivo, l: LlamadaDeArchivo, pk: number): Generator<undefined, { ilegibles: number; entero: boolean }> {
  const ficha = ponerFichaDeEnvio(db, l.envioId) ?? 0
  const alumnos = fuente.veredictos(l.id)
  const cuerpo = fuente.cuerpo(l.id) ?? ''
  const veredictos = new Map(alumnos.map((a) => [a.rutAlumno, a]))
  yield
  const palabras = new Set<string | null>()
  let orden = 0
  let ilegibles = 0
  let lote: unknown[][] = []
  const escribir = (): void => { ponerFilas(db, pk, lote); lote = [] }
  const agregar = (f: FilaEnviada): void => {
    const v = veredictos.get(f.rut)
    palabras.add(f.modulo).add(v?.codigo ?? null).add(v?.mensaje ?? null)
    lote.push([orden++, f.rut, f.dv, f.modulo, f.porcentaje, f.segundos, f.estado, f.avanceAlumno, f.segundosAlumno, f.estadoAlumno, f.inicio, f.fin, f.ejecucion, f.inicioAlumno, f.finAlumno,
      v?.resultado ?? 'desconocido', v?.codigo ?? null, v?.mensaje ?? null])
  }
  const lector = alumnosDelCuerpo(cuerpo)
  let paso = lector.next()
  for (; paso.done !== true; paso = lector.next()) {
    if (paso.value === null) ilegibles++
    else paso.value.forEach(agregar)
    if (lote.length >= FILAS_POR_VEZ) { escribir(); yield }
  }
  // The journal knows by itself who went in it: they must be found even when the text cannot be read.
  if (orden === 0) for (const a of alumnos) agregar({ ...SIN_DATOS, rut: a.rutAlumno, dv: a.dvAlumno })
  escribir()
  db.prepare('DELETE FROM enviado WHERE llamada_pk = ? AND orden >= ?').run(pk, orden)
  yield
  quitarTrozos(db, { llamada: pk })
  for (const t of enTrozos([l.nombreArchivo, l.codigoEnvio, l.codigoOferta, l.codigoGrupo, l.idProceso, PALABRAS_DE_ESTADO[l.estado], formatInstante(l.creadoEn), ...[l.enviadoEn].map((i) => i && formatInstante(i))])) ponerTrozo(db, ficha, { llamada: pk }, 'cabecera', t)
  for (const t of enTrozos(palabras)) { ponerTrozo(db, ficha, { llamada: pk }, 'registros', t); yield }
  return { ilegibles, entero: paso.value }
}

const SIN_DATOS: Omit<FilaEnviada, 'rut' | 'dv'> = {
  modulo: '', porcentaje: null, segundos: null, estado: null, avanceAlumno: null, segundosAlumno: null, estadoAlumno: null, inicio: null, fin: null, ejecucion: null, inicioAlumno: null, finAlumno: null,
}
const COLUMNAS = ['orden', 'rut', 'dv', 'codigo_modulo', 'porcentaje', 'segundos', 'estado', 'avance_alumno', 'segundos_alumno', 'estado_alumno', 'fecha_inicio', 'fecha_fin', 'fecha_ejecucion', 'inicio_alumno', 'fin_alumno', 'resultado', 'codigo', 'mensaje']

function ponerFilas(db: Database.Database, pk: number, filas: readonly unknown[][]): void {
  if (filas.length === 0) return
  db.prepare(`INSERT OR REPLACE INTO enviado (llamada_pk, ${COLUMNAS.join()}) SELECT ?, ${COLUMNAS.map((_c, i) => `value ->> ${i}`).join()} FROM json_each(?)`).run(pk, JSON.stringify(filas))
}

/** The journal no longer has it. */
export function quitarLlamada(db: Database.Database, pk: number): void {
  const fila = db.prepare('SELECT envio_id FROM llamada WHERE pk = ?').get(pk) as { envio_id: string } | undefined
  db.prepare("INSERT OR IGNORE INTO pendiente SELECT 'proceso', proceso_pk FROM enlace WHERE llamada_pk = ?").run(pk)
  db.prepare('DELETE FROM enlace WHERE llamada_pk = ?').run(pk)
  db.prepare('DELETE FROM enviado WHERE llamada_pk = ?').run(pk)
  quitarTrozos(db, { llamada: pk })
  db.prepare('DELETE FROM llamada WHERE pk = ?').run(pk)
  if (fila !== undefined) ponerFichaDeEnvio(db, fila.envio_id)
}
