import type { Alumno } from './alumno.ts'
import { claveDeAvance, type UltimoAvance } from './avance.ts'
import { avanceAnterior } from './codigos-sence.ts'
import type { Curso } from './curso.ts'
import { instanteDeSantiago } from './fecha.ts'
import type { ProcesoLeido, RegistroLeido } from './historial.ts'
import { esDeOtraOtec } from './historial-lectura.ts'
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
 * one of the later process. Records that lack a part of what a progress belongs to, or that are of another OTEC than
 * `rutOtec`, teach nothing.
 */
export function avancesDelHistorial(procesos: readonly ProcesoLeido[], rutOtec: string): AvanceFechado[] {
  const aprendidos = new AvancesDeHistorial(rutOtec)
  for (const p of procesos) {
    for (const r of p.registros) aprendidos.registro('', r)
    aprendidos.proceso('', p)
  }
  return aprendidos.todos()
}

/** The same, as the history is being read: a process is told after its records. `clave`: which process. */
export class AvancesDeHistorial {
  private readonly ultimos = new Map<string, AvanceFechado>()
  private readonly abiertos = new Map<string, UltimoAvance[]>()
  constructor(private readonly rutOtec: string) {}

  registro(clave: string, r: RegistroLeido): void {
    const rutAlumno = numeroDeRut(r.rut)
    const porcentaje = r.moduloAvance === null ? Number.NaN : Number(r.moduloAvance)
    if (r.resultado !== 'aceptado' || rutAlumno === null || r.modulo === null || r.oferta === null || r.grupo === null) return
    if (!(porcentaje >= 0 && porcentaje <= 100) || esDeOtraOtec(r.rutOtec, this.rutOtec)) return
    const suyos = this.abiertos.get(clave) ?? []
    this.abiertos.set(clave, suyos)
    suyos.push({ rutAlumno, codigoModulo: r.modulo, codigoOferta: r.oferta, codigoGrupo: r.grupo, porcentaje })
  }
  /** The records given of it were not its own. */
  olvidar(clave: string): void { this.abiertos.delete(clave) }
  proceso(clave: string, p: Pick<ProcesoLeido, 'fecha' | 'rutOtec'>): void {
    const aceptadoEn = (p.fecha === null ? null : instanteDeSantiago(p.fecha)) ?? ''
    const suyos = this.abiertos.get(clave) ?? []
    this.abiertos.delete(clave)
    if (esDeOtraOtec(p.rutOtec, this.rutOtec)) return
    for (const uno of suyos) {
      const avance = { ...uno, aceptadoEn }
      const donde = claveDeAvance(avance)
      const otro = this.ultimos.get(donde)
      // Of the same instant (or none) the greatest: progress only grows.
      if (otro === undefined || aceptadoEn > otro.aceptadoEn || (aceptadoEn === otro.aceptadoEn && avance.porcentaje > otro.porcentaje)) this.ultimos.set(donde, avance)
    }
  }
  todos(): AvanceFechado[] { return [...this.ultimos.values()] }
}
