/** .xlsx in one pass, at a small part of the time and memory of the other reader, which takes over whenever this one stands aside. */
import type { Celda } from '../../../shared/domain/celda.ts'
import { fallar, ok, type Result } from '../../../shared/ipc/result.ts'
import { falla } from '../fallas.ts'
import { FILAS_POR_TROZO, PRIMERAS_FILAS, type FilaLeida, type HojaAbierta, type LibroAbierto, type OpcionesLector, type Senal } from '../lector.ts'
import { LIMITES, enMegas, type Limites } from '../limites.ts'
import type { ParteZip } from '../zip.ts'
import { leerCadenas } from './cadenas.ts'
import { vaciarTapadas } from './combinadas.ts'
import { EscanerHoja } from './escaner-hoja.ts'
import { leerEstilos } from './estilos.ts'
import { LecturaInterrumpida, aparte, rehusar } from './interrupcion.ts'
import type { Contexto } from './lector-valor.ts'
import { leerLibro } from './libro.ts'
import { Paquete } from './paquete.ts'

export interface HojaXlsx extends Omit<HojaAbierta, 'trozos'> {
  /** As in the port. Throws LecturaInterrumpida, even after some chunks: what they brought must be discarded. */
  trozos(senal: Senal): Iterable<FilaLeida[]> | AsyncIterable<FilaLeida[]>
  /** How much of the sheet `trozos` has gone through, from 0 to 1. */
  avance(): number
}
export interface LibroXlsx extends Omit<LibroAbierto, 'hojas'> { hojas: HojaXlsx[] }

/** `aparte`: this reader does not know how to read the file, and `razon` (for the log) says why. */
export type Apertura = { tipo: 'libro'; libro: LibroXlsx } | { tipo: 'aparte'; razon: string }

/** A sheet whose XML is up to this size is read whole when it is opened: no surprise can come later, and its rows may be in any order. */
const EN_MEMORIA = 4 * 1024 * 1024
/** Cells, blank ones included, that all such sheets together may hold. */
const MAXIMO_EN_MEMORIA = 4_000_000
/** Cells of the workbook. 200,000 rows of 100 columns; nothing that people type comes near. */
const MAXIMO_CELDAS = 20_000_000

/**
 * Opens a workbook: reads what all sheets share, and of each visible one the first rows. `bytes` passed inspection.
 * Failures: 'danada' (cut, or altered on its way), 'bomba-zip', 'contenido-grande'.
 */
export async function abrirXlsx(bytes: Buffer, nombre: string, limites: Limites = LIMITES, opciones: OpcionesLector = {}): Promise<Result<Apertura>> {
  try {
    return ok({ tipo: 'libro', libro: await abrir(new Paquete(bytes, nombre, limites), opciones) })
  } catch (e) {
    if (!(e instanceof LecturaInterrumpida)) throw e
    return e.causa.tipo === 'falla' ? fallar(e.causa.falla) : ok(e.causa)
  }
}

async function abrir(paquete: Paquete, { ocultas = false }: OpcionesLector): Promise<LibroXlsx> {
  const libro = leerLibro(paquete, ocultas)
  const base = {
    clases: leerEstilos(paquete, libro.estilos),
    cadenas: await leerCadenas(paquete, libro.cadenas),
    es1904: libro.es1904,
  }
  const memoria = { queda: MAXIMO_EN_MEMORIA }
  const hojas: HojaXlsx[] = []
  for (const { nombre, parte, oculta } of libro.abiertas) {
    const contexto = (): Contexto => ({ ...base, contar: contador(paquete) })
    const hoja = parte.inflado <= EN_MEMORIA ? ((await enMemoria(paquete, nombre, parte, contexto(), memoria)) ?? (await porTrozos(paquete, nombre, parte, contexto))) : await porTrozos(paquete, nombre, parte, contexto)
    if (hoja !== 'vacia') hojas.push(oculta ? { ...hoja, oculta } : hoja)
  }
  return { hojas, ocultas: libro.ocultas }
}

function contador(paquete: Paquete): (celdas: number) => void {
  let total = 0
  return (celdas) => {
    total += celdas
    if (total > MAXIMO_CELDAS) rehusar(falla('contenido-grande', { nombre: paquete.nombre, limite: enMegas(paquete.limites.inflado) }))
  }
}

/** Chunks of a sheet as they are inflated. */
async function* recorrer(paquete: Paquete, parte: ParteZip, escaner: EscanerHoja, alLeer?: (bytes: number) => void): AsyncGenerator<FilaLeida[]> {
  let bytes = 0
  for await (const pieza of paquete.piezas(parte)) {
    escaner.agregar(pieza)
    while (escaner.avanzar(false)) yield escaner.tomar()
    bytes += pieza.length
    alLeer?.(bytes)
  }
  while (escaner.avanzar(true)) yield escaner.tomar()
  if (escaner.filas.length > 0) yield escaner.tomar()
}

/** null: its rows take too much room; it is read in chunks instead. */
async function enMemoria(paquete: Paquete, nombre: string, parte: ParteZip, contexto: Contexto, memoria: { queda: number }): Promise<HojaXlsx | 'vacia' | null> {
  const escaner = new EscanerHoja(contexto, false)
  const filas: FilaLeida[] = []
  for await (const trozo of recorrer(paquete, parte, escaner)) {
    for (const f of trozo) memoria.queda -= f.celdas.length
    if (memoria.queda < 0) return null
    filas.push(...trozo)
  }
  if (!escaner.hayCeldas) return 'vacia'
  if (escaner.desordenada) ordenar(filas)
  vaciarTapadas(filas, escaner.areas)
  let entregadas = 0
  return {
    nombre,
    columnasOcultas: escaner.columnasOcultas,
    primerasFilas: primeras(filas),
    avance: () => (filas.length === 0 ? 1 : entregadas / filas.length),
    *trozos(senal) {
      for (let i = 0; i < filas.length && !senal.cancelado(); i += FILAS_POR_TROZO) {
        const trozo = filas.slice(i, i + FILAS_POR_TROZO)
        entregadas = i + trozo.length
        yield escaner.areas.length === 0 ? trozo : trozo.filter(f => f.celdas.some(c => c !== null))
      }
    },
  }
}

function ordenar(filas: FilaLeida[]): void {
  filas.sort((a, b) => a.fila - b.fila)
  if (filas.some((f, i) => f.fila === filas[i - 1]?.fila)) aparte('dos filas con el mismo número')
}

async function porTrozos(paquete: Paquete, nombre: string, parte: ParteZip, contexto: () => Contexto): Promise<HojaXlsx | 'vacia'> {
  // The start is read twice: cheaper than holding every sheet of the workbook open until somebody walks it.
  const asomada = new EscanerHoja(contexto(), true)
  let primero: FilaLeida[] | undefined
  for await (primero of recorrer(paquete, parte, asomada)) break
  if (!asomada.hayCeldas) return 'vacia'
  let leidos = 0
  return {
    nombre,
    columnasOcultas: asomada.columnasOcultas,
    primerasFilas: primeras(primero ?? []),
    avance: () => leidos / parte.inflado,
    async *trozos(senal) {
      const escaner = new EscanerHoja(contexto(), true)
      for await (const trozo of recorrer(paquete, parte, escaner, (n) => { leidos = n })) {
        if (senal.cancelado()) return
        yield trozo
      }
      // The areas come after the rows, when what they hide is already out.
      if (escaner.ocupacion.tapada(escaner.areas)) aparte('áreas combinadas que tapan valores')
    },
  }
}

/** The first rows by position: those without a value are blank. */
function primeras(filas: readonly FilaLeida[]): Celda[][] {
  const ultima = filas.at(-1)?.fila ?? 0
  const lista: Celda[][] = Array.from({ length: Math.min(PRIMERAS_FILAS, ultima) }, () => [])
  for (const { fila, celdas } of filas) {
    if (fila > PRIMERAS_FILAS) break
    lista[fila - 1] = celdas
  }
  return lista
}
