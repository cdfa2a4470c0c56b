import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { GrupoCausa } from '../../../shared/ipc/modelos-causas.ts'
import { Icono } from '../../componentes/icono.tsx'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { TEXTOS_CAUSAS as T } from '../../textos/causas.ts'
import { numero } from '../../textos/comunes.ts'
import { nombreNivel, TEXTOS_REVISION } from '../../textos/revision.ts'

interface ListaProps { causas: readonly GrupoCausa[]; nivel: Nivel | 'todos'; alAbrir(causa: GrupoCausa): void }

/** One entry per cause: how many cells, and whether they can be put right together. */
export function ListaCausas({ causas, nivel, alAbrir }: ListaProps) {
  const visibles = causas.filter(c => nivel === 'todos' || c.nivel === nivel)
  const vacia = TEXTOS_REVISION.listaVacia[nivel]
  if (visibles.length === 0) return <div className="revision-lista-vacia"><p><strong>{vacia.titulo}</strong></p><p className="suave">{vacia.detalle}</p></div>
  return (
    <ListBox
      className="react-aria-ListBox revision-lista" aria-label={T.causas} items={visibles} selectionMode="none"
      onAction={k => {
        const c = visibles.find(x => x.causa === k)
        if (c) alAbrir(c)
      }}
    >
      {c => (
        <ListBoxItem id={c.causa} textValue={T.causa(nombreNivel(c.nivel), c.titulo, c.cuantas)} className="react-aria-ListBoxItem revision-problema">
          <MarcaNivel nivel={c.nivel} />
          <span className="revision-problema-texto">
            <span>{c.titulo}</span>
            {c.lugares.some(l => l.arreglable) && <span className="suave chico">{T.seArreglan(c.cuantas)}</span>}
          </span>
          <span className="revision-causa-cuenta" aria-hidden="true">{numero(c.cuantas)}</span>
          <Icono nombre="derecha" tamano={14} />
        </ListBoxItem>
      )}
    </ListBox>
  )
}
