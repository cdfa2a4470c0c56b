import { useState } from 'react'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { INICIO } from '../../textos/inicio.ts'
import { RESPALDO } from '../../textos/respaldo.ts'
import { RestaurarRespaldo } from '../ajustes/restaurar-respaldo.tsx'

/** The two ways to begin; neither is a trap: both can be changed later in Ajustes. */
export function Eleccion({ conectar, practicar }: { conectar: () => Promise<void>; practicar: () => Promise<void> }) {
  const [entrando, setEntrando] = useState<'conectar' | 'practicar' | null>(null)
  const hacer = (cual: 'conectar' | 'practicar', f: () => Promise<void>): void => {
    setEntrando(cual)
    void f().finally(() => { setEntrando(null) })
  }
  return (
    <div className="inicio-columna">
      <h2 className="inicio-pregunta">{INICIO.comoEmpezar}</h2>
      <section className="tarjeta inicio-opcion">
        <Icono nombre="edificio" tamano={26} />
        <div>
          <h3>{INICIO.conectar.titulo}</h3>
          <p className="suave">{INICIO.conectar.detalle}</p>
        </div>
        <Boton variante="primario" isPending={entrando === 'conectar'} onPress={() => { hacer('conectar', conectar) }}>{INICIO.conectar.boton}</Boton>
      </section>
      <section className="tarjeta inicio-opcion" data-clase="practica">
        <Icono nombre="practica" tamano={26} />
        <div>
          <h3>{INICIO.practicar.titulo}</h3>
          <p className="suave">{INICIO.practicar.detalle}</p>
        </div>
        <Boton isPending={entrando === 'practicar'} onPress={() => { hacer('practicar', practicar) }}>{INICIO.practicar.boton}</Boton>
      </section>
      <section className="tarjeta inicio-opcion">
        <Icono nombre="carpeta" tamano={26} />
        <div>
          <h3>{RESPALDO.inicio.titulo}</h3>
          <p className="suave">{RESPALDO.inicio.detalle}</p>
        </div>
        <RestaurarRespaldo />
      </section>
    </div>
  )
}
