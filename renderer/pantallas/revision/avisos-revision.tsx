/** What the screen has to say above the grid: a request that failed, and the notes about the file. */
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Falla } from '../../../shared/ipc/result.ts'
import { BotonIcono } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { TEXTOS_REVISION as T } from '../../textos/revision.ts'

export function FallaRevision({ falla, alCerrar }: { falla: Falla; alCerrar(): void }) {
  return <div className="revision-falla"><MensajeFalla falla={falla} acciones={<BotonIcono nombre={T.cerrarFalla} icono="cerrar" onPress={alCerrar} />} /></div>
}

export function NotasArchivo({ notas, children }: { notas: readonly string[]; children?: React.ReactNode }) {
  if (notas.length === 0) return null
  return (
    <Disclosure className="react-aria-Disclosure revision-notas">
      <Heading level={2}><Button slot="trigger"><Icono nombre="derecha" tamano={14} />{T.notas(notas.length)}</Button></Heading>
      <DisclosurePanel><ul>{notas.map(n => <li key={n}>{n}</li>)}</ul>{children}</DisclosurePanel>
    </Disclosure>
  )
}
