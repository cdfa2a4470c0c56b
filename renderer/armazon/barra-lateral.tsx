import { Button } from 'react-aria-components'
import { Icono, Marca, type NombreIcono } from '../componentes/icono.tsx'
import { useApp } from '../estado/contexto.ts'
import { VISTA_DE_SECCION, type Seccion } from '../estado/vista.ts'
import { ARMAZON } from '../textos/armazon.ts'
import { COMUNES } from '../textos/comunes.ts'
import { Cuenta } from './cuenta.tsx'

const ARRIBA: readonly Seccion[] = ['planilla', 'envios']
const ABAJO: readonly Seccion[] = ['ayuda', 'ajustes']
const ICONOS: Record<Seccion, NombreIcono> = { planilla: 'planilla', envios: 'envios', ayuda: 'ayuda', ajustes: 'ajustes' }

export function BarraLateral() {
  return (
    <nav className="lateral" aria-label={ARMAZON.navegacion}>
      <p className="lateral-marca"><Marca /><span className="lateral-texto">{COMUNES.nombre}</span></p>
      <ul>{ARRIBA.map(s => <li key={s}><Enlace seccion={s} /></li>)}</ul>
      <ul className="lateral-abajo">{ABAJO.map(s => <li key={s}><Enlace seccion={s} /></li>)}</ul>
      <Cuenta />
    </nav>
  )
}

function Enlace({ seccion }: { seccion: Seccion }) {
  const { vista, ir } = useApp()
  const actual = vista.seccion === seccion
  return (
    <Button className="lateral-enlace" {...(actual ? { 'aria-current': 'page' as const } : {})} onPress={() => { ir(VISTA_DE_SECCION[seccion]) }}>
      <Icono nombre={ICONOS[seccion]} tamano={20} />
      <span className="lateral-texto">{ARMAZON.secciones[seccion]}</span>
    </Button>
  )
}
