/** From one part of the package to another (ECMA-376 part 2, 6.5). */
import { RELACIONES, TIPOS, claseDeRelacion } from './espacios.ts'
import { atributo, etiquetas, textoDeParte } from './etiquetas.ts'
import { aparte } from './interrupcion.ts'
import type { Paquete } from './paquete.ts'

export interface Relacion { clase: string; destino: string }

/** Relationships of a part ('' = of the package) by their id; inside targets only, as paths from the root without a leading slash. */
export function relacionesDe(paquete: Paquete, ruta: string): Map<string, Relacion> {
  const corte = ruta.lastIndexOf('/') + 1
  const parte = paquete.parte(`${ruta.slice(0, corte)}_rels/${ruta.slice(corte)}.rels`)
  const relaciones = new Map<string, Relacion>()
  if (parte === undefined) return relaciones
  for (const e of etiquetas(textoDeParte(paquete.leer(parte)), RELACIONES)) {
    if (e.nombre !== 'Relationship' || e.cierra) continue
    const id = atributo(e, 'Id'), tipo = atributo(e, 'Type'), destino = atributo(e, 'Target')
    if (id === undefined || tipo === undefined || destino === undefined || atributo(e, 'TargetMode') === 'External') continue
    if (relaciones.has(id)) aparte('relaciones con el mismo Id')
    relaciones.set(id, { clase: claseDeRelacion(tipo), destino: resolver(destino, ruta) })
  }
  return relaciones
}

/** `../worksheets/sheet1.xml` or `/xl/worksheets/sheet1.xml`, seen from `desde`. */
export function resolver(destino: string, desde: string): string {
  if (destino.startsWith('/')) return destino.slice(1)
  const pasos = desde.split('/').slice(0, -1)
  for (const paso of destino.split('/')) {
    if (paso === '..') pasos.pop()
    else if (paso !== '.') pasos.push(paso)
  }
  return pasos.join('/')
}

/** The declared content types: part (small letters, no leading slash) → type. Only `Override`; workbooks are never declared by extension alone. */
export function tiposDeContenido(paquete: Paquete): Map<string, string> {
  const parte = paquete.parte('[Content_Types].xml') ?? aparte('sin [Content_Types].xml')
  const tipos = new Map<string, string>()
  for (const e of etiquetas(textoDeParte(paquete.leer(parte)), TIPOS)) {
    const ruta = e.nombre === 'Override' ? atributo(e, 'PartName') : undefined
    if (ruta !== undefined) tipos.set(ruta.replace(/^\//, '').toLowerCase(), atributo(e, 'ContentType') ?? '')
  }
  return tipos
}
