import { useCallback, useEffect, useState } from 'react'
import type { Ajustes, AppEstado, Espacio } from '../../shared/ipc/modelos.ts'
import type { Falla } from '../../shared/ipc/result.ts'
import { Boton } from '../componentes/boton.tsx'
import { MensajeFalla } from '../componentes/mensaje.tsx'
import { avisarFalla } from '../estado/avisos.ts'
import { PantallaInicio } from '../pantallas/inicio/pantalla-inicio.tsx'
import { pedir } from '../puente.ts'
import { ARMAZON } from '../textos/armazon.ts'
import { COMUNES } from '../textos/comunes.ts'
import { Armazon } from './armazon.tsx'
import { useTema } from './use-tema.ts'

/** Loads what the window needs to begin, and shows the first run or the frame. */
export function Arranque() {
  const [estado, setEstado] = useState<AppEstado | null>(null)
  const [ajustes, setAjustes] = useState<Ajustes | null>(null)
  const [falla, setFalla] = useState<Falla | null>(null)
  /** The person is still in the first-run screen, even if a space was already entered to test the credentials in it. */
  const [bienvenida, setBienvenida] = useState(false)
  useTema(ajustes?.tema ?? 'sistema')

  const cargar = useCallback(async (): Promise<void> => {
    const [e, a] = await Promise.all([pedir('app:estado', {}), pedir('app:leerAjustes', {})])
    if (!e.ok) return setFalla(e.falla)
    if (!a.ok) return setFalla(a.falla)
    setFalla(null)
    setEstado(e.valor)
    setAjustes(a.valor)
  }, [])

  useEffect(() => {
    cargar().catch((error: unknown) => { setEstado(() => { throw error }) })
  }, [cargar])

  const entrar = useCallback(async (espacio: Espacio): Promise<boolean> => {
    const r = await pedir('app:entrar', { espacio })
    if (!r.ok) {
      avisarFalla(r.falla)
      return false
    }
    const a = await pedir('app:leerAjustes', {})
    if (a.ok) setAjustes(a.valor)
    setEstado(r.valor)
    return true
  }, [])

  if (falla) {
    return (
      <main className="centro">
        <h1>{ARMAZON.arranque.titulo}</h1>
        <MensajeFalla falla={falla} acciones={<Boton onPress={() => { void cargar() }}>{COMUNES.reintentar}</Boton>} />
      </main>
    )
  }
  if (!estado || !ajustes) return <main className="centro" aria-busy="true"><p className="suave">{ARMAZON.arranque.cargando}</p></main>
  if (estado.espacio === null || bienvenida) {
    return <PantallaInicio estado={estado} entrar={entrar} recargar={cargar} alEmpezar={() => { setBienvenida(true) }} alTerminar={() => { setBienvenida(false) }} />
  }
  // A space is another world: nothing of the old one may stay on screen.
  return <Armazon key={estado.espacio} estado={estado} ajustes={ajustes} ponerAjustes={setAjustes} recargar={cargar} entrar={entrar} />
}
