import { fallar, ok } from '../../shared/ipc/result.ts'
import { escribirZip } from '../adapters/archivo-zip.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import { falla } from './fallas.ts'
import type { Manejador } from './registrar.ts'

/** First what there is to write, then where: a refusal comes before the person has chosen a place. */
export const exportarEvidencia = (c: Contexto): Manejador<'envio:exportarEvidencia'> => ({ envioId }) => enEspacio<{ ruta: string | null }>(c, async (e) => {
  const evidencia = await e.envios.evidencia(envioId, e.nombre === 'practica')
  if (!evidencia.ok) return evidencia
  const ruta = await c.dialogos.guardarZip(TEXTOS_NATIVOS.dialogo.guardarEvidencia, evidencia.valor.nombre)
  if (ruta === null) return ok({ ruta: null })
  try { await escribirZip(ruta, evidencia.valor.archivos, new Date()) } catch { return fallar(falla('evidencia-no-guardada')) }
  return ok({ ruta })
})
