import { useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { CorrespondenciaGuardada } from '../../../shared/ipc/modelos-asistente.ts'
import { Boton, BotonIcono } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Confirmar, Dialogo } from '../../componentes/dialogo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { ASISTENTE, CORRESPONDENCIA as T } from '../../textos/asistente.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { Seccion } from './seccion.tsx'

/** What was remembered of the columns of other workbooks: to be called otherwise, or forgotten. */
export function SeccionCorrespondencias() {
  const { datos, falla, recargar } = useConsulta('correspondencias:lista', {})
  const [porOlvidar, setPorOlvidar] = useState<CorrespondenciaGuardada | null>(null)
  const [porNombrar, setPorNombrar] = useState<CorrespondenciaGuardada | null>(null)
  const [olvidar, olvidando] = useAccion('correspondencias:olvidar')
  const alOlvidar = async (): Promise<void> => {
    if (porOlvidar) await olvidar({ id: porOlvidar.id })
    setPorOlvidar(null)
    recargar()
  }
  return (
    <Seccion titulo={T.seccion}>
      <p className="suave">{T.seccionDetalle}</p>
      {falla && <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} />}
      {datos?.length === 0 && <p className="suave">{T.vacia}</p>}
      {datos && datos.length > 0 && (
        <ul className="lista-borradores">
          {datos.map(c => (
            <li key={c.id}>
              <Icono nombre="planilla" />
              <div className="borrador-datos">
                <p className="cortado" title={c.nombre}>{c.nombre}</p>
                <p className="suave chico">{[T.resumen(c.columnas, c.fijos, c.lecturas), T.ultimaVez(formatInstante(c.usadaEn))].filter(t => t !== '').join(' · ')}</p>
              </div>
              <BotonIcono nombre={T.renombrar(c.nombre)} icono="lapiz" onPress={() => { setPorNombrar(c) }} />
              <BotonIcono nombre={T.olvidarUna(c.nombre)} icono="basura" onPress={() => { setPorOlvidar(c) }} />
            </li>
          ))}
        </ul>
      )}
      {porNombrar && <Renombrar c={porNombrar} alCerrar={() => { setPorNombrar(null); recargar() }} />}
      <Confirmar
        titulo={T.olvidarTitulo} detalle={T.olvidarDetalle(porOlvidar?.nombre ?? '')} boton={T.olvidar} variante="peligro"
        abierto={porOlvidar !== null} ocupado={olvidando} alCerrar={() => { setPorOlvidar(null) }} alConfirmar={() => { void alOlvidar() }}
      />
    </Seccion>
  )
}

function Renombrar({ c, alCerrar }: { c: CorrespondenciaGuardada; alCerrar: () => void }) {
  const [nombre, setNombre] = useState(c.nombre)
  const [renombrar, ocupado] = useAccion('correspondencias:renombrar')
  const vacio = nombre.trim() === ''
  const guardar = async (): Promise<void> => {
    if (!vacio && await renombrar({ id: c.id, nombre: nombre.trim() })) alCerrar()
  }
  return (
    <Dialogo titulo={T.renombrarTitulo} abierto alCerrar={alCerrar} acciones={<>
      <Boton onPress={alCerrar}>{COMUNES.cancelar}</Boton>
      <Boton variante="primario" isDisabled={vacio} isPending={ocupado} onPress={() => { void guardar() }}>{T.guardar}</Boton>
    </>}>
      <form onSubmit={(e) => { e.preventDefault(); void guardar() }}>
        <Campo etiqueta={ASISTENTE.resultado.nombre} error={vacio ? ASISTENTE.resultado.nombreFalta : null} value={nombre} onChange={setNombre} maxLength={100} autoFocus />
      </form>
    </Dialogo>
  )
}
