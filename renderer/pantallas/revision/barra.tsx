/** What is shown of the sheet, and the commands over it. */
import type { RefObject } from 'react'
import { Button, Input, Label, ListBox, ListBoxItem, Menu, MenuItem, MenuTrigger, Popover, SearchField, Select, SelectValue, ToggleButton, Toolbar } from 'react-aria-components'
import { Icono } from '../../componentes/icono.tsx'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import { FILTROS, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { Boton } from '../../componentes/boton.tsx'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { numero } from '../../textos/comunes.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'
import { BotonCambios } from './cambios.tsx'
import { BotonFiltros } from './filtros.tsx'
import type { Vista } from './use-vista.ts'
import { BotonExportar } from './boton-exportar.tsx'
import { BotonTecla } from './boton-tecla.tsx'
import { elegida, opcionesDe } from './opciones.ts'

const OPCIONES = opcionesDe(FILTROS)

interface BarraProps {
  resumen: BorradorResumen
  vista: Vista
  alQuitarFiltros(): void
  alFallar(f: Falla): void
  /** Opens find and replace. */
  alAbrirBusqueda(): void
  alAgregarFila(): void
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
  const { vista } = p
  return (
    <div className="revision-barra">
      <Select
        className="react-aria-Select revision-filtro"
        value={vista.filtro}
        onChange={k => vista.setFiltro(elegida(OPCIONES, k, vista.filtro))}
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
        value={vista.buscar}
        onChange={vista.setBuscar}
        onSubmit={p.alEncontrar}
      >
        <div className="react-aria-Group">
          <Icono nombre="buscar" tamano={16} />
          <Input ref={p.campoBuscar} placeholder={T.buscar} maxLength={200} />
          <Button aria-label={T.borrarBusqueda} data-variante="fantasma"><Icono nombre="cerrar" tamano={14} /></Button>
        </div>
      </SearchField>
      <span className="suave chico revision-mostradas">{T.filasMostradas(p.mostradas, p.total)}</span>
      {vista.filtrada && <Boton variante="enlace" onPress={p.alQuitarFiltros}>{TEXTOS_EDICION.filtros.quitar}</Boton>}
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
      <BotonTecla icono="buscar" nombre={TEXTOS_EDICION.buscar.titulo} tecla="Ctrl+F" alPulsar={p.alAbrirBusqueda} />
      <BotonFiltros resumen={resumen} vista={p.vista} alQuitar={p.alQuitarFiltros} alFallar={p.alFallar} />
      <BotonExportar id={resumen.id} />
      <MenuTrigger>
        <Button aria-label={T.opcionesFilas} data-variante="fantasma" data-icono=""><Icono nombre="mas" /></Button>
        <Popover>
          <Menu disabledKeys={p.mostradas === 0 ? ['fuera', 'incluir'] : []} onAction={k => { if (k === 'agregar') p.alAgregarFila(); else p.alIncluirMostradas(k === 'incluir') }}>
            <MenuItem id="agregar">{TEXTOS_EDICION.menu.agregar}</MenuItem>
            <MenuItem id="fuera">{T.dejarFueraMostradas(p.mostradas)}</MenuItem>
            <MenuItem id="incluir">{T.incluirMostradas(p.mostradas)}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ToggleButton isSelected={p.panelAbierto} onChange={p.alAbrirPanel} className="react-aria-ToggleButton revision-boton-panel" aria-label={T.verPanelCon(resumen.errores, resumen.avisos)}>
        <Icono nombre="lista" />
        {!p.panelAbierto && resumen.errores > 0 && <span className="revision-cuenta" data-nivel="error"><MarcaNivel nivel="error" />{numero(resumen.errores)}</span>}
        {!p.panelAbierto && resumen.avisos > 0 && <span className="revision-cuenta" data-nivel="aviso"><MarcaNivel nivel="aviso" />{numero(resumen.avisos)}</span>}
      </ToggleButton>
    </Toolbar>
  )
}
