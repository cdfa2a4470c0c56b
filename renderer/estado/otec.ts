import { formatRut, parseRut } from '../../shared/domain/rut.ts'

/** `76.123.456-0`; what cannot be read, as it is. */
export function rutConPuntos(rutOtec: string): string {
  const leido = parseRut(rutOtec)
  return leido.ok ? formatRut(leido.rut) : rutOtec
}

/** The name that the person gave it, else its RUT. */
export const nombreDeOtec = ({ rutOtec, nombre }: { rutOtec: string; nombre: string }): string => (nombre === '' ? rutConPuntos(rutOtec) : nombre)
