import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type Database from 'libsql'
import { abrirDiario, type DiarioAbierto } from '../../../electron/adapters/diario.ts'
import { abrirBase, tablasDe } from '../../../electron/proceso-datos/base.ts'
import type { Llave } from '../../../electron/proceso-datos/cofre.ts'
import type { PedidoRespaldo } from '../../../electron/proceso-datos/respaldo.ts'
import { abrirAlmacen } from '../../../electron/proceso-planilla/almacen-borradores.ts'
import { CLAVE, cierre, envio, llamada } from '../diario/soporte.ts'

export const OTEC = '76123456-0'
export const OTRA_CLAVE = 'cd'.repeat(32)
export const LLAVE: Llave = { cifra: 'equipo', equipo: 'ab12cd', sal: '00'.repeat(16), clave: 'ef'.repeat(32) }

/** A folder of OTECs with one in it: a closed send, one in each state that has not ended, and a draft. */
export function otecConDatos(raiz: string, clave: string | null = CLAVE): { real: string; carpeta: string } {
  const real = path.join(raiz, 'real')
  const carpeta = path.join(real, OTEC)
  mkdirSync(carpeta, { recursive: true })
  const diario = abrirDiario({ archivo: path.join(carpeta, 'diario.db'), clave })
  llenar(diario)
  diario.cerrar()
  const almacen = abrirAlmacen({ archivo: path.join(carpeta, 'borradores.db'), clave, rutOtec: OTEC, ahora: () => new Date('2026-11-24T12:00:00Z') })
  almacen.crear({ id: 'b1', nombreArchivo: 'avance.xlsx', disposicion: 'hoja-unica', tablas: [], notas: [], previos: [], trozos: [], original: { formato: 'csv', bytes: Buffer.from('a;b'), exportacion: null } })
  almacen.cerrar()
  return { real, carpeta }
}

/** e1 ended, e2 was in flight, e3 waits for an hour that is past, e4 for one to come. */
export function llenar(diario: DiarioAbierto): void {
  for (const n of ['1', '2', '3', '4']) {
    diario.crearEnvio(envio(`e${n}`, { creadoEn: `2026-11-2${n}T18:00:00.000Z` }))
    diario.agregarLlamada(`e${n}`, llamada(`l${n}`))
  }
  for (const n of ['1', '2']) { diario.sellarEnvio(`e${n}`, null); diario.marcarEnviando(`l${n}`, `2026-11-2${n}T18:00:01.000Z`) }
  diario.cerrarLlamada('l1', cierre())
  diario.sellarEnvio('e3', '2026-11-24T01:30:00.000Z')
  diario.sellarEnvio('e4', '2099-01-01T01:30:00.000Z')
}

export const pedidoDe = (carpeta: string, destino: string, mas: Partial<PedidoRespaldo> = {}): PedidoRespaldo => ({
  carpeta, clave: CLAVE, destino, llave: LLAVE,
  quien: { rutOtec: OTEC, nombre: 'Capacita Sur', creadoEn: '2026-11-25T12:00:00.000Z', programa: '0.1.0', ajustes: { retencionAnos: null } }, ...mas,
})

/** All that a database says, cell by cell. */
export function volcar(archivo: string, clave: string | null): Record<string, unknown[]> {
  const db: Database.Database = abrirBase(archivo, clave)
  try {
    return Object.fromEntries(tablasDe(db).map((t) => [t, db.prepare(`SELECT * FROM ${t}`).all().map((f) => {
      const { _metadata: _, ...fila } = f as Record<string, unknown>
      return Object.fromEntries(Object.entries(fila).map(([c, v]) => [c, v instanceof Uint8Array || v instanceof ArrayBuffer ? Buffer.from(v instanceof ArrayBuffer ? new Uint8Array(v) : v).toString('hex') : v]))
    })]))
  } finally { db.close() }
}
export const nombresEn = (carpeta: string): string[] => readdirSync(carpeta).sort()
