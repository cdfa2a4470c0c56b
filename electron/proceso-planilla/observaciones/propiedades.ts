/** The document's own properties (ECMA-376 part 1, 22.3): where the mark travels. */
import { PROPIEDAD } from './marca.ts'
import { antesDe, prefijoDe, type PaqueteEditable } from './paquete-editable.ts'
import { relacionesDe } from './relaciones.ts'
import { apertura, valorDe } from './texto-xml.ts'

const RELACION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const TIPO = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const RUTA = 'docProps/custom.xml'
const VACIO = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>'
/** The only format id that custom properties use. */
const FMTID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** Puts the mark, in place of one of an earlier export. */
export function ponerMarca(paquete: PaqueteEditable, marca: string): void {
  const suya = [...relacionesDe(paquete, '').values()].find(r => r.clase === 'custom-properties')?.destino
  const ruta = suya ?? RUTA
  const antes = suya === undefined ? VACIO : paquete.texto(ruta)
  const p = prefijoDe(antes, 'Properties')
  const abierta = antes.replace(new RegExp(`<${p}Properties((?:[^<>"']|"[^"]*"|'[^']*')*?)/>`), `<${p}Properties$1></${p}Properties>`)
  const limpia = abierta.replace(new RegExp(`<${p}property(?=[^<>]*\\sname\\s*=\\s*["']${PROPIEDAD}["'])[\\s\\S]*?</${p}property>`), '')
  const numero = Math.max(1, ...[...limpia.matchAll(apertura(`${p}property`))].map(m => Number(valorDe(m[1] ?? '', 'pid')))) + 1
  const propia = `<${p}property fmtid="${FMTID}" pid="${numero}" name="${PROPIEDAD}"><vt:lpwstr xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${marca}</vt:lpwstr></${p}property>`
  paquete.poner(ruta, antesDe(limpia, `</${p}Properties>`, propia))
  if (suya !== undefined) return
  paquete.declararTipo(ruta, TIPO)
  paquete.relacionar('', RELACION, ruta)
}
