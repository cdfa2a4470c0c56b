/** OLE containers: what .xls files are, and what Excel wraps an encrypted .xlsx in. */
import * as XLSX from 'xlsx'

/** OLE container with those streams. */
export function ole(partes: Record<string, Uint8Array>): Buffer {
  const contenedor: unknown = XLSX.CFB.utils.cfb_new()
  for (const [nombre, datos] of Object.entries(partes)) XLSX.CFB.utils.cfb_add(contenedor, nombre, Buffer.from(datos))
  return Buffer.from(XLSX.CFB.write(contenedor, { type: 'buffer' }) as Uint8Array)
}
