import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Licencia } from '../../../shared/ipc/modelos-licencias.ts'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { Buscador } from '../../componentes/buscador.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { AYUDA } from '../../textos/ayuda.ts'
import { COMUNES } from '../../textos/comunes.ts'
import './licencias.css'

const t = AYUDA.licencias

/** Whose work the program carries, and under which terms. */
export function AyudaLicencias() {
  const { datos, falla } = useConsulta('app:licencias', {})
  const [buscar, setBuscar] = useState('')
  if (falla) return <MensajeFalla falla={falla} />
  if (!datos) return <p className="suave" role="status">{COMUNES.cargando}</p>
  const aguja = buscar.trim().toLowerCase()
  const pasan = datos.filter(l => `${l.paquete} ${l.licencia}`.toLowerCase().includes(aguja))
  return (
    <div className="pila">
      <p className="suave">{t.intro(datos.length)}</p>
      <div className="filtros-buscar"><Buscador etiqueta={t.buscar} valor={buscar} alCambiar={setBuscar} /></div>
      {pasan.length === 0 && <p role="status">{t.ninguno}</p>}
      <ul className="licencias">{pasan.map(l => <li key={`${l.paquete} ${l.version}`}><Entrada licencia={l} /></li>)}</ul>
    </div>
  )
}

function Entrada({ licencia: { paquete, version, licencia, texto } }: { licencia: Licencia }) {
  return (
    <Disclosure>
      {({ isExpanded }) => (
        <>
          <Heading level={2}>
            <Button slot="trigger" data-variante="fantasma">
              <Icono nombre="derecha" />
              <span className="fuerte">{paquete}</span>
              <span className="suave">{version}</span>
              <span className="suave">{licencia}</span>
            </Button>
          </Heading>
          <DisclosurePanel>{isExpanded && (texto === '' ? <p className="suave">{t.sinTexto}</p> : <BloqueTexto etiqueta={t.texto(paquete)} texto={texto} />)}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}
