import { formatRut, parseRut } from '../../shared/domain/rut.ts'

/** `76123456-0` → `76.123.456-0`, as it is read everywhere; what is no RUT stays as it is. */
export function rutConPuntos(rut: string): string {
  const leido = parseRut(rut)
  return leido.ok ? formatRut(leido.rut) : rut
}
