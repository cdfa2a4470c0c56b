import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { EspacioAbierto } from '../espacio.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'

/** The exact JSON of a part, token hidden, where the person says. */
export async function guardarJson(c: Contexto, e: EspacioAbierto, parte: Input<'envio:guardarJson'>): Promise<Result<Valor<'envio:guardarJson'>>> {
  const json = await e.envios.json(parte)
  if (!json.ok) return json
  const { guardarJson: titulo, nombreJson } = TEXTOS_NATIVOS.dialogo
  const ruta = await c.dialogos.guardarTexto(titulo, nombreJson(parte.codigoGrupo, parte.parte ?? 1, json.valor.partes), 'json')
  if (ruta === null) return ok({ ruta: null })
  const escrito = await c.escribirTexto(ruta, json.valor.json)
  if (!escrito.ok) return escrito
  c.recordarPlantilla(ruta)
  return ok({ ruta })
}
