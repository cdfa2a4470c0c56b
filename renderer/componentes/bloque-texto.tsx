import { COMUNES } from '../textos/comunes.ts'
import { Boton } from './boton.tsx'
import { copiar } from './copiar.ts'

/** Exact text (JSON, an answer) that can be scrolled by keyboard and copied. */
export function BloqueTexto({ etiqueta, texto }: { etiqueta: string; texto: string }) {
  return (
    <div className="bloque">
      <div className="bloque-accion"><Boton icono="copiar" onPress={() => { copiar(texto) }}>{COMUNES.copiar}</Boton></div>
      {/* Focusable, so that the keyboard can scroll it. */}
      <pre tabIndex={0} role="region" aria-label={etiqueta}>{texto}</pre>
    </div>
  )
}
