import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Pagina } from '../../componentes/pagina.tsx'
import { useApp } from '../../estado/contexto.ts'
import type { PestanaAyuda } from '../../estado/vista.ts'
import { AYUDA } from '../../textos/ayuda.ts'
import { AyudaAcerca } from './ayuda-acerca.tsx'
import { AyudaCodigos } from './ayuda-codigos.tsx'
import { AyudaColumnas } from './ayuda-columnas.tsx'
import { AyudaDia } from './ayuda-dia.tsx'
import { AyudaLicencias } from './ayuda-licencias.tsx'
import { AyudaTeclado } from './ayuda-teclado.tsx'

const PANELES: Record<PestanaAyuda, () => React.ReactNode> = { dia: AyudaDia, columnas: AyudaColumnas, codigos: AyudaCodigos, teclado: AyudaTeclado, acerca: AyudaAcerca, licencias: AyudaLicencias }
const PESTANAS = ['dia', 'columnas', 'codigos', 'teclado', 'acerca', 'licencias'] as const satisfies readonly PestanaAyuda[]

/** Help that works without a network: what a colleague would answer. */
export function PantallaAyuda({ pestana }: { pestana: PestanaAyuda }) {
  const { ir } = useApp()
  return (
    <Pagina titulo={AYUDA.titulo}>
      <Tabs selectedKey={pestana} onSelectionChange={k => { ir({ seccion: 'ayuda', pestana: PESTANAS.find(p => p === k) ?? 'dia' }) }}>
        <TabList aria-label={AYUDA.titulo}>{PESTANAS.map(p => <Tab key={p} id={p}>{AYUDA.pestanas[p]}</Tab>)}</TabList>
        {PESTANAS.map(p => {
          const Panel = PANELES[p]
          return <TabPanel key={p} id={p} className="react-aria-TabPanel pestana"><Panel /></TabPanel>
        })}
      </Tabs>
    </Pagina>
  )
}
