import { useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { PerfilEnLista } from '../../../shared/ipc/modelos-perfiles.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Confirmar } from '../../componentes/dialogo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { nombreDeOtec, rutConPuntos } from '../../estado/otec.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { PERFILES } from '../../textos/perfiles.ts'
import { AgregarOtec } from '../credenciales/agregar-otec.tsx'
import { EliminarOtec } from './eliminar-otec.tsx'
import { RenombrarOtec } from './renombrar-otec.tsx'
import { Seccion } from './seccion.tsx'
import './perfiles.css'

type Accion = 'trabajar' | 'renombrar' | 'olvidar' | 'eliminar'

/** The OTECs that are kept on this computer. */
export function SeccionPerfiles() {
  const { estado, ponerEstado, entrarEn, control } = useApp()
  const [abierto, setAbierto] = useState<{ que: Accion | 'agregar'; de: PerfilEnLista | null } | null>(null)
  const [olvidar, olvidando] = useAccion('perfiles:olvidarToken')
  const cerrar = (): void => { setAbierto(null) }
  const deDialogo = (que: Accion): PerfilEnLista | null => (abierto?.que === que ? abierto.de : null)
  const enPantalla = (p: PerfilEnLista): boolean => !enPractica(estado) && estado.perfil?.rutOtec === p.rutOtec

  async function hacer(que: Accion, de: PerfilEnLista): Promise<void> {
    if (que !== 'trabajar') return setAbierto({ que, de })
    if (await entrarEn(de.rutOtec)) avisar({ tono: 'info', titulo: PERFILES.ahora(nombreDeOtec(de)), detalle: rutConPuntos(de.rutOtec) })
  }
  async function alOlvidar(de: PerfilEnLista): Promise<void> {
    const nuevo = await olvidar({ rutOtec: de.rutOtec })
    cerrar()
    if (nuevo === null) return
    ponerEstado(nuevo)
    avisar({ tono: 'exito', titulo: PERFILES.olvidarToken.hecho })
  }
  const olvidado = deDialogo('olvidar')

  return (
    <Seccion titulo={PERFILES.titulo}>
      <p className="suave">{estado.perfiles.length === 0 ? PERFILES.ninguna : PERFILES.intro}</p>
      {estado.perfiles.length > 0 && (
        <ul className="perfiles">
          {estado.perfiles.map(p => (
            <li key={p.rutOtec} className="perfil">
              <Icono nombre="edificio" tamano={20} />
              <div className="perfil-datos"><span className="perfil-nombre dos-lineas" title={nombreDeOtec(p)}>{nombreDeOtec(p)}</span>{p.nombre !== '' && <span className="suave mono">{rutConPuntos(p.rutOtec)}</span>}</div>
              {enPantalla(p) && <Insignia tono="info">{PERFILES.enUso}</Insignia>}
              {!p.conToken && <Insignia tono="aviso">{PERFILES.sinToken}</Insignia>}
              <MenuTrigger>
                <Button aria-label={PERFILES.acciones(nombreDeOtec(p))} data-variante="fantasma" data-icono=""><Icono nombre="mas" /></Button>
                <Popover placement="bottom end">
                  <Menu onAction={k => { void hacer(k as Accion, p) }} disabledKeys={[...(enPantalla(p) || control.ocupado ? ['trabajar'] : []), ...(p.conToken ? [] : ['olvidar']), ...(control.ocupado && enPantalla(p) ? ['olvidar', 'eliminar'] : [])]}>
                    <MenuItem id="trabajar">{PERFILES.trabajar}</MenuItem>
                    <MenuItem id="renombrar">{PERFILES.renombrar}</MenuItem>
                    <MenuItem id="olvidar">{PERFILES.olvidar}</MenuItem>
                    <MenuItem id="eliminar">{PERFILES.eliminar}</MenuItem>
                  </Menu>
                </Popover>
              </MenuTrigger>
            </li>
          ))}
        </ul>
      )}
      <div className="fila"><Boton isDisabled={control.ocupado} onPress={() => { setAbierto({ que: 'agregar', de: null }) }}>{estado.perfiles.length === 0 ? PERFILES.agregarPrimera : PERFILES.agregar}</Boton></div>
      <AgregarOtec abierto={abierto?.que === 'agregar'} alCerrar={cerrar} />
      <RenombrarOtec de={deDialogo('renombrar')} alCerrar={cerrar} />
      <EliminarOtec de={deDialogo('eliminar')} alCerrar={cerrar} />
      <Confirmar
        titulo={PERFILES.olvidarToken.titulo(olvidado === null ? '' : nombreDeOtec(olvidado))} detalle={PERFILES.olvidarToken.detalle} boton={PERFILES.olvidarToken.boton} variante="peligro"
        abierto={olvidado !== null} ocupado={olvidando} alCerrar={cerrar} alConfirmar={() => { if (olvidado) void alOlvidar(olvidado) }}
      />
    </Seccion>
  )
}
