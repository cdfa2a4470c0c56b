import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { nombreNivel, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import type { PaginaProblemas } from './use-problemas.ts'

interface Grupo { id: string; titulo: string; problemas: ProblemaVista[] }

/** The list comes by level and in sheet order: a heading where either changes. */
function agrupar(problemas: readonly ProblemaVista[]): Grupo[] {
  const grupos: Grupo[] = []
  for (const p of problemas) {
    const id = `${p.nivel} ${p.tabla}`
    const ultimo = grupos.at(-1)
    if (ultimo?.id === id) ultimo.problemas.push(p)
    else grupos.push({ id, titulo: T.grupo(p.nivel, p.hoja), problemas: [p] })
  }
  return grupos
}

interface ListaProps { pagina: PaginaProblemas; actual: ProblemaVista | null; alIr(p: ProblemaVista): void }

export function ListaProblemas({ pagina, actual, alIr }: ListaProps) {
  const vacia = T.listaVacia[pagina.nivel]
  if (pagina.total === 0) return <div className="revision-lista-vacia"><p><strong>{vacia.titulo}</strong></p><p className="suave">{vacia.detalle}</p></div>
  return (
    <ListBox
      // A page or level starts at its top.
      key={`${pagina.nivel} ${pagina.desde}`}
      className="react-aria-ListBox revision-lista"
      aria-label={T.problemas}
      items={agrupar(pagina.problemas)}
      dependencies={[actual]}
      selectionMode="none"
      onAction={k => {
        const p = pagina.problemas.find(x => x.id === k)
        if (p) alIr(p)
      }}
    >
      {grupo => (
        <ListBoxSection id={grupo.id}>
          <Header className="react-aria-Header revision-grupo">{grupo.titulo}</Header>
          <Collection items={grupo.problemas} dependencies={[actual]}>
            {p => <Problema problema={p} esActual={actual?.id === p.id} />}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  )
}

function Problema({ problema: p, esActual }: { problema: ProblemaVista; esActual: boolean }) {
  const lugar = T.lugarProblema(p.hoja, p.fila, p.letra)
  return (
    <ListBoxItem id={p.id} textValue={`${nombreNivel(p.nivel)}. ${p.mensaje} ${lugar}`} className="react-aria-ListBoxItem revision-problema" data-actual={esActual || undefined}>
      <MarcaNivel nivel={p.nivel} />
      <span className="revision-problema-texto">
        <span className="revision-problema-mensaje">{p.mensaje}</span>
        {p.original !== null && p.convertido !== null && <span className="chico revision-problema-conversion">{p.original} → {p.convertido}</span>}
        <span className="suave chico">{lugar}</span>
      </span>
    </ListBoxItem>
  )
}
