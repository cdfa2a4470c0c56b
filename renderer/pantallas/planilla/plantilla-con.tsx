import './plantilla-con.css'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { pedir } from '../../puente.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PLANILLA } from '../../textos/planilla.ts'

type Fuente = Input<'plantilla:guardarCon'>['fuente']
const T = PLANILLA.plantilla.con
/** Past sends to choose from; older alumnos are in SENCE's history. */
const MAXIMO = 20
const HISTORIAL = 'historial'

/** Saves the template with the alumnos of `fuente`; answers whether it was saved. */
export function useGuardarPlantilla(): [(fuente: Fuente) => Promise<boolean>, boolean] {
  const [guardar, guardando] = useAccion('plantilla:guardarCon')
  return [async (fuente) => {
    const r = await guardar({ fuente })
    if (r?.ruta == null) return false
    avisar({
      tono: 'exito', titulo: T.guardada, detalle: T.guardadaDetalle(r.ruta, r.alumnos, r.conNombre),
      accion: { texto: PLANILLA.plantilla.mostrar, hacer: () => { void pedir('app:mostrarEnCarpeta', { que: 'plantilla' }) } },
    })
    return true
  }, guardando]
}

/** The template with the alumnos of a past send: offered where that send is seen. */
export function BotonPlantillaDe({ envioId }: { envioId: string }) {
  const [guardar, guardando] = useGuardarPlantilla()
  return <Boton icono="descargar" isPending={guardando} onPress={() => { void guardar({ tipo: 'envio', envioId }) }}>{T.deEste}</Boton>
}

/** …and where the template is: choose a past send, or SENCE's history. */
export function PlantillaCon() {
  const [abierto, setAbierto] = useState(false)
  const [elegida, setElegida] = useState<string | null>(null)
  const [guardar, guardando] = useGuardarPlantilla()
  const { datos, falla } = useConsulta('envios:lista', abierto ? {} : null)
  const envios = datos?.filter(e => e.aceptados > 0).slice(0, MAXIMO) ?? []
  const valor = elegida ?? envios[0]?.id ?? HISTORIAL

  async function alGuardar(): Promise<void> {
    if (await guardar(valor === HISTORIAL ? { tipo: 'historial' } : { tipo: 'envio', envioId: valor })) setAbierto(false)
  }

  return (
    <>
      <Boton onPress={() => { setAbierto(true) }}>{T.boton}</Boton>
      <Dialogo titulo={T.titulo} abierto={abierto} alCerrar={() => { setAbierto(false) }} acciones={<>
        <Boton onPress={() => { setAbierto(false) }}>{COMUNES.cancelar}</Boton>
        <Boton variante="primario" icono="descargar" isPending={guardando} isDisabled={datos === null} onPress={() => { void alGuardar() }}>{T.guardar}</Boton>
      </>}>
        <p className="suave">{T.detalle}</p>
        {falla && <MensajeFalla falla={falla} />}
        {datos && (
          <RadioGroup className="react-aria-RadioGroup plantilla-con" value={valor} onChange={setElegida}>
            <Label className="solo-lector">{T.elegir}</Label>
            {envios.map(e => (
              <Radio key={e.id} value={e.id}>
                <span className="plantilla-con-opcion">
                  <span>{T.deEnvio(formatInstante(e.creadoEn), e.nombreArchivo)}</span>
                  <span className="suave chico">{T.cursos(e.cursos.length, e.cursos[0]?.codigoGrupo ?? '')}</span>
                </span>
              </Radio>
            ))}
            <Radio value={HISTORIAL}>
              <span className="plantilla-con-opcion"><span>{T.historial}</span><span className="suave chico">{T.historialDetalle}</span></span>
            </Radio>
          </RadioGroup>
        )}
      </Dialogo>
    </>
  )
}
