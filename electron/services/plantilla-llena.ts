import { indexarAvances } from '../../shared/domain/avance.ts'
import { cursoDeCuerpo, cursosDelHistorial, juntarCursos } from '../../shared/domain/cursos-pasados.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { llenarPlantilla, type CursoPasado, type PlantillaLlena } from '../../shared/planilla/plantilla-llena.ts'
import { leerConsulta } from './conexion.ts'
import { credencialesUsables } from './credenciales.ts'
import { falla } from './fallas.ts'
import { nombresDeEnvio } from './nombres.ts'
import type { Diario } from './puertos-diario.ts'
import type { Planillas } from './puertos-planillas.ts'
import type { AlmacenCredenciales, ClienteGestor } from './puertos.ts'

interface Entorno { planillas: Pick<Planillas, 'nombres'>; diario: Diario; credenciales: AlmacenCredenciales; cliente: ClienteGestor }
export type Fuente = Input<'plantilla:guardarCon'>['fuente']

/** The rows of the template with the alumnos of a past send, or of all that SENCE's history says. */
export async function filasParaPlantilla(e: Entorno, fuente: Fuente): Promise<Result<PlantillaLlena>> {
  const deDonde = fuente.tipo === 'envio' ? await deEnvio(e, fuente.envioId) : await deHistorial(e)
  if (!deDonde.ok) return deDonde
  const { rutOtec, cursos, nombres } = deDonde.valor
  if (cursos.every((c) => c.alumnos.length === 0)) return fallar(falla('plantilla-sin-alumnos'))
  return ok(llenarPlantilla(cursos, nombres, indexarAvances(e.diario.ultimosAvances(rutOtec))))
}

interface DeDonde { rutOtec: string; cursos: CursoPasado[]; nombres: ReadonlyMap<string, string> }

async function deEnvio(e: Entorno, envioId: string): Promise<Result<DeDonde>> {
  const hallado = e.diario.envio(envioId)
  if (hallado === null) return fallar(falla('envio-no-existe'))
  const cursos = hallado.llamadas.map((l) => cursoDeCuerpo(l.cuerpo, new Set(l.alumnos.filter((a) => a.resultado === 'aceptado').map((a) => a.rutAlumno)))).filter((c) => c !== null)
  const nombres = await nombresDeEnvio(e, envioId)
  return ok({ rutOtec: hallado.envio.rutOtec, cursos: juntarCursos(cursos), nombres: new Map(nombres.ok ? nombres.valor.map(({ rut, nombre }) => [rut, nombre]) : []) })
}

/** Names: of the drafts of the sends that this computer made. */
async function deHistorial(e: Entorno): Promise<Result<DeDonde>> {
  const credenciales = credencialesUsables(e.credenciales)
  if (!credenciales.ok) return credenciales
  const { prueba, procesos } = leerConsulta(await e.cliente.historialEnvios(credenciales.valor, {}))
  if (procesos === null) return fallar({ codigo: `historial-${prueba.resultado}`, titulo: prueba.titulo, explicacion: prueba.explicacion, queHacer: prueba.queHacer })
  const nombres = new Map<string, string>()
  for (const envio of e.diario.envios().toReversed()) {
    const suyos = await nombresDeEnvio(e, envio.id)
    if (suyos.ok) for (const { rut, nombre } of suyos.valor) nombres.set(rut, nombre)
  }
  return ok({ rutOtec: credenciales.valor.rutOtec, cursos: cursosDelHistorial(procesos), nombres })
}
