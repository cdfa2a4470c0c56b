import { fallar, type Result } from '../../shared/ipc/result.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { AlumnoRechazado } from '../../shared/planilla/rechazo.ts'
import { falla } from './fallas.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales } from './puertos.ts'

/**
 * "Corregir y reenviar": the draft of a send with only its refused alumnos in it, each with SENCE's words where they may
 * be about. The accepted are left out, and those whose outcome is not known too: sending them again could repeat them.
 */
export async function abrirRechazados(p: { planillas: FuenteCursos; diario: Diario; credenciales: AlmacenCredenciales }, envioId: string): Promise<Result<BorradorResumen>> {
  const hallado = p.diario.detalle(envioId)
  if (hallado === null) return fallar(falla('envio-no-existe'))
  // A journal of before there were several OTECs may hold sends of one that was replaced by this one.
  if (hallado.envio.rutOtec !== p.credenciales.leer()?.rutOtec) return fallar(falla('envio-de-otra-otec'))
  const rechazados = hallado.llamadas.flatMap(({ codigoOferta, codigoGrupo, alumnos }) =>
    alumnos.filter((a) => a.resultado === 'rechazado').map(({ rutAlumno, codigo, mensaje }): AlumnoRechazado => ({ rutAlumno, codigoOferta, codigoGrupo, codigo, mensaje })))
  if (rechazados.length === 0) return fallar(falla('nada-que-corregir'))
  const corregida = await p.planillas.corregir(hallado.envio.borradorId, rechazados)
  return !corregida.ok && corregida.falla.codigo === 'borrador-no-existe' ? fallar(falla('planilla-descartada')) : corregida
}
