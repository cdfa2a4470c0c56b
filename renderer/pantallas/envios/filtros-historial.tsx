import { useEffect, useState } from 'react'
import { Form } from 'react-aria-components'
import type { FiltroHistorial } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { CampoFecha } from '../../componentes/campo-fecha.tsx'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { HISTORIAL } from '../../textos/envios.ts'

/** The three filters of the service; an empty one is not sent. */
export function FiltrosHistorial({ codigoInicial, ocupado, alConsultar }: { codigoInicial: string; ocupado: boolean; alConsultar: (f: FiltroHistorial) => void }) {
  const { estado } = useApp()
  const [desde, setDesde] = useState<string | null>(null)
  const [codigo, setCodigo] = useState(codigoInicial)
  const [proceso, setProceso] = useState('')
  /** A date field cannot be emptied from outside, so a new one takes its place. */
  const [limpiezas, setLimpiezas] = useState(0)
  useEffect(() => { setCodigo(codigoInicial) }, [codigoInicial])
  const hayAlgo = desde !== null || codigo !== '' || proceso !== ''

  function consultar(): void {
    const externo = codigo.trim()
    const id = proceso.trim()
    alConsultar({ ...(desde === null ? {} : { fechaDesde: desde }), ...(externo === '' ? {} : { codigoExterno: externo }), ...(id === '' ? {} : { idProceso: id }) })
  }

  return (
    <>
      <p className="suave">{HISTORIAL.intro}{enPractica(estado) ? ` ${HISTORIAL.introPractica}` : ''}</p>
      <Form className="filtros-historial" onSubmit={e => { e.preventDefault(); consultar() }}>
        <CampoFecha key={limpiezas} etiqueta={HISTORIAL.desde} alCambiar={setDesde} />
        <Campo etiqueta={HISTORIAL.codigo} ayuda={HISTORIAL.codigoAyuda} value={codigo} onChange={setCodigo} maxLength={200} autoComplete="off" mono />
        <Campo etiqueta={HISTORIAL.proceso} ayuda={HISTORIAL.procesoAyuda} value={proceso} onChange={setProceso} maxLength={50} autoComplete="off" mono />
        <div className="filtros-botones">
          <Boton variante="primario" type="submit" icono="buscar" isPending={ocupado}>{HISTORIAL.consultar}</Boton>
          <Boton variante="fantasma" isDisabled={!hayAlgo} onPress={() => { setDesde(null); setCodigo(''); setProceso(''); setLimpiezas(n => n + 1) }}>{HISTORIAL.limpiar}</Boton>
        </div>
      </Form>
    </>
  )
}
