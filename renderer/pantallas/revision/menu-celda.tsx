/** What can be done to the cells chosen, where they are: right click, the menu key or Shift+F10. */
import './edicion.css'
import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import { celdasDe, filasDe, type Caja } from '../../grilla/seleccion.ts'
import type { LugarMenu } from '../../grilla/tipos.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'

const T = TEXTOS_EDICION.menu

export interface AccionesMenu {
  copiar(): void
  cortar(): void
  vaciar(): void
  abajo(): void
  columna(): void
  fila(): void
  ordenar(sentido: 'asc' | 'desc' | null): void
  soloAlumno(): void
  reemplazar(): void
  agregar(): void
  quitar(): void
  incluir(si: boolean): void
}
interface MenuProps {
  lugar: LugarMenu
  caja: Caja
  ordenada: boolean
  /** Rows of the range that were added here, of those on view. */
  agregadas: number
  conAlumno: boolean
  acciones: AccionesMenu
  alCerrar(): void
}

export function MenuCelda({ lugar, caja, ordenada, agregadas, conAlumno, acciones: a, alCerrar }: MenuProps) {
  const ancla = useRef<HTMLSpanElement>(null)
  const filas = filasDe(caja)
  return (
    <>
      <span ref={ancla} className="revision-ancla" style={{ left: lugar.x, top: lugar.y }} />
      <Popover aria-label={T.titulo} triggerRef={ancla} isOpen onOpenChange={abierto => { if (!abierto) alCerrar() }} placement="bottom start" offset={0} className="react-aria-Popover revision-menu-celda">
        <Menu aria-label={T.titulo} autoFocus="first" onClose={alCerrar}>
          <Accion id="copiar" texto={T.copiar} tecla="Ctrl+C" hacer={a.copiar} />
          <Accion id="cortar" texto={T.cortar} tecla="Ctrl+X" hacer={a.cortar} />
          <Accion id="vaciar" texto={T.vaciar} tecla="Supr" hacer={a.vaciar} />
          {(filas > 1 || caja.f0 > 0) && <Accion id="abajo" texto={T.abajo} tecla="Ctrl+D" hacer={a.abajo} />}
          <Accion id="reemplazar" texto={T.reemplazar} tecla="Ctrl+H" hacer={a.reemplazar} />
          <Separator />
          {celdasDe(caja) === 1 && <Accion id="columna" texto={T.columna} tecla="Ctrl+A" hacer={a.columna} />}
          {celdasDe(caja) === 1 && <Accion id="fila" texto={T.fila} tecla="Mayús+Espacio" hacer={a.fila} />}
          <Accion id="asc" texto={T.ordenarAsc} hacer={() => a.ordenar('asc')} />
          <Accion id="desc" texto={T.ordenarDesc} hacer={() => a.ordenar('desc')} />
          {ordenada && <Accion id="sin-orden" texto={T.sinOrden} hacer={() => a.ordenar(null)} />}
          {conAlumno && <Accion id="alumno" texto={T.soloAlumno} hacer={a.soloAlumno} />}
          <Separator />
          <Accion id="fuera" texto={T.dejarFuera(filas)} hacer={() => a.incluir(false)} />
          <Accion id="incluir" texto={T.incluir(filas)} hacer={() => a.incluir(true)} />
          <Accion id="agregar" texto={T.agregar} hacer={a.agregar} />
          {agregadas > 0 && <Accion id="quitar" texto={T.quitar(agregadas)} hacer={a.quitar} />}
        </Menu>
      </Popover>
    </>
  )
}

function Accion({ id, texto, tecla, hacer }: { id: string; texto: string; tecla?: string; hacer(): void }) {
  return <MenuItem id={id} textValue={texto} onAction={hacer}><span>{texto}</span>{tecla !== undefined && <> <kbd>{tecla}</kbd></>}</MenuItem>
}
