import { Boton } from '../componentes/boton.tsx'
import { Icono } from '../componentes/icono.tsx'
import { enPractica, estaConectada, useApp } from '../estado/contexto.ts'
import { ARMAZON } from '../textos/armazon.ts'

/** What must be seen on every screen: that this is practice, or that the OTEC is not connected yet. */
export function Bandas() {
  const { estado, ir, vista } = useApp()
  if (enPractica(estado)) {
    return (
      <header className="banda" data-clase="practica">
        <Icono nombre="practica" />
        <p><strong>{ARMAZON.practica.titulo}.</strong> {ARMAZON.practica.detalle}</p>
        <Boton variante="enlace" onPress={() => { ir({ seccion: 'ajustes', conectar: false }) }}>{ARMAZON.practica.salir}</Boton>
      </header>
    )
  }
  if (estaConectada(estado) || vista.seccion === 'ajustes') return null
  return (
    <header className="banda" data-clase="aviso">
      <Icono nombre="aviso" />
      <p><strong>{ARMAZON.sinCredenciales.titulo}.</strong> <span className="banda-detalle">{ARMAZON.sinCredenciales.detalle}</span></p>
      <Boton variante="enlace" onPress={() => { ir({ seccion: 'ajustes', conectar: true }) }}>{ARMAZON.sinCredenciales.conectar}</Boton>
    </header>
  )
}
