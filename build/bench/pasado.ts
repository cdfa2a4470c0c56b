/** A past of many sends, written straight into a journal's file: made by sending, it would take days. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { abrirDiario } from '../../electron/adapters/diario.ts'
import { armarCuerpo } from '../../shared/domain/envio.ts'
import { calcularDv } from '../../shared/domain/rut.ts'

export const OTEC_DEL_PASADO = '76123456-0'
export const MODULOS = 5
const PERSONAS = 20_000
const PRIMER_RUT = 8_000_000
const MINUTO = 60_000
const rutDe = (n: number): number => PRIMER_RUT + (n % PERSONAS) * 613
/** Somebody who is in many sends. */
export const RUT_BUSCADO = rutDe(4230)
export const envioDelPasado = (n: number): string => `envio-${n}`
export const CURSOS = 100

/** @param registros alumno × módulo, in all the sends together */
export function escribirPasado(archivo: string, clave: string | null, envios: number, registros: number): void {
  mkdirSync(path.dirname(archivo), { recursive: true })
  for (const cola of ['', '-wal', '-shm']) rmSync(archivo + cola, { force: true })
  abrirDiario({ archivo, clave }).cerrar()
  const db = new Database(archivo, (clave === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: clave }) as Database.Options)
  db.pragma('synchronous = OFF')
  db.exec('BEGIN')
  const ponerEnvio = db.prepare("INSERT INTO envio (id, creado_en, borrador_id, nombre_archivo, rut_otec) VALUES (?, ?, 'b', ?, ?)")
  const ponerLlamada = db.prepare(`INSERT INTO llamada (id, envio_id, orden, codigo_envio, codigo_oferta, codigo_grupo, estado, intentos, sha256, enviado_en, respondido_en, http_estado, id_proceso)
    VALUES (?, ?, 0, ?, ?, ?, ?, 1, '', ?, ?, 200, ?)`)
  const ponerCuerpo = db.prepare("INSERT INTO contenido (llamada_id, que, octetos) VALUES (?, 'solicitud', ?)")
  const ponerAlumnos = db.prepare('INSERT INTO alumno (llamada_id, orden, rut, dv, resultado, codigo, mensaje) SELECT ?, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)')
  const porEnvio = Math.max(1, Math.round(registros / envios / MODULOS))
  for (let e = 0; e < envios; e++) {
    const en = new Date(Date.UTC(2022, 0, 3) + e * 8 * 60 * MINUTO).toISOString()
    const id = envioDelPasado(e)
    const curso = String(e % CURSOS).padStart(4, '0')
    const codigo = `PSIC-${en.slice(0, 10).replaceAll('-', '')}-220000-${e.toString(36).padStart(6, '0')}`
    const fechas = { fechaInicio: en.slice(0, 10), fechaFin: '2026-12-15' }
    const ruts = Array.from({ length: porEnvio }, (_v, i) => rutDe((e % CURSOS) * 200 + i + Math.floor(e / CURSOS)))
    const listaAlumnos = ruts.map((rutAlumno) => ({
      rutAlumno, dvAlumno: calcularDv(rutAlumno), tiempoConectividad: 3600, estado: 1 as const, porcentajeAvance: 50, ...fechas, fechaEjecucion: en.slice(0, 10),
      listaModulos: Array.from({ length: MODULOS }, (_v, m) => ({ codigoModulo: `MOD-${curso}-${m + 1}`, tiempoConectividad: 1800, estado: 1 as const, porcentajeAvance: (e + m) % 101, ...fechas, listaActividades: [{ codigoActividad: 'Tarea 1' }] })),
    }))
    const rechazado = (i: number): boolean => e % 10 === 0 && i === 0
    ponerEnvio.run(id, en, `avance semana ${e % 52}.xlsx`, OTEC_DEL_PASADO)
    ponerLlamada.run(`l-${id}`, id, codigo, `OFERTA-${curso}`, `GRUPO-${curso}-A`, e % 10 === 0 ? 'aceptado-con-rechazos' : 'aceptado', en, en, String(500_000 + e))
    ponerCuerpo.run(`l-${id}`, Buffer.from(armarCuerpo(OTEC_DEL_PASADO, { codigoOferta: `OFERTA-${curso}`, codigoGrupo: `GRUPO-${curso}-A`, listaAlumnos }, codigo)))
    ponerAlumnos.run(`l-${id}`, JSON.stringify(ruts.map((r, i) => [r, calcularDv(r), rechazado(i) ? 'rechazado' : 'aceptado', rechazado(i) ? '025' : null, rechazado(i) ? `módulo.porcentajeAvance debe ser mayor al anterior (${e % 100})` : null])))
  }
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
