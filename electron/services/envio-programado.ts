/** A send that waits for its hour in the journal → what is needed to let it go. Its bytes are those of when it was scheduled. */
import { CursoSchema } from '../../shared/domain/curso.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { soloCurso } from './cuerpo-guardado.ts'
import { sha256, type EnvioListo, type LlamadaLista } from './envio-preparacion.ts'
import { falla } from './fallas.ts'
import type { Diario } from './puertos-diario.ts'
import type { Registro } from './puertos.ts'
import { enDuda } from './sin-confirmar.ts'

/** Calls of it that ended already, because the program stopped in the middle, do not go again. */
export async function leerProgramado(e: { diario: Diario; registro: Registro }, envioId: string, rutOtec: string): Promise<Result<EnvioListo>> {
  const guardado = e.diario.envio(envioId)
  if (guardado === null) return fallar(falla('envio-no-existe'))
  const { envio, llamadas } = guardado
  if (envio.rutOtec !== rutOtec) return fallar(falla('otra-otec'))
  const dudas = enDuda(e.diario.sinConfirmar(rutOtec))
  const listas: LlamadaLista[] = []
  for (const l of llamadas) {
    if (l.estado !== 'programado') continue
    const curso = CursoSchema.safeParse(soloCurso(l.cuerpo))
    // Written when it was scheduled and read days later: a byte that changed meanwhile does not go out.
    if (!curso.success || await sha256(l.cuerpo) !== l.sha256) return fallar(falla('diario-alterado', e.registro.error(`send: stored bytes of ${l.codigoEnvio}`)))
    if (l.alumnos.some((a) => dudas(l.codigoOferta, l.codigoGrupo, a.rutAlumno))) return fallar(falla('programado-en-duda'))
    listas.push({ id: l.id, codigoEnvio: l.codigoEnvio, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, cuerpo: l.cuerpo, sha256: l.sha256, curso: () => curso.data, alumnos: l.alumnos.map(({ rutAlumno, dvAlumno }) => ({ rutAlumno, dvAlumno })) })
  }
  return listas.length === 0 ? fallar(falla('no-programado')) : ok({ envioId, borradorId: envio.borradorId, rutOtec, llamadas: listas })
}
