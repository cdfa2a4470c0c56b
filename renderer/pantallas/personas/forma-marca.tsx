import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'
import { ALUMNO } from '../../textos/personas.ts'

export type Forma = 'aceptado' | 'rechazado' | 'desconocido' | 'sence'
export const formaDe = (p: PuntoAlumno): Forma => p.origen === 'sence' ? 'sence' : p.resultado === 'rechazado' ? 'rechazado' : p.resultado === 'aceptado' ? 'aceptado' : 'desconocido'

/** Each result has a shape of its own; the line's colour is inherited. */
export function FormaMarca({ forma }: { forma: Forma }) {
  const toque = <circle r="11" fill="transparent" stroke="none" className="grafico-toque" />
  switch (forma) {
    case 'aceptado': return <>{toque}<circle r="4.5" fill="currentColor" strokeWidth="2" className="grafico-llena" /></>
    case 'rechazado': return <>{toque}<path d="M-5 -5L5 5M-5 5L5 -5" fill="none" strokeWidth="2.5" /></>
    case 'desconocido': return <>{toque}<path d="M0 -6L6 0L0 6L-6 0Z" fill="var(--color-superficie)" strokeWidth="2" /></>
    case 'sence': return <>{toque}<rect x="-4.5" y="-4.5" width="9" height="9" fill="var(--color-superficie)" strokeWidth="2" /></>
  }
}

const CLAVE: readonly (readonly [Forma, string])[] = [['aceptado', ALUMNO.resultados.aceptado], ['rechazado', ALUMNO.resultados.rechazado], ['desconocido', ALUMNO.resultados.desconocido], ['sence', ALUMNO.soloSence]]

/** What each shape means. */
export function ClaveFormas() {
  return <ul className="grafico-leyenda">{CLAVE.map(([forma, texto]) => <li key={forma}><svg width="16" height="16" viewBox="-8 -8 16 16" stroke="var(--color-texto)" aria-hidden="true"><FormaMarca forma={forma} /></svg><span>{texto}</span></li>)}</ul>
}
