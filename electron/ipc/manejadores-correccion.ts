import { ok } from '../../shared/ipc/result.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'observaciones:exportar' | 'correccion:mirar' | 'correccion:traer' | 'correccion:ignorar'
const t = TEXTOS_NATIVOS.dialogo

export const manejadoresCorreccion = (c: Contexto): Pick<Manejadores, Propios> => ({
  'observaciones:exportar': ({ id }) => enEspacio(c, async (e) => {
    const resumen = await e.planillas.resumen(id)
    if (!resumen.ok) return resumen
    const ruta = await c.dialogos.guardarPlanilla(t.guardarObservaciones, t.nombreObservaciones(resumen.valor.nombreArchivo))
    if (ruta === null) return ok(null)
    const escrita = await e.planillas.exportarObservaciones(id, ruta)
    if (!escrita.ok) return escrita
    c.recordarPlantilla(ruta)
    return ok({ ...escrita.valor, ruta })
  }),
  'correccion:mirar': ({ id }) => enEspacio(c, (e) => e.planillas.mirarCorreccion(id)),
  'correccion:traer': ({ id, dejarFuera }) => enEspacio(c, (e) => e.planillas.traerCorreccion(id, dejarFuera)),
  'correccion:ignorar': ({ id }) => enEspacio(c, (e) => e.planillas.ignorarCorreccion(id)),
})
