import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { useAccion } from '../../estado/use-accion.ts'
import { CREDENCIALES } from '../../textos/inicio.ts'

/** How to get a token, folded away for who already has one. */
export function ComoObtener() {
  const [abrir] = useAccion('app:abrirEnlace')
  return (
    <Disclosure>
      <Heading level={3}>
        <Button slot="trigger"><Icono nombre="derecha" tamano={16} />{CREDENCIALES.comoObtener}</Button>
      </Heading>
      <DisclosurePanel>
        <ol className="pasos-numerados">{CREDENCIALES.comoPasos.map(p => <li key={p}>{p}</li>)}</ol>
        <div className="fila">
          <Boton icono="externo" onPress={() => { void abrir({ enlace: 'token' }) }}>{CREDENCIALES.abrirSitio}</Boton>
          <span className="suave chico">{CREDENCIALES.abrirSitioNota}</span>
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}
