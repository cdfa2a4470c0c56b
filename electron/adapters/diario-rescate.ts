/** Out of a damaged journal, what can still be read. Nothing that it says of a call that had not ended is believed. */
import type Database from 'libsql'
import { z } from 'zod'
import { ESTADOS_LLAMADA, esFinal, type EstadoLlamada } from '../../shared/domain/llamada.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import { columnasDe, deHexadecimal, enHexadecimal } from './diario-revision.ts'

type Fila = Record<string, unknown>
/** Rows that cannot be read in a row before it is taken that there are no more. */
const HUECO_MAXIMO = 500

/** Row by row, by its number: one that cannot be read does not hide the next. */
function* filasDe(db: Database.Database, tabla: string): Generator<Fila> {
  let columnas
  try { columnas = columnasDe(db, tabla) } catch { return }
  if (columnas.length === 0) return
  const pedir = db.prepare(`SELECT ${columnas.map(enHexadecimal).join(', ')} FROM ${tabla} WHERE rowid = ?`)
  for (let rowid = 1, hueco = 0; hueco < HUECO_MAXIMO; rowid++) {
    const fila = legible(() => pedir.get(rowid) as Fila | undefined, columnas)
    if (fila === null) hueco++
    else { hueco = 0; yield fila }
  }
}

function legible(leer: () => Fila | undefined, columnas: ReturnType<typeof columnasDe>): Fila | null {
  try {
    const cruda = leer()
    if (cruda === undefined) return null
    const fila: Fila = {}
    for (const { nombre, texto } of columnas) {
      const valor = texto ? deHexadecimal(cruda[nombre]) : cruda[nombre]
      if (valor === undefined) return null
      fila[nombre] = valor
    }
    return fila
  } catch { return null }
}

/** Rows of a table without numbers, from both ends until each meets what cannot be read. */
function filasPorClave(db: Database.Database, tabla: string, clave: string): Fila[] {
  const halladas = new Map<string, Fila>()
  for (const orden of ['ASC', 'DESC']) {
    try {
      const columnas = columnasDe(db, tabla)
      for (const cruda of db.prepare(`SELECT ${columnas.map(enHexadecimal).join(', ')} FROM ${tabla} ORDER BY ${clave.split(', ').map((c) => `${c} ${orden}`).join(', ')}`).iterate()) {
        const fila = legible(() => cruda as Fila, columnas)
        if (fila !== null) halladas.set(JSON.stringify(clave.split(', ').map((c) => fila[c])), fila)
      }
    } catch { /* from here on this end cannot be read */ }
  }
  return [...halladas.values()]
}

function poner(db: Database.Database, tabla: string, fila: Fila): void {
  const columnas = columnasDe(db, tabla).map((c) => c.nombre).filter((c) => c in fila)
  db.prepare(`INSERT OR IGNORE INTO ${tabla} (${columnas.join(', ')}) VALUES (${columnas.map(() => '?').join(', ')})`)
    .run(...columnas.map((c) => { const v = fila[c]; return v instanceof ArrayBuffer ? Buffer.from(new Uint8Array(v)) : v }))
}

const CuerpoSchema = z.looseObject({ rutOtec: z.string(), listaAlumnos: z.array(z.looseObject({ rutAlumno: z.int(), dvAlumno: z.string() })) })
type Cuerpo = z.infer<typeof CuerpoSchema>
function cuerpoDe(contenido: Fila | undefined): Cuerpo | null {
  try {
    const leido = CuerpoSchema.safeParse(JSON.parse(Buffer.from(contenido?.['octetos'] as ArrayBuffer).toString('utf8')))
    return leido.success ? leido.data : null
  } catch { return null }
}

/**
 * Copies what can be read to an empty journal of the current version. A call that had not ended becomes `desconocido`:
 * what came after may be what was lost, and SENCE's history decides. @returns how many calls were recovered
 */
export function rescatar(viejo: Database.Database, nuevo: Database.Database, ahora: string): number {
  const envios = new Map([...filasDe(viejo, 'envio')].map((f) => [f['id'], f]))
  const contenidos = new Map([...filasDe(viejo, 'contenido')].map((f) => [`${String(f['llamada_id'])} ${String(f['que'])}`, f]))
  let rescatadas = 0
  nuevo.transaction(() => {
    for (const llamada of filasDe(viejo, 'llamada')) {
      const id = String(llamada['id'])
      const solicitud = contenidos.get(`${id} solicitud`)
      const cuerpo = cuerpoDe(solicitud)
      const suyos = completar(alumnosDe(viejo, id), cuerpo, id, estadoDe(llamada))
      if (suyos.length === 0) continue
      const envio = envios.get(llamada['envio_id']) ?? (cuerpo === null ? null : { id: llamada['envio_id'], creado_en: llamada['enviado_en'] ?? ahora, borrador_id: '', nombre_archivo: TEXTOS_NATIVOS.envioRecuperado, rut_otec: cuerpo.rutOtec })
      if (envio === null) continue
      const duda = !esFinal(estadoDe(llamada)) || suyos.some((a) => a['resultado'] === 'desconocido')
      poner(nuevo, 'envio', envio)
      poner(nuevo, 'llamada', duda ? { ...llamada, estado: 'desconocido', causa: llamada['causa'] ?? 'interrumpida' } : llamada)
      poner(nuevo, 'contenido', solicitud ?? { llamada_id: id, que: 'solicitud', octetos: Buffer.alloc(0) })
      const respuesta = contenidos.get(`${id} respuesta`)
      if (respuesta !== undefined) poner(nuevo, 'contenido', respuesta)
      for (const a of suyos) poner(nuevo, 'alumno', duda && a['resultado'] === 'no-enviado' ? { ...a, resultado: 'desconocido' } : a)
      rescatadas++
    }
    for (const tabla of ['conciliacion', 'intento']) for (const f of filasDe(viejo, tabla)) if (nuevo.prepare('SELECT 1 FROM llamada WHERE id = ?').get(f['llamada_id']) !== undefined) poner(nuevo, tabla, f)
    for (const f of filasPorClave(viejo, 'avance', 'rut_otec, rut_alumno, codigo_modulo, codigo_oferta, codigo_grupo')) if ('aceptado_en' in f) poner(nuevo, 'avance', f)
  }).immediate()
  return rescatadas
}

/** By their call, so that a page that is lost takes only its own with it. */
function alumnosDe(viejo: Database.Database, llamadaId: string): Fila[] {
  const halladas: Fila[] = []
  try {
    const columnas = columnasDe(viejo, 'alumno')
    for (const cruda of viejo.prepare(`SELECT ${columnas.map(enHexadecimal).join(', ')} FROM alumno WHERE llamada_id = ? ORDER BY orden`).iterate(llamadaId)) {
      const fila = legible(() => cruda as Fila, columnas)
      if (fila !== null) halladas.push(fila)
    }
  } catch { /* those that follow are completed from what was sent */ }
  return halladas
}

const estadoDe = (llamada: Fila): EstadoLlamada => ESTADOS_LLAMADA.find((e) => e === llamada['estado']) ?? 'desconocido'

/** Alumnos whose rows were lost, out of the bytes that were sent: what the call as a whole ended as holds for each of them, or nothing is known. */
function completar(leidos: readonly Fila[], cuerpo: Cuerpo | null, id: string, estado: EstadoLlamada): Fila[] {
  const porOrden = new Map(leidos.map((a) => [Number(a['orden']), a]))
  const resultado = estado === 'aceptado' || estado === 'rechazado' ? estado : estado === 'cancelado' || estado === 'fallido' ? 'no-enviado' : 'desconocido'
  for (const [orden, a] of (cuerpo?.listaAlumnos ?? []).entries()) {
    if (!porOrden.has(orden)) porOrden.set(orden, { llamada_id: id, orden, rut: a.rutAlumno, dv: a.dvAlumno, resultado, codigo: null, mensaje: null })
  }
  return [...porOrden.values()]
}
