import type Database from 'libsql'
import { puedePasar } from '../../shared/domain/envio.ts'
import { EstadoEnvioSchema } from '../../shared/ipc/modelos.ts'
import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import type { CierreLlamada, Diario } from '../services/puertos.ts'

type Escritura = Pick<Diario, 'crearEnvio' | 'agregarLlamada' | 'marcarEnviando' | 'cerrarLlamada' | 'conciliarLlamada' | 'aprenderAvances' | 'anotarConsulta' | 'cancelarPendientes' | 'recuperar'>

/** Each method is one transaction; with synchronous=FULL it is on disk when the method returns. */
export function escritura(db: Database.Database): Escritura {
  const enTransaccion = <T>(hacer: () => T): T => db.transaction(hacer).immediate()
  const guardar = (llamadaId: string, que: 'solicitud' | 'respuesta', texto: string): void => {
    db.prepare('INSERT INTO contenido (llamada_id, que, octetos) VALUES (?, ?, ?)').run(llamadaId, que, Buffer.from(texto, 'utf8'))
  }

  /** The state machine holds on disk too: an answer never overwrites another, a call never starts twice. */
  function pasar(llamadaId: string, a: Parameters<typeof puedePasar>[1]): void {
    const fila = db.prepare('SELECT estado FROM llamada WHERE id = ?').get(llamadaId) as { estado?: unknown } | undefined
    const de = EstadoEnvioSchema.safeParse(fila?.estado)
    if (!de.success || !puedePasar(de.data, a)) throw new Error(`journal: a call cannot pass from ${String(fila?.estado)} to ${a}`)
    db.prepare('UPDATE llamada SET estado = ? WHERE id = ?').run(a, llamadaId)
  }

  const otecDe = (llamadaId: string): string =>
    (db.prepare('SELECT e.rut_otec FROM envio e JOIN llamada l ON l.envio_id = e.id WHERE l.id = ?').get(llamadaId) as { rut_otec: string }).rut_otec

  // One statement for many rows: each call of the database's binding costs more than the row itself.
  function ponerVeredictos(llamadaId: string, veredictos: CierreLlamada['veredictos']): void {
    db.prepare(`UPDATE alumno SET resultado = v.resultado, codigo = v.codigo, mensaje = v.mensaje
      FROM (SELECT key AS orden, value ->> 'rut' AS rut, value ->> 'resultado' AS resultado, value ->> 'codigo' AS codigo, value ->> 'mensaje' AS mensaje FROM json_each(?)) v
      WHERE alumno.llamada_id = ? AND alumno.orden = v.orden AND alumno.rut = v.rut`)
      .run(JSON.stringify(veredictos.map((v) => ({ rut: v.rutAlumno, resultado: v.resultado, codigo: v.codigo, mensaje: v.mensaje }))), llamadaId)
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
        .run(l.id, envioId, n, l.codigoEnvio, l.codigoOferta, l.codigoGrupo, 'listo', l.sha256)
      guardar(l.id, 'solicitud', l.cuerpo)
      db.prepare("INSERT INTO alumno (llamada_id, orden, rut, dv, resultado) SELECT ?, key, value ->> 0, value ->> 1, 'no-enviado' FROM json_each(?)")
        .run(l.id, JSON.stringify(l.alumnos.map((a) => [a.rutAlumno, a.dvAlumno])))
    }),

    marcarEnviando: (llamadaId, enviadoEn) => enTransaccion(() => {
      pasar(llamadaId, 'enviando')
      db.prepare('UPDATE llamada SET enviado_en = ?, intentos = intentos + 1 WHERE id = ?').run(enviadoEn, llamadaId)
    }),

    cerrarLlamada: (llamadaId, c) => enTransaccion(() => {
      pasar(llamadaId, c.estado)
      db.prepare('UPDATE llamada SET causa = ?, respondido_en = ?, http_estado = ?, id_proceso = ?, respuesta_sic = ? WHERE id = ?')
        .run(c.causa, c.respondidoEn, c.httpEstado, c.idProceso, c.respuestaSic, llamadaId)
      if (c.respuesta !== null) guardar(llamadaId, 'respuesta', c.respuesta)
      ponerVeredictos(llamadaId, c.veredictos)
      // What SENCE holds now, even when it is less than before: its word is what the next send is measured against.
      ponerAvances(otecDe(llamadaId), c.avances.map((a) => ({ ...a, aceptadoEn: c.respondidoEn })), true)
    }),

    conciliarLlamada: (llamadaId, c) => enTransaccion(() => {
      const { estado } = db.prepare('SELECT estado FROM llamada WHERE id = ?').get(llamadaId) as { estado: string }
      if (estado !== 'desconocido') throw new Error(`journal: a call in ${estado} has nothing to be found out`)
      db.prepare(`INSERT INTO conciliacion (llamada_id, consultada_en, ausente_desde, constancia) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET consultada_en = excluded.consultada_en, ausente_desde = excluded.ausente_desde, constancia = coalesce(excluded.constancia, constancia)`)
        .run(llamadaId, c.consultadaEn, c.ausenteDesde, c.constancia === null ? null : Buffer.from(c.constancia, 'utf8'))
      if (c.hallado === null) return
      const { estado: nuevo, causa, idProceso, veredictos } = c.hallado
      if (nuevo !== 'desconocido') {
        pasar(llamadaId, nuevo)
        db.prepare('UPDATE llamada SET causa = ? WHERE id = ?').run(causa, llamadaId)
      }
      db.prepare('UPDATE llamada SET id_proceso = coalesce(?, id_proceso) WHERE id = ?').run(idProceso, llamadaId)
      if (nuevo === 'fallido') db.prepare("UPDATE alumno SET resultado = 'no-enviado' WHERE llamada_id = ? AND resultado = 'desconocido'").run(llamadaId)
      ponerVeredictos(llamadaId, veredictos)
    }),

    aprenderAvances: (rutOtec, avances) => enTransaccion(() => ponerAvances(rutOtec, avances, false)),

    anotarConsulta: (rutOtec, consultadoEn) => enTransaccion(() => {
      db.prepare('INSERT INTO consulta_historial (rut_otec, consultado_en) VALUES (?, ?) ON CONFLICT DO UPDATE SET consultado_en = excluded.consultado_en').run(rutOtec, consultadoEn)
    }),

    cancelarPendientes: (envioId, causa) => enTransaccion(() => {
      db.prepare("UPDATE llamada SET estado = 'cancelado', causa = ? WHERE envio_id = ? AND estado = 'listo'").run(causa, envioId)
    }),

    recuperar: () => enTransaccion(() => {
      db.prepare("UPDATE alumno SET resultado = 'desconocido' WHERE llamada_id IN (SELECT id FROM llamada WHERE estado = 'enviando')").run()
      const desconocidas = db.prepare("UPDATE llamada SET estado = 'desconocido', causa = 'interrumpida' WHERE estado = 'enviando'").run().changes
      const canceladas = db.prepare("UPDATE llamada SET estado = 'cancelado', causa = 'cancelada-por-cierre' WHERE estado = 'listo'").run().changes
      return { desconocidas, canceladas }
    }),
  }
}
