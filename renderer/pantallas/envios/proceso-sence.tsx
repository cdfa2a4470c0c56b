import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { ProcesoSence as Proceso } from '../../../shared/ipc/modelos-historial.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { useApp } from '../../estado/contexto.ts'
import { ARCHIVO } from '../../textos/archivo.ts'
import { HISTORIAL } from '../../textos/envios.ts'
import { GUARDADO } from '../../textos/historial.ts'
import { RegistrosSence } from './registros-sence.tsx'

/** One process of SENCE's history, its records folded away until they are wanted. */
export function ProcesoSence({ proceso: p, alVerCrudo }: { proceso: Proceso; alVerCrudo: (crudo: string) => void }) {
  const { ir } = useApp()
  const [abierto, setAbierto] = useState(false)
  const local = p.envioLocal
  const d = HISTORIAL.datos
  const datos = [[d.codigo, p.codigoExterno], [d.estado, p.estado], [d.observaciones, p.observaciones], [d.observacionesSic, p.observacionesSic], [GUARDADO.otec, p.marcas.includes('otra-otec') ? p.otec : null], [GUARDADO.leido, formatInstante(p.leidoEn)]] as const
  return (
    <Disclosure className="react-aria-Disclosure proceso" isExpanded={abierto} onExpandedChange={setAbierto}>
      <div className="proceso-cabeza">
        <Heading level={2}>
          <Button slot="trigger">
            <Icono nombre="derecha" tamano={16} />
            <span className="fuerte">{HISTORIAL.procesoTitulo(p.idProceso)}</span>
            <span className="suave sin-quiebre">{fechaDeSence(p.fecha)}</span>
            <span className="suave chico">{GUARDADO.registros(p.registros, p.rechazados)}</span>
          </Button>
        </Heading>
        {local !== null && <Boton variante="enlace" onPress={() => { ir({ seccion: 'envios', pestana: 'sence', envioId: local }) }}>{HISTORIAL.verLocal}</Boton>}
      </div>
      {p.marcas.length > 0 && <p className="proceso-marcas">{p.marcas.map(m => <Insignia key={m} tono="aviso" icono="aviso">{ARCHIVO.marcas[m]}</Insignia>)}</p>}
      <DisclosurePanel>
        {abierto && (
          <div className="pila proceso-cuerpo">
            <dl className="datos">
              {datos.map(([nombre, valor]) => valor !== null && <div key={nombre}><dt>{nombre}</dt><dd>{valor}</dd></div>)}
            </dl>
            <RegistrosSence proceso={p} alVerCrudo={alVerCrudo} />
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
