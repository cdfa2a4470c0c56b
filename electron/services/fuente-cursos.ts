import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Valor } from '../../shared/ipc/contract.ts'
import type { PedidoArbol } from '../../shared/ipc/modelos-previo.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import type { AlumnoRechazado } from '../../shared/planilla/rechazo.ts'
import { falla } from './fallas.ts'

type Cambios = { codigoOferta: string; codigoGrupo: string; nuevos: number; mas: number; iguales: number; menos: number }
/** Some of the alumnos of a course that can be sent, `total` in all; of the draft in that version. */
export interface ParteDeCurso { readonly version: number; readonly total: number; readonly curso: Curso }
/** The part of the port Planillas that a send uses. */
export interface FuenteCursos {
  resumen(id: string): Promise<Result<BorradorResumen>>
  previo(id: string): Promise<Result<readonly Cambios[]>>
  /** Only alumnos that can be sent, from the one in place `desde`; defaults applied. */
  curso(id: string, codigoOferta: string, codigoGrupo: string, desde: number, cuantos: number): Promise<Result<ParteDeCurso | null>>
  arbol(id: string, pedido: PedidoArbol): Promise<Result<Valor<'envio:arbol'>>>
  nombres(id: string): Promise<Result<Valor<'envios:nombres'>>>
  marcarEnviado(id: string): Promise<Result<unknown>>
  ponerPrevios(id: string, previos: UltimoAvance[]): Promise<Result<BorradorResumen>>
  corregir(id: string, rechazados: readonly AlumnoRechazado[]): Promise<Result<BorradorResumen>>
  ultimoAbierto(): Promise<string | null>
}

/**
 * A course in parts of `porParte` alumnos, each handed to `usar`; none when it has nothing to send. Fails when the draft
 * changes in between: some alumno could then go twice, or not at all.
 */
export async function porPartes(
  fuente: Pick<FuenteCursos, 'curso'>, donde: { borradorId: string; version: number; codigoOferta: string; codigoGrupo: string; porParte: number },
  usar: (curso: Curso) => Promise<Result<unknown>>,
): Promise<Result<unknown>> {
  const { borradorId, version, codigoOferta, codigoGrupo, porParte } = donde
  for (let desde = 0, total = 1; desde < total; desde += porParte) {
    const parte = await fuente.curso(borradorId, codigoOferta, codigoGrupo, desde, porParte)
    if (!parte.ok) return parte
    if (parte.valor === null) return ok({})
    if (parte.valor.version !== version) return fallar(falla('planilla-cambio'))
    total = parte.valor.total
    const hecho = await usar(parte.valor.curso)
    if (!hecho.ok) return hecho
  }
  return ok({})
}
