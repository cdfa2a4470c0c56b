import './actualizacion.css'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { ACTUALIZACION as T } from '../../textos/actualizacion.ts'

/** What a version brings. */
export function DialogoNovedades({ titulo, novedades, abierto, alCerrar }: { titulo: string; novedades: readonly string[]; abierto: boolean; alCerrar: () => void }) {
  return (
    <Dialogo titulo={titulo} abierto={abierto} alCerrar={alCerrar}>
      {novedades.length === 0 ? <p>{T.sinNovedades}</p> : <ul className="novedades">{novedades.map(n => <li key={n}>{n}</li>)}</ul>}
    </Dialogo>
  )
}
