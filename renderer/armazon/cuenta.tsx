import { useState } from 'react'
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Icono } from '../componentes/icono.tsx'
import { avisar } from '../estado/avisos.ts'
import { enPractica, useApp } from '../estado/contexto.ts'
import { nombreDeOtec, rutConPuntos } from '../estado/otec.ts'
import { AgregarOtec } from '../pantallas/credenciales/agregar-otec.tsx'
import { ARMAZON } from '../textos/armazon.ts'
import { PERFILES } from '../textos/perfiles.ts'
import './cuenta.css'

const PRACTICA = 'practica', AGREGAR = 'agregar', ADMINISTRAR = 'administrar'

/** Whose data these are, on every screen, and the way to another OTEC: who keeps two must not have to guess. */
export function Cuenta() {
  const { estado, entrar, entrarEn, ir, control } = useApp()
  const [agregando, setAgregando] = useState(false)
  const { perfil, perfiles } = estado
  const practica = enPractica(estado)
  const titulo = practica ? ARMAZON.cuenta.practica : perfil ? nombreDeOtec(perfil) : ARMAZON.cuenta.sinConectar
  const rut = practica || perfil === null ? null : rutConPuntos(perfil.rutOtec)
  const actual = practica ? PRACTICA : perfil?.rutOtec

  async function hacer(clave: string): Promise<void> {
    if (clave === actual) return
    if (clave === AGREGAR) return setAgregando(true)
    if (clave === ADMINISTRAR) return ir({ seccion: 'ajustes', conectar: false })
    if (clave === PRACTICA) { await entrar('practica'); return }
    const otra = perfiles.find(p => p.rutOtec === clave)
    if (otra && await entrarEn(otra.rutOtec)) avisar({ tono: 'info', titulo: PERFILES.ahora(nombreDeOtec(otra)), detalle: rutConPuntos(otra.rutOtec) })
  }

  return (
    <>
      <MenuTrigger>
        <Button className="lateral-cuenta" aria-label={PERFILES.cambiar(rut === null || titulo === rut ? titulo : `${titulo}, ${rut}`)}>
          <Icono nombre={practica ? 'practica' : 'edificio'} tamano={20} />
          <span className="lateral-texto" title={titulo}>
            <span className="dos-lineas">{titulo}</span>
            {rut !== null && rut !== titulo && <span className="suave chico">{rut}</span>}
          </span>
          <Icono nombre="arriba" tamano={16} />
        </Button>
        <Popover placement="top start" className="react-aria-Popover cuenta-menu">
          <Menu aria-label={PERFILES.menu} selectedKeys={actual === undefined ? [] : [actual]} onAction={k => { void hacer(String(k)) }}
            disabledKeys={control.ocupado ? [PRACTICA, AGREGAR, ...perfiles.map(p => p.rutOtec)].filter(k => k !== actual) : []}>
            <MenuSection selectionMode="single" selectedKeys={actual === undefined ? [] : [actual]}>
              <Header>{control.ocupado ? PERFILES.ocupado : PERFILES.menu}</Header>
              {perfiles.map(p => (
                <MenuItem key={p.rutOtec} id={p.rutOtec} textValue={nombreDeOtec(p)} className="react-aria-MenuItem cuenta-opcion">
                  <Icono nombre="visto" tamano={16} />
                  <span className="cuenta-nombre" title={nombreDeOtec(p)}><span className="dos-lineas">{nombreDeOtec(p)}</span>{p.nombre !== '' && <span className="suave chico">{rutConPuntos(p.rutOtec)}</span>}</span>
                  {!p.conToken && <span className="suave chico">{PERFILES.sinToken}</span>}
                </MenuItem>
              ))}
              <MenuItem id={PRACTICA} textValue={PERFILES.practica} className="react-aria-MenuItem cuenta-opcion"><Icono nombre="visto" tamano={16} />{PERFILES.practica}</MenuItem>
            </MenuSection>
            <Separator />
            <MenuItem id={AGREGAR}>{perfiles.length === 0 ? PERFILES.agregarPrimera : PERFILES.agregar}</MenuItem>
            <MenuItem id={ADMINISTRAR}>{PERFILES.administrar}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <AgregarOtec abierto={agregando} alCerrar={() => { setAgregando(false) }} />
    </>
  )
}
