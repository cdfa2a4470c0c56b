import { ok } from '../../shared/ipc/result.ts'
import type { Contexto } from './contexto.ts'
import type { Manejadores } from './registrar.ts'

export const manejadoresActualizacion = ({ actualizaciones }: Contexto): Pick<Manejadores, Extract<keyof Manejadores, `actualizacion:${string}`>> => ({
  'actualizacion:estado': () => ok(actualizaciones.estado()),
  'actualizacion:buscar': () => actualizaciones.buscar(),
  'actualizacion:descargar': () => actualizaciones.descargar(),
  'actualizacion:instalar': () => actualizaciones.instalarAhora(),
  'actualizacion:vista': () => ok(actualizaciones.vista()),
})
