/** Workbooks kept aside until the person says which columns are which. One at a time: asking about another lets go of the first. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Celda } from '../../shared/domain/celda.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { ClaseHoja, ColumnasPreparadas, Correspondencia, PedidoColumnasSchema, Preparacion, VistaPreparada } from '../../shared/ipc/modelos-asistente.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { esVacia, textoDeCelda } from '../../shared/planilla/celda-texto.ts'
import { deMemoria, huellaDe } from '../../shared/planilla/correspondencia.ts'
import { esCorrecta, faltantes } from '../../shared/planilla/correspondencia-faltas.ts'
import { encabezadoProbable, titulosDeFila } from '../../shared/planilla/encabezado-probable.ts'
import type { ColumnaKey } from '../../shared/planilla/columnas.ts'
import { esDeAyuda } from '../../shared/planilla/layout.ts'
import { Mesa } from '../../shared/planilla/mesa.ts'
import { proponerColumnas } from '../../shared/planilla/parecido.ts'
import { abrirLibro, type Archivo } from './archivo.ts'
import { fallarCon, type CodigoFalla } from './fallas.ts'
import { Sobrantes } from './filas-sobrantes.ts'
import { letraDe, tablaBaseDe } from './lectura.ts'
import { gemelasDe, planDe, type Memorias } from './plan.ts'

interface Hoja { nombre: string; oculta: boolean; primerasFilas: Celda[][] }
interface Preparada { id: string; archivo: Archivo; hojas: Hoja[] }

/** Refusals that the person's word can undo. */
const PREPARABLES: ReadonlySet<string> = new Set<CodigoFalla>(['sin-encabezados', 'faltan-columnas', 'sin-datos'])
/** What is shown of a sheet: enough to know it again. */
const VISTA = { hojas: 40, filas: 60, columnas: 30, texto: 60 } as const
const EJEMPLOS = 4
const MUESTRA = 12
const MAXIMO_COLUMNAS = 400

export class Preparaciones {
  private actual: Preparada | null = null

  /** Words of a refusal, and with them, where the file has something like a table, the id under which it is kept. */
  async ofrecer(falla: Result<never>, archivo: Archivo, anotar: (linea: string) => void): Promise<Result<never>> {
    if (falla.ok || !PREPARABLES.has(falla.falla.codigo)) return falla
    const preparada = await this.preparar(archivo, anotar)
    return preparada.ok ? fallar({ ...falla.falla, preparacion: preparada.valor.id }) : falla
  }

  /** Opens the file, hidden sheets too, and keeps it. Refuses one without anything like a table. */
  async preparar(archivo: Archivo, anotar: (linea: string) => void): Promise<Result<Preparada>> {
    const hojas = await abrirLibro(archivo, { opciones: { ocultas: true }, anotar }, libro => Promise.resolve(ok(
      libro.hojas.filter(h => pareceTabla(h.primerasFilas)).map(({ nombre, oculta = false, primerasFilas }) => ({ nombre, oculta, primerasFilas })),
    )))
    if (!hojas.ok) return hojas
    if (hojas.valor.length === 0) return fallarCon('sin-datos', { nombre: archivo.nombre })
    this.actual = { id: randomUUID(), archivo, hojas: hojas.valor }
    return ok(this.actual)
  }

  soltar(): void {
    this.actual = null
  }

  conId<T>(id: string, hacer: (p: Preparada) => Result<T>): Result<T> {
    return this.actual?.id === id ? hacer(this.actual) : fallarCon('preparacion-no-existe')
  }

  vista(id: string): Result<Preparacion> {
    return this.conId(id, ({ archivo, hojas }) => {
      const vistas = hojas.slice(0, VISTA.hojas).map(vistaDeHoja)
      const puntos = (v: (typeof vistas)[number]): number => (v.encabezado === null ? 0 : v.encabezado.seguro ? 4 : 2) + (v.oculta ? 0 : 1) - (esDeAyuda(v.nombre) ? 4 : 0)
      const hoja = vistas.reduce((mejor, v, i) => (puntos(v) > puntos(vistas[mejor] ?? v) ? i : mejor), 0)
      return ok({ id, nombreArchivo: archivo.nombre, parece: hojas.some(pareceAvance), hojas: vistas, hoja, reparto: repartoDe(hojas.slice(0, VISTA.hojas)) })
    })
  }

  columnas({ id, hoja, fila, clase = 'unica' }: z.infer<typeof PedidoColumnasSchema>, memorias: Memorias): Result<ColumnasPreparadas> {
    return this.conHoja(id, hoja, fila, (h, p) => {
      const titulos = titulosDeFila(h.primerasFilas[fila - 1] ?? []).slice(0, MAXIMO_COLUMNAS)
      const debajo = h.primerasFilas.slice(fila).filter(f => f.some(c => !esVacia(c)))
      const columnas = Array.from({ length: Math.min(MAXIMO_COLUMNAS, Math.max(titulos.length, ...debajo.map(f => f.length))) }, (_, indice) => ({
        indice, letra: letraDe(indice), titulo: recortar(titulos[indice] ?? ''),
        ejemplos: [...new Set(debajo.map(f => recortar(textoDeCelda(f[indice]))).filter(t => t !== ''))].slice(0, EJEMPLOS),
      })).filter(c => c.titulo !== '' || c.ejemplos.length > 0)
      const huella = huellaDe(titulos)
      const recordada = huella === null ? null : memorias(huella)
      const c = recordada && (recordada.memoria.clase ?? 'unica') === clase && deMemoria(recordada.memoria, hoja, fila, titulos)
      const propuesta: ColumnasPreparadas['propuesta'] = c ? c.columnas.map(x => ({ ...x, seguridad: 'recordada' })) : proponerColumnas(titulos, debajo.slice(0, MUESTRA), clase)
      const gemelas = clase === 'unica' ? gemelasDe(p.hojas, { hoja, fila, columnas: [], fijos: [] }).map(g => g.hoja) : []
      return ok({ hoja, fila, columnas, propuesta, fijos: c ? c.fijos : [], recordada: c ? (recordada?.nombre ?? null) : null, gemelas, juntas: c ? recordada?.memoria.juntas === true : false })
    })
  }

  /** The first rows as the review would show them, judged by themselves. */
  resultado(id: string, c: Correspondencia, hoy: FechaIso): Result<VistaPreparada> {
    return this.conHoja(id, c.hoja, c.fila, (_, p) => {
      if (!esCorrecta(c)) return fallarCon('correspondencia-mala')
      const [tabla] = planDe(p.hojas, [{ c, recordada: null }]).tablas
      if (!tabla) return fallarCon('correspondencia-mala')
      const base = tablaBaseDe(tabla)
      const mesa = new Mesa({ nombreArchivo: p.archivo.nombre, disposicion: tabla.clase === 'unica' ? 'hoja-unica' : 'por-hojas', tablas: [base], notas: [], hoy, previos: [] })
      const sobrantes = new Sobrantes()
      const filas = (p.hojas.find(h => h.nombre === c.hoja)?.primerasFilas ?? []).map((celdas, i) => ({ fila: i + 1, celdas }))
        .filter(f => f.fila > c.fila && c.columnas.some(x => !esVacia(f.celdas[x.indice])) && sobrantes.esDeDatos(f, tabla)).slice(0, MUESTRA)
      mesa.agregarFilas(base.id, filas.map(f => ({ id: f.fila, fila: f.fila, celdas: [...c.columnas.map(x => f.celdas[x.indice] ?? null), ...c.fijos.map(x => x.valor)] })))
      // A part alone lacks what the other sheets say: only its own cells are judged.
      if (tabla.clase === 'unica') mesa.validar()
      const columnas = mesa.resumen(id).tablas[0]?.columnas ?? []
      return ok({ ...faltantes(c, true), sinUso: tabla.ignoradas.slice(0, MAXIMO_COLUMNAS), columnas: columnas.map(({ key, titulo, letra }) => ({ key, titulo, letra })), filas: mesa.filas(base.id, filas.map(f => f.fila)) })
    })
  }

  private conHoja<T>(id: string, hoja: string, fila: number, hacer: (h: Hoja, p: Preparada) => Result<T>): Result<T> {
    return this.conId(id, (p) => {
      const h = p.hojas.find(x => x.nombre === hoja)
      return h && fila <= h.primerasFilas.length ? hacer(h, p) : fallarCon('correspondencia-mala')
    })
  }
}

/** Two columns in two rows are the least that can hold headings and data. */
const pareceTabla = (filas: readonly Celda[][]): boolean => filas.filter(f => f.filter(c => !esVacia(c)).length >= 2).length >= 2

const propuestaDe = ({ primerasFilas }: Hoja): Set<ColumnaKey> => {
  const e = encabezadoProbable(primerasFilas)
  return new Set(e === null ? [] : proponerColumnas(titulosDeFila(primerasFilas[e.fila] ?? []).slice(0, MAXIMO_COLUMNAS), primerasFilas.slice(e.fila + 1, e.fila + 1 + MUESTRA)).map(x => x.key))
}

/** A column of RUTs, or two headings that mean something to us. */
function pareceAvance(h: Hoja): boolean {
  const keys = propuestaDe(h)
  return keys.size >= 2 || keys.has('alumno.rut')
}

/** A sheet of alumnos without módulos and another one of módulos: each part in the sheet that says most of it. */
function repartoDe(hojas: readonly Hoja[]): Preparacion['reparto'] {
  const candidatas = hojas.map((h, hoja) => ({ hoja, keys: h.oculta || esDeAyuda(h.nombre) ? new Set<ColumnaKey>() : propuestaDe(h) }))
  const mejor = (clase: ClaseHoja, es: (keys: ReadonlySet<ColumnaKey>) => boolean): NonNullable<Preparacion['reparto']> => {
    const [primera] = candidatas.filter(c => es(c.keys)).sort((a, b) => b.keys.size - a.keys.size)
    return primera ? [{ clase, hoja: primera.hoja }] : []
  }
  const alumnos = mejor('alumnos', k => k.has('alumno.rut') && !k.has('modulo.codigoModulo'))
  const modulos = mejor('modulos', k => k.has('alumno.rut') && k.has('modulo.codigoModulo'))
  if (alumnos.length === 0 || modulos.length === 0) return null
  return [...mejor('cursos', k => k.has('curso.codigoOferta') && !k.has('alumno.rut') && !k.has('modulo.codigoModulo')), ...alumnos, ...modulos]
}

const recortar = (texto: string): string => {
  const limpio = texto.replace(/\s+/g, ' ').trim()
  return limpio.length > VISTA.texto ? `${limpio.slice(0, VISTA.texto)}…` : limpio
}

function vistaDeHoja({ nombre, oculta, primerasFilas }: Hoja): Preparacion['hojas'][number] {
  const e = encabezadoProbable(primerasFilas)
  const filas = primerasFilas.slice(0, VISTA.filas).flatMap((celdas, i) => (celdas.some(c => !esVacia(c)) ? [{ fila: i + 1, textos: celdas.slice(0, VISTA.columnas).map(c => recortar(textoDeCelda(c))) }] : []))
  const columnas = Math.max(0, ...primerasFilas.map(f => f.findLastIndex(c => !esVacia(c)) + 1))
  return { nombre, oculta, columnas, encabezado: e && { fila: e.fila + 1, seguro: e.seguro }, filas }
}
