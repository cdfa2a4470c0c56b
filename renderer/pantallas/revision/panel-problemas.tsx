/** The list of problems as a panel for the keyboard: arrows to read, Enter to go to the cell. */
import './panel-problemas.css'
import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { z } from 'zod'
import { NivelSchema, type Nivel } from '../../../shared/domain/problema.ts'
import type { BorradorResumen, ProblemaVista } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { BotonIcono } from '../../componentes/boton.tsx'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { numero } from '../../textos/comunes.ts'
import { NIVELES, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { ListaProblemas } from './lista-problemas.tsx'
import { POR_PAGINA, useProblemas } from './use-problemas.ts'

const FiltroNivelSchema = z.enum(['todos', ...NivelSchema.options])

interface PanelProps {
  resumen: BorradorResumen
  nivel: Nivel | 'todos'
  alElegirNivel(nivel: Nivel | 'todos'): void
  /** The one whose cell has the focus. */
  actual: ProblemaVista | null
  alIr(p: ProblemaVista): void
  alCerrar(): void
  alFallar(falla: Falla): void
}

export function PanelProblemas({ resumen, nivel, alElegirNivel, actual, alIr, alCerrar, alFallar }: PanelProps) {
  const totales = { todos: resumen.errores + resumen.avisos + resumen.informaciones, error: resumen.errores, aviso: resumen.avisos, informacion: resumen.informaciones }
  const [pedida, setPedida] = useState(0)
  // An edit may leave fewer pages than the one being read.
  const desde = Math.min(pedida, Math.floor(Math.max(0, totales[nivel] - 1) / POR_PAGINA) * POR_PAGINA)
  const pagina = useProblemas({ id: resumen.id, version: resumen.version, nivel, desde, alFallar })
  const elegir = (n: Nivel | 'todos'): void => {
    setPedida(0)
    alElegirNivel(n)
  }
  return (
    <aside className="revision-panel" aria-label={T.verPanel}>
      <header className="revision-panel-cabecera">
        <h2>{T.problemas}</h2>
        <BotonIcono nombre={T.cerrarPanel} icono="cerrar" onPress={alCerrar} />
      </header>
      <ToggleButtonGroup
        className="react-aria-ToggleButtonGroup revision-niveles"
        aria-label={T.nivelDeLista}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[nivel]}
        onSelectionChange={k => elegir(FiltroNivelSchema.parse([...k][0]))}
      >
        {FiltroNivelSchema.options.map(n => (
          <ToggleButton key={n} id={n} aria-label={T.filtroDeNivel(n === 'todos' ? T.todos : NIVELES[n].titulo, totales[n])}>
            {n === 'todos' ? T.todos : <MarcaNivel nivel={n} />}
            <span>{numero(totales[n])}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {pagina && <ListaProblemas pagina={pagina} actual={actual} alIr={alIr} />}
      {pagina && pagina.total > POR_PAGINA && (
        <footer className="revision-paginas">
          <BotonIcono nombre={T.paginaAnterior} icono="izquierda" isDisabled={desde === 0} onPress={() => setPedida(desde - POR_PAGINA)} />
          <span className="chico">{T.pagina(pagina.desde + 1, pagina.desde + pagina.problemas.length, pagina.total)}</span>
          <BotonIcono nombre={T.paginaSiguiente} icono="derecha" isDisabled={desde + POR_PAGINA >= totales[nivel]} onPress={() => setPedida(desde + POR_PAGINA)} />
        </footer>
      )}
    </aside>
  )
}
