import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CierreLlamada, EnvioNuevo, LlamadaNueva } from '../../../electron/services/puertos-diario.ts'
import type { CuerpoRecibido } from '../../../electron/services/puertos.ts'

export const CLAVE = 'ab'.repeat(32)
export const RUT = 12345678

/** A folder of its own for one test. */
export function carpetaTemporal(): { ruta: string; borrar(): void } {
  const ruta = mkdtempSync(path.join(tmpdir(), 'puente-prueba-'))
  return { ruta, borrar: () => { rmSync(ruta, { recursive: true, force: true }) } }
}
/** Every byte of every file under the folder, as text that keeps each byte. */
export function todoLoEscrito(carpeta: string): string {
  return readdirSync(carpeta, { recursive: true, withFileTypes: true }).filter((d) => d.isFile())
    .map((d) => readFileSync(path.join(d.parentPath, d.name)).toString('latin1')).join('\n')
}

export const envio = (id: string, mas: Partial<EnvioNuevo> = {}): EnvioNuevo =>
  ({ id, creadoEn: '2026-11-24T18:00:00.000Z', borradorId: 'b1', nombreArchivo: 'avance.xlsx', rutOtec: '76123456-0', ...mas })
export const llamada = (id: string, mas: Partial<LlamadaNueva> = {}): LlamadaNueva => ({
  id, codigoEnvio: `PSIC-${id}`, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', cuerpo: `{"token":"[token]","rutAlumno":${RUT},"ñ":"á"}`, sha256: 'f'.repeat(64),
  alumnos: [{ rutAlumno: RUT, dvAlumno: '5' }, { rutAlumno: 9562011, dvAlumno: '6' }], ...mas,
})
export const cuerpo = (texto: string, tipoContenido = 'application/json; charset=utf-8'): CuerpoRecibido => ({ octetos: Buffer.from(texto, 'utf8'), tipoContenido })
export const cierre = (mas: Partial<CierreLlamada> = {}): CierreLlamada => ({
  estado: 'aceptado-con-rechazos', causa: null, respondidoEn: '2026-11-24T18:00:09.000Z', httpEstado: 200, respuesta: cuerpo('{"id_proceso":7,"ñ":1}'), parcial: null, idProceso: '7', respuestaSic: 'ok',
  veredictos: [{ rutAlumno: RUT, dvAlumno: '5', resultado: 'aceptado', codigo: null, mensaje: null }, { rutAlumno: 9562011, dvAlumno: '6', resultado: 'rechazado', codigo: '012', mensaje: 'no registrado' }],
  avances: [{ rutAlumno: RUT, codigoModulo: 'M1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 20.5 }], ...mas,
})
