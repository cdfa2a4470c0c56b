import { useCallback, useEffect, useState } from 'react'
import type { Ajustes, AppEstado, Espacio } from '../../shared/ipc/modelos.ts'
import type { Falla } from '../../shared/ipc/result.ts'
import { Boton } from '../componentes/boton.tsx'
import { MensajeFalla } from '../componentes/mensaje.tsx'
import { avisarFalla, cerrarTodos } from '../estado/avisos.ts'
import { PantallaInicio } from '../pantallas/inicio/pantalla-inicio.tsx'
import { pedir } from '../puente.ts'
import { ARMAZON } from '../textos/armazon.ts'
import { COMUNES } from '../textos/comunes.ts'
import { Armazon } from './armazon.tsx'
import { useTema } from './use-tema.ts'

/** Practice, or which OTEC; '' once in real work, before any is connected. */
const mundoDe = (e: AppEstado): string => `${e.espacio ?? ''} ${e.perfil?.rutOtec ?? ''}`
const SIN_OTEC = 'real '

/** Loads what the window needs to begin, and shows the first run or the frame. */
export function Arranque() {
  const [estado, setEstado] = useState<AppEstado | null>(null)
  const [ajustes, setAjustes] = useState<Ajustes | null>(null)
  const [falla, setFalla] = useState<Falla | null>(null)
  /** The person is still in the first-run screen, even if a space was already entered to test the credentials in it. */
  const [bienvenida, setBienvenida] = useState(false)
  /** Another world has another number: nothing of the old one may stay on screen. */
  const [mundo, setMundo] = useState({ de: '', numero: 0 })
  useTema(ajustes?.tema ?? 'sistema')

  const ponerEstado = useCallback((nuevo: AppEstado): void => {
    setEstado(nuevo)
    setMundo(antes => {
      const de = mundoDe(nuevo)
      if (antes.de === de) return antes
      // Connecting the first OTEC goes on with what was being done without one.
      const elMismo = antes.de === SIN_OTEC && de.startsWith(SIN_OTEC)
      return { de, numero: elMismo ? antes.numero : antes.numero + 1 }
    })
  }, [])

  const cargar = useCallback(async (): Promise<void> => {
    const [e, a] = await Promise.all([pedir('app:estado', {}), pedir('app:leerAjustes', {})])
    if (!e.ok) return setFalla(e.falla)
    if (!a.ok) return setFalla(a.falla)
    setFalla(null)
    ponerEstado(e.valor)
    setAjustes(a.valor)
  }, [ponerEstado])

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
    cerrarTodos()
    ponerEstado(r.valor)
    return true
  }, [ponerEstado])

  const entrarEn = useCallback(async (rutOtec: string): Promise<boolean> => {
    const r = await pedir('perfiles:entrar', { rutOtec })
    if (!r.ok) {
      avisarFalla(r.falla)
      return false
    }
    cerrarTodos()
    ponerEstado(r.valor)
    return true
  }, [ponerEstado])

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
  return <Armazon key={mundo.numero} estado={estado} ajustes={ajustes} ponerAjustes={setAjustes} recargar={cargar} entrar={entrar} entrarEn={entrarEn} ponerEstado={ponerEstado} />
}
