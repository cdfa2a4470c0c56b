import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { LlamadaVista } from '../../../shared/ipc/modelos.ts'
import { Icono } from '../../componentes/icono.tsx'
import { DETALLE } from '../../textos/envios.ts'
import { CuerpoLlamada } from './cuerpo-llamada.tsx'

/** What was sent and what came back, byte by byte, with its fingerprint. */
export function RespaldoLlamada({ llamada: l }: { llamada: LlamadaVista }) {
  const [abierto, setAbierto] = useState(false)
  const d = DETALLE.datos
  const datos: readonly (readonly [string, string | null, boolean])[] = [
    [d.codigoEnvio, l.codigoEnvio, true],
    [d.proceso, l.idProceso, true],
    [d.enviado, l.enviadoEn && formatInstante(l.enviadoEn), false],
    [d.respondido, l.respondidoEn === null ? DETALLE.sinRespuesta : formatInstante(l.respondidoEn), false],
    [DETALLE.consultado, l.consultadaEn && formatInstante(l.consultadaEn), false],
    [d.http, l.httpEstado === null ? null : String(l.httpEstado), true],
    [d.sic, l.respuestaSic, false],
    [d.sha, l.sha256, true],
  ]
  return (
    <Disclosure isExpanded={abierto} onExpandedChange={setAbierto}>
      <Heading level={3}><Button slot="trigger"><Icono nombre="derecha" tamano={16} />{DETALLE.respaldo}</Button></Heading>
      <DisclosurePanel>
        <div className="pila respaldo">
          <dl className="datos">
            {datos.map(([nombre, valor, mono]) => valor !== null && <div key={nombre}><dt>{nombre}</dt><dd className={mono ? 'mono' : undefined}>{valor}</dd></div>)}
          </dl>
          <p className="suave chico">{DETALLE.shaNota}</p>
          {abierto && <CuerpoLlamada llamada={l} />}
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}
