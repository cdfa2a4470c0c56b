/** An .xlsx to be written again: parts are replaced or added one by one, and every other one keeps its very bytes. */
import { aparte } from '../xlsx/interrupcion.ts'
import { textoDeParte } from '../xlsx/etiquetas.ts'
import type { Limites } from '../limites.ts'
import { inflar, leerDirectorio, type ParteZip } from '../zip.ts'
import { escribirZip, type ParteAEscribir } from '../zip-escritura.ts'
import { apertura, escaparAtributo, valorDe } from './texto-xml.ts'

const RELACIONES = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TIPOS = '[Content_Types].xml'
const CABEZA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** A part that is edited is held as text; V8's longest is half a gigabyte. */
const MAXIMO_TEXTO = 400 * 1024 * 1024

export class PaqueteEditable {
  readonly #bytes: Buffer
  readonly #partes = new Map<string, ParteZip>()
  readonly #nuevas = new Map<string, { nombre: string; texto: string }>()
  readonly #quitadas = new Set<string>()

  /** Throws LecturaInterrumpida for a file that is not understood, as everything here does. */
  constructor(bytes: Buffer, limites: Limites) {
    this.#bytes = bytes
    const directorio = leerDirectorio(bytes, limites.partes)
    if (directorio === null || directorio.total > directorio.partes.length) aparte('directorio del zip ilegible')
    for (const p of directorio.partes) {
      if (this.#partes.has(p.nombre.toLowerCase()) || p.cifrada) aparte('zip con partes repetidas o cifradas')
      this.#partes.set(p.nombre.toLowerCase(), p)
    }
  }

  existe(ruta: string): boolean {
    const clave = ruta.toLowerCase()
    return this.#nuevas.has(clave) || (this.#partes.has(clave) && !this.#quitadas.has(clave))
  }

  /** Of what stands now. `cualquiera`: parts of other vocabularies (VML), which may hold comments. */
  texto(ruta: string, cualquiera = false): string {
    const clave = ruta.toLowerCase()
    const nueva = this.#nuevas.get(clave)
    if (nueva) return nueva.texto
    const parte = this.#partes.get(clave) ?? aparte(`falta la parte ${ruta}`)
    if (parte.inflado > MAXIMO_TEXTO) aparte(`parte ${ruta} demasiado grande`)
    const r = inflar(this.#bytes, parte)
    if (!r.ok) aparte(`parte ${ruta} dañada`)
    return cualquiera ? r.bytes.toString('utf8') : textoDeParte(r.bytes)
  }

  poner(ruta: string, texto: string): void {
    const clave = ruta.toLowerCase()
    this.#quitadas.delete(clave)
    this.#nuevas.set(clave, { nombre: this.#partes.get(clave)?.nombre ?? ruta, texto })
  }

  quitar(ruta: string): void {
    this.#nuevas.delete(ruta.toLowerCase())
    this.#quitadas.add(ruta.toLowerCase())
    this.#enTipos(xml => xml.replace(new RegExp(`<[^<>]*PartName\\s*=\\s*["']/?${ruta.replaceAll('.', '\\.')}["'][^<>]*/>`, 'i'), ''))
  }

  /** A name that no part has: `xl/comments%.xml` → `xl/comments3.xml`. */
  rutaLibre(molde: string): string {
    for (let n = 1; ; n++) {
      const ruta = molde.replace('%', String(n))
      if (!this.existe(ruta)) return ruta
    }
  }

  declararTipo(ruta: string, tipo: string): void {
    const yaEsta = new RegExp(`PartName\\s*=\\s*["']/${ruta.replaceAll('.', '\\.')}["']`, 'i')
    this.#enTipos((xml, p) => (yaEsta.test(xml) ? xml : antesDe(xml, `</${p}Types>`, `<${p}Override PartName="/${escaparAtributo(ruta)}" ContentType="${tipo}"/>`)))
  }

  declararExtension(extension: string, tipo: string): void {
    const yaEsta = new RegExp(`Extension\\s*=\\s*["']${extension}["']`, 'i')
    this.#enTipos((xml, p) => (yaEsta.test(xml) ? xml : xml.replace(apertura(`${p}Types`), raiz => `${raiz}<${p}Default Extension="${extension}" ContentType="${tipo}"/>`)))
  }

  #enTipos(cambiar: (xml: string, prefijo: string) => string): void {
    const xml = this.texto(TIPOS)
    const nuevo = cambiar(xml, prefijoDe(xml, 'Types'))
    if (nuevo !== xml) this.poner(TIPOS, nuevo)
  }

  /** Adds a relationship of `desde` ('' = the package) and answers its id. */
  relacionar(desde: string, tipo: string, hasta: string): string {
    const ruta = rutaDeRelaciones(desde)
    const xml = this.existe(ruta) ? this.texto(ruta) : `${CABEZA}<Relationships xmlns="${RELACIONES}"></Relationships>`
    const p = prefijoDe(xml, 'Relationships')
    const usados = new Set([...xml.matchAll(apertura(`${p}Relationship`))].map(m => valorDe(m[1] ?? '', 'Id')))
    let n = usados.size + 1
    while (usados.has(`rId${n}`)) n++
    const nueva = `<${p}Relationship Id="rId${n}" Type="${tipo}" Target="${escaparAtributo(relativa(desde, hasta))}"/>`
    const abierta = xml.replace(new RegExp(`<${p}Relationships((?:[^<>"']|"[^"]*"|'[^']*')*?)/>`), `<${p}Relationships$1></${p}Relationships>`)
    this.poner(ruta, antesDe(abierta, `</${p}Relationships>`, nueva))
    return `rId${n}`
  }

  /** Takes out the relationships of `desde` whose type ends so. */
  desrelacionar(desde: string, clase: string): void {
    const ruta = rutaDeRelaciones(desde)
    if (!this.existe(ruta)) return
    const xml = this.texto(ruta)
    const nuevo = xml.replace(apertura(`${prefijoDe(xml, 'Relationships')}Relationship`), (todo, atributos: string) => (valorDe(atributos, 'Type')?.endsWith(`/${clase}`) ? '' : todo))
    if (nuevo !== xml) this.poner(ruta, nuevo)
  }

  /** In the order of the file; what is new comes last. */
  escribir(): Buffer {
    const partes: ParteAEscribir[] = []
    const pendientes = new Map(this.#nuevas)
    for (const [clave, parte] of this.#partes) {
      if (this.#quitadas.has(clave)) continue
      const nueva = pendientes.get(clave)
      pendientes.delete(clave)
      partes.push(nueva ? { tipo: 'nueva', nombre: nueva.nombre, bytes: Buffer.from(nueva.texto) } : { tipo: 'copia', parte, crudo: this.#crudo(parte) })
    }
    for (const { nombre, texto } of pendientes.values()) partes.push({ tipo: 'nueva', nombre, bytes: Buffer.from(texto) })
    return escribirZip(partes)
  }

  #crudo(parte: ParteZip): Buffer {
    const b = this.#bytes
    const inicio = parte.posicion + 30 + b.readUInt16LE(parte.posicion + 26) + b.readUInt16LE(parte.posicion + 28)
    const crudo = b.subarray(inicio, inicio + parte.comprimido)
    return crudo.length === parte.comprimido ? crudo : aparte(`parte ${parte.nombre} cortada`)
  }
}

/** `x:` when the root carries a prefix, else ''. */
export function prefijoDe(xml: string, raiz: string): string {
  const m = new RegExp(`^[^<]*(?:<\\?[^>]*\\?>\\s*)*<(?:([^\\s<>"'/=:]+):)?${raiz}[\\s/>]`).exec(xml)
  return m === null ? aparte(`la raíz no es ${raiz}`) : m[1] === undefined ? '' : `${m[1]}:`
}

/** Puts `que` before the last `marca`. */
export function antesDe(xml: string, marca: string, que: string): string {
  const i = xml.lastIndexOf(marca)
  return i === -1 ? aparte(`no se encuentra ${marca}`) : xml.slice(0, i) + que + xml.slice(i)
}

const rutaDeRelaciones = (ruta: string): string => {
  const corte = ruta.lastIndexOf('/') + 1
  return `${ruta.slice(0, corte)}_rels/${ruta.slice(corte)}.rels`
}

/** As Excel writes targets: seen from the folder of the part (other programs do not understand them from the root). */
function relativa(desde: string, hasta: string): string {
  const a = desde.split('/').slice(0, -1)
  const b = hasta.split('/')
  let comun = 0
  while (comun < a.length && comun < b.length - 1 && a[comun] === b[comun]) comun++
  return [...a.slice(comun).map(() => '..'), ...b.slice(comun)].join('/')
}
