import path from 'node:path'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { abrirDiario } from '../../../electron/adapters/diario.ts'
import { VERSION_DIARIO, migrar } from '../../../electron/adapters/diario-esquema.ts'
import { CLAVE, RUT, carpetaTemporal, cierre } from './soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })
const ESTADOS = ['listo', 'enviando', 'aceptado', 'aceptado-con-rechazos', 'rechazado', 'desconocido', 'fallido', 'cancelado']

/** A journal as a program of that version left it: one send, a call in each of the states that it knew. */
function escribirAntiguo(archivo: string, version: number): void {
  const db = new Database(archivo, { encryptionCipher: 'aes256cbc', encryptionKey: CLAVE } as Database.Options)
  migrar(db, version)
  db.prepare('INSERT INTO envio (id, creado_en, borrador_id, nombre_archivo, rut_otec) VALUES (?, ?, ?, ?, ?)').run('e1', '2026-01-01T00:00:00.000Z', 'b1', 'viejo.xlsx', '76123456-0')
  for (const [orden, estado] of ESTADOS.entries()) {
    const salio = estado !== 'listo' && estado !== 'cancelado'
    db.prepare('INSERT INTO llamada (id, envio_id, orden, codigo_envio, codigo_oferta, codigo_grupo, estado, intentos, sha256, enviado_en, respondido_en, http_estado) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(`l${orden}`, 'e1', orden, `PSIC-${orden}`, 'OF-1', 'GR-1', estado, salio ? 1 : 0, 'f'.repeat(64), salio ? '2026-01-01T00:00:01.000Z' : null, salio && estado !== 'enviando' ? '2026-01-01T00:00:09.000Z' : null, salio ? 200 : null)
    db.prepare("INSERT INTO contenido VALUES (?, 'solicitud', ?)").run(`l${orden}`, Buffer.from(`{"token":"[token]","n":${orden},"ñ":"á"}`))
    if (estado === 'aceptado') db.prepare("INSERT INTO contenido VALUES (?, 'respuesta', ?)").run(`l${orden}`, Buffer.from('{"id_proceso":7,"ñ":"á"}'))
    db.prepare('INSERT INTO alumno (llamada_id, orden, rut, dv, resultado) VALUES (?, 0, ?, ?, ?)').run(`l${orden}`, RUT, '5', estado === 'desconocido' ? 'desconocido' : estado === 'aceptado' ? 'aceptado' : 'no-enviado')
  }
  db.prepare(version === 1 ? 'INSERT INTO avance VALUES (?, ?, ?, ?, ?, ?, ?)' : 'INSERT INTO avance VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run('76123456-0', RUT, 'M1', 'OF-1', 'GR-1', 20.5, version === 1 ? 'l2' : '2026-01-01T00:00:09.000Z')
  db.close()
}

describe.each(Array.from({ length: VERSION_DIARIO - 1 }, (_, i) => i + 1))('a journal of version %i', (version) => {
  it('is read whole by this program, which goes on writing in it', () => {
    const archivo = path.join(carpeta.ruta, 'diario.db')
    escribirAntiguo(archivo, version)
    const diario = abrirDiario({ archivo, clave: CLAVE })
    expect(diario).toMatchObject({ apartado: null, cifrado: true })
    const leido = diario.envio('e1')
    expect(leido?.envio).toMatchObject({ nombreArchivo: 'viejo.xlsx', programadoPara: null })
    expect(leido?.llamadas.map((l) => l.estado)).toEqual(ESTADOS)
    expect(leido?.llamadas.map((l) => l.cuerpo)).toEqual(ESTADOS.map((_, i) => `{"token":"[token]","n":${i},"ñ":"á"}`))
    expect(leido?.llamadas[2]?.respuesta).toBe('{"id_proceso":7,"ñ":"á"}')
    expect(diario.ultimosAvances('76123456-0')).toMatchObject([{ porcentaje: 20.5 }])
    expect(diario.recuperar()).toEqual({ desconocidas: 1, canceladas: 1 })
    expect(diario.sinConfirmar('76123456-0')).toEqual([{ codigoOferta: 'OF-1', codigoGrupo: 'GR-1', rutAlumno: RUT }])
    // The unknown of then is found out now.
    diario.marcarConciliando('l5')
    diario.conciliarLlamada('l5', { consultadaEn: '2026-11-24T18:00:00.000Z', ausenteDesde: null, constancia: 'x', hallado: { estado: 'aceptado', causa: 'por-historial', idProceso: '9', veredictos: cierre().veredictos.slice(0, 1) } })
    diario.cerrar()
    const otra = abrirDiario({ archivo, clave: CLAVE })
    expect(otra.envio('e1')?.llamadas[5]).toMatchObject({ estado: 'aceptado', idProceso: '9' })
    otra.cerrar()
  })
})
