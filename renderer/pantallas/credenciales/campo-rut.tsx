import { useState } from 'react'
import { parseRut } from '../../../shared/domain/rut.ts'
import { Campo } from '../../componentes/campo.tsx'
import { CREDENCIALES } from '../../textos/inicio.ts'
import { PERFILES } from '../../textos/perfiles.ts'
import { rutMientrasSeEscribe } from './formato.ts'
import { useFormato } from './use-formato.ts'

/** Length of a complete RUT of a company, as text with dots and hyphen: `76.123.456-0`. */
const COMPLETO = 12

/** RUT formatted while typed; its check digit is judged when it is complete or when the person leaves the field. */
export function CampoRut({ valor, alCambiar, exigido, fijo = false }: { valor: string; alCambiar: (v: string) => void; exigido: boolean; /** It cannot be another: why, is said below. */ fijo?: boolean }) {
  const [salio, setSalio] = useState(false)
  const { entrada, alCambiar: alEscribir } = useFormato({ valor, alCambiar, formatear: rutMientrasSeEscribe, separadores: /[^\dkK]/g })
  const leido = parseRut(valor)
  const juzgar = exigido || (valor !== '' && (salio || valor.length >= COMPLETO))
  return (
    <Campo
      etiqueta={CREDENCIALES.rut} value={valor} onChange={alEscribir} onBlur={() => { setSalio(true) }} entrada={entrada} mono
      marcador={CREDENCIALES.rutEjemplo} autoComplete="off" spellCheck="false"
      error={juzgar && !leido.ok ? CREDENCIALES.rutErrores[leido.causa] : null}
      isReadOnly={fijo} {...(fijo ? { ayuda: PERFILES.rutFijo } : {})}
      bien={leido.ok && !fijo ? CREDENCIALES.rutBien : null}
    />
  )
}
