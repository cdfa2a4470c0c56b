/** Workbooks whose columns the person says, what is remembered of them, and what is asked about a column. */
import { fallar, ok } from '../../shared/ipc/result.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import { falla } from './fallas.ts'
import type { Manejadores } from './registrar.ts'

type Propios =
  | 'planilla:preparar' | 'planilla:preparacion' | 'planilla:columnas' | 'planilla:vistaPreparada' | 'planilla:importarPreparada' | 'planilla:soltarPreparada'
  | 'correspondencias:lista' | 'correspondencias:renombrar' | 'correspondencias:olvidar' | 'borrador:preguntas' | 'borrador:responder'

export const manejadoresAsistente = (c: Contexto): Pick<Manejadores, Propios> => ({
  'planilla:preparar': ({ borradorId }) => enEspacio(c, async (e) => {
    const ruta = borradorId === null ? await c.dialogos.elegirPlanilla() : e.planillas.rutaDe(borradorId)
    if (ruta === null) return borradorId === null ? ok(null) : fallar(falla('archivo-del-borrador'))
    return e.preparar(ruta)
  }),
  'planilla:preparacion': ({ id }) => enEspacio(c, (e) => e.planillas.preparacion(id)),
  'planilla:columnas': (i) => enEspacio(c, (e) => e.planillas.columnas(i)),
  'planilla:vistaPreparada': (i) => enEspacio(c, (e) => e.planillas.vistaPreparada(i)),
  'planilla:importarPreparada': (i) => enEspacio(c, (e) => c.conAvance(() => e.importarPreparada(i))),
  'planilla:soltarPreparada': () => enEspacio(c, (e) => e.planillas.soltarPreparada()),
  'correspondencias:lista': () => enEspacio(c, (e) => e.planillas.correspondencias()),
  'correspondencias:renombrar': ({ id, nombre }) => enEspacio(c, (e) => e.planillas.renombrarCorrespondencia(id, nombre)),
  'correspondencias:olvidar': ({ id }) => enEspacio(c, (e) => e.planillas.olvidarCorrespondencia(id)),
  'borrador:preguntas': ({ id }) => enEspacio(c, (e) => e.planillas.preguntas(id)),
  'borrador:responder': (i) => enEspacio(c, (e) => e.planillas.responder(i)),
})
