import { Component, type ReactNode } from 'react'
import { Boton } from '../componentes/boton.tsx'
import { Mensaje } from '../componentes/mensaje.tsx'
import { avisar } from '../estado/avisos.ts'
import { ARMAZON } from '../textos/armazon.ts'

interface Estado { error: unknown }

/** A defect of ours, in words, instead of a white window. React offers this only to class components. */
export class LimiteErrores extends Component<{ children: ReactNode }, Estado> {
  override state: Estado = { error: null }

  static getDerivedStateFromError(error: unknown): Estado {
    return { error }
  }

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.#avisar)
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.#avisar)
  }

  /** What fails in an event handler does not reach React: at least it is told. */
  #avisar = (): void => {
    avisar({ tono: 'error', titulo: ARMAZON.caida.avisoTitulo, detalle: ARMAZON.caida.avisoDetalle })
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const { titulo, explicacion, queHacer, recargar, detalle } = ARMAZON.caida
    return (
      <section className="centro" aria-label={titulo}>
        <h1>{titulo}</h1>
        <Mensaje tono="error" titulo={explicacion} anunciar>
          <p>{queHacer}</p>
        </Mensaje>
        <div className="fila">
          <Boton variante="primario" icono="recargar" onPress={() => { location.reload() }}>{recargar}</Boton>
        </div>
        <details>
          <summary>{detalle}</summary>
          <pre>{this.state.error instanceof Error ? this.state.error.message : JSON.stringify(this.state.error)}</pre>
        </details>
      </section>
    )
  }
}
