import type Database from 'libsql'
import { puedePasar } from '../../shared/domain/envio.ts'
import { EstadoEnvioSchema } from '../../shared/ipc/modelos.ts'
import type { Diario } from '../services/puertos.ts'

type Escritura = Pick<Diario, 'crearEnvio' | 'agregarLlamada' | 'marcarEnviando' | 'cerrarLlamada' | 'cancelarPendientes' | 'recuperar'>

/** Each method is one transaction; with synchronous=FULL it is on disk when the method returns. */
export function escritura(db: Database.Database): Escritura {
  const enTransaccion = <T>(hacer: () => T): T => db.transaction(hacer).immediate()
  const octetos = (texto: string | null): Buffer | null => (texto === null ? null : Buffer.from(texto, 'utf8'))

  /** The state machine holds on disk too: an answer never overwrites another, a call never starts twice. */
  function pasar(llamadaId: string, a: Parameters<typeof puedePasar>[1]): void {
    const fila = db.prepare('SELECT estado FROM llamada WHERE id = ?').get(llamadaId) as { estado?: unknown } | undefined
    const de = EstadoEnvioSchema.safeParse(fila?.estado)
    if (!de.success || !puedePasar(de.data, a)) throw new Error(`journal: a call cannot pass from ${String(fila?.estado)} to ${a}`)
    db.prepare('UPDATE llamada SET estado = ? WHERE id = ?').run(a, llamadaId)
  }

  return {
    crearEnvio: (e) => enTransaccion(() => {
      db.prepare('INSERT INTO envio (id, creado_en, borrador_id, nombre_archivo, rut_otec) VALUES (?, ?, ?, ?, ?)')
        .run(e.id, e.creadoEn, e.borradorId, e.nombreArchivo, e.rutOtec)
    }),

    agregarLlamada: (envioId, l) => enTransaccion(() => {
      const { n } = db.prepare('SELECT count(*) AS n FROM llamada WHERE envio_id = ?').get(envioId) as { n: number }
      db.prepare('INSERT INTO llamada (id, envio_id, orden, codigo_envio, codigo_oferta, codigo_grupo, estado, cuerpo, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
        .run(l.id, envioId, n, l.codigoEnvio, l.codigoOferta, l.codigoGrupo, 'listo', octetos(l.cuerpo), l.sha256)
      const alumno = db.prepare('INSERT INTO alumno (llamada_id, orden, rut, dv, resultado) VALUES (?, ?, ?, ?, ?)')
      l.alumnos.forEach((a, i) => { alumno.run(l.id, i, a.rutAlumno, a.dvAlumno, 'no-enviado') })
    }),

    marcarEnviando: (llamadaId, enviadoEn) => enTransaccion(() => {
      pasar(llamadaId, 'enviando')
      db.prepare('UPDATE llamada SET enviado_en = ?, intentos = intentos + 1 WHERE id = ?').run(enviadoEn, llamadaId)
    }),

    cerrarLlamada: (llamadaId, c) => enTransaccion(() => {
      pasar(llamadaId, c.estado)
      db.prepare('UPDATE llamada SET causa = ?, respondido_en = ?, http_estado = ?, respuesta = ?, id_proceso = ?, respuesta_sic = ? WHERE id = ?')
        .run(c.causa, c.respondidoEn, c.httpEstado, octetos(c.respuesta), c.idProceso, c.respuestaSic, llamadaId)
      const alumno = db.prepare('UPDATE alumno SET resultado = ?, codigo = ?, mensaje = ? WHERE llamada_id = ? AND orden = ? AND rut = ?')
      c.veredictos.forEach((v, i) => { alumno.run(v.resultado, v.codigo, v.mensaje, llamadaId, i, v.rutAlumno) })
      const { rut_otec: rutOtec } = db.prepare('SELECT e.rut_otec FROM envio e JOIN llamada l ON l.envio_id = e.id WHERE l.id = ?').get(llamadaId) as { rut_otec: string }
      // What SENCE holds now, even when it is less than before: its word is what the next send is measured against.
      const avance = db.prepare(`INSERT INTO avance (rut_otec, rut_alumno, codigo_modulo, codigo_oferta, codigo_grupo, porcentaje, llamada_id) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET porcentaje = excluded.porcentaje, llamada_id = excluded.llamada_id`)
      for (const a of c.avances) avance.run(rutOtec, a.rutAlumno, a.codigoModulo, a.codigoOferta, a.codigoGrupo, a.porcentaje, llamadaId)
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
