/** One cause: what to do about all of it, where it is, and (below, by the panel) its cells. */
import { Checkbox } from 'react-aria-components'
import type { GrupoCausa, LugarCausa } from '../../../shared/ipc/modelos-causas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { TEXTOS_CAUSAS as T } from '../../textos/causas.ts'

interface DetalleProps {
  grupo: GrupoCausa
  soloFilas: boolean
  alFiltrarFilas(solo: boolean): void
  alArreglar(lugar: LugarCausa): void
  alVolver(): void
}

export function DetalleCausa({ grupo, soloFilas, alFiltrarFilas, alArreglar, alVolver }: DetalleProps) {
  return (
    <div className="revision-causa">
      <Boton variante="fantasma" icono="izquierda" onPress={alVolver} autoFocus>{T.todasLasCausas}</Boton>
      <h3><MarcaNivel nivel={grupo.nivel} /><span>{grupo.titulo}</span></h3>
      {grupo.cuantas === 0 ? <p className="suave">{T.ninguna}</p> : (
        <>
          <p className="suave chico">{grupo.queHacer}</p>
          <ul aria-label={T.dondeEsta}>{grupo.lugares.map(l => <Lugar key={`${l.tabla} ${l.columna ?? ''}`} lugar={l} alArreglar={alArreglar} />)}</ul>
          <Checkbox isSelected={soloFilas} onChange={alFiltrarFilas}>{T.soloEstasFilas}</Checkbox>
        </>
      )}
    </div>
  )
}

function Lugar({ lugar, alArreglar }: { lugar: LugarCausa; alArreglar(l: LugarCausa): void }) {
  const donde = T.lugar(lugar.hoja, lugar.titulo, lugar.letra)
  return (
    <li>
      <span className="chico">{donde}: <strong>{T.cuantas(lugar.cuantas)}</strong></span>
      {lugar.arreglable && <Boton onPress={() => alArreglar(lugar)} aria-label={T.corregirEn(donde, lugar.cuantas)}>{T.corregirTodas(lugar.cuantas)}</Boton>}
    </li>
  )
}
