/** Port `Planillas` over the process that reads workbooks. Starts it when first needed, and again after a death. */
import path from 'node:path'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import type { BorradorResumen, EtapaImportacionSchema, ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { falla, fallarCon } from '../proceso-planilla/fallas.ts'
import type { Entrada, Metodo, ValorDe } from '../proceso-planilla/mensajes.ts'
import type { Planillas } from '../services/puertos-planillas.ts'
import { escribirLista } from './planillas-lista.ts'
import { Canal, type OpcionesCanal } from './planillas-canal.ts'
import type { z } from 'zod'

/**
 * `archivo`: the drafts of one space (`borradores.db`). `clave`: its key, null to keep it in clear. `hoy` is the day
 * that a blank fechaEjecucion takes, today in America/Santiago unless said otherwise.
 */
export interface OpcionesPlanillas extends Omit<OpcionesCanal, 'hoy'> { hoy?: OpcionesCanal['hoy'] }
type Etapa = z.infer<typeof EtapaImportacionSchema>

export function crearPlanillas(o: OpcionesPlanillas): Planillas {
  const canal = new Canal({ ...o, hoy: o.hoy ?? ((): string => hoyEnSantiago(new Date())) })
  let enCurso: { numero: number; nombre: string; etapa: Etapa; cancelada: boolean } | null = null
  let cerrada = false
  const pedir = async <M extends Metodo>(metodo: M, entrada: Entrada<M>, hoy?: string): Promise<Result<ValorDe<M>>> =>
    cerrada ? fallarCon('proceso-terminado') : canal.llamar(metodo, entrada, hoy === undefined ? {} : { hoy })
  const detenerLectura = (actual: { numero: number; nombre: string }): Promise<void> =>
    canal.matar(new Map([[actual.numero, falla('importacion-cancelada', { nombre: actual.nombre })]]))

  /** The process writes one list at a time. */
  let listaAnterior: Promise<unknown> = Promise.resolve()
  const rutas = new Map<string, string>()
  /** The workbook that is kept aside, by the id that its refusal told. */
  let preparada: { id: string; ruta: string; nombre: string } | null = null

  /** A call that reads a file: one at a time, with its progress told, and given up when it is cancelled. */
  async function leer<M extends Metodo>(metodo: M, entrada: Entrada<M>, nombre: string, { hoy, alAvanzar }: { hoy?: string; alAvanzar: (p: ProgresoImportacion) => void }): Promise<Result<ValorDe<M>>> {
    if (cerrada) return fallarCon('proceso-terminado')
    if (enCurso) return fallarCon('importacion-en-curso')
    const actual = { numero: canal.reservar(), nombre, etapa: 'leyendo' as Etapa, cancelada: false }
    enCurso = actual
    try {
      return await canal.llamar(metodo, entrada, {
        ...(hoy === undefined ? {} : { hoy }), numero: actual.numero,
        desistir: () => (actual.cancelada ? falla('importacion-cancelada', { nombre }) : null),
        alAvanzar: (p) => { actual.etapa = p.etapa; alAvanzar(p) },
      })
    } finally {
      enCurso = null
    }
  }
  function anotarRuta(ruta: string, nombre: string, r: Result<BorradorResumen>): Result<BorradorResumen> {
    if (r.ok) rutas.set(r.valor.id, ruta)
    else if (r.falla.preparacion !== undefined) preparada = { id: r.falla.preparacion, ruta, nombre }
    return r
  }

  return {
    calentar: () => { void pedir('calentar', {}) },
    async importar(ruta, { nombreArchivo = path.basename(ruta), hoy, previos, alAvanzar }) {
      return anotarRuta(ruta, nombreArchivo, await leer('importar', { ruta, nombreArchivo, previos: [...previos] }, nombreArchivo, { hoy, alAvanzar }))
    },
    async preparar(ruta, { nombreArchivo = path.basename(ruta), alAvanzar }) {
      const r = await leer('preparar', { ruta, nombreArchivo }, nombreArchivo, { alAvanzar })
      if (r.ok) preparada = { id: r.valor.id, ruta, nombre: nombreArchivo }
      return r
    },
    preparacion: id => pedir('preparacion', { id }),
    columnas: pedido => pedir('columnas', pedido),
    vistaPreparada: pedido => pedir('vistaPreparada', pedido),
    async importarPreparada(pedido, { hoy, previos, alAvanzar }) {
      const { ruta, nombre } = preparada?.id === pedido.id ? preparada : { ruta: null, nombre: '' }
      const r = await leer('importarPreparada', { ...pedido, previos: [...previos], nombreArchivo: nombre }, nombre, { hoy, alAvanzar })
      return ruta === null ? r : anotarRuta(ruta, nombre, r)
    },
    soltarPreparada: () => pedir('soltarPreparada', {}),
    rutaDe: id => rutas.get(id) ?? null,
    correspondencias: () => pedir('correspondencias', {}),
    renombrarCorrespondencia: (id, nombre) => pedir('renombrarCorrespondencia', { id, nombre }),
    olvidarCorrespondencia: id => pedir('olvidarCorrespondencia', { id }),
    preguntas: id => pedir('preguntas', { id }),
    responder: pedido => pedir('responder', pedido),
    cancelar() {
      if (!enCurso) return
      enCurso.cancelada = true
      // Reading is one blocking step that hears nothing: the process goes, and the drafts come back from the disk.
      if (enCurso.etapa === 'leyendo') void detenerLectura(enCurso)
      else canal.cancelar(enCurso.numero)
    },
    resumen: id => pedir('resumen', { id }),
    lista: () => pedir('lista', {}),
    descartar: id => pedir('descartar', { id }),
    indice: (id, tabla, filtro, buscar, causa, recorte) => pedir('indice', { id, tabla, filtro, buscar, causa, recorte }),
    filas: (id, tabla, ids) => pedir('filas', { id, tabla, ids: [...ids] }),
    problemas: (id, nivel, desde, cuantos, causa) => pedir('problemas', { id, nivel, desde, cuantos, causa }),
    causas: id => pedir('causas', { id }),
    arreglos: pedido => pedir('arreglos', pedido),
    arreglar: pedido => pedir('arreglar', pedido),
    cambios: id => pedir('cambios', { id }),
    irACambio: (id, aplicados) => pedir('irACambio', { id, aplicados }),
    editar: (id, tabla, cambios) => pedir('editar', { id, tabla, cambios }),
    excluir: (id, tabla, filas, excluir) => pedir('excluir', { id, tabla, filas: [...filas], excluir }),
    escribirRango: pedido => pedir('escribirRango', pedido),
    rellenarAbajo: pedido => pedir('rellenarAbajo', pedido),
    copiar: pedido => pedir('copiar', pedido),
    agregarFilas: pedido => pedir('agregarFilas', pedido),
    quitarFilas: pedido => pedir('quitarFilas', pedido),
    encontrar: pedido => pedir('encontrar', pedido),
    reemplazos: pedido => pedir('reemplazos', pedido),
    reemplazar: pedido => pedir('reemplazar', pedido),
    excluirSinCambios: (id, curso) => pedir('excluirSinCambios', { id, ...(curso === undefined ? {} : { curso }) }),
    arbol: (id, pedido) => pedir('arbol', { id, ...pedido }),
    nombres: id => pedir('nombres', { id }),
    deshacer: id => pedir('deshacer', { id }),
    rehacer: id => pedir('rehacer', { id }),
    ponerPrevios: (id, previos) => pedir('ponerPrevios', { id, previos: [...previos] }),
    marcarEnviado: id => pedir('marcarEnviado', { id }),
    async ultimoAbierto() {
      const r = await pedir('ultimoAbierto', {})
      return r.ok ? r.valor : null
    },
    cursos: id => pedir('cursos', { id }),
    previo: id => pedir('previo', { id }),
    curso: (id, codigoOferta, codigoGrupo, desde, cuantos) => pedir('curso', { id, codigoOferta, codigoGrupo, desde, cuantos }),
    corregir: (id, rechazados) => pedir('corregir', { id, rechazados: [...rechazados] }),
    exportarObservaciones: (id, ruta) => pedir('exportarObservaciones', { id, ruta }),
    mirarCorreccion: id => pedir('mirarCorreccion', { id }),
    traerCorreccion: (id, dejarFuera) => pedir('traerCorreccion', { id, dejarFuera }),
    ignorarCorreccion: id => pedir('ignorarCorreccion', { id }),
    escribirPlantillaLlena: (ruta, contenido) => pedir('escribirPlantillaLlena', { ruta, contenido }),
    escribirLista: (ruta, lista) => {
      const escrita = listaAnterior.then(() => escribirLista(pedir, ruta, lista))
      listaAnterior = escrita.catch(() => undefined)
      return escrita
    },
    escribirPlantilla: ruta => pedir('escribirPlantilla', { ruta }),
    escribirMuestra: (muestra, hoy, ruta) => pedir('escribirMuestra', { muestra, ruta }, hoy),
    async cerrar() {
      if (cerrada) return
      if (enCurso) await detenerLectura(enCurso)
      if (canal.enMarcha) await pedir('cerrar', {})
      cerrada = true
      await canal.matar()
    },
  }
}
