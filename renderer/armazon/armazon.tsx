import { useMemo, useState } from 'react'
import type { Ajustes, AppEstado, Espacio } from '../../shared/ipc/modelos.ts'
import { AppContext, type ContextoApp } from '../estado/contexto.ts'
import { useTrabajo } from '../estado/use-trabajo.ts'
import { VISTA_DE_SECCION, type Vista } from '../estado/vista.ts'
import { ARMAZON } from '../textos/armazon.ts'
import { BandaActualizacion } from './banda-actualizacion.tsx'
import { Bandas } from './bandas.tsx'
import { BandasRed } from './bandas-red.tsx'
import { BarraLateral } from './barra-lateral.tsx'
import { Contenido } from './contenido.tsx'
import { LimiteErrores } from './limite-errores.tsx'
import { useMenu } from './use-menu.ts'
import { useNocheSucesos } from './use-noche-sucesos.ts'
import { useAbiertaPorSistema, useAvisoRespuesta, useCerrarExitos, useNoticias, useRetomar } from './use-sucesos.ts'
import { ZonaSoltar } from './zona-soltar.tsx'

interface Propiedades {
  estado: AppEstado
  ajustes: Ajustes
  ponerAjustes: (a: Ajustes) => void
  recargar: () => Promise<void>
  entrar: (e: Espacio) => Promise<boolean>
  entrarEn: (rutOtec: string) => Promise<boolean>
  ponerEstado: (e: AppEstado) => void
}

/** The frame of one space: band, side bar, and the section on view. */
export function Armazon({ estado, ajustes, ponerAjustes, recargar, entrar, entrarEn, ponerEstado }: Propiedades) {
  const [vista, ir] = useState<Vista>(VISTA_DE_SECCION.planilla)
  const control = useTrabajo()
  const app = useMemo<ContextoApp>(() => ({ estado, ajustes, ponerAjustes, recargar, entrar, entrarEn, ponerEstado, vista, ir, control }), [estado, ajustes, ponerAjustes, recargar, entrar, entrarEn, ponerEstado, vista, control])
  useMenu(app)
  useRetomar(app)
  useNoticias(app)
  useAbiertaPorSistema(app)
  useAvisoRespuesta(app)
  useCerrarExitos(app)
  useNocheSucesos(app)

  return (
    <AppContext value={app}>
      <div className="armazon">
        <a className="saltar" href="#contenido">{ARMAZON.saltar}</a>
        <Bandas />
        <BandasRed />
        <BandaActualizacion />
        <div className="armazon-cuerpo">
          <BarraLateral />
          <main id="contenido" className="armazon-contenido" tabIndex={-1}>
            <LimiteErrores key={vista.seccion}>
              <Contenido />
            </LimiteErrores>
          </main>
        </div>
        <ZonaSoltar />
      </div>
    </AppContext>
  )
}
