import './menu-guardar.css'
import { useEffect, useRef } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Boton } from '../../componentes/boton.tsx'
import { escuchar } from '../../puente.ts'
import { GUARDAR as T } from '../../textos/salida.ts'
import { useGuardarPlantilla } from '../planilla/plantilla-con.tsx'
import { useSalidaDeEnvio } from './use-salida.ts'

const OPCIONES = ['comprobante', 'imprimir', 'excel', 'evidencia', 'plantilla'] as const
type Opcion = (typeof OPCIONES)[number]

/** All the ways in which a send leaves the program, in one place; Ctrl+P prints it. */
export function MenuGuardar({ envioId }: { envioId: string }) {
  const salida = useSalidaDeEnvio(envioId)
  const [guardarPlantilla, guardandoPlantilla] = useGuardarPlantilla()
  const ocupado = salida.ocupado || guardandoPlantilla
  const imprimir = useRef(salida.imprimir)
  useEffect(() => { imprimir.current = salida.imprimir })
  useEffect(() => escuchar('menu:accion', ({ accion }) => { if (accion === 'imprimir') void imprimir.current() }), [])

  function hacer(opcion: Opcion): void {
    if (opcion === 'plantilla') void guardarPlantilla({ tipo: 'envio', envioId })
    else void salida[opcion]()
  }

  return (
    <MenuTrigger>
      <Boton icono="descargar" iconoFinal="abajo" isPending={ocupado}>{ocupado ? T.haciendo : T.boton}</Boton>
      <Popover placement="bottom end">
        <Menu className="react-aria-Menu menu-guardar" aria-label={T.menu} onAction={k => { hacer(k as Opcion) }} disabledKeys={ocupado ? OPCIONES : []}>
          <Opcion id="comprobante" />
          <Opcion id="imprimir" tecla="Ctrl+P" />
          <Separator />
          <Opcion id="excel" />
          <Opcion id="evidencia" />
          <Opcion id="plantilla" />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function Opcion({ id, tecla }: { id: Opcion; tecla?: string }) {
  const { nombre, detalle } = T[id]
  return (
    <MenuItem id={id} textValue={nombre}>
      <span className="menu-guardar-textos"><span>{nombre}</span> <span className="suave chico">{detalle}</span></span>
      {tecla !== undefined && <kbd aria-hidden="true">{tecla}</kbd>}
    </MenuItem>
  )
}
