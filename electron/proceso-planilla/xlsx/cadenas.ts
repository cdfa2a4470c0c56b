/** The shared strings (ECMA-376 part 1, 18.4): the texts that the cells of every sheet point at. */
import type { Celda } from '../../../shared/domain/celda.ts'
import { celdaDeTexto } from '../celda-leida.ts'
import { falla } from '../fallas.ts'
import { enMegas } from '../limites.ts'
import type { ParteZip } from '../zip.ts'
import { Cinta } from './cinta.ts'
import { aparte, rehusar } from './interrupcion.ts'
import { BARRA, MAYOR, MENOR, cierraNombre, esBlanco, MIN_I, MIN_S } from './letras.ts'
import { LectorTexto } from './lector-texto.ts'
import type { Paquete } from './paquete.ts'
import { prefijoDeRaiz } from './prologo.ts'

/** An empty string item takes 5 bytes of the file and 8 of memory; what inflates within the limit could still bring 100 million. */
const MAXIMO_CADENAS = 5_000_000

/** Each text as the cell that it makes: empty ones are blank cells, and the words of an error are an error. */
export async function leerCadenas(paquete: Paquete, parte: ParteZip | undefined): Promise<Celda[]> {
  const celdas: Celda[] = []
  if (parte === undefined) return celdas
  const cinta = new Cinta()
  const texto = new LectorTexto(cinta, false)
  let comienzo: Buffer | null = null
  for await (const pieza of paquete.piezas(parte)) {
    cinta.agregar(pieza)
    texto.olvidar()
    comienzo ??= abrirTabla(cinta, texto)
    const limite = comienzo === null ? -1 : cinta.corte(comienzo)
    if (limite !== -1) leerHasta(limite)
  }
  if (comienzo === null && abrirTabla(cinta, texto) === null) aparte('tabla de textos sin raíz')
  leerHasta(cinta.n)
  return celdas

  function leerHasta(limite: number): void {
    const { b } = cinta
    while (cinta.p < limite) {
      let p = cinta.p
      while (p < limite && esBlanco(b[p] as number)) p++
      if (p === limite) break
      if (b[p] !== MENOR) aparte('texto suelto entre elementos')
      if (b[p + 1] === BARRA) {
        cinta.p = texto.cierre(p, 'sst')
        return
      }
      p = texto.tras(p + 1)
      if (b[p] !== MIN_S || b[p + 1] !== MIN_I || !cierraNombre(b[p + 2] as number)) aparte('elemento inesperado en la tabla de textos')
      cinta.p = texto.item(p + 2, 'si')
      if (cinta.p > limite) aparte('XML cortado')
      if (celdas.push(celdaDeTexto(texto.valor)) > MAXIMO_CADENAS) rehusar(falla('contenido-grande', { nombre: paquete.nombre, limite: enMegas(paquete.limites.inflado) }))
    }
  }
}

/** Passes the root; answers what an item starts with, or null when the root has not arrived whole. */
function abrirTabla(cinta: Cinta, texto: LectorTexto): Buffer | null {
  const p = cinta.b.subarray(0, cinta.n).indexOf('sst')
  const fin = p === -1 ? -1 : cinta.b.subarray(0, cinta.n).indexOf(MAYOR, p)
  if (fin === -1) return null
  const prefijo = prefijoDeRaiz(cinta.b.subarray(0, fin + 1), 'sst')
  texto.prefijo = Buffer.from(prefijo)
  cinta.p = cinta.b[fin - 1] === BARRA ? cinta.n : fin + 1
  return Buffer.from(`<${prefijo}si`)
}
