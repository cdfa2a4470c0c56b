import { Tab, TabList } from 'react-aria-components'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { TablaVista } from '../../../shared/ipc/modelos.ts'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { numero } from '../../textos/comunes.ts'
import { palabraNivel, TEXTOS_REVISION } from '../../textos/revision.ts'

/** One tab per sheet, with what is left to do in each. */
export function Pestanas({ tablas }: { tablas: readonly TablaVista[] }) {
  return (
    <TabList aria-label={TEXTOS_REVISION.hojas} className="react-aria-TabList revision-pestanas">
      {tablas.map(t => (
        <Tab key={t.id} id={t.id}>
          <span className="cortado">{t.hoja}</span>
          <Cuenta nivel="error" cuantos={t.errores} />
          <Cuenta nivel="aviso" cuantos={t.avisos} />
        </Tab>
      ))}
    </TabList>
  )
}

function Cuenta({ nivel, cuantos }: { nivel: Nivel; cuantos: number }) {
  if (cuantos === 0) return null
  return <span className="revision-cuenta" data-nivel={nivel}><MarcaNivel nivel={nivel} />{numero(cuantos)}<span className="solo-lector"> {palabraNivel(nivel, cuantos)}</span></span>
}
