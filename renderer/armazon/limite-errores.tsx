import { Component, type ReactNode } from 'react'
import { Boton } from '../componentes/boton.tsx'
import { Mensaje } from '../componentes/mensaje.tsx'
import { avisar } from '../estado/avisos.ts'
import { pedir } from '../puente.ts'
import { ARMAZON } from '../textos/armazon.ts'
import { COMUNES } from '../textos/comunes.ts'

interface Estado { error: unknown; incidente: string | null }

/** A defect of ours, in words, instead of a white window. React offers this only to class components. */
export class LimiteErrores extends Component<{ children: ReactNode }, Estado> {
  override state: Estado = { error: null, incidente: null }

  static getDerivedStateFromError(error: unknown): Pick<Estado, 'error'> {
    return { error }
  }

  override componentDidMount(): void {
    window.addEventListener('unhandledrejection', this.#avisar)
  }

  override componentWillUnmount(): void {
    window.removeEventListener('unhandledrejection', this.#avisar)
  }

  override componentDidCatch(defecto: unknown): void {
    void anotar(defecto).then(incidente => { this.setState({ incidente }) })
  }

  /** What fails in an event handler does not reach React: at least it is told. */
  #avisar = ({ reason }: PromiseRejectionEvent): void => {
    const { avisoTitulo, avisoDetalle } = ARMAZON.caida
    void anotar(reason).then(incidente => {
      avisar({ tono: 'error', titulo: avisoTitulo, detalle: incidente === null ? avisoDetalle : `${avisoDetalle} ${COMUNES.incidente(incidente)}` })
    })
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    const { titulo, explicacion, queHacer, recargar } = ARMAZON.caida
    const { incidente } = this.state
    return (
      <section className="centro" aria-label={titulo}>
        <h1>{titulo}</h1>
        <Mensaje tono="error" titulo={explicacion} anunciar>
          <p>{queHacer}</p>
          {incidente !== null && <p className="suave chico">{COMUNES.incidente(incidente)}</p>}
        </Mensaje>
        <div className="fila">
          <Boton variante="primario" icono="recargar" onPress={() => { location.reload() }}>{recargar}</Boton>
        </div>
      </section>
    )
  }
}

/** To the program's log, which takes out personal data; answers the incident, or null when not even that works. */
async function anotar(error: unknown): Promise<string | null> {
  const texto = error instanceof Error ? error.stack ?? error.message : String(error)
  try {
    const r = await pedir('diagnostico:anotar', { texto: texto.slice(0, 5000) })
    return r.ok ? r.valor.incidente : null
  } catch { return null }
}
