import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { PasoActualizacion } from '../../../shared/ipc/modelos-actualizacion.ts'
import { BarraProgreso } from '../../componentes/barra-progreso.tsx'
import { Boton } from '../../componentes/boton.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useSeguido } from '../../estado/use-seguido.ts'
import { ACTUALIZACION as T } from '../../textos/actualizacion.ts'
import { DialogoNovedades } from './dialogo-novedades.tsx'
import { Seccion } from './seccion.tsx'

/** The version that runs, whether there is a newer one, and whether it comes by itself. */
export function SeccionActualizaciones() {
  const [actualizacion] = useSeguido('actualizacion:estado')
  if (actualizacion === null) return null
  const { version, paso } = actualizacion
  return (
    <Seccion titulo={T.titulo}>
      <p>{T.version(version)} <span className="suave">{paso.tipo === 'no-aplica' ? T.motivos[paso.motivo] : paso.tipo === 'al-dia' ? T.alDia(paso.revisadoEn) : ''}</span></p>
      {paso.tipo !== 'no-aplica' && <><Paso paso={paso} /><Sola /></>}
    </Seccion>
  )
}

function Paso({ paso }: { paso: Exclude<PasoActualizacion, { tipo: 'no-aplica' }> }) {
  const [buscar, buscando] = useAccion('actualizacion:buscar')
  const [descargar] = useAccion('actualizacion:descargar')
  const [instalar, instalando] = useAccion('actualizacion:instalar')
  const [novedades, setNovedades] = useState(false)
  const nueva = 'nueva' in paso ? paso : null
  const mirando = buscando || paso.tipo === 'buscando'
  return (
    <>
      <div role="status" className="pila-corta">
        {paso.tipo === 'buscando' && <p className="suave">{T.buscando}</p>}
        {paso.tipo === 'ofrecida' && <p className="fuerte">{T.ofrecida(paso.nueva, paso.bytes)}</p>}
        {paso.tipo === 'lista' && <p className="fuerte">{T.lista(paso.nueva)}</p>}
        {paso.tipo === 'falla' && <Mensaje tono="aviso" titulo={paso.titulo}><p>{paso.queHacer}</p></Mensaje>}
      </div>
      {paso.tipo === 'descargando' && <div className="pila-minima"><p className="fuerte">{T.descargando(paso.nueva)}</p><BarraProgreso etiqueta={T.descargando(paso.nueva)} porcentaje={paso.porcentaje} /></div>}
      <div className="fila">
        {paso.tipo === 'ofrecida' && <Boton variante="primario" icono="descargar" onPress={() => { void descargar({}) }}>{T.descargar}</Boton>}
        {paso.tipo === 'lista' && <Boton variante="primario" isPending={instalando} onPress={() => { void instalar({}) }}>{T.instalar}</Boton>}
        {nueva === null
          ? <Boton icono="recargar" isPending={mirando} onPress={() => { void buscar({}) }}>{T.buscar}</Boton>
          : <Boton onPress={() => { setNovedades(true) }}>{T.queTrae}</Boton>}
      </div>
      {nueva !== null && <DialogoNovedades titulo={T.novedades(nueva.nueva)} novedades={nueva.novedades} abierto={novedades} alCerrar={() => { setNovedades(false) }} />}
    </>
  )
}

function Sola() {
  const { ajustes, ponerAjustes } = useApp()
  const [guardar] = useAccion('app:guardarAjustes')
  return (
    <div className="pila-minima">
      <Checkbox isSelected={ajustes.actualizarSolo} onChange={actualizarSolo => { void guardar({ actualizarSolo }).then(nuevos => { if (nuevos) ponerAjustes(nuevos) }) }}>{T.sola}</Checkbox>
      <p className="suave chico">{T.solaAyuda}</p>
    </div>
  )
}
