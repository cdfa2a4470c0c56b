import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Pagina } from '../../componentes/pagina.tsx'
import { useApp } from '../../estado/contexto.ts'
import type { VistaEnvios } from '../../estado/vista.ts'
import { ENVIOS } from '../../textos/envios.ts'
import { TarjetasNoche } from '../envio/tarjetas-noche.tsx'
import { PaginaAlumno } from '../personas/pagina-alumno.tsx'
import { PaginaCurso } from '../personas/pagina-curso.tsx'
import { DetalleEnvio } from './detalle-envio.tsx'
import { HistorialSence } from './historial-sence.tsx'
import { ListaEnvios } from './lista-envios.tsx'
import { ProcesoArchivo } from './proceso-archivo.tsx'

/** Past sends: what this computer keeps joined with what SENCE says, and what can be asked of SENCE. */
export function PantallaEnvios({ vista }: { vista: VistaEnvios }) {
  const { ir } = useApp()
  const volver = (): void => { const { envioId: _envio, procesoPk: _proceso, ...lista } = vista; ir(lista) }
  if (vista.envioId !== undefined) return <DetalleEnvio key={vista.envioId} envioId={vista.envioId} alVolver={volver} />
  if (vista.procesoPk !== undefined) return <ProcesoArchivo key={vista.procesoPk} procesoPk={vista.procesoPk} alVolver={volver} />
  if (vista.alumno !== undefined) return <PaginaAlumno key={vista.alumno} vista={vista} rut={vista.alumno} />
  if (vista.curso !== undefined) return <PaginaCurso key={`${vista.curso.oferta}|${vista.curso.grupo}`} vista={vista} curso={vista.curso} />
  return (
    <Pagina titulo={ENVIOS.titulo} subtitulo={ENVIOS.subtitulo}>
      <Tabs selectedKey={vista.pestana} onSelectionChange={p => { ir({ ...vista, pestana: p === 'sence' ? 'sence' : 'local' }) }}>
        <TabList aria-label={ENVIOS.titulo}>
          <Tab id="local">{ENVIOS.pestanas.local}</Tab>
          <Tab id="sence">{ENVIOS.pestanas.sence}</Tab>
        </TabList>
        <TabPanel id="local"><TarjetasNoche /><ListaEnvios vista={vista} /></TabPanel>
        <TabPanel id="sence"><HistorialSence codigoInicial={vista.codigoExterno ?? ''} /></TabPanel>
      </Tabs>
    </Pagina>
  )
}
