import './asistente.css'
import { useState } from 'react'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Confirmar } from '../../componentes/dialogo.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { ASISTENTE, CORRESPONDENCIA as T } from '../../textos/asistente.ts'

/** That the columns were read as the person had said another time, with the ways to change it and to forget it. */
export function AvisoCorrespondencia({ resumen }: { resumen: BorradorResumen }) {
  const { control } = useApp()
  const [preguntando, setPreguntando] = useState(false)
  const [olvidada, setOlvidada] = useState(false)
  const [olvidar, olvidando] = useAccion('correspondencias:olvidar')
  const usada = resumen.correspondencia
  if (usada === undefined) return null
  const alOlvidar = async (): Promise<void> => {
    const listo = await olvidar({ id: usada.id })
    setPreguntando(false)
    if (!listo) return
    setOlvidada(true)
    avisar({ tono: 'exito', titulo: T.olvidada, detalle: usada.nombre })
  }
  return (
    <p className="asistente-aviso">
      <span className="cortado" title={usada.nombre}>{T.usada(usada.nombre)}</span>
      <Boton variante="enlace" onPress={() => { void control.preparar(resumen) }}>{T.cambiar}</Boton>
      {!olvidada && <Boton variante="enlace" onPress={() => { setPreguntando(true) }}>{T.olvidar}</Boton>}
      <Confirmar titulo={T.olvidarTitulo} detalle={T.olvidarDetalle(usada.nombre)} boton={T.olvidar} abierto={preguntando} ocupado={olvidando} alCerrar={() => { setPreguntando(false) }} alConfirmar={() => { void alOlvidar() }} />
    </p>
  )
}

/** The way to another sheet, or to other columns, beside the notes that tell what was not read. */
export function ElegirColumnas({ resumen }: { resumen: BorradorResumen }) {
  const { control } = useApp()
  if (resumen.correspondencia !== undefined || resumen.disposicion === 'por-hojas') return null
  return <Boton variante="enlace" onPress={() => { void control.preparar(resumen) }}>{ASISTENTE.otra}</Boton>
}
