import { useFocoInicial } from './use-foco-inicial.ts'

interface Propiedades {
  titulo: string
  subtitulo?: React.ReactNode
  acciones?: React.ReactNode
  /** Stays in view below the scrolling part. */
  pie?: React.ReactNode
  /** lectura: a column for reading. ancha: tables. */
  ancho?: 'lectura' | 'ancha'
  children: React.ReactNode
}

/** A screen: its heading takes the focus on arrival, so that keyboard and screen reader start at the top of it. */
export function Pagina({ titulo, subtitulo, acciones, pie, ancho = 'ancha', children }: Propiedades) {
  const encabezado = useFocoInicial()
  return (
    <div className="pagina" data-ancho={ancho}>
      <div className="pagina-desliza">
        <div className="pagina-columna">
          <div className="pagina-cabeza">
            <div className="pagina-titulos">
              <h1 ref={encabezado} tabIndex={-1}>{titulo}</h1>
              {subtitulo !== undefined && <p className="suave">{subtitulo}</p>}
            </div>
            {acciones !== undefined && <div className="fila">{acciones}</div>}
          </div>
          {children}
        </div>
      </div>
      {pie !== undefined && <div className="pagina-pie"><div className="pagina-pie-fila">{pie}</div></div>}
    </div>
  )
}
