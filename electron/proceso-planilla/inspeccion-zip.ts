/** .xlsx, .xlsm, .xlsb and .ods: what the compressed file declares, before it is inflated. */
import { ok, type Result } from '../../shared/ipc/result.ts'
import { fallarCon } from './fallas.ts'
import type { Inspeccion } from './inspeccion.ts'
import { enMegas, type Limites } from './limites.ts'
import { inflar, leerDirectorio, type ParteZip } from './zip.ts'

/** Parts that no reader looks at (pictures, embedded documents, macros): never inflated, so their size does not count. */
export const seLee = (nombre: string): boolean =>
  !/(^|\/)(media|embeddings|Pictures|Thumbnails|ObjectReplacements|Configurations2|printerSettings|externalLinks|pivotCache|customXml)\//i.test(nombre)
  && !/vbaProject\.bin$|\/$/i.test(nombre)

export function inspeccionarZip(bytes: Buffer, nombre: string, limites: Limites): Result<Inspeccion> {
  const directorio = leerDirectorio(bytes, limites.partes)
  if (directorio === null) return fallarCon('danada', { nombre })
  if (directorio.total > limites.partes) return fallarCon('bomba-zip', { nombre })
  const { partes } = directorio
  if (partes.some(p => p.cifrada)) return fallarCon('cifrada', { nombre })

  const leidas = partes.filter(p => seLee(p.nombre))
  if (leidas.some(p => esBomba(p, limites)) || seSolapan(partes)) return fallarCon('bomba-zip', { nombre })
  const total = leidas.reduce((n, p) => n + p.inflado, 0)

  const formato = formatoDe(bytes, partes)
  if (formato === 'danada' || formato === 'no-es-planilla' || formato === 'cifrada') return fallarCon(formato, { nombre })
  if (total > limites.inflado) return fallarCon('contenido-grande', { nombre, limite: enMegas(limites.inflado) })
  return ok({ formato: formato.formato, macros: formato.macros || partes.some(p => /vbaProject\.bin$|(^|\/)Basic\/|(^|\/)macrosheets\//i.test(p.nombre)) })
}

function esBomba(p: ParteZip, limites: Limites): boolean {
  return p.inflado > limites.minimoSospechoso && p.inflado > p.comprimido * limites.razon
}

/** Many names for the same bytes: each part looks modest, all together they are a bomb. */
function seSolapan(partes: ParteZip[]): boolean {
  const orden = partes.filter(p => p.comprimido > 0).sort((a, b) => a.posicion - b.posicion)
  return orden.some((p, i) => {
    const anterior = orden[i - 1]
    return anterior !== undefined && p.posicion < anterior.posicion + 30 + anterior.comprimido
  })
}

function formatoDe(bytes: Buffer, partes: ParteZip[]): Inspeccion | 'danada' | 'no-es-planilla' | 'cifrada' {
  const texto = (nombre: string): string | null => {
    const parte = partes.find(p => p.nombre.toLowerCase() === nombre.toLowerCase())
    // These parts are a list of names: megabytes of it are nobody's workbook.
    if (!parte || parte.inflado > 4_000_000) return null
    const r = inflar(bytes, parte)
    return r.ok ? r.bytes.toString('latin1') : ''
  }
  const tipos = texto('[Content_Types].xml')
  if (tipos === '') return 'danada'
  if (tipos !== null) {
    const esLibro = /spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template|addin)\./i.test(tipos) || partes.some(p => /^xl\/workbook\.(xml|bin)$/i.test(p.nombre))
    return esLibro ? { formato: 'xlsx', macros: /<Override[^<>]*ms-office\.vbaProject/i.test(tipos) } : 'no-es-planilla'
  }
  const manifiesto = texto('META-INF/manifest.xml')
  if (manifiesto === null) return 'no-es-planilla'
  if (manifiesto === '') return 'danada'
  if (!/opendocument\.spreadsheet/i.test(texto('mimetype') || manifiesto)) return 'no-es-planilla'
  return /encryption-data/i.test(manifiesto) ? 'cifrada' : { formato: 'ods', macros: false }
}
