/**
 * The problems of a page as one list box: arrows walk it, Enter goes to the cell. Plain elements with the focus told by
 * `aria-activedescendant`: a hundred items of a general list component held the window for a third of a second each time
 * that the page was built.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { nombreNivel, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { destino } from './lista-teclado.ts'
import type { PaginaProblemas } from './use-problemas.ts'

/** `desde`: place in the page of the group's first problem. */
interface Grupo { id: string; titulo: string; desde: number; problemas: ProblemaVista[] }

/** The list comes by level and in sheet order: a heading where either changes. */
function agrupar(problemas: readonly ProblemaVista[]): Grupo[] {
  const grupos: Grupo[] = []
  for (const [i, p] of problemas.entries()) {
    const id = `${p.nivel} ${p.tabla}`
    const ultimo = grupos.at(-1)
    if (ultimo?.id === id) ultimo.problemas.push(p)
    else grupos.push({ id, titulo: T.grupo(p.nivel, p.hoja), desde: i, problemas: [p] })
  }
  return grupos
}

interface ListaProps { pagina: PaginaProblemas; actual: ProblemaVista | null; alIr(p: ProblemaVista): void }

export function ListaProblemas({ pagina, actual, alIr }: ListaProps) {
  const vacia = T.listaVacia[pagina.nivel]
  if (pagina.total === 0) return <div className="revision-lista-vacia"><p><strong>{vacia.titulo}</strong></p><p className="suave">{vacia.detalle}</p></div>
  // A page or level starts at its top.
  return <Lista key={`${pagina.nivel} ${pagina.desde}`} problemas={pagina.problemas} actual={actual} alIr={alIr} />
}

function Lista({ problemas, actual, alIr }: { problemas: readonly ProblemaVista[]; actual: ProblemaVista | null; alIr(p: ProblemaVista): void }) {
  const base = useId()
  const [elegido, setElegido] = useState(0)
  // An edit may leave fewer than there were.
  const activo = Math.min(elegido, problemas.length - 1)
  const caja = useRef<HTMLDivElement>(null)
  const donde = actual === null ? -1 : problemas.findIndex(p => p.id === actual.id)
  useEffect(() => {
    if (donde === -1) return
    setElegido(donde)
    mostrar(caja.current, donde)
  }, [donde])
  const alPulsar = (e: KeyboardEvent): void => {
    const p = problemas[activo]
    if ((e.key === 'Enter' || e.key === ' ') && p) alIr(p)
    else {
      const va = destino(e.key, activo, problemas.length)
      if (va === null) return
      setElegido(va)
      mostrar(caja.current, va)
    }
    e.preventDefault()
  }
  const alPulsarRaton = (e: MouseEvent): void => {
    const opcion = e.target instanceof Element ? e.target.closest<HTMLElement>('[role=option]') : null
    const indice = Number(opcion?.dataset['indice'])
    const p = problemas[indice]
    if (!p) return
    setElegido(indice)
    alIr(p)
  }
  return (
    <div ref={caja} role="listbox" aria-label={T.problemas} className="revision-lista" tabIndex={0} aria-activedescendant={`${base}${String(activo)}`} onKeyDown={alPulsar} onClick={alPulsarRaton}>
      {agrupar(problemas).map(g => (
        <div key={g.id} role="group" aria-labelledby={`${base}g${String(g.desde)}`}>
          <div id={`${base}g${String(g.desde)}`} className="revision-grupo" role="presentation">{g.titulo}</div>
          {g.problemas.map((p, i) => (
            <Problema key={p.id} id={`${base}${String(g.desde + i)}`} indice={g.desde + i} problema={p} activo={g.desde + i === activo} esActual={actual?.id === p.id} />
          ))}
        </div>
      ))}
    </div>
  )
}

function mostrar(caja: HTMLElement | null, indice: number): void {
  caja?.querySelectorAll('[role=option]')[indice]?.scrollIntoView({ block: 'nearest' })
}

interface ProblemaProps { id: string; indice: number; problema: ProblemaVista; activo: boolean; esActual: boolean }

/** Keyboard and mouse are the list's, whose focus the active option stands for. */
function Problema({ id, indice, problema: p, activo, esActual }: ProblemaProps) {
  const lugar = T.lugarProblema(p.hoja, p.fila, p.letra)
  return (
    <div
      id={id} role="option" aria-selected={esActual} tabIndex={-1}
      className="revision-problema" data-indice={indice} data-activo={activo || undefined} data-actual={esActual || undefined}
    >
      <MarcaNivel nivel={p.nivel} />
      <span className="revision-problema-texto">
        <span className="solo-lector">{nombreNivel(p.nivel)}. </span>
        <span className="revision-problema-mensaje">{p.mensaje}</span>
        {p.original !== null && p.convertido !== null && <span className="chico revision-problema-conversion">{p.original} → {p.convertido}</span>}
        {p.quien !== '' && <span className="chico">{p.quien}</span>}
        <span className="suave chico">{lugar}</span>
      </span>
    </div>
  )
}
