/** The list of problems as a panel for the keyboard: in the order of the workbook, or by cause. Enter goes to the cell. */
import './panel-problemas.css'
import './causas.css'
import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { BorradorResumen, ProblemaVista } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { BotonIcono } from '../../componentes/boton.tsx'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { TEXTOS_CAUSAS } from '../../textos/causas.ts'
import { numero } from '../../textos/comunes.ts'
import { NIVELES, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import type { DialogoArreglo } from './dialogo-arreglo.tsx'
import { PaginaDeProblemas } from './pagina-problemas.tsx'
import { elegida, opcionesDe } from './opciones.ts'
import { PanelCausas } from './panel-causas.tsx'

const NIVELES_DE_LISTA = ['todos', ...opcionesDe(NIVELES)] as const
const VISTAS = ['orden', 'causa'] as const
type Vista = (typeof VISTAS)[number]

export interface PanelProps {
  resumen: BorradorResumen
  nivel: Nivel | 'todos'
  alElegirNivel(nivel: Nivel | 'todos'): void
  /** The cause that is open; null: none. */
  causa: Causa | null
  alAbrirCausa(causa: Causa | null): void
  soloFilas: boolean
  /** `tablas`: those where the cause is found. */
  alFiltrarFilas(solo: boolean, tablas: readonly string[]): void
  alArreglar: Parameters<typeof DialogoArreglo>[0]['alAplicar']
  /** The one whose cell has the focus. */
  actual: ProblemaVista | null
  alIr(p: ProblemaVista): void
  alCerrar(): void
  alFallar(falla: Falla): void
}

export function PanelProblemas(p: PanelProps) {
  const { resumen, nivel } = p
  const [vista, setVista] = useState<Vista>('orden')
  const totales = { todos: resumen.errores + resumen.avisos + resumen.informaciones, error: resumen.errores, aviso: resumen.avisos, informacion: resumen.informaciones }
  // A cause has one level: choosing another goes back to the list of causes.
  const elegir = (n: Nivel | 'todos'): void => {
    p.alAbrirCausa(null)
    p.alElegirNivel(n)
  }
  const ver = (v: Vista): void => {
    p.alAbrirCausa(null)
    setVista(v)
  }
  return (
    <aside className="revision-panel" aria-label={T.verPanel}>
      <header className="revision-panel-cabecera">
        <h2>{T.problemas}</h2>
        <BotonIcono nombre={T.cerrarPanel} icono="cerrar" onPress={p.alCerrar} />
      </header>
      <ToggleButtonGroup
        className="react-aria-ToggleButtonGroup revision-niveles"
        aria-label={T.nivelDeLista}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[nivel]}
        onSelectionChange={k => elegir(elegida(NIVELES_DE_LISTA, [...k][0], nivel))}
      >
        {NIVELES_DE_LISTA.map(n => (
          <ToggleButton key={n} id={n} aria-label={T.filtroDeNivel(n === 'todos' ? T.todos : NIVELES[n].titulo, totales[n])}>
            <span className="revision-nivel-cuenta">{n !== 'todos' && <MarcaNivel nivel={n} />}{numero(totales[n])}</span>
            <span>{n === 'todos' ? T.todos : NIVELES[n].titulo}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup
        className="react-aria-ToggleButtonGroup revision-vista"
        aria-label={TEXTOS_CAUSAS.vista}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[vista]}
        onSelectionChange={k => ver(elegida(VISTAS, [...k][0], vista))}
      >
        <ToggleButton id="orden">{TEXTOS_CAUSAS.enOrden}</ToggleButton>
        <ToggleButton id="causa">{TEXTOS_CAUSAS.porCausa}</ToggleButton>
      </ToggleButtonGroup>
      {vista === 'orden'
        // Another level starts at its first page.
        ? <PaginaDeProblemas key={nivel} resumen={resumen} nivel={nivel} causa={null} total={totales[nivel]} actual={p.actual} alIr={p.alIr} alFallar={p.alFallar} />
        : <PanelCausas {...p} />}
    </aside>
  )
}
