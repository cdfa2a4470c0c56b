import type Database from 'libsql'
import { EVENTO_DE_FIN, desdeDonde, siguiente, type EstadoLlamada, type EventoLlamada } from '../../shared/domain/llamada.ts'
import { EstadoEnvioSchema } from '../../shared/ipc/modelos.ts'
import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import type { CierreLlamada, Diario, FinDeIntento } from '../services/puertos-diario.ts'

type Escritura = Pick<Diario,
  'crearEnvio' | 'agregarLlamada' | 'sellarEnvio' | 'programarEnvio' | 'vencerEnvio' | 'marcarEnviando' | 'aplazarLlamada' | 'cerrarLlamada' |
  'marcarConciliando' | 'soltarConciliacion' | 'conciliarLlamada' | 'aprenderAvances' | 'anotarConsulta' | 'cancelarPendientes' | 'recuperar'>

/** Each method is one transaction; with synchronous=FULL it is on disk when the method returns. */
export function escritura(db: Database.Database): Escritura {
  const enTransaccion = <T>(hacer: () => T): T => db.transaction(hacer).immediate()
  const guardar = (llamadaId: string, que: 'solicitud' | 'respuesta', octetos: Uint8Array): void => {
    db.prepare('INSERT INTO contenido (llamada_id, que, octetos) VALUES (?, ?, ?)').run(llamadaId, que, Buffer.from(octetos))
  }

  /** The state machine holds on disk too: an answer never overwrites another, a call never starts twice. @returns the state it was in */
  function pasar(llamadaId: string, evento: EventoLlamada): EstadoLlamada {
    const fila = db.prepare('SELECT estado FROM llamada WHERE id = ?').get(llamadaId) as { estado?: unknown } | undefined
    const de = EstadoEnvioSchema.safeParse(fila?.estado)
    const a = de.success ? siguiente(de.data, evento) : null
    if (!de.success || a === null) throw new Error(`journal: a call in ${String(fila?.estado)} does not take ${evento}`)
    db.prepare('UPDATE llamada SET estado = ? WHERE id = ?').run(a, llamadaId)
    return de.data
  }
  /** The event for every call that takes it, of one send or of all; in one statement, so that none takes it twice. @returns how many */
  function pasarTodas(evento: EventoLlamada, envioId: string | null, causa?: string): number {
    const pasos = desdeDonde(evento).map((de) => [de, siguiente(de, evento)] as const)
    return db.prepare(`UPDATE llamada SET causa = coalesce(?, causa), estado = CASE estado ${pasos.map(() => 'WHEN ? THEN ?').join(' ')} END
      WHERE estado IN (${pasos.map(() => '?').join()}) ${envioId === null ? '' : 'AND envio_id = ?'}`)
      .run(causa ?? null, ...pasos.flat(), ...pasos.map(([de]) => de), ...(envioId === null ? [] : [envioId])).changes
  }
  const ponerHora = (envioId: string, para: string): void => { db.prepare('UPDATE envio SET programado_para = ? WHERE id = ?').run(para, envioId) }
  function cerrarIntento(llamadaId: string, f: FinDeIntento, recibido: FinDeIntento['respuesta']): void {
    db.prepare('UPDATE intento SET respondido_en = ?, causa = ?, http_estado = ?, tipo_contenido = ?, recibido = ? WHERE llamada_id = ? AND numero = (SELECT intentos FROM llamada WHERE id = ?)')
      .run(f.respondidoEn, f.causa, f.httpEstado, recibido?.tipoContenido ?? null, recibido === null ? null : Buffer.from(recibido.octetos), llamadaId, llamadaId)
  }

  const otecDe = (llamadaId: string): string =>
    (db.prepare('SELECT e.rut_otec FROM envio e JOIN llamada l ON l.envio_id = e.id WHERE l.id = ?').get(llamadaId) as { rut_otec: string }).rut_otec

  // One statement for many rows: each call of the database's binding costs more than the row itself.
  function ponerVeredictos(llamadaId: string, veredictos: CierreLlamada['veredictos']): void {
    // MATERIALIZED: left to itself the planner walks the whole list for each alumno, and the cost grows with the square.
    db.prepare(`WITH v AS MATERIALIZED (SELECT key AS orden, value ->> 0 AS rut, value ->> 1 AS resultado, value ->> 2 AS codigo, value ->> 3 AS mensaje FROM json_each(?))
      UPDATE alumno SET resultado = v.resultado, codigo = v.codigo, mensaje = v.mensaje FROM v WHERE alumno.llamada_id = ? AND alumno.orden = v.orden AND alumno.rut = v.rut`)
      .run(JSON.stringify(veredictos.map((v) => [v.rutAlumno, v.resultado, v.codigo, v.mensaje])), llamadaId)
  }
  /** @returns how many of them say something that was not known */
  function ponerAvances(rutOtec: string, avances: readonly AvanceFechado[], aunqueSeaAnterior: boolean): number {
    return db.prepare(`INSERT INTO avance (rut_otec, rut_alumno, codigo_modulo, codigo_oferta, codigo_grupo, porcentaje, aceptado_en)
      SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?) WHERE true
      ON CONFLICT DO UPDATE SET porcentaje = excluded.porcentaje, aceptado_en = excluded.aceptado_en
        WHERE ${aunqueSeaAnterior ? 'true' : 'excluded.aceptado_en >= avance.aceptado_en AND excluded.porcentaje <> avance.porcentaje'}`)
      .run(rutOtec, JSON.stringify(avances.map((a) => [a.rutAlumno, a.codigoModulo, a.codigoOferta, a.codigoGrupo, a.porcentaje, a.aceptadoEn]))).changes
  }

  return {
    crearEnvio: (e) => enTransaccion(() => {
      db.prepare('INSERT INTO envio (id, creado_en, borrador_id, nombre_archivo, rut_otec) VALUES (?, ?, ?, ?, ?)')
        .run(e.id, e.creadoEn, e.borradorId, e.nombreArchivo, e.rutOtec)
    }),

    agregarLlamada: (envioId, l) => enTransaccion(() => {
      const { n } = db.prepare('SELECT count(*) AS n FROM llamada WHERE envio_id = ?').get(envioId) as { n: number }
      db.prepare('INSERT INTO llamada (id, envio_id, orden, codigo_envio, codigo_oferta, codigo_grupo, estado, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
        .run(l.id, envioId, n, l.codigoEnvio, l.codigoOferta, l.codigoGrupo, 'borrador', l.sha256)
      guardar(l.id, 'solicitud', Buffer.from(l.cuerpo, 'utf8'))
      db.prepare("INSERT INTO alumno (llamada_id, orden, rut, dv, resultado) SELECT ?, key, value ->> 0, value ->> 1, 'no-enviado' FROM json_each(?)")
        .run(l.id, JSON.stringify(l.alumnos.map((a) => [a.rutAlumno, a.dvAlumno])))
    }),

    sellarEnvio: (envioId, para) => enTransaccion(() => {
      if (pasarTodas('sellar', envioId) === 0) throw new Error('journal: a send without calls to seal')
      if (para === null) return
      ponerHora(envioId, para)
      pasarTodas('programar', envioId)
    }),

    programarEnvio: (envioId, para) => enTransaccion(() => {
      const movidas = pasarTodas('programar', envioId)
      if (movidas > 0) { ponerHora(envioId, para); db.prepare("UPDATE llamada SET causa = NULL WHERE envio_id = ? AND estado = 'programado'").run(envioId) }
      return movidas
    }),

    vencerEnvio: (envioId) => enTransaccion(() => pasarTodas('vencer', envioId, 'hora-perdida')),

    marcarEnviando: (llamadaId, enviadoEn) => enTransaccion(() => {
      pasar(llamadaId, 'empezar')
      db.prepare('UPDATE llamada SET enviado_en = ?, causa = NULL, intentos = intentos + 1 WHERE id = ?').run(enviadoEn, llamadaId)
      db.prepare('INSERT INTO intento (llamada_id, numero, enviado_en) SELECT id, intentos, enviado_en FROM llamada WHERE id = ?').run(llamadaId)
    }),

    aplazarLlamada: (llamadaId, f) => enTransaccion(() => {
      pasar(llamadaId, 'aplazar')
      db.prepare('UPDATE llamada SET causa = ? WHERE id = ?').run(f.causa, llamadaId)
      cerrarIntento(llamadaId, f, f.respuesta ?? f.parcial)
    }),

    cerrarLlamada: (llamadaId, c) => enTransaccion(() => {
      const de = pasar(llamadaId, EVENTO_DE_FIN[c.estado])
      db.prepare('UPDATE llamada SET causa = ?, respondido_en = ?, http_estado = ?, id_proceso = ?, respuesta_sic = ?, tipo_contenido = ? WHERE id = ?')
        .run(c.causa, c.respondidoEn, c.httpEstado, c.idProceso, c.respuestaSic, c.respuesta?.tipoContenido ?? null, llamadaId)
      if (de === 'enviando') cerrarIntento(llamadaId, c, c.parcial)
      if (c.respuesta !== null) guardar(llamadaId, 'respuesta', c.respuesta.octetos)
      ponerVeredictos(llamadaId, c.veredictos)
      // What SENCE holds now, even when it is less than before: its word is what the next send is measured against.
      ponerAvances(otecDe(llamadaId), c.avances.map((a) => ({ ...a, aceptadoEn: c.respondidoEn })), true)
    }),

    marcarConciliando: (llamadaId) => enTransaccion(() => { pasar(llamadaId, 'preguntar') }),

    soltarConciliacion: (llamadaId) => enTransaccion(() => { pasar(llamadaId, 'perder') }),

    conciliarLlamada: (llamadaId, c) => enTransaccion(() => {
      pasar(llamadaId, c.hallado === null ? 'perder' : EVENTO_DE_FIN[c.hallado.estado])
      db.prepare(`INSERT INTO conciliacion (llamada_id, consultada_en, ausente_desde, constancia) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET consultada_en = excluded.consultada_en, ausente_desde = excluded.ausente_desde, constancia = coalesce(excluded.constancia, constancia)`)
        .run(llamadaId, c.consultadaEn, c.ausenteDesde, c.constancia === null ? null : Buffer.from(c.constancia, 'utf8'))
      if (c.hallado === null) return
      const { estado: nuevo, causa, idProceso, veredictos } = c.hallado
      if (nuevo !== 'desconocido') db.prepare('UPDATE llamada SET causa = ? WHERE id = ?').run(causa, llamadaId)
      db.prepare('UPDATE llamada SET id_proceso = coalesce(?, id_proceso) WHERE id = ?').run(idProceso, llamadaId)
      if (nuevo === 'fallido') db.prepare("UPDATE alumno SET resultado = 'no-enviado' WHERE llamada_id = ? AND resultado = 'desconocido'").run(llamadaId)
      ponerVeredictos(llamadaId, veredictos)
    }),

    aprenderAvances: (rutOtec, avances) => enTransaccion(() => ponerAvances(rutOtec, avances, false)),

    anotarConsulta: (rutOtec, consultadoEn) => enTransaccion(() => {
      db.prepare('INSERT INTO consulta_historial (rut_otec, consultado_en) VALUES (?, ?) ON CONFLICT DO UPDATE SET consultado_en = excluded.consultado_en').run(rutOtec, consultadoEn)
    }),

    cancelarPendientes: (envioId, causa) => enTransaccion(() => pasarTodas('cancelar', envioId, causa)),

    recuperar: () => enTransaccion(() => {
      db.prepare("UPDATE alumno SET resultado = 'desconocido' WHERE llamada_id IN (SELECT id FROM llamada WHERE estado = 'enviando')").run()
      const contar = (...estados: EstadoLlamada[]): number =>
        (db.prepare(`SELECT count(*) AS n FROM llamada WHERE estado IN (${estados.map(() => '?').join()})`).get(...estados) as { n: number }).n
      const desconocidas = contar('enviando')
      const canceladas = contar('borrador', 'listo')
      db.prepare("UPDATE llamada SET causa = 'interrumpida' WHERE estado = 'enviando'").run()
      db.prepare("UPDATE llamada SET causa = 'cancelada-por-cierre' WHERE estado IN ('borrador', 'listo')").run()
      pasarTodas('interrumpir', null)
      return { desconocidas, canceladas }
    }),
  }
}
