import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { ParteDiagnostico as Parte } from '../../../shared/ipc/modelos-diagnostico.ts'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { numero } from '../../textos/comunes.ts'
import { DIAGNOSTICO } from '../../textos/diagnostico.ts'

const t = DIAGNOSTICO

/** One part of the file: what it is, how long, and its text when it is opened. */
export function ParteDiagnostico({ parte }: { parte: Parte }) {
  const lineas = parte.texto.trimEnd().split('\n').length
  return (
    <Disclosure>
      {({ isExpanded }) => (
        <>
          <Heading level={3}>
            <Button slot="trigger" data-variante="fantasma" className="react-aria-Button diagnostico-parte">
              <Icono nombre="derecha" />
              <span className="fuerte">{parte.titulo}</span>
              <span className="suave chico">{lineas === 1 ? t.unaLinea : t.lineas(numero(lineas))}</span>
            </Button>
          </Heading>
          <p className="suave chico diagnostico-que">{parte.explicacion}</p>
          <DisclosurePanel>{isExpanded && <BloqueTexto etiqueta={t.contenido(parte.titulo)} texto={parte.texto} />}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}
