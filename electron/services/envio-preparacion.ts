/** From the draft to a send in the journal: every course checked again, its exact bytes written, nothing sent yet. */
import type { Curso } from '../../shared/domain/curso.ts'
import { armarCuerpo, codigoDeEnvio } from '../../shared/domain/envio.ts'
import { hoyEnSantiago, horaEnSantiago } from '../../shared/domain/fecha.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { soloCurso } from './cuerpo-guardado.ts'
import { falla } from './fallas.ts'
import { esDeLaOtec } from './guardia-otec.ts'
import { porPartes, type FuenteCursos } from './fuente-cursos.ts'
import type { Diario, LlamadaNueva } from './puertos-diario.ts'
import type { Registro } from './puertos.ts'
import { ceder, revisarCurso } from './revision-final.ts'
import { leerDudas } from './sin-confirmar.ts'

export interface LlamadaLista extends LlamadaNueva {
  /** What its bytes say. Made anew each time: the trees of a whole send would take several times its bytes while it waits. */
  curso(): Curso
}
export interface EnvioListo {
  readonly envioId: string; readonly borradorId: string; readonly rutOtec: string
  /** Those that are to go out; of a send that stopped half way, not all of its calls. */
  readonly llamadas: readonly LlamadaLista[]
}
interface Entorno { planillas: FuenteCursos; diario: Diario; registro: Registro; alumnosPorParte(): number }

/** @param para instant at which it is to go out; null: now */
export async function prepararEnvio(e: Entorno, borradorId: string, rutOtec: string, ahora: Date, para: string | null): Promise<Result<EnvioListo>> {
  const resumen = await e.planillas.resumen(borradorId)
  if (!resumen.ok) return resumen
  const suya = esDeLaOtec(resumen.valor.rutOtec, rutOtec)
  if (!suya.ok) return suya
  const enDudaDe = leerDudas(e, rutOtec)
  if (!enDudaDe.ok) return enDudaDe
  let apartados = 0
  const llamadas: LlamadaLista[] = []
  for (const { codigoOferta, codigoGrupo, enviables } of resumen.valor.cursos) {
    if (enviables === 0) continue
    // The same alumno in two parts is one that is repeated: each part alone would not see it.
    const vistos = new Set<number>()
    const armadas = await porPartes(e.planillas, { borradorId, version: resumen.valor.version, codigoOferta, codigoGrupo, porParte: e.alumnosPorParte() }, async (completo) => {
      // SENCE may have them already, in a call whose end is not known: they wait until it is.
      const listaAlumnos = completo.listaAlumnos.filter((a) => !enDudaDe.valor(codigoOferta, codigoGrupo, a.rutAlumno))
      apartados += completo.listaAlumnos.length - listaAlumnos.length
      if (listaAlumnos.length === 0) return ok({})
      const curso = { ...completo, listaAlumnos }
      const revisado = await revisarCurso(curso, vistos)
      if (!revisado.ok) return fallar(falla('revision-final', e.registro.error(`send: last check: ${revisado.donde}`)))
      llamadas.push(await armarLlamada(revisado.curso, rutOtec, ahora))
      return ok({})
    })
    if (!armadas.ok) return armadas
  }
  if (llamadas.length === 0) return fallar(falla(apartados > 0 ? 'todos-sin-confirmar' : 'nada-que-enviar'))
  const envioId = crypto.randomUUID()
  try {
    e.diario.crearEnvio({ id: envioId, creadoEn: ahora.toISOString(), borradorId, nombreArchivo: resumen.valor.nombreArchivo, rutOtec })
    for (const llamada of llamadas) {
      e.diario.agregarLlamada(envioId, llamada)
      await ceder()
    }
    e.diario.sellarEnvio(envioId, para)
  } catch (error) {
    const incidente = e.registro.error('send: journal', error)
    try { e.diario.cancelarPendientes(envioId, 'cancelada-por-diario') } catch { /* at the next start they are cancelled all the same */ }
    return fallar(falla('diario-no-escribe', incidente))
  }
  return ok({ envioId, borradorId, rutOtec, llamadas })
}

async function armarLlamada(curso: Curso, rutOtec: string, ahora: Date): Promise<LlamadaLista> {
  const codigoEnvio = codigoDeEnvio(hoyEnSantiago(ahora), { ...horaEnSantiago(ahora), segundo: ahora.getUTCSeconds() }, azar())
  const cuerpo = armarCuerpo(rutOtec, curso, codigoEnvio)
  return {
    id: crypto.randomUUID(), codigoEnvio, codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo,
    cuerpo, sha256: await sha256(cuerpo), curso: () => soloCurso(cuerpo) as Curso,
    alumnos: curso.listaAlumnos.map(({ rutAlumno, dvAlumno }) => ({ rutAlumno, dvAlumno })),
  }
}

/** Six characters that tell apart two calls of the same second: 36^6 of them, and the journal refuses a repetition. */
const azar = (): string => Array.from(crypto.getRandomValues(new Uint8Array(6)), (b) => (b % 36).toString(36)).join('')

export const sha256 = async (texto: string): Promise<string> => enHexadecimal(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texto)))

/** Hexadecimal. */
export const sha256DeOctetos = async (octetos: Uint8Array): Promise<string> => enHexadecimal(await crypto.subtle.digest('SHA-256', new Uint8Array(octetos)))
const enHexadecimal = (suma: ArrayBuffer): string => Array.from(new Uint8Array(suma), (b) => b.toString(16).padStart(2, '0')).join('')
