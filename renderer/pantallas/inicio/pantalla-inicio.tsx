import { useState } from 'react'
import type { AppEstado, Espacio } from '../../../shared/ipc/modelos.ts'
import { Marca } from '../../componentes/icono.tsx'
import { COMUNES } from '../../textos/comunes.ts'
import { INICIO } from '../../textos/inicio.ts'
import { Conectar } from './conectar.tsx'
import { Eleccion } from './eleccion.tsx'

interface Propiedades {
  estado: AppEstado
  entrar: (espacio: Espacio) => Promise<boolean>
  recargar: () => Promise<void>
  /** Keeps this screen on view although a space has been entered. */
  alEmpezar: () => void
  alTerminar: () => void
}

/** First run: what the program does, and the two ways to begin. */
export function PantallaInicio({ estado, entrar, recargar, alEmpezar, alTerminar }: Propiedades) {
  const [conectando, setConectando] = useState(false)

  async function conectar(): Promise<void> {
    // The credentials belong to the real space, so that is entered before testing or keeping them.
    alEmpezar()
    if (await entrar('real')) setConectando(true)
  }

  async function practicar(): Promise<void> {
    if (await entrar('practica')) alTerminar()
  }

  return (
    <div className="inicio">
      <header className="inicio-lado">
        <p className="inicio-marca"><Marca tamano={36} /><span>{COMUNES.nombre}</span></p>
        <h1>{INICIO.titulo}</h1>
        <p className="inicio-lema">{INICIO.lema}</p>
        <ol className="inicio-pasos">
          {INICIO.pasos.map((p, i) => (
            <li key={p.titulo}>
              <span className="inicio-numero" aria-hidden="true">{i + 1}</span>
              <div><h2>{p.titulo}</h2><p>{p.detalle}</p></div>
            </li>
          ))}
        </ol>
        <p className="inicio-nota">{INICIO.noEsSence}</p>
      </header>
      <main className="inicio-principal">
        {conectando
          ? <Conectar estado={estado} alVolver={() => { setConectando(false) }} alGuardar={async () => { await recargar(); alTerminar() }} alSaltar={alTerminar} />
          : <Eleccion conectar={conectar} practicar={practicar} />}
      </main>
    </div>
  )
}
