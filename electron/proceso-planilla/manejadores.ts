/** One handler per method of mensajes.ts; a method without one does not compile. */
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Almacenes } from './almacenes.ts'
import { escribirArchivo } from './escritura.ts'
import { exportarObservaciones, mirarCorreccion, traerCorreccion } from './ida-y-vuelta.ts'
import { EscritorDeListas } from './listas.ts'
import { calentarSheetjs } from './lector-sheetjs.ts'
import type { Senal } from './lector.ts'
import { crearManejadoresImportacion } from './manejadores-importacion.ts'
import type { Entrada, Metodo, ValorDe } from './mensajes.ts'
import type { Sesion } from './sesion.ts'

export interface Contexto {
  hoy: FechaIso
  senal: Senal
  avisar(p: ProgresoImportacion): void
  /** A line for the program's log. */
  anotar(linea: string): void
}
type Respuesta<M extends Metodo> = Result<ValorDe<M>> | Promise<Result<ValorDe<M>>>
export type Manejadores = { readonly [M in Metodo]: (entrada: Entrada<M>, contexto: Contexto) => Respuesta<M> }

/** Lets the messages that wait (a cancel among them) have their turn. */
const ceder = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

export function crearManejadores(almacenes: Almacenes): Manejadores {
  const enSesion = <T>(hacer: (s: Sesion) => Result<T>): Result<T> => {
    const sesion = almacenes.abrir()
    return sesion.ok ? hacer(sesion.valor) : sesion
  }

  const listas = new EscritorDeListas()

  return {
    iniciar: (donde) => { almacenes.iniciar(donde); return ok({}) },
    calentar: async () => {
      await calentarSheetjs()
      return enSesion(() => ok({}))
    },
    ...crearManejadoresImportacion(almacenes, ceder),
    resumen: ({ id }, { hoy }) => enSesion(s => s.resumen(id, hoy)),
    lista: () => enSesion(s => ok(s.lista())),
    descartar: ({ id }) => enSesion((s) => { s.descartar(id); return ok({}) }),
    indice: ({ id, tabla, filtro, buscar, causa, recorte }, { hoy }) => enSesion(s => s.mirar(id, hoy, tabla, (m, version) => ({ version, ids: new Int32Array(m.indice(tabla, filtro, buscar, causa, recorte)) }))),
    filas: ({ id, tabla, ids }, { hoy }) => enSesion(s => s.mirar(id, hoy, tabla, (m, version) => ({ version, filas: m.filas(tabla, ids) }))),
    problemas: ({ id, nivel, desde, cuantos, causa }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, ...m.problemas(nivel, desde, cuantos, causa) }))),
    causas: ({ id }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, causas: m.causas() }))),
    arreglos: ({ id, ...pedido }, { hoy }) => enSesion(s => s.mirar(id, hoy, pedido.tabla, (m, version) => ({ version, propuesta: m.arreglos(pedido) }))),
    preguntas: ({ id }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, preguntas: m.preguntas() }))),
    responder: ({ id, respuestas, recordar }, { hoy }) => enSesion(s => s.responder(id, hoy, respuestas, recordar)),
    arreglar: ({ id, ...pedido }, { hoy }) => enSesion(s => s.cambiar(id, hoy, pedido.tabla, m => m.arreglar(pedido))),
    cambios: ({ id }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, cambios: m.listaDeCambios() }))),
    irACambio: ({ id, aplicados }, { hoy }) => enSesion(s => s.irA(id, hoy, aplicados)),
    editar: ({ id, tabla, cambios }, { hoy }) => enSesion(s => s.cambiar(id, hoy, tabla, m => m.editar(tabla, cambios))),
    excluir: ({ id, tabla, filas, excluir }, { hoy }) => enSesion(s => s.cambiar(id, hoy, tabla, m => m.excluir(tabla, filas, excluir))),
    escribirRango: ({ id, tabla, filas, columnas, ...bloque }, { hoy }) => enSesion(s => s.cambiar(id, hoy, tabla, m => m.escribirRango(tabla, { filas, columnas }, bloque))),
    rellenarAbajo: ({ id, tabla, ...rango }, { hoy }) => enSesion(s => s.cambiar(id, hoy, tabla, m => m.rellenarAbajo(tabla, rango))),
    copiar: ({ id, tabla, filas, columnas }, { hoy }) => enSesion(s => s.mirar(id, hoy, tabla, (m, version) => ({ version, texto: m.copiar(tabla, filas, columnas) }))),
    agregarFilas: ({ id, tabla, cuantas }, { hoy }) => enSesion(s => s.cambiar(id, hoy, tabla, m => m.agregarEnBlanco(tabla, cuantas))),
    quitarFilas: ({ id, tabla, filas }, { hoy }) => enSesion(s => s.cambiar(id, hoy, tabla, m => m.quitarFilas(tabla, [...filas]))),
    encontrar: ({ id, desde, haciaAtras, ...pedido }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, ...m.encontrar(pedido, desde, haciaAtras) }))),
    reemplazos: ({ id, por, ...pedido }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, reemplazos: m.reemplazos(pedido, por) }))),
    reemplazar: ({ id, por, solo, ...pedido }, { hoy }) => enSesion(s => s.cambiar(id, hoy, null, m => m.reemplazar(pedido, por, solo))),
    excluirSinCambios: ({ id, curso }, { hoy }) => enSesion(s => s.cambiar(id, hoy, null, m => m.excluirSinCambios(curso))),
    deshacer: ({ id }, { hoy }) => enSesion(s => s.deshacer(id, hoy)),
    rehacer: ({ id }, { hoy }) => enSesion(s => s.rehacer(id, hoy)),
    ponerPrevios: ({ id, previos }, { hoy }) => enSesion(s => s.ponerPrevios(id, hoy, previos)),
    marcarEnviado: ({ id }) => enSesion(s => s.marcarEnviado(id)),
    ultimoAbierto: () => enSesion(s => ok(s.ultimoAbierto())),
    cursos: ({ id }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, m => m.cursos())),
    arbol: ({ id, ...pedido }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, (m, version) => ({ version, ...m.arbol(pedido) }))),
    nombres: ({ id }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, m => m.nombres())),
    previo: ({ id }, { hoy }) => enSesion(s => s.mirar(id, hoy, null, m => m.previo())),
    curso: ({ id, codigoOferta, codigoGrupo, desde, cuantos }, { hoy }) => enSesion(s => s.curso(id, hoy, codigoOferta, codigoGrupo, desde, cuantos)),
    corregir: ({ id, rechazados }, { hoy }) => enSesion(s => s.corregir(id, hoy, rechazados)),
    exportarObservaciones: ({ id, ruta }, { hoy, anotar }) => {
      const sesion = almacenes.abrir()
      return sesion.ok ? exportarObservaciones(sesion.valor, id, ruta, hoy, anotar) : sesion
    },
    mirarCorreccion: ({ id }, { hoy }) => enSesion(s => mirarCorreccion(s, id, hoy)),
    traerCorreccion: ({ id, dejarFuera }, { hoy }) => enSesion(s => traerCorreccion(s, id, dejarFuera, hoy)),
    ignorarCorreccion: ({ id }) => enSesion((s) => { s.independizar(id); return ok({}) }),
    listaAbrir: ({ id, ruta, ...lista }) => listas.abrir(id, ruta, lista),
    listaFilas: ({ id, filas }) => listas.agregar(id, filas),
    listaCerrar: ({ id }) => listas.cerrar(id),
    listaSoltar: async () => { await listas.soltar(); return ok({}) },
    escribirPlantillaLlena: async ({ ruta, contenido }, { hoy }) => {
      const { construirLibro } = await import('../adapters/plantilla/libro.ts')
      return escribirArchivo(ruta, await construirLibro(hoy, contenido.filas, contenido.ultimos))
    },
    escribirPlantilla: async ({ ruta }, { hoy }) => {
      const { construirPlantilla } = await import('../adapters/plantilla/plantilla.ts')
      return escribirArchivo(ruta, await construirPlantilla(hoy))
    },
    escribirMuestra: async ({ muestra, ruta }, { hoy }) => {
      const { construirMuestra } = await import('../adapters/plantilla/muestra.ts')
      return escribirArchivo(ruta, await construirMuestra(muestra, hoy))
    },
    cerrar: () => { almacenes.cerrar(); return ok({}) },
  }
}
