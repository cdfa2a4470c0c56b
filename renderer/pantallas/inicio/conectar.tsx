import { useEffect, useRef } from 'react'
import type { AppEstado } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { COMUNES } from '../../textos/comunes.ts'
import { CREDENCIALES, INICIO } from '../../textos/inicio.ts'
import { FormularioCredenciales } from '../credenciales/formulario-credenciales.tsx'

interface Propiedades { estado: AppEstado; alVolver: () => void; alGuardar: () => Promise<void>; alSaltar: () => void }

/** First run, second step: the credentials of the OTEC. */
export function Conectar({ estado, alVolver, alGuardar, alSaltar }: Propiedades) {
  const titulo = useRef<HTMLHeadingElement>(null)
  useEffect(() => { titulo.current?.focus() }, [])
  return (
    <div className="inicio-columna">
      <Boton variante="fantasma" icono="izquierda" onPress={alVolver}>{COMUNES.volver}</Boton>
      <div className="pila-corta">
        <h2 ref={titulo} tabIndex={-1} className="inicio-pregunta">{CREDENCIALES.titulo}</h2>
        <p className="suave">{CREDENCIALES.intro}</p>
      </div>
      <FormularioCredenciales
        perfil={estado.perfil} cifradoDisponible={estado.cifradoDisponible} textoGuardar={CREDENCIALES.guardar} alGuardar={alGuardar}
        otras={<Boton variante="fantasma" onPress={alSaltar}>{INICIO.masTarde}</Boton>}
      />
    </div>
  )
}
