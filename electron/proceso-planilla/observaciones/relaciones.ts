/** Relationships of a part of a package that is being edited; as xlsx/relaciones.ts, of what stands now. */
import { claseDeRelacion } from '../xlsx/espacios.ts'
import { resolver, type Relacion } from '../xlsx/relaciones.ts'
import { prefijoDe, type PaqueteEditable } from './paquete-editable.ts'
import { apertura, valorDe } from './texto-xml.ts'

/** By id; inside targets only, as paths from the root without a leading slash. */
export function relacionesDe(paquete: PaqueteEditable, ruta: string): Map<string, Relacion> {
  const corte = ruta.lastIndexOf('/') + 1
  const parte = `${ruta.slice(0, corte)}_rels/${ruta.slice(corte)}.rels`
  const relaciones = new Map<string, Relacion>()
  if (!paquete.existe(parte)) return relaciones
  const xml = paquete.texto(parte)
  for (const { 1: a = '' } of xml.matchAll(apertura(`${prefijoDe(xml, 'Relationships')}Relationship`))) {
    const id = valorDe(a, 'Id'), tipo = valorDe(a, 'Type'), destino = valorDe(a, 'Target')
    if (id === undefined || tipo === undefined || destino === undefined || valorDe(a, 'TargetMode') === 'External') continue
    relaciones.set(id, { clase: claseDeRelacion(tipo), destino: resolver(destino.replaceAll('&amp;', '&'), ruta) })
  }
  return relaciones
}
