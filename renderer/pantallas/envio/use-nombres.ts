import { useMemo } from 'react'
import { useConsulta } from '../../estado/use-consulta.ts'

/** `12.345.678-5` → name. */
export type Nombres = ReadonlyMap<string, string>

/** Names of the alumnos of a send, as far as they are known here; a send without them is shown all the same. */
export function useNombres(envioId: string | null): Nombres {
  const { datos } = useConsulta('envios:nombres', envioId === null ? null : { envioId })
  return useMemo(() => new Map(datos?.map(({ rut, nombre }) => [rut, nombre])), [datos])
}
