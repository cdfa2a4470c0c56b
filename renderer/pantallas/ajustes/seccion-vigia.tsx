import { Label, Radio, RadioGroup } from 'react-aria-components'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useVigia } from '../../estado/use-vigia.ts'
import { VIGIA } from '../../textos/vigia.ts'
import { Seccion } from './seccion.tsx'
import './vigia.css'

/** Which folder is watched for this OTEC, and what is done with what appears in it. */
export function SeccionVigia() {
  const { estado } = useApp()
  const [vigia, poner] = useVigia()
  const [elegir, eligiendo] = useAccion('vigia:elegir')
  const [dejar] = useAccion('vigia:dejar')
  const [hacer] = useAccion('vigia:hacer')
  const con = (pedido: Promise<typeof vigia>): void => { void pedido.then(v => { if (v) poner(v) }) }
  const sinLugar = enPractica(estado) ? VIGIA.soloReal : estado.perfil === null ? VIGIA.sinOtec : null

  return (
    <Seccion titulo={VIGIA.titulo}>
      <p className="suave">{sinLugar ?? VIGIA.intro}</p>
      {sinLugar === null && vigia && (
        <>
          {vigia.carpeta === null ? <p>{VIGIA.ninguna}</p> : (
            <>
              <p className="vigia-carpeta"><Icono nombre="carpeta" /><span className="mono" title={vigia.carpeta}>{vigia.carpeta}</span></p>
              {!vigia.alcanzable && <Mensaje tono="aviso" titulo={VIGIA.noAlcanza}><p>{VIGIA.noAlcanzaDetalle}</p></Mensaje>}
              <RadioGroup value={vigia.queHacer} onChange={v => { con(hacer({ queHacer: v === 'enviar' ? 'enviar' : 'abrir' })) }}>
                <Label>{VIGIA.queHacer}</Label>
                {(['abrir', 'enviar'] as const).map(q => (
                  <Radio key={q} value={q}><span className="vigia-opcion"><span>{VIGIA.opciones[q].titulo}</span><span className="suave chico">{VIGIA.opciones[q].detalle}</span></span></Radio>
                ))}
              </RadioGroup>
            </>
          )}
          <div className="fila">
            <Boton icono="carpeta" isPending={eligiendo} onPress={() => { con(elegir({})) }}>{vigia.carpeta === null ? VIGIA.elegir : VIGIA.cambiar}</Boton>
            {vigia.carpeta !== null && <Boton variante="fantasma" onPress={() => { con(dejar({})) }}>{VIGIA.dejar}</Boton>}
          </div>
          <p className="suave chico">{VIGIA.yaEstaban}</p>
        </>
      )}
    </Seccion>
  )
}
