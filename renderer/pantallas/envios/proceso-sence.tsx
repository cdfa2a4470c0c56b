import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { ProcesoHistorial } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { useApp } from '../../estado/contexto.ts'
import { HISTORIAL } from '../../textos/envios.ts'
import { TablaRegistros } from './tabla-registros.tsx'

/** One process of SENCE's history, its records folded away until they are wanted. */
export function ProcesoSence({ proceso: p, alVerCrudo }: { proceso: ProcesoHistorial; alVerCrudo: (crudo: string) => void }) {
  const { ir } = useApp()
  const [abierto, setAbierto] = useState(false)
  const local = p.envioLocal
  const datos = [[HISTORIAL.datos.codigo, p.codigoExterno], [HISTORIAL.datos.estado, p.estado], [HISTORIAL.datos.observaciones, p.observaciones], [HISTORIAL.datos.observacionesSic, p.observacionesSic]] as const
  return (
    <Disclosure className="react-aria-Disclosure proceso" isExpanded={abierto} onExpandedChange={setAbierto}>
      <div className="proceso-cabeza">
        <Heading level={2}>
          <Button slot="trigger">
            <Icono nombre="derecha" tamano={16} />
            <span className="fuerte">{HISTORIAL.procesoTitulo(p.idProceso)}</span>
            <span className="suave sin-quiebre">{fechaDeSence(p.fecha)}</span>
            <span className="suave chico">{HISTORIAL.registros(p)}</span>
          </Button>
        </Heading>
        {local !== null && <Boton variante="enlace" onPress={() => { ir({ seccion: 'envios', pestana: 'sence', envioId: local }) }}>{HISTORIAL.verLocal}</Boton>}
      </div>
      <DisclosurePanel>
        {abierto && (
          <div className="pila proceso-cuerpo">
            <dl className="datos">
              {datos.map(([nombre, valor]) => valor !== null && <div key={nombre}><dt>{nombre}</dt><dd>{valor}</dd></div>)}
            </dl>
            <TablaRegistros proceso={p} alVerCrudo={alVerCrudo} />
            <div><Boton icono="codigo" onPress={() => { alVerCrudo(p.crudo) }}>{HISTORIAL.crudo}</Boton></div>
          </div>
        )}
      </DisclosurePanel>
    </Disclosure>
  )
}

/** SENCE writes `YYYY-MM-DD HH:MM:SS` in Chilean time; anything else is shown as it came. */
function fechaDeSence(fecha: string | null): string {
  const p = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}:\d{2}))?/.exec(fecha ?? '')
  return p ? `${p[3]}-${p[2]}-${p[1]}${p[4] === undefined ? '' : ` ${p[4]}`}` : fecha ?? ''
}
