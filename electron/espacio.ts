/**
 * One way of working, practice or real: its own folder, journal, drafts and service address. They share nothing that
 * could carry data across: practice talks to the simulated service on this computer and its client refuses any other
 * address; real never sees the practice's.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hoyEnSantiago } from '../shared/domain/fecha.ts'
import type { EventName, events } from '../shared/ipc/contract.ts'
import type { BorradorResumen, Espacio, Noticia } from '../shared/ipc/modelos.ts'
import type { Result } from '../shared/ipc/result.ts'
import type { z } from 'zod'
import { tomarCandado, type Candado } from './adapters/candado.ts'
import { crearClienteGestor, type RedDelCliente } from './adapters/cliente-gestor.ts'
import { abrirCredenciales } from './adapters/credenciales.ts'
import { crearCredencialesPractica } from './adapters/credenciales-practica.ts'
import { crearHistorial } from './adapters/archivo/historial.ts'
import { abrirArchivo } from './adapters/archivo/abrir.ts'
import { crearArchivo } from './adapters/archivo/busqueda.ts'
import { crearLectorCursos } from './adapters/archivo/lector-cursos.ts'
import { observarDiario } from './adapters/archivo/diario-observado.ts'
import { crearIndexador } from './adapters/archivo/indexador.ts'
import { abrirDiario } from './adapters/diario.ts'
import { crearPlanillas } from './adapters/planillas.ts'
import { obtenerClaveDatos } from './adapters/clave-datos.ts'
import { esperar } from './adapters/esperar.ts'
import { iniciarGestor, type Gestor } from './gestor/servidor.ts'
import { crearServicioArchivo, type ServicioArchivo } from './services/archivo.ts'
import { crearServicioCredenciales } from './services/credenciales.ts'
import { crearServicioEnvios } from './services/envios.ts'
import { crearServicioHoy, type ServicioHoy } from './services/hoy.ts'
import { crearServicioNocturno, type ServicioNocturno } from './services/nocturno.ts'
import type { Despertador, Linea } from './services/puertos-noche.ts'
import { crearServicioHistorial, type ServicioHistorial } from './services/historial.ts'
import { conGuardia, conGuardiaDeHistorial } from './services/guardia-otec.ts'
import type { OpcionesImportar, Planillas } from './services/puertos-planillas.ts'
import type { AlmacenAjustes, Esperar, Registro, Sellador } from './services/puertos.ts'
import type { ServicioCredenciales, ServicioEnvios } from './services/servicios.ts'
import { NOTICIAS, TEXTOS_NATIVOS } from './textos.ts'

export type Emisor = <N extends EventName>(nombre: N, dato: z.input<(typeof events)[N]>) => void

export interface Partes {
  /** Folder of all the program's data. */
  carpeta: string
  registro: Registro
  ajustes: AlmacenAjustes
  sellador: Sellador
  emitir: Emisor
  /** How the real space gets out of this network. */
  red: RedDelCliente
  /** null: what waits for its hour waits on. */
  despertador: Despertador | null
  linea: Linea
  /** RUT → token, where nothing can be sealed: until the program closes. */
  tokens: Map<string, string>
  /** How it waits; a test does not. */
  esperar?: Esperar
  /** Starts the process that reads workbooks. */
  bifurcar: Parameters<typeof crearPlanillas>[0]['bifurcar']
}

/** Where one works: the practice, one OTEC, or (null) the place before any OTEC is connected. */
export type Lugar = { readonly nombre: 'practica'; readonly carpeta: string } | { readonly nombre: 'real'; readonly carpeta: string; readonly rutOtec: string | null }

export interface EspacioAbierto {
  readonly nombre: Espacio
  readonly lugar: Lugar
  readonly diarioCifrado: boolean
  /** What the person should know of what is kept in this space. */
  readonly noticias: readonly Noticia[]
  readonly planillas: Planillas
  readonly credenciales: ServicioCredenciales
  readonly envios: ServicioEnvios
  readonly historial: ServicioHistorial
  readonly nocturno: ServicioNocturno
  readonly archivo: ServicioArchivo
  readonly hoy: ServicioHoy
  /** Reads a workbook into a new draft, its progress told to the window. */
  importar(ruta: string, nombreArchivo?: string): Promise<Result<BorradorResumen>>
  /** Keeps a workbook aside until the person says which columns are which. */
  preparar(ruta: string): ReturnType<Planillas['preparar']>
  importarPreparada(pedido: Parameters<Planillas['importarPreparada']>[0]): Promise<Result<BorradorResumen>>
  /** Draft to go on with at the start. One whose send waits for its hour, or missed it, is told of by that. */
  borradorPorRetomar(): Promise<string | null>
  /** A path for a workbook that is only passing through; gone when `usar` ends. */
  conArchivoTemporal<T>(usar: (ruta: string) => Promise<T>): Promise<T>
  /** The name that the person gives to the OTEC. */
  renombrar(nombre: string): void
  /** Hears what the window would; answers the function that stops it. */
  alEmitir(oyente: (nombre: EventName, dato: unknown) => void): () => void
  cerrar(): Promise<void>
}

const SIEMPRE_EN_LINEA: Linea = { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined }
const SIN_DESPERTADOR: Despertador = { escuchar: () => () => undefined }
const PAUSA_DE_PRACTICA_MS = 1000
/** SENCE loads once a night, and its service is slow: it is not asked more often than that by itself. */
const HORAS_ENTRE_RONDAS = 4

/** Another program has this space's journal: two at once would each take the other's call in flight for an abandoned one. */
export class EspacioEnUso extends Error {}

/** @throws EspacioEnUso; or when the disk refuses the folder or the journal */
export async function abrirEspacio(lugar: Lugar, p: Partes): Promise<EspacioAbierto> {
  const { carpeta } = lugar
  await mkdir(carpeta, { recursive: true, mode: 0o700 })
  const candado = tomarCandado(path.join(carpeta, 'diario.db'))
  if (candado === null) throw new EspacioEnUso()
  try { return await abrirConCandado(lugar, p, candado) } catch (error) { candado.soltar(); throw error }
}

async function abrirConCandado(lugar: Lugar, p: Partes, candado: Candado): Promise<EspacioAbierto> {
  const { nombre, carpeta } = lugar
  const oyentes = new Set<(nombre: EventName, dato: unknown) => void>()
  const emitir: Emisor = (suceso, dato) => { p.emitir(suceso, dato); for (const oyente of oyentes) oyente(suceso, dato) }
  const { clave, anteriorIlegible } = await obtenerClaveDatos(p.carpeta, p.sellador)
  const abierto = abrirDiario({ archivo: path.join(carpeta, 'diario.db'), clave })
  const diario = observarDiario(abierto, (que) => { indexador.tocar(que) })
  const noticias: Noticia[] = []
  if (anteriorIlegible) { noticias.push(NOTICIAS.claveIlegible); p.registro.aviso('data key: the kept one cannot be opened') }
  if (diario.apartado !== null) {
    const copia = path.basename(diario.apartado)
    noticias.push(NOTICIAS.diarioApartado(copia, diario.rescatadas))
    p.registro.aviso(`journal: it cannot be read whole and was set aside as ${copia}; ${diario.rescatadas} calls recovered`)
  }
  const base = abrirArchivo({ archivo: path.join(carpeta, 'archivo.db'), clave, avisar: (linea) => { p.registro.aviso(linea) } })
  const indexador = crearIndexador({ base, fuente: abierto.paraArchivo, registro: p.registro, alAvanzar: () => { emitir('archivo:cambio', {}) } })
  const gestor = nombre === 'practica' ? await iniciarGestor({ carpeta }) : null
  const almacen = gestor === null
    ? await abrirCredenciales(carpeta, p.sellador, { memoria: p.tokens, ...(lugar.nombre === 'real' && lugar.rutOtec !== null ? { rutOtec: lugar.rutOtec } : {}) })
    : crearCredencialesPractica({ ...gestor.credenciales, nombre: TEXTOS_NATIVOS.otecDePractica })
  const rutOtec = lugar.nombre === 'real' ? lugar.rutOtec : gestor?.credenciales.rutOtec ?? null
  const cliente = crearClienteGestor({
    urlBase: () => gestor?.urlBase ?? p.ajustes.leer().urlBase,
    esperaMs: () => p.ajustes.leer().tiempoEsperaSegundos * 1000,
    soloLocal: gestor !== null,
    ...(gestor === null ? { red: p.red } : {}),
  })
  const planillas = crearPlanillas({ bifurcar: p.bifurcar, archivo: path.join(carpeta, 'borradores.db'), clave, rutOtec, registro: p.registro })
  const reloj = { ahora: () => new Date() }
  const comunes = {
    planillas, diario, reloj, registro: p.registro,
    // The simulated service is in this computer: no network to wait for, and nobody to spare.
    linea: gestor === null ? p.linea : SIEMPRE_EN_LINEA,
    pausaMs: () => gestor === null ? p.ajustes.leer().pausaSegundos * 1000 : PAUSA_DE_PRACTICA_MS,
    alumnosPorParte: () => p.ajustes.leer().alumnosPorParte,
  }
  const guardia = { rutOtec, credenciales: almacen, registro: p.registro }
  const historial = crearServicioHistorial({
    ...comunes, cliente: conGuardiaDeHistorial(cliente, guardia), credenciales: almacen, rutOtec, archivo: crearHistorial(base),
    emitir: (d) => { emitir('historial:avance', d) }, alEscribir: () => { indexador.despertar() }, aprender: (rut, avances) => envios.aprender(rut, avances),
  })
  const envios = crearServicioEnvios({
    ...comunes, cliente: conGuardia(cliente, guardia), leerDeFondo: historial.leerDeFondo, credenciales: almacen, esperar: p.esperar ?? esperar,
    emitir: (d) => { emitir('envio:progreso', d); nocturno.oir(d) }, alCambiarBorrador: (d) => { emitir('borrador:cambiado', d) }, alConciliar: (d) => { emitir('envio:conciliado', d) },
  })
  const nocturno = crearServicioNocturno({
    ...comunes, envios, despertador: p.despertador ?? SIN_DESPERTADOR, azar: Math.random,
    emitir: (d) => { emitir('noche:estado', d) }, alTerminar: (d) => { emitir('noche:termino', d) },
  })
  await envios.recuperar()
  indexador.empezar()
  void envios.empezarDeFondo()
  // Another space is only lent for a moment; the one on screen may stay open for days.
  const ronda = p.despertador === null ? undefined : setInterval(() => { if (!envios.enviando()) void envios.empezarDeFondo() }, HORAS_ENTRE_RONDAS * 3_600_000)
  if (p.despertador !== null) nocturno.empezar()
  const archivo = crearArchivo(base)
  const cursos = crearLectorCursos(base)
  const alImportar = (): OpcionesImportar => ({ hoy: hoyEnSantiago(new Date()), previos: envios.ultimosAvances(), alAvanzar: (d) => { emitir('planilla:progreso', d) } })
  const alDia = async (importada: Result<BorradorResumen>): Promise<Result<BorradorResumen>> => (importada.ok ? await envios.alDia(importada.valor) : importada)
  return {
    nombre, lugar, planillas, envios, historial, nocturno, archivo: crearServicioArchivo({ archivo, cursos, indexador, registro: p.registro }), diarioCifrado: diario.cifrado, noticias,
    hoy: crearServicioHoy({ lector: cursos, archivo, indexador, reloj, registro: p.registro }),
    credenciales: crearServicioCredenciales({ almacen, cliente, reloj, registro: p.registro, rutOtec, enviando: envios.enviando }),
    // SENCE's history may have been read while the file was.
    importar: async (ruta, nombreArchivo) => alDia(await planillas.importar(ruta, { ...alImportar(), ...(nombreArchivo === undefined ? {} : { nombreArchivo }) })),
    preparar: (ruta) => planillas.preparar(ruta, { alAvanzar: () => undefined }),
    importarPreparada: async (pedido) => alDia(await planillas.importarPreparada(pedido, alImportar())),
    borradorPorRetomar: async () => {
      const id = await planillas.ultimoAbierto()
      return id !== null && [...diario.programados(), ...diario.vencidos()].some((e) => e.borradorId === id) ? null : id
    },
    conArchivoTemporal: async (usar) => {
      const temporal = await mkdtemp(path.join(tmpdir(), 'puente-sic-'))
      try { return await usar(path.join(temporal, 'planilla.xlsx')) } finally { await rm(temporal, { recursive: true, force: true }) }
    },
    renombrar: (nuevo) => { almacen.renombrar(nuevo) },
    alEmitir: (oyente) => { oyentes.add(oyente); return () => { oyentes.delete(oyente) } },
    cerrar: async () => { clearInterval(ronda); try { await cerrarTodo(nocturno, historial, envios, planillas, diario, { indexador, base }, gestor) } finally { candado.soltar() } },
  }
}

/** In the order of who uses whom. */
async function cerrarTodo(nocturno: ServicioNocturno, historial: ServicioHistorial, envios: ServicioEnvios, planillas: Planillas, diario: { cerrar(): void }, archivo: { indexador: { detener(): Promise<void> }; base: { cerrar(): void } }, gestor: Gestor | null): Promise<void> {
  nocturno.detener()
  await Promise.all([envios.detener(), historial.detener()])
  await planillas.cerrar()
  await gestor?.cerrar()
  await archivo.indexador.detener()
  archivo.base.cerrar()
  diario.cerrar()
}
