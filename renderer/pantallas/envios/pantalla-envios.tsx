import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Pagina } from '../../componentes/pagina.tsx'
import { useApp } from '../../estado/contexto.ts'
import type { Vista } from '../../estado/vista.ts'
import { ENVIOS } from '../../textos/envios.ts'
import { TarjetasNoche } from '../envio/tarjetas-noche.tsx'
import { DetalleEnvio } from './detalle-envio.tsx'
import { HistorialSence, type ConsultaSence } from './historial-sence.tsx'
import { ListaEnvios } from './lista-envios.tsx'

/** Past sends: what this computer keeps, and what SENCE says. */
export function PantallaEnvios({ vista }: { vista: Extract<Vista, { seccion: 'envios' }> }) {
  const { ir } = useApp()
  const [consulta, setConsulta] = useState<ConsultaSence | null>(null)
  if (vista.envioId !== undefined) return <DetalleEnvio key={vista.envioId} envioId={vista.envioId} alVolver={() => { ir({ seccion: 'envios', pestana: vista.pestana }) }} />
  return (
    <Pagina titulo={ENVIOS.titulo} subtitulo={ENVIOS.subtitulo}>
      <Tabs selectedKey={vista.pestana} onSelectionChange={p => { ir({ seccion: 'envios', pestana: p === 'sence' ? 'sence' : 'local' }) }}>
        <TabList aria-label={ENVIOS.titulo}>
          <Tab id="local">{ENVIOS.pestanas.local}</Tab>
          <Tab id="sence">{ENVIOS.pestanas.sence}</Tab>
        </TabList>
        <TabPanel id="local"><TarjetasNoche /><ListaEnvios /></TabPanel>
        <TabPanel id="sence"><HistorialSence codigoInicial={vista.codigoExterno ?? ''} consulta={consulta} setConsulta={setConsulta} /></TabPanel>
      </Tabs>
    </Pagina>
  )
}
