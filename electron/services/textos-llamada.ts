/** How a call ended, in words: what happened, what it means for the person's data, what to do next. */
import { esCausaRed } from '../../shared/domain/causas-red.ts'
import { explicarCodigo } from '../../shared/domain/codigos-sence.ts'
import { HORAS_DE_PACIENCIA } from '../../shared/domain/conciliacion.ts'
import { formatInstante } from '../../shared/domain/fecha.ts'
import { CAUSAS_LLAMADA, type CausaLlamada } from '../../shared/domain/envio.ts'
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'
import type { AlumnoGuardado } from './puertos-diario.ts'
import { PALABRAS_ILEGIBLE, PALABRAS_RED, palabrasHttp, type Palabras } from './textos-red.ts'

/** A call may be a part of a course whose other parts did arrive: the words are of these data, not of the course. */
const NO_LLEGO = 'SENCE no recibió estos datos.'
const noEnviado = (titulo: string, explicacion: string, queHacer: string): Palabras => ({ titulo, explicacion: `${explicacion} ${NO_LLEGO}`, queHacer })

function palabrasDe(causa: CausaLlamada, httpEstado: number | null): Palabras {
  if (esCausaRed(causa)) return PALABRAS_RED[causa]
  switch (causa) {
    case 'codigo-001': return explicarCodigo('001')
    case 'codigo-002': return explicarCodigo('002')
    case 'codigo-003': return explicarCodigo('003')
    case 'codigo-otro': return explicarCodigo(null)
    case 'respuesta-ilegible': return PALABRAS_ILEGIBLE
    case 'http': return palabrasHttp(httpEstado ?? 0)
    case 'respuesta-incompleta':
      return { titulo: 'La respuesta de SENCE no nombra a todos los alumnos', explicacion: 'SENCE respondió, pero con lo que dijo no se puede saber qué pasó con algunos alumnos.', queHacer: '' }
    case 'interrumpida':
      return { titulo: 'El programa se cerró en medio del envío', explicacion: 'El programa o el computador se detuvo cuando los datos iban en camino.', queHacer: '' }
    case 'diario':
      return { titulo: 'No se pudo anotar la respuesta', explicacion: 'SENCE respondió, pero el computador no dejó escribirlo en el registro de envíos.', queHacer: 'Revise que haya espacio en el disco.' }
    case 'por-historial':
      return { titulo: 'El resultado se supo por el historial de SENCE', explicacion: 'La respuesta de este envío no llegó a tiempo. Después se preguntó a SENCE, que sí lo tiene: abajo está lo que hizo con cada alumno.', queHacer: '' }
    case 'no-recibida':
      return { titulo: 'SENCE no lo recibió', explicacion: `Se preguntó a SENCE más de una vez, con más de ${HORAS_DE_PACIENCIA} horas entre medio, y este envío no aparece en su historial.`, queHacer: 'Vuelva a enviar la planilla cuando quiera.' }
    case 'cancelada-por-persona':
      return noEnviado('No se envió: usted canceló', 'Estaba en espera cuando canceló el envío.', 'Cuando quiera, vuelva a la planilla y envíela otra vez: la vista previa ofrece dejar fuera a los que SENCE ya tiene.')
    case 'cancelada-por-credenciales':
      return noEnviado('No se envió: SENCE rechazó las credenciales', 'Lo que iba antes en el mismo envío fue rechazado por el RUT o el token, y con esto habría pasado lo mismo.', 'Corrija las credenciales y vuelva a enviar.')
    case 'cancelada-por-red':
      return noEnviado('No se envió: no había conexión', 'Con lo que iba antes en el mismo envío no se pudo llegar al servidor, y con esto habría pasado lo mismo.', 'Cuando la conexión vuelva, envíe otra vez la planilla.')
    case 'cancelada-por-sence':
      return noEnviado('No se envió: SENCE no podía atender', 'Con lo que iba antes en el mismo envío falló varias veces el servicio de autenticación de SENCE, y con esto habría pasado lo mismo.', 'Espere un rato y envíe otra vez la planilla.')
    case 'desprogramada':
      return noEnviado('No se envió: usted quitó la programación', 'Estaba programado y se quitó antes de su hora.', 'Cuando quiera, vuelva a enviar la planilla.')
    case 'hora-perdida':
      return noEnviado('No salió a su hora', 'A la hora programada el computador estaba apagado o dormido, o el programa estaba cerrado.', 'Prográmelo otra vez o envíelo ahora.')
    case 'cancelada-por-cierre':
      return noEnviado('No se envió: el programa se cerró', 'Estaba en espera cuando el programa se cerró.', 'Vuelva a enviar la planilla.')
    case 'cancelada-por-diario':
      return noEnviado('No se envió: no se pudo anotar', 'El computador no dejó escribir en el registro de envíos, y sin anotarlo no se envía.', 'Revise que haya espacio en el disco y vuelva a enviar.')
  }
}

/** Of an attempt: the journal keeps its cause as text. */
export const tituloDeCausa = (causa: string, httpEstado: number | null): string => (esCausaLlamada(causa) ? palabrasDe(causa, httpEstado).titulo : causa)
const esCausaLlamada = (texto: string): texto is CausaLlamada => (CAUSAS_LLAMADA as readonly string[]).includes(texto)

/** null when the alumnos' own results say everything. */
export function palabrasDeLlamada(l: { estado: EstadoEnvio; causa: CausaLlamada | null; httpEstado: number | null } & Consultada): Palabras | null {
  if (l.causa === null) return null
  const { titulo, explicacion, queHacer } = palabrasDe(l.causa, l.httpEstado)
  if (l.estado === 'desconocido') {
    if (l.consultadaEn === null) return { titulo, explicacion: `${explicacion} No se sabe si SENCE guardó los datos.`, queHacer: comoSaber(l) }
    const cuando = formatInstante(l.consultadaEn)
    if (l.ausenteDesde === null) {
      return { titulo: 'SENCE muestra el envío, pero no a todos sus alumnos', explicacion: `Se le preguntó el ${cuando}. Los que faltan pueden aparecer más tarde: SENCE carga los datos durante la noche.`, queHacer: comoSaber(l) }
    }
    return { titulo: 'SENCE todavía no lo muestra', explicacion: `${titulo}. Se preguntó a SENCE el ${cuando} y este envío no aparece en su historial, pero puede aparecer más tarde: SENCE carga los datos durante la noche.`, queHacer: comoSaber(l) }
  }
  if (l.causa === 'no-recibida') return { titulo, explicacion, queHacer }
  if (l.estado === 'fallido') return { titulo, explicacion: `${explicacion} ${NO_LLEGO}`, queHacer: `${queHacer} Puede reenviar con tranquilidad.` }
  return { titulo, explicacion, queHacer }
}

interface Consultada { readonly codigoEnvio: string; readonly consultadaEn: string | null; readonly ausenteDesde: string | null }
const MS_DE_HORA = 3_600_000

function comoSaber(l: Consultada): string {
  const preguntar = 'No lo reenvíe todavía. Pulse «Preguntar a SENCE»: el programa busca este envío en el historial por su código'
  if (l.ausenteDesde === null) return `${preguntar}, ${l.codigoEnvio}. También lo hace por sí solo cada vez que se abre.`
  const desde = formatInstante(new Date(Date.parse(l.ausenteDesde) + HORAS_DE_PACIENCIA * MS_DE_HORA).toISOString())
  return `${preguntar}, ${l.codigoEnvio}. También lo hace por sí solo cada vez que se abre. Si al preguntar después del ${desde} sigue sin aparecer, se dará por no recibido y podrá reenviar.`
}

type PalabrasAlumno = { titulo: string | null; explicacion: string | null; queHacer: string | null; quien: string | null }
/** The alumno's own result. `quien`: who must act. */
export function palabrasDeAlumno(a: AlumnoGuardado, l: Consultada & { readonly causa: CausaLlamada | null }): PalabrasAlumno {
  switch (a.resultado) {
    case 'aceptado': return { titulo: null, explicacion: null, queHacer: null, quien: null }
    case 'rechazado': return explicarCodigo(a.codigo)
    case 'desconocido':
      return { titulo: 'No se sabe si SENCE recibió a este alumno', explicacion: 'La respuesta no llegó o no lo nombra.', queHacer: comoSaber(l), quien: null }
    case 'no-enviado':
      if (l.causa === 'no-recibida') return { titulo: 'SENCE no recibió a este alumno', explicacion: 'El envío no aparece en su historial.', queHacer: 'Vuelva a enviarlo.', quien: null }
      return { titulo: 'No se envió', explicacion: 'Los datos de este alumno no salieron de este computador en este envío.', queHacer: null, quien: null }
  }
}
