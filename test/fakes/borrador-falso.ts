/** The draft of the fake bridge: the product's own Mesa over rows in memory, behind the answers that the contract defines. */
import type { Causa } from '../../shared/domain/causas.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { Recorte } from '../../shared/ipc/modelos-edicion.ts'
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import { parseRut } from '../../shared/domain/rut.ts'
import type { PedidoArbol } from '../../shared/ipc/modelos-previo.ts'
import type { BorradorResumen, FiltroFilas, ProblemaVista } from '../../shared/ipc/modelos.ts'
import { columnasDeHoja, HOJAS, type ClaseTabla } from '../../shared/planilla/columnas.ts'
import type { Pedido } from '../../shared/planilla/mesa-arreglos.ts'
import type { Bloque, Rango } from '../../shared/planilla/mesa-rangos.ts'
import { Mesa, type CambioDeCelda, type TablaBase } from '../../shared/planilla/mesa.ts'
import type { FilaPractica, FilasPractica } from '../../shared/practica/planilla.ts'
import type { Escenario } from './escenario.ts'
import { filasFalsas, HOY_FALSO } from './filas-falsas.ts'

const CLASES = ['cursos', 'alumnos', 'modulos'] as const satisfies readonly ClaseTabla[]
/** The template's headings stand in row 1. */
const PRIMERA_FILA = 2

function tablaDe(clase: ClaseTabla): TablaBase {
  const columnas = columnasDeHoja(clase).filter(c => c.enPlantilla)
  return { id: clase, clase, hoja: HOJAS[clase], columnas: columnas.map((c, i) => ({ key: c.key, titulo: c.titulo, letra: String.fromCharCode(65 + i) })) }
}

export class BorradorFalso {
  readonly #mesa: Mesa

  constructor(readonly id: string, readonly nombreArchivo: string, e: Escenario, conProblemas: boolean) {
    const tablas = CLASES.map(tablaDe)
    this.#mesa = new Mesa({
      nombreArchivo, disposicion: 'por-hojas', tablas, hoy: HOY_FALSO, previos: [],
      notas: conProblemas ? ['El archivo trae macros: se ignoraron.'] : [],
    })
    const filas: FilasPractica = filasFalsas(e, conProblemas)
    for (const t of tablas) this.#agregar(t, filas[t.clase === 'unica' ? 'alumnos' : t.clase])
    this.#mesa.validar()
    if (e.previos) this.aprender()
  }

  #agregar(t: TablaBase, filas: readonly FilaPractica[]): void {
    const keys = t.columnas.map(c => c.key)
    this.#mesa.agregarFilas(t.id, filas.map((f, id) => {
      const celdas = new Map<string, FilaPractica[keyof FilaPractica]>(Object.entries(f))
      return { id, fila: id + PRIMERA_FILA, celdas: keys.map(k => celdas.get(k) ?? null) }
    }))
  }

  resumen(): BorradorResumen {
    return this.#mesa.resumen(this.id)
  }

  indice(tabla: string, filtro: FiltroFilas, buscar: string, causa?: Causa, recorte?: Recorte): Valor<'borrador:indice'> {
    return { version: this.#mesa.version, ids: Int32Array.from(this.#mesa.indice(tabla, filtro, buscar, causa, recorte)) }
  }

  filas(tabla: string, ids: readonly number[]): Valor<'borrador:filas'> {
    return { version: this.#mesa.version, filas: this.#mesa.filas(tabla, ids) }
  }

  problemas(nivel: 'todos' | ProblemaVista['nivel'], desde: number, cuantos: number, causa?: Causa): Valor<'borrador:problemas'> {
    return { version: this.#mesa.version, ...this.#mesa.problemas(nivel, desde, cuantos, causa) }
  }

  causas(): Valor<'borrador:causas'> {
    return { version: this.#mesa.version, causas: this.#mesa.causas() }
  }

  arreglos(pedido: Pedido): Valor<'borrador:arreglos'> {
    return { version: this.#mesa.version, propuesta: this.#mesa.arreglos(pedido) }
  }

  arreglar(pedido: Pedido): BorradorResumen {
    this.#mesa.arreglar(pedido)
    return this.resumen()
  }

  cambios(): Valor<'borrador:cambios'> {
    return { version: this.#mesa.version, cambios: this.#mesa.listaDeCambios() }
  }

  irA(aplicados: number): BorradorResumen {
    this.#mesa.irA(aplicados)
    return this.resumen()
  }

  editar(tabla: string, cambios: readonly CambioDeCelda[]): BorradorResumen {
    this.#mesa.editar(tabla, cambios)
    return this.resumen()
  }

  excluir(tabla: string, ids: readonly number[], excluir: boolean): BorradorResumen {
    this.#mesa.excluir(tabla, ids, excluir)
    return this.resumen()
  }

  escribirRango(tabla: string, rango: Rango, bloque: Bloque): BorradorResumen {
    this.#mesa.escribirRango(tabla, rango, bloque)
    return this.resumen()
  }

  rellenarAbajo(tabla: string, rango: Rango): BorradorResumen {
    this.#mesa.rellenarAbajo(tabla, rango)
    return this.resumen()
  }

  copiar(tabla: string, { filas, columnas }: Rango): Valor<'borrador:copiar'> {
    return { version: this.#mesa.version, texto: this.#mesa.copiar(tabla, filas, columnas) }
  }

  agregarFilas(tabla: string, cuantas: number): BorradorResumen {
    this.#mesa.agregarEnBlanco(tabla, cuantas)
    return this.resumen()
  }

  quitarFilas(tabla: string, ids: ArrayLike<number>): BorradorResumen {
    this.#mesa.quitarFilas(tabla, Array.from(ids))
    return this.resumen()
  }

  encontrar({ desde, haciaAtras, ...p }: Input<'borrador:encontrar'>): Valor<'borrador:encontrar'> {
    return { version: this.#mesa.version, ...this.#mesa.encontrar(p, desde, haciaAtras) }
  }

  reemplazos(p: Input<'borrador:reemplazos'>): Valor<'borrador:reemplazos'> {
    return { version: this.#mesa.version, reemplazos: this.#mesa.reemplazos(p, p.por) }
  }

  reemplazar(p: Input<'borrador:reemplazar'>): BorradorResumen {
    this.#mesa.reemplazar(p, p.por, p.solo)
    return this.resumen()
  }

  arbol(p: PedidoArbol): Valor<'envio:arbol'> {
    return { version: this.#mesa.version, ...this.#mesa.arbol(p) }
  }

  /** What SENCE last accepted: the same, less or more than what the draft says, in turn; of every fourth nothing. */
  aprender(): void {
    const avances = this.#mesa.cursos().flatMap(c => this.arbol({ ...c, filtro: 'todos', buscar: '', desde: 0, cuantos: 5000 }).alumnos.flatMap((a, i) => a.modulos.flatMap((m, j): UltimoAvance[] => {
      const rut = parseRut(a.rut)
      if (!rut.ok || m.avance === null || (i + j) % 4 === 3) return []
      return [{ rutAlumno: rut.rut.numero, codigoModulo: m.codigo, codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, porcentaje: Math.max(0, m.avance - ((i + j) % 4 === 1 ? 0 : (i + j) % 4 === 2 && i % 5 === 0 ? -3 : 12)), aceptadoEn: '2026-11-21T02:40:12Z' }]
    })))
    this.#mesa.ponerPrevios(avances)
  }

  previo(): ReturnType<Mesa['previo']> {
    return this.#mesa.previo()
  }

  excluirSinCambios(curso?: { codigoOferta: string; codigoGrupo: string }): BorradorResumen {
    this.#mesa.excluirSinCambios(curso)
    return this.resumen()
  }

  deshacer(): BorradorResumen {
    this.#mesa.deshacer()
    return this.resumen()
  }

  rehacer(): BorradorResumen {
    this.#mesa.rehacer()
    return this.resumen()
  }
}
