import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { AlumnoSinConfirmar, Diario } from './puertos-diario.ts'
import type { Registro } from './puertos.ts'

type EnDuda = (codigoOferta: string, codigoGrupo: string, rutAlumno: number) => boolean

const clave = (codigoOferta: string, codigoGrupo: string): string => JSON.stringify([codigoOferta, codigoGrupo])

/** Tells whether an alumno of a course may be in SENCE's hands already, by a call whose end is not known. */
export function enDuda(lista: readonly AlumnoSinConfirmar[]): EnDuda {
  const porCurso = new Map<string, Set<number>>()
  for (const a of lista) {
    const ruts = porCurso.get(clave(a.codigoOferta, a.codigoGrupo)) ?? new Set()
    porCurso.set(clave(a.codigoOferta, a.codigoGrupo), ruts.add(a.rutAlumno))
  }
  return (codigoOferta, codigoGrupo, rutAlumno) => porCurso.get(clave(codigoOferta, codigoGrupo))?.has(rutAlumno) ?? false
}

/** Without knowing who is in doubt nothing may go out. */
export function leerDudas(e: { diario: Diario; registro: Registro }, rutOtec: string): Result<EnDuda> {
  try { return ok(enDuda(e.diario.sinConfirmar(rutOtec))) } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('journal: in doubt', error))) }
}
