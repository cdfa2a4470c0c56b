/** A workbook in memory with edit, exclude, undo and redo, behind the answers that the contract defines. */
import { columnasDeHoja, HOJAS, type ClaseTabla, type ColumnaDef } from '../../shared/planilla/columnas.ts'
import type { Valor } from '../../shared/ipc/contract.ts'
import type { BorradorResumen, FilaVista, FiltroFilas, ProblemaVista, TablaVista } from '../../shared/ipc/modelos.ts'
import { juzgar, rutDe, type Juicio } from './celda-falsa.ts'
import type { Escenario } from './escenario.ts'

interface Fila { id: number; textos: string[]; editadas: Set<number>; excluida: boolean }
interface Tabla { clase: ClaseTabla; columnas: ColumnaDef[]; filas: Fila[] }
interface Comando { texto: string; hacer(): void; revertir(): void }
type Cambio = { filaId: number; columna: string; texto: string }

const NOMBRES = ['María José Soto Pérez', 'Pedro Fuentes Araya', 'Camila Rojas Muñoz', 'Luis Alberto Contreras', 'Javiera Núñez Vidal', 'Óscar Ibáñez Leiva']
const LARGO = 'María de los Ángeles Fernanda Antonieta Goycoolea-Undurraga Echeñique de la Maza y Larraín'
const NIVELES = ['error', 'aviso', 'informacion'] as const
const letra = (i: number): string => String.fromCharCode(65 + i)

function valorDe(c: ColumnaDef, alumno: number, modulo: number, e: Escenario, malo: boolean): string {
  const largo = e.datos === 'largos'
  const oferta = largo ? 'RLAB-19-02-08-0071-PROGRAMA-DE-FORMACION-EN-COMPETENCIAS-LABORALES-2026' : 'RLAB-19-02-08-0071'
  if (c.key === 'curso.codigoOferta') return oferta
  if (c.key === 'curso.codigoGrupo') return `${oferta}-${alumno % 2 === 0 ? 1 : 2}`
  if (c.key === 'alumno.rut') return malo && alumno % 7 === 3 ? `${rutDe(12_000_000 + alumno * 37).slice(0, -1)}x` : rutDe(12_000_000 + alumno * 37)
  if (c.key === 'alumno.nombre') return largo ? LARGO : NOMBRES[alumno % NOMBRES.length] ?? ''
  if (c.key === 'modulo.codigoModulo') return `MA0${modulo + 1}`
  if (c.tipo === 'porcentaje') return malo && alumno % 5 === 1 ? '145' : alumno % 4 === 2 ? '45,5 %' : String(20 + (alumno * 13) % 80)
  if (c.tipo === 'segundos') return alumno % 9 === 4 ? '0' : alumno % 3 === 1 ? '4:15:00' : String(3600 + alumno * 90)
  return c.requerida || alumno % 2 === 0 ? c.ejemplo : ''
}

export class PlanillaFalsa {
  #tablas = new Map<string, Tabla>()
  #hechos: Comando[] = []
  #deshechos: Comando[] = []
  version = 1

  constructor(readonly id: string, readonly nombreArchivo: string, e: Escenario, malo: boolean) {
    const crear = (clase: ClaseTabla, cuantas: number, de: (i: number) => [number, number]): void => {
      const columnas = columnasDeHoja(clase).filter(c => c.enPlantilla)
      const filas = Array.from({ length: cuantas }, (_, i): Fila => {
        const [alumno, modulo] = de(i)
        return { id: i, textos: columnas.map(c => valorDe(c, alumno, modulo, e, malo)), editadas: new Set(), excluida: false }
      })
      this.#tablas.set(clase, { clase, columnas, filas })
    }
    crear('cursos', 2, i => [i, 0])
    crear('alumnos', e.filas, i => [i, 0])
    crear('modulos', e.filas * 3, i => [Math.floor(i / 3), i % 3])
  }

  #tabla(id: string): Tabla {
    const t = this.#tablas.get(id)
    if (!t) throw new Error(`No hay tabla ${id}`)
    return t
  }

  #juicios(t: Tabla, f: Fila): Juicio[] {
    return t.columnas.map((c, i) => juzgar(c, f.textos[i] ?? ''))
  }

  #nivel(t: Tabla, f: Fila): FilaVista['nivel'] {
    const js = this.#juicios(t, f)
    return NIVELES.find(n => js.some(j => j.nivel === n)) ?? null
  }

  resumen(): BorradorResumen {
    const tablas = [...this.#tablas].map(([id, t]): TablaVista => {
      const js = t.filas.filter(f => !f.excluida).flatMap(f => this.#juicios(t, f))
      const cuenta = (nivel: string): number => js.filter(j => j.nivel === nivel).length
      return {
        id, clase: t.clase, hoja: HOJAS[t.clase], columnas: t.columnas.map((c, i) => ({ key: c.key, titulo: c.titulo, letra: letra(i) })),
        filas: t.filas.length, excluidas: t.filas.filter(f => f.excluida).length, errores: cuenta('error'), avisos: cuenta('aviso'), informaciones: cuenta('informacion'),
      }
    })
    const suma = (k: 'errores' | 'avisos' | 'informaciones'): number => tablas.reduce((n, t) => n + t[k], 0)
    const alumnos = this.#tabla('alumnos')
    const cursos = this.#tabla('cursos').filas.map(c => {
      const suyos = alumnos.filas.filter(a => a.textos[1] === c.textos[1])
      const conError = suyos.filter(a => this.#nivel(alumnos, a) === 'error').length
      const enviables = suyos.filter(a => !a.excluida && this.#nivel(alumnos, a) !== 'error').length
      return { codigoOferta: c.textos[0] ?? '', codigoGrupo: c.textos[1] ?? '', alumnos: suyos.length, modulos: suyos.length * 3, enviables, conError }
    })
    return {
      id: this.id, nombreArchivo: this.nombreArchivo, disposicion: 'por-hojas', version: this.version, tablas, cursos,
      errores: suma('errores'), avisos: suma('avisos'), informaciones: suma('informaciones'),
      puedeDeshacer: this.#hechos.length > 0, puedeRehacer: this.#deshechos.length > 0,
      textoDeshacer: this.#hechos.at(-1)?.texto ?? null, textoRehacer: this.#deshechos.at(-1)?.texto ?? null,
      notas: ['El archivo trae macros: se ignoraron.'],
    }
  }

  indice(tabla: string, filtro: FiltroFilas, buscar: string): Valor<'borrador:indice'> {
    const t = this.#tabla(tabla)
    const quiere: Record<FiltroFilas, (f: Fila) => boolean> = {
      todas: () => true, excluidas: f => f.excluida, problemas: f => this.#nivel(t, f) === 'error' || this.#nivel(t, f) === 'aviso',
      errores: f => this.#juicios(t, f).some(j => j.nivel === 'error'), avisos: f => this.#juicios(t, f).some(j => j.nivel === 'aviso'),
      informaciones: f => this.#juicios(t, f).some(j => j.nivel === 'informacion'),
    }
    const aguja = buscar.toLowerCase()
    const ids = t.filas.filter(f => quiere[filtro](f) && (aguja === '' || f.textos.some(x => x.toLowerCase().includes(aguja)))).map(f => f.id)
    return { version: this.version, ids: Int32Array.from(ids) }
  }

  filas(tabla: string, ids: readonly number[]): Valor<'borrador:filas'> {
    const t = this.#tabla(tabla)
    const filas = ids.flatMap(id => t.filas[id] ?? []).map((f): FilaVista => ({
      id: f.id, fila: f.id + 2, excluida: f.excluida, nivel: this.#nivel(t, f), mensaje: null, queHacer: null,
      celdas: this.#juicios(t, f).map((j, i) => ({ texto: f.textos[i] ?? '', convertido: j.convertido, nivel: j.nivel, mensaje: j.mensaje, queHacer: j.mensaje === null ? null : j.queHacer, editada: f.editadas.has(i) })),
    }))
    return { version: this.version, filas }
  }

  problemas(nivel: 'todos' | ProblemaVista['nivel'], desde: number, cuantos: number): Valor<'borrador:problemas'> {
    const todos = [...this.#tablas].flatMap(([tabla, t]) => t.filas.filter(f => !f.excluida).flatMap(f => this.#juicios(t, f).flatMap((j, i): ProblemaVista[] => {
      if (j.nivel === null || j.mensaje === null || (nivel !== 'todos' && j.nivel !== nivel)) return []
      return [{ id: `${tabla}-${f.id}-${i}`, nivel: j.nivel, causa: j.causa, mensaje: j.mensaje, queHacer: j.queHacer, tabla, filaId: f.id,
        columna: t.columnas[i]?.key ?? null, hoja: HOJAS[t.clase], fila: f.id + 2, letra: letra(i), original: j.convertido === null ? null : f.textos[i] ?? '', convertido: j.convertido }]
    })))
    const ordenados = NIVELES.flatMap(n => todos.filter(p => p.nivel === n))
    return { version: this.version, total: ordenados.length, problemas: ordenados.slice(desde, desde + cuantos) }
  }

  #aplicar(c: Comando): void {
    c.hacer()
    this.#hechos.push(c)
    this.#deshechos = []
    this.version++
  }

  editar(tabla: string, cambios: readonly Cambio[]): BorradorResumen {
    const t = this.#tabla(tabla)
    const pasos = cambios.flatMap(c => {
      const fila = t.filas[c.filaId]
      const i = t.columnas.findIndex(x => x.key === c.columna)
      return fila && i >= 0 ? [{ fila, i, antes: fila.textos[i] ?? '', despues: c.texto }] : []
    })
    this.#aplicar({
      texto: pasos.length === 1 ? `cambio en ${HOJAS[t.clase]}, fila ${(pasos[0]?.fila.id ?? 0) + 2}` : `cambio de ${pasos.length} celdas`,
      hacer: () => pasos.forEach(p => { p.fila.textos[p.i] = p.despues; p.fila.editadas.add(p.i) }),
      revertir: () => pasos.forEach(p => { p.fila.textos[p.i] = p.antes; p.fila.editadas.delete(p.i) }),
    })
    return this.resumen()
  }

  excluir(tabla: string, ids: readonly number[], excluir: boolean): BorradorResumen {
    const filas = ids.flatMap(id => this.#tabla(tabla).filas[id] ?? [])
    const poner = (valor: boolean) => (): void => filas.forEach(f => { f.excluida = valor })
    this.#aplicar({ texto: `${excluir ? 'dejar fuera' : 'volver a incluir'} ${filas.length} filas`, hacer: poner(excluir), revertir: poner(!excluir) })
    return this.resumen()
  }

  deshacer(): BorradorResumen {
    return this.#mover(this.#hechos, this.#deshechos, 'revertir')
  }

  rehacer(): BorradorResumen {
    return this.#mover(this.#deshechos, this.#hechos, 'hacer')
  }

  #mover(de: Comando[], a: Comando[], que: 'hacer' | 'revertir'): BorradorResumen {
    const c = de.pop()
    if (c) {
      c[que]()
      a.push(c)
      this.version++
    }
    return this.resumen()
  }
}
