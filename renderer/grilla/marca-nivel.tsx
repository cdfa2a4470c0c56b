import type { Nivel } from '../../shared/domain/problema.ts'

/** Told apart by shape, not only by colour: cross in a circle, triangle, letter i in a square. */
const FORMAS: Readonly<Record<Nivel, React.ReactNode>> = {
  error: <><circle cx="8" cy="8" r="7" fill="currentColor" /><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" className="marca-trazo" /></>,
  aviso: <><path d="M8 1.2 15.4 14.4H.6Z" fill="currentColor" /><path d="M8 6v4M8 12.1v.1" className="marca-trazo" /></>,
  informacion: <><rect x="1.2" y="1.2" width="13.6" height="13.6" rx="3" fill="currentColor" /><path d="M8 7.4v4.2M8 4.6v.1" className="marca-trazo" /></>,
}

/** Decoration: whoever draws it says the level in words beside it. */
export function MarcaNivel({ nivel }: { nivel: Nivel }) {
  return <svg className="marca-nivel" data-nivel={nivel} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">{FORMAS[nivel]}</svg>
}
