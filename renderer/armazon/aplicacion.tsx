import { I18nProvider } from 'react-aria-components'
import { Avisos } from './avisos.tsx'
import { Arranque } from './arranque.tsx'
import { LimiteErrores } from './limite-errores.tsx'

/** Everything the window shows. */
export function Aplicacion() {
  return (
    <I18nProvider locale="es-CL">
      <LimiteErrores>
        <Arranque />
      </LimiteErrores>
      <Avisos />
    </I18nProvider>
  )
}
