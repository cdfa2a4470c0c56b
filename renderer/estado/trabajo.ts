/** Where the person is on the way from a workbook to SENCE's answer. */
import type { BorradorResumen, FiltroFilas, ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import type { Preparacion } from '../../shared/ipc/modelos-asistente.ts'
import type { Pregunta } from '../../shared/ipc/modelos-preguntas.ts'
import type { Falla } from '../../shared/ipc/result.ts'

export type Trabajo =
  | { etapa: 'inicio'; falla: Falla | null }
  | { etapa: 'importando'; progreso: ProgresoImportacion | null; cancelando: boolean }
  /** The workbook is kept aside until the person says which columns are which. `reemplaza`: draft of the same file that it comes from. */
  | { etapa: 'asistente'; preparacion: Preparacion; falla: Falla | null; reemplaza: BorradorResumen | null }
  /** Some columns can be read in more than one way. */
  | { etapa: 'preguntas'; resumen: BorradorResumen; preguntas: Pregunta[] }
  /** `filtro`: with which rows the review begins. */
  | { etapa: 'revision'; resumen: BorradorResumen; filtro?: FiltroFilas }
  | { etapa: 'previo'; resumen: BorradorResumen }
  | { etapa: 'enviando'; resumen: BorradorResumen; envioId: string }
  | { etapa: 'respuesta'; resumen: BorradorResumen; envioId: string }
export type EtapaTrabajo = Trabajo['etapa']

export type Hecho =
  | { tipo: 'importar' }
  | { tipo: 'progreso'; progreso: ProgresoImportacion }
  | { tipo: 'cancelar' }
  | { tipo: 'abierta'; resumen: BorradorResumen; filtro?: FiltroFilas }
  | { tipo: 'no-abierta'; falla: Falla | null }
  | { tipo: 'preparada'; preparacion: Preparacion; falla: Falla | null; reemplaza: BorradorResumen | null }
  | { tipo: 'preguntar'; resumen: BorradorResumen; preguntas: Pregunta[] }
  | { tipo: 'cambiada'; resumen: BorradorResumen }
  | { tipo: 'ver-previo' }
  | { tipo: 'revisar' }
  | { tipo: 'enviada'; envioId: string }
  | { tipo: 'terminada'; envioId: string }
  | { tipo: 'cerrar' }

export const SIN_TRABAJO: Trabajo = { etapa: 'inicio', falla: null }

/** A fact that does not fit the stage (a late answer) changes nothing. */
export function avanzar(t: Trabajo, h: Hecho): Trabajo {
  switch (h.tipo) {
    case 'importar': return t.etapa === 'enviando' ? t : { etapa: 'importando', progreso: null, cancelando: false }
    case 'progreso': return t.etapa === 'importando' ? { ...t, progreso: { ...h.progreso, ...primerasDe(h.progreso, t.progreso) } } : t
    case 'cancelar': return t.etapa === 'importando' ? { ...t, cancelando: true } : t
    case 'abierta': return t.etapa === 'enviando' ? t : { etapa: 'revision', resumen: h.resumen, ...(h.filtro === undefined ? {} : { filtro: h.filtro }) }
    case 'preparada': return t.etapa === 'enviando' ? t : { etapa: 'asistente', preparacion: h.preparacion, falla: h.falla, reemplaza: h.reemplaza }
    case 'preguntar': return t.etapa === 'enviando' ? t : { etapa: 'preguntas', resumen: h.resumen, preguntas: h.preguntas }
    case 'no-abierta': return t.etapa === 'importando' ? { etapa: 'inicio', falla: h.falla } : t
    case 'cambiada': return 'resumen' in t && t.resumen.id === h.resumen.id && h.resumen.version >= t.resumen.version ? { ...t, resumen: h.resumen } : t
    case 'ver-previo': return t.etapa === 'revision' ? { etapa: 'previo', resumen: t.resumen } : t
    case 'revisar': return t.etapa === 'previo' || t.etapa === 'respuesta' ? { etapa: 'revision', resumen: t.resumen } : t
    case 'enviada': return t.etapa === 'previo' ? { etapa: 'enviando', resumen: t.resumen, envioId: h.envioId } : t
    case 'terminada': return t.etapa === 'enviando' && t.envioId === h.envioId ? { etapa: 'respuesta', resumen: t.resumen, envioId: t.envioId } : t
    case 'cerrar': return t.etapa === 'enviando' ? t : SIN_TRABAJO
  }
}

/** While these run, a dropped file or "Abrir" has to wait. */
export const estaOcupado = (t: Trabajo): boolean => t.etapa === 'importando' || t.etapa === 'enviando'

/** The first rows are told once, and stay on view. */
function primerasDe(nuevo: ProgresoImportacion, antes: ProgresoImportacion | null): Pick<ProgresoImportacion, 'primeras'> {
  const primeras = nuevo.primeras ?? antes?.primeras
  return primeras === undefined ? {} : { primeras }
}
