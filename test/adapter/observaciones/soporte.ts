/** What the tests of the round trip share: a draft from bytes, its export, and a package looked at part by part. */
import { inflar, leerDirectorio } from '../../../electron/proceso-planilla/zip.ts'
import { abrirXlsx } from '../../../electron/proceso-planilla/xlsx/lector-xlsx.ts'
import { expect } from 'vitest'
import { importar } from '../../../electron/proceso-planilla/importacion.ts'
import { exportar, type LibroExportado } from '../../../electron/proceso-planilla/observaciones/exportar.ts'
import type { OriginalNuevo } from '../../../electron/proceso-planilla/almacen-originales.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import { HOY, archivoCon, valor } from '../planilla/soporte.ts'

export const EXPORTACION = '0a1b2c3d-1111-4222-8333-444455556666'

export async function abrir(bytes: Uint8Array, nombre = 'avance.xlsx'): Promise<{ mesa: Mesa; original: OriginalNuevo }> {
  const ruta = await archivoCon(nombre, bytes)
  const r = valor(await importar({ id: 'b', ruta, nombreArchivo: nombre, hoy: HOY, previos: [], senal: { cancelado: () => false }, avisar: () => undefined, ceder: () => Promise.resolve(), anotar: () => undefined }))
  return { mesa: r.mesa, original: r.nuevo.original }
}

export async function exportarDe(b: { mesa: Mesa; original: OriginalNuevo }, notas: string[] = []): Promise<LibroExportado> {
  const e = valor(await exportar({ original: b.original, nombre: 'avance.xlsx', tablas: b.mesa.observaciones(), exportacion: EXPORTACION, anotar: (n) => { notas.push(n) } }))
  // SheetJS forgives XML that Excel would not; our own reader does not.
  if (e.clase === 'mismo') expect(valor(await abrirXlsx(Buffer.from(e.bytes), 'exportado.xlsx'))).toMatchObject({ tipo: 'libro' })
  return e
}

/** Name of each part → its bytes. */
export function partesDe(bytes: Uint8Array): Map<string, Buffer> {
  const b = Buffer.from(bytes)
  return new Map((leerDirectorio(b, 4096)?.partes ?? []).map((p) => {
    const r = inflar(b, p)
    if (!r.ok) throw new Error(`${p.nombre}: ${r.causa}`)
    return [p.nombre, r.bytes]
  }))
}
export const parte = (bytes: Uint8Array, nombre: string): string => partesDe(bytes).get(nombre)?.toString('utf8') ?? ''

/** Parts of `antes` that are not, byte for byte, in `despues`. */
export function tocadas(antes: Uint8Array, despues: Uint8Array): string[] {
  const otras = partesDe(despues)
  return [...partesDe(antes)].filter(([nombre, b]) => otras.get(nombre)?.equals(b) !== true).map(([nombre]) => nombre).sort()
}
/** Parts that only `despues` has. */
export const agregadas = (antes: Uint8Array, despues: Uint8Array): string[] => { const ya = partesDe(antes); return [...partesDe(despues).keys()].filter(n => !ya.has(n)).sort() }
