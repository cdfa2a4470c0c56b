/** What is shown of the sheet, and the commands over it. */
import type { RefObject } from 'react'
import { Button, Input, Label, ListBox, ListBoxItem, Menu, MenuItem, MenuTrigger, Popover, SearchField, Select, SelectValue, ToggleButton, Toolbar } from 'react-aria-components'
import { Icono } from '../../componentes/icono.tsx'
import type { BorradorResumen, FiltroFilas } from '../../../shared/ipc/modelos.ts'
import { FILTROS, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { BotonCambios } from './cambios.tsx'
import { BotonTecla } from './boton-tecla.tsx'
import { elegida, opcionesDe } from './opciones.ts'

const OPCIONES = opcionesDe(FILTROS)

interface BarraProps {
  resumen: BorradorResumen
  filtro: FiltroFilas
  alFiltrar(filtro: FiltroFilas): void
  buscar: string
  alBuscar(texto: string): void
  campoBuscar: RefObject<HTMLInputElement | null>
  /** Enter in the search box goes on to what was found. */
  alEncontrar(): void
  mostradas: number
  total: number
  panelAbierto: boolean
  alAbrirPanel(abierto: boolean): void
  alDeshacer(): void
  alRehacer(): void
  /** Goes to the moment after that many changes. */
  alIrACambio(aplicados: number): void
  alSiguiente(): void
  alAnterior(): void
  alIncluirMostradas(incluir: boolean): void
}

export function Barra(p: BarraProps) {
  return (
    <div className="revision-barra">
      <Select
        className="react-aria-Select revision-filtro"
        value={p.filtro}
        onChange={k => p.alFiltrar(elegida(OPCIONES, k, p.filtro))}
      >
        <Label className="react-aria-Label revision-rotulo">{T.mostrar}</Label>
        <Button><SelectValue /><Icono nombre="abajo" /></Button>
        <Popover>
          <ListBox>
            {OPCIONES.map(f => <ListBoxItem key={f} id={f}>{FILTROS[f]}</ListBoxItem>)}
          </ListBox>
        </Popover>
      </Select>
      <SearchField
        className="react-aria-SearchField revision-buscar"
        aria-label={T.buscar}
        value={p.buscar}
        onChange={p.alBuscar}
        onSubmit={p.alEncontrar}
      >
        <div className="react-aria-Group">
          <Icono nombre="buscar" tamano={16} />
          <Input ref={p.campoBuscar} placeholder={T.buscar} maxLength={200} />
          <Button aria-label={T.borrarBusqueda} data-variante="fantasma"><Icono nombre="cerrar" tamano={14} /></Button>
        </div>
      </SearchField>
      <span className="suave chico revision-mostradas">{T.filasMostradas(p.mostradas, p.total)}</span>
      <Herramientas {...p} />
    </div>
  )
}

function Herramientas(p: BarraProps) {
  const { resumen } = p
  return (
    <Toolbar aria-label={T.herramientas} className="react-aria-Toolbar revision-herramientas">
      <BotonTecla
        icono="deshacer"
        desactivado={!resumen.puedeDeshacer}
        nombre={resumen.puedeDeshacer ? T.conQue(T.deshacer, resumen.textoDeshacer) : T.deshacer}
        tecla="Ctrl+Z"
        alPulsar={p.alDeshacer}
      />
      <BotonTecla
        icono="rehacer"
        desactivado={!resumen.puedeRehacer}
        nombre={resumen.puedeRehacer ? T.conQue(T.rehacer, resumen.textoRehacer) : T.rehacer}
        tecla="Ctrl+Y"
        alPulsar={p.alRehacer}
      />
      <BotonCambios id={resumen.id} version={resumen.version} alIr={p.alIrACambio} />
      <span className="revision-separador" aria-hidden="true" />
      <BotonTecla icono="arriba" nombre={T.anterior} tecla={T.teclaAnterior} alPulsar={p.alAnterior} />
      <BotonTecla icono="abajo" nombre={T.siguiente} tecla={T.teclaSiguiente} alPulsar={p.alSiguiente} />
      <span className="revision-separador" aria-hidden="true" />
      <MenuTrigger>
        <Button aria-label={T.opcionesFilas} data-variante="fantasma" data-icono=""><Icono nombre="mas" /></Button>
        <Popover>
          <Menu disabledKeys={p.mostradas === 0 ? ['fuera', 'incluir'] : []} onAction={k => p.alIncluirMostradas(k === 'incluir')}>
            <MenuItem id="fuera">{T.dejarFueraMostradas(p.mostradas)}</MenuItem>
            <MenuItem id="incluir">{T.incluirMostradas(p.mostradas)}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ToggleButton isSelected={p.panelAbierto} onChange={p.alAbrirPanel} data-icono="" aria-label={T.verPanel}><Icono nombre="lista" /></ToggleButton>
    </Toolbar>
  )
}
