/** A course of the draft as the preview shows it: each alumno with its módulos, against what SENCE last accepted. */
import { claveDeAvance } from '../domain/avance.ts'
import { formatRut } from '../domain/rut.ts'
import type { AlumnoPrevio, PedidoArbol } from '../ipc/modelos-previo.ts'
import { armarAlumno, filaDe, leer } from './mesa-arbol.ts'
import { cambioDe, type Contexto } from './mesa-grupo.ts'
import { porOrden, type CursoMesa, type Grupo } from './mesa-indices.ts'
import { valorDe, vistaDe, type TablaMesa } from './mesa-tabla.ts'

/** Alumnos that are not left out, in sheet order. With a filter, those with some módulo that passes, and only those módulos. */
export function arbolDeCurso(c: CursoMesa | undefined, ctx: Contexto, p: Omit<PedidoArbol, 'codigoOferta' | 'codigoGrupo'>): { total: number; alumnos: AlumnoPrevio[] } {
  const aguja = normalizar(p.buscar)
  const pasan = c === undefined || c.fuera ? [] : [...c.grupos].filter(g => g.alumnos > 0).sort(porPrimeraFila)
    .map(g => alumnoDe(g, c, ctx))
    .filter(a => aguja === '' || normalizar(`${a.rut} ${a.nombre ?? ''}`).includes(aguja))
    .map(a => (p.filtro === 'todos' ? a : { ...a, modulos: a.modulos.filter(m => m.cambio === p.filtro) }))
    .filter(a => p.filtro === 'todos' || a.modulos.length > 0)
  return { total: pasan.length, alumnos: pasan.slice(p.desde, p.desde + p.cuantos) }
}

const porPrimeraFila = (a: Grupo, b: Grupo): number => {
  const [x] = a.filas
  const [y] = b.filas
  return x && y ? porOrden(x, y) : 0
}
/** Without accents, case, nor the dots of a RUT. */
const normalizar = (t: string): string => t.normalize('NFD').replace(/[\p{M}.]/gu, '').toLowerCase().trim()

function alumnoDe(g: Grupo, c: CursoMesa, ctx: Contexto): AlumnoPrevio {
  const a = armarAlumno(g, ctx.hoy)
  const { rutAlumno, dvAlumno, porcentajeAvance } = a.valores
  const nombre = leer(a, 'alumno.nombre')
  const fila = filaDe(a, 'alumno.rut')
  return {
    rut: typeof rutAlumno === 'number' && typeof dvAlumno === 'string' ? formatRut({ numero: rutAlumno, dv: dvAlumno }) : fila ? vistaDe(fila, 'alumno.rut') : '',
    nombre: typeof nombre === 'string' ? nombre : null,
    seEnvia: g.estado === 'enviable' && !c.bloqueado,
    avance: typeof porcentajeAvance === 'number' ? porcentajeAvance : null,
    modulos: a.modulos.map((m) => {
      const x = cambioDe(g, a, m, ctx.previos)
      const { codigoModulo, porcentajeAvance: avance } = m.valores
      const codigo = typeof codigoModulo === 'string' ? codigoModulo : ''
      const clave = typeof rutAlumno === 'number' ? claveDeAvance({ rutAlumno, codigoModulo: codigo, codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo }) : ''
      return { codigo, avance: typeof avance === 'number' ? avance : null, previo: ctx.previos.get(clave) ?? null, aceptadoEn: ctx.fechas?.get(clave) ?? null, cambio: x?.cambio ?? null }
    }),
  }
}

/** Names of the alumnos that the workbook names, each once. */
export function nombresDe(tablas: readonly TablaMesa[]): { rut: string; nombre: string }[] {
  const nombres = new Map<string, string>()
  for (const t of tablas) {
    if (!t.col.has('alumno.nombre') || !t.col.has('alumno.rut')) continue
    for (const f of t.filas) {
      const rut = valorDe(f, 'alumno.rut')
      const nombre = valorDe(f, 'alumno.nombre')
      if (typeof rut === 'object' && 'numero' in rut && typeof nombre === 'string') nombres.set(formatRut(rut), nombre)
    }
  }
  return [...nombres].map(([rut, nombre]) => ({ rut, nombre }))
}
