/** The template with the alumnos and módulos of what was sent before: all filled in but the progress, with the last accepted beside. */
import { claveDeAvance } from '../domain/avance.ts'
import type { Celda } from '../domain/celda.ts'
import { serialDeFecha } from '../domain/fecha.ts'
import { formatRut, type Rut } from '../domain/rut.ts'
import type { FilaPractica, FilasPractica } from '../practica/planilla.ts'

export interface ModuloPasado { codigo: string; tiempo: number | null; estado: number | null; inicio: string | null; fin: string | null; actividades: readonly string[]; aceptado: number | null }
export interface AlumnoPasado { rut: Rut; tiempo: number | null; estado: number | null; inicio: string | null; fin: string | null; /** Last accepted; null: none known. */ aceptado: number | null; modulos: readonly ModuloPasado[] }
export interface CursoPasado { codigoOferta: string; codigoGrupo: string; sincronicas: number | null; asincronicas: number | null; alumnos: readonly AlumnoPasado[] }

/** `ultimos`: the last accepted progress of each row of those sheets, in order; null: none. */
export interface PlantillaLlena { filas: FilasPractica; ultimos: { alumnos: (number | null)[]; modulos: (number | null)[] } }

/** `nombres`: `12.345.678-5` → name. `avances`: what is known to be the last accepted of each módulo, which holds over what the send says. */
export function llenarPlantilla(cursos: readonly CursoPasado[], nombres: ReadonlyMap<string, string>, avances: ReadonlyMap<string, number>): PlantillaLlena {
  const llena: PlantillaLlena = { filas: { cursos: [], alumnos: [], modulos: [], actividades: [] }, ultimos: { alumnos: [], modulos: [] } }
  for (const c of cursos) {
    const identidad: FilaPractica = { 'curso.codigoOferta': c.codigoOferta, 'curso.codigoGrupo': c.codigoGrupo }
    llena.filas.cursos.push({ ...identidad, 'curso.cantActividadSincronica': c.sincronicas, 'curso.cantActividadAsincronica': c.asincronicas })
    for (const a of c.alumnos) {
      const rut = formatRut(a.rut)
      llena.filas.alumnos.push({
        ...identidad, 'alumno.rut': rut, 'alumno.nombre': nombres.get(rut) ?? null, 'alumno.tiempoConectividad': a.tiempo, 'alumno.estado': a.estado,
        'alumno.fechaInicio': fecha(a.inicio), 'alumno.fechaFin': fecha(a.fin),
      })
      llena.ultimos.alumnos.push(a.aceptado)
      for (const m of a.modulos) {
        llena.filas.modulos.push({
          ...identidad, 'alumno.rut': rut, 'modulo.codigoModulo': m.codigo, 'modulo.tiempoConectividad': m.tiempo, 'modulo.estado': m.estado,
          'modulo.fechaInicio': fecha(m.inicio), 'modulo.fechaFin': fecha(m.fin), 'modulo.actividades': m.actividades.join('; '),
        })
        llena.ultimos.modulos.push(avances.get(claveDeAvance({ rutAlumno: a.rut.numero, codigoModulo: m.codigo, codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo })) ?? m.aceptado)
      }
    }
  }
  return llena
}

const fecha = (iso: string | null): Celda => (iso !== null && /^\d{4}-\d{2}-\d{2}$/.test(iso) ? { tipo: 'fecha', valor: serialDeFecha(iso) } : null)
