import { useState } from 'react'
import { Campo } from '../../componentes/campo.tsx'
import { BotonIcono } from '../../componentes/boton.tsx'
import { CREDENCIALES } from '../../textos/inicio.ts'
import { juzgarToken, tokenMientrasSeEscribe } from './formato.ts'
import { useFormato } from './use-formato.ts'

/** Token hidden like a password, in upper case and in groups while typed; what is missing is said as it goes. */
export function CampoToken({ valor, alCambiar, exigido }: { valor: string; alCambiar: (v: string) => void; exigido: boolean }) {
  const [visible, setVisible] = useState(false)
  const [salio, setSalio] = useState(false)
  const { entrada, alCambiar: alEscribir } = useFormato({ valor, alCambiar, formatear: tokenMientrasSeEscribe, separadores: /-/g })
  const juicio = juzgarToken(valor)
  const faltan = juicio.estado === 'faltan' ? CREDENCIALES.tokenFaltan(juicio.cuantos) : null
  const error = juicio.estado === 'ajeno' ? CREDENCIALES.tokenAjeno(juicio.caracter)
    : juicio.estado === 'sobran' ? CREDENCIALES.tokenSobran
      : salio || exigido ? (juicio.estado === 'vacio' && exigido ? CREDENCIALES.tokenAyuda : faltan) : null
  return (
    <Campo
      etiqueta={CREDENCIALES.token} type={visible ? 'text' : 'password'} value={valor} onChange={alEscribir} onBlur={() => { setSalio(true) }} entrada={entrada} mono
      autoComplete="off" spellCheck="false" error={error} ayuda={faltan ?? CREDENCIALES.tokenAyuda} bien={juicio.estado === 'bien' ? CREDENCIALES.tokenBien : null}
      alFinal={<BotonIcono nombre={visible ? CREDENCIALES.tokenOcultar : CREDENCIALES.tokenVer} icono={visible ? 'ocultar' : 'ver'} variante="secundario" onPress={() => { setVisible(v => !v) }} />}
    />
  )
}
