import type { Curso } from '../../../shared/domain/curso.ts'
import { calcularDv } from '../../../shared/domain/rut.ts'

export interface AlumnoDePrueba { rut: number; modulos: Readonly<Record<string, number>> }

/** A course that keeps every rule of CursoSchema. */
export function cursoDePrueba(alumnos: readonly AlumnoDePrueba[], o: { oferta?: string; grupo?: string } = {}): Curso {
  const fechas = { fechaInicio: '2026-11-01', fechaFin: '2026-12-15' }
  return {
    codigoOferta: o.oferta ?? 'OF-1', codigoGrupo: o.grupo ?? 'GR-1',
    listaAlumnos: alumnos.map(({ rut, modulos }) => ({
      rutAlumno: rut, dvAlumno: calcularDv(rut), tiempoConectividad: 3600, estado: 1, porcentajeAvance: 50, ...fechas, fechaEjecucion: '2026-11-24',
      listaModulos: Object.entries(modulos).map(([codigoModulo, porcentajeAvance]) => ({
        codigoModulo, tiempoConectividad: 1800, estado: 1, porcentajeAvance, ...fechas, listaActividades: [{ codigoActividad: 'Tarea 1' }],
      })),
    })),
  }
}
