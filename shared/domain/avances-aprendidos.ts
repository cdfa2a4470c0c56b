import type { Alumno } from './alumno.ts'
import { claveDeAvance, type UltimoAvance } from './avance.ts'
import { avanceAnterior } from './codigos-sence.ts'
import type { Curso } from './curso.ts'
import { instanteDeSantiago } from './fecha.ts'
import type { ProcesoLeido } from './historial.ts'
import { numeroDeRut, type VeredictoAlumno } from './respuesta.ts'

/**
 * What a call taught about the progress that SENCE holds: all that an accepted alumno carried, and the previous value
 * that a 025 names. @param curso as it was sent @param veredictos in the order of its alumnos
 */
export function avancesAprendidos(curso: Curso, veredictos: readonly VeredictoAlumno[]): UltimoAvance[] {
  const avances: UltimoAvance[] = []
  curso.listaAlumnos.forEach((alumno, i) => {
    const v = veredictos[i]
    if (v === undefined || v.rutAlumno !== alumno.rutAlumno) return
    const de = (codigoModulo: string, porcentaje: number): UltimoAvance =>
      ({ rutAlumno: alumno.rutAlumno, codigoModulo, codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo, porcentaje })
    if (v.resultado === 'aceptado') avances.push(...alumno.listaModulos.map((m) => de(m.codigoModulo, m.porcentajeAvance)))
    else if (v.resultado === 'rechazado' && v.mensaje !== null) {
      const anterior = avanceAnterior(v.mensaje)
      const codigoModulo = anterior === null ? null : moduloDe025(alumno, anterior)
      if (anterior !== null && codigoModulo !== null) avances.push(de(codigoModulo, anterior))
    }
  })
  return avances
}

/**
 * The message of a 025 names a value and no módulo. Only a módulo sent with no more than that value can be meant; when
 * several can, nothing is learnt: a wrong guess would block an alumno whose data is right.
 */
function moduloDe025(alumno: Alumno, anterior: number): string | null {
  const posibles = alumno.listaModulos.filter((m) => m.porcentajeAvance <= anterior)
  return posibles.length === 1 ? posibles[0]?.codigoModulo ?? null : null
}

/** A progress, and when SENCE took it: ISO 8601 instant, '' when it cannot be known (then anything known counts for more). */
export interface AvanceFechado extends UltimoAvance { readonly aceptadoEn: string }

/**
 * The last accepted progress of each alumno and módulo that the history tells, whoever sent it; of two for the same, the
 * one of the later process. Records that lack a part of what a progress belongs to teach nothing.
 */
export function avancesDelHistorial(procesos: readonly ProcesoLeido[]): AvanceFechado[] {
  const ultimos = new Map<string, AvanceFechado>()
  for (const p of procesos) {
    const aceptadoEn = (p.fecha === null ? null : instanteDeSantiago(p.fecha)) ?? ''
    for (const r of p.registros) {
      const rutAlumno = numeroDeRut(r.rut)
      const porcentaje = r.moduloAvance === null ? Number.NaN : Number(r.moduloAvance)
      if (r.resultado !== 'aceptado' || rutAlumno === null || r.modulo === null || r.oferta === null || r.grupo === null) continue
      if (!(porcentaje >= 0 && porcentaje <= 100)) continue
      const avance = { rutAlumno, codigoModulo: r.modulo, codigoOferta: r.oferta, codigoGrupo: r.grupo, porcentaje, aceptadoEn }
      const clave = claveDeAvance(avance)
      const otro = ultimos.get(clave)
      // Of the same instant (or none) the greatest: progress only grows.
      if (otro === undefined || aceptadoEn > otro.aceptadoEn || (aceptadoEn === otro.aceptadoEn && porcentaje > otro.porcentaje)) ultimos.set(clave, avance)
    }
  }
  return [...ultimos.values()]
}
