import path from 'node:path'
import { abrirArchivo, type BaseArchivo } from '../../../electron/adapters/archivo/abrir.ts'
import { crearArchivo } from '../../../electron/adapters/archivo/busqueda.ts'
import { observarDiario } from '../../../electron/adapters/archivo/diario-observado.ts'
import { crearIndexador } from '../../../electron/adapters/archivo/indexador.ts'
import { abrirDiario, type DiarioAbierto } from '../../../electron/adapters/diario.ts'
import type { Archivo, Indexador } from '../../../electron/services/puertos-archivo.ts'
import { armarCuerpo } from '../../../shared/domain/envio.ts'
import { calcularDv } from '../../../shared/domain/rut.ts'
import type { VeredictoAlumno } from '../../../shared/domain/respuesta.ts'
import { cursoDePrueba, type AlumnoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { CLAVE, carpetaTemporal, cierre, envio, llamada } from '../diario/soporte.ts'

export const OTEC = '76123456-0'
export const A = 12345678, B = 9562011, C = 15943354

export interface Banco {
  carpeta: string; diario: DiarioAbierto; base: BaseArchivo; indexador: Indexador; archivo: Archivo; avisos: string[]
  /** Ends both files as a program that closes does. */
  cerrar(): Promise<void>
}
/** Journal and read model in a folder, as a space opens them; with `despierto`, read from the start. */
export async function abrirBanco(carpeta: string, o: { despierto?: boolean } = {}): Promise<Banco> {
  const avisos: string[] = []
  const abierto = abrirDiario({ archivo: path.join(carpeta, 'diario.db'), clave: CLAVE })
  const base = abrirArchivo({ archivo: path.join(carpeta, 'archivo.db'), clave: CLAVE, avisar: (l) => { avisos.push(l) } })
  const registro = { aviso: (m: string) => { avisos.push(m) }, error: (m: string, e?: unknown) => { avisos.push(`${m}: ${String(e)}`); return 'X' } }
  const indexador = crearIndexador({ base, fuente: abierto.paraArchivo, registro, alAvanzar: () => undefined })
  const diario = observarDiario(abierto, (que) => { indexador.tocar(que) })
  if (o.despierto !== false) { indexador.empezar(); await indexador.alDia() }
  return { carpeta, diario, base, indexador, archivo: crearArchivo(base), avisos, cerrar: async () => { await indexador.detener(); base.cerrar(); diario.cerrar() } }
}

const carpetas: ReturnType<typeof carpetaTemporal>[] = []
export function nuevaCarpeta(): string {
  const c = carpetaTemporal()
  carpetas.push(c)
  return c.ruta
}
export const borrarCarpetas = (): void => { for (const c of carpetas.splice(0)) c.borrar() }

export interface EnvioDePrueba {
  alumnos?: readonly AlumnoDePrueba[]; oferta?: string; grupo?: string; creadoEn?: string; archivo?: string; idProceso?: string | null; cuerpo?: string
  veredictos?: Readonly<Record<number, Pick<VeredictoAlumno, 'resultado' | 'codigo' | 'mensaje'>>>
  /** How far it got. */
  hasta?: 'sellado' | 'enviando' | 'cerrado'
}
/** A send of one call, `id`, whose call is `l-id` and whose code is `PSIC-l-id`. */
export function enviar(diario: DiarioAbierto, id: string, o: EnvioDePrueba = {}): void {
  const curso = cursoDePrueba(o.alumnos ?? [{ rut: A, modulos: { M1: 30, M2: 10 } }, { rut: B, modulos: { M1: 40 } }], { ...(o.oferta === undefined ? {} : { oferta: o.oferta }), ...(o.grupo === undefined ? {} : { grupo: o.grupo }) })
  const alumnos = curso.listaAlumnos.map(({ rutAlumno, dvAlumno }) => ({ rutAlumno, dvAlumno }))
  diario.crearEnvio(envio(id, { creadoEn: o.creadoEn ?? '2026-11-24T18:00:00.000Z', nombreArchivo: o.archivo ?? 'avance.xlsx', rutOtec: OTEC }))
  diario.agregarLlamada(id, llamada(`l-${id}`, { codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo, alumnos, cuerpo: o.cuerpo ?? armarCuerpo(OTEC, curso, `PSIC-l-${id}`) }))
  diario.sellarEnvio(id, null)
  if (o.hasta === 'sellado') return
  diario.marcarEnviando(`l-${id}`, '2026-11-24T18:00:01.000Z')
  if (o.hasta === 'enviando') return
  const veredictos = alumnos.map((a) => ({ ...a, resultado: 'aceptado' as const, codigo: null, mensaje: null, ...o.veredictos?.[a.rutAlumno] }))
  const rechazados = veredictos.filter((v) => (v.resultado as string) === 'rechazado').length
  diario.cerrarLlamada(`l-${id}`, cierre({ estado: rechazados === 0 ? 'aceptado' : 'aceptado-con-rechazos', idProceso: o.idProceso === undefined ? `90${id}` : o.idProceso, veredictos, avances: [] }))
}

export interface ProcesoDePrueba { idProceso?: string | null; codigo?: string | null; fecha?: string | null; fechaUtc?: string | null; marcas?: string; registros?: readonly RegistroDePrueba[] }
export interface RegistroDePrueba { rut?: number | null; rutTexto?: string | null; modulo?: string | null; avance?: string | null; resultado?: string; observacion?: string | null; oferta?: string | null; grupo?: string | null }
/** A process of SENCE, as whoever reads the history writes it. @returns its key */
export function ponerProceso(b: Banco, o: ProcesoDePrueba): number {
  const db = b.base.db()
  const { pk } = db.prepare(`INSERT INTO proceso (rut_otec, id_proceso, codigo_externo, fecha, fecha_utc, estado, leido_en, marcas) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING pk`)
    .get(OTEC, o.idProceso ?? null, o.codigo ?? null, o.fecha === undefined ? '2026-11-25 03:00:00' : o.fecha, o.fechaUtc === undefined ? '2026-11-25T06:00:00.000Z' : o.fechaUtc, 'Procesado', '2026-11-25T12:00:00.000Z', o.marcas ?? '[]') as { pk: number }
  for (const [orden, r] of (o.registros ?? []).entries()) {
    db.prepare('INSERT INTO registro (proceso_pk, orden, rut, rut_texto, oferta, grupo, modulo, modulo_avance, resultado, observacion) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(pk, orden, r.rut ?? null, r.rutTexto ?? (r.rut === undefined || r.rut === null ? null : `${r.rut}-${calcularDv(r.rut)}`), r.oferta ?? null, r.grupo ?? null, r.modulo ?? null, r.avance ?? null, r.resultado ?? 'aceptado', r.observacion ?? null)
  }
  b.indexador.despertar()
  return pk
}

/** Everything that follows from the journal and the history, keys and marks of progress aside, to compare one making with another. */
export function contenido(base: BaseArchivo): unknown {
  const db = base.db()
  const todas = (sql: string): unknown[] => db.prepare(sql).all()
  return {
    llamadas: todas('SELECT id, envio_id, estado, causa, enviado_en, respondido_en, id_proceso, alumnos, aceptados, rechazados, desconocidos, huella FROM llamada ORDER BY id'),
    enviados: todas('SELECT l.id, e.orden, rut, dv, codigo_modulo, porcentaje, segundos, e.estado, avance_alumno, resultado, e.codigo, mensaje FROM enviado e JOIN llamada l ON l.pk = e.llamada_pk ORDER BY l.id, e.orden'),
    fichas: todas('SELECT envio_id, proceso_pk, fecha, origen, estado, cursos, alumnos, aceptados, rechazados, desconocidos, esperadas, conocidas FROM ficha ORDER BY envio_id, proceso_pk'),
    trozos: todas('SELECT f.envio_id, f.proceso_pk, nivel, texto FROM trozo t JOIN busca ON busca.rowid = t.pk JOIN ficha f ON f.pk = t.ficha_pk ORDER BY f.envio_id, f.proceso_pk, nivel, texto'),
    sueltos: todas('SELECT pk FROM trozo WHERE ficha_pk NOT IN (SELECT pk FROM ficha) UNION ALL SELECT rowid FROM busca WHERE rowid NOT IN (SELECT pk FROM trozo)'),
    pendientes: todas('SELECT * FROM pendiente'),
    enlaces: todas('SELECT l.id, x.proceso_pk, x.por FROM enlace x JOIN llamada l ON l.pk = x.llamada_pk ORDER BY l.id, x.proceso_pk'),
    indice: (db.exec("INSERT INTO busca (busca) VALUES ('integrity-check')"), 'whole'),
  }
}
