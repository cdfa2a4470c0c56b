import { useEffect, useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { RespaldoEstado } from '../../../shared/ipc/modelos-respaldo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { RESPALDO } from '../../textos/respaldo.ts'
import { FraseRespaldo } from './frase-respaldo.tsx'
import { RestaurarRespaldo } from './restaurar-respaldo.tsx'
import { Seccion } from './seccion.tsx'
import './vigia.css'

/** Where the backups go, with what they open, and back from one. */
export function SeccionRespaldo() {
  const { estado: app } = useApp()
  const { datos, falla } = useConsulta('respaldo:estado', {}, app.perfil?.rutOtec)
  const [nuevo, setNuevo] = useState<RespaldoEstado | null>(null)
  const [poniendoFrase, setPoniendoFrase] = useState(false)
  const [elegir, eligiendo] = useAccion('respaldo:elegirCarpeta')
  const [propia] = useAccion('respaldo:carpetaPropia')
  const [hacer, haciendo] = useAccion('respaldo:hacer')
  // What was done stands until main is asked again.
  useEffect(() => { setNuevo(null) }, [datos])
  const r = nuevo ?? datos
  const con = (pedido: Promise<RespaldoEstado | null>, hecho?: string): void => {
    void pedido.then((v) => { if (v) { setNuevo(v); if (hecho !== undefined) avisar({ tono: 'exito', titulo: hecho }) } })
  }
  return (
    <Seccion titulo={RESPALDO.titulo}>
      <p className="suave">{RESPALDO.intro}</p>
      {falla && <MensajeFalla falla={falla} />}
      {r && (
        <>
          {r.falla && <MensajeFalla falla={r.falla} />}
          <Llave estado={r} alPoner={() => { setPoniendoFrase(true) }} />
          <div className="pila">
            <p className="vigia-carpeta"><Icono nombre="carpeta" /><span>{RESPALDO.carpeta} <span className="mono" title={r.carpeta}>{r.carpeta}</span></span></p>
            {r.esLaPropia && <p className="suave chico">{RESPALDO.propia}</p>}
            <Estado estado={r} practica={enPractica(app)} />
          </div>
          <div className="fila">
            {r.rutOtec !== null && <Boton variante="primario" isDisabled={!r.puedeSellar} isPending={haciendo} onPress={() => { con(hacer({}), RESPALDO.hecho) }}>{RESPALDO.hacer}</Boton>}
            <Boton icono="carpeta" isPending={eligiendo} onPress={() => { con(elegir({})) }}>{RESPALDO.cambiar}</Boton>
            {!r.esLaPropia && <Boton variante="fantasma" onPress={() => { con(propia({})) }}>{RESPALDO.volver}</Boton>}
            <RestaurarRespaldo />
          </div>
        </>
      )}
      <FraseRespaldo abierto={poniendoFrase} alCerrar={() => { setPoniendoFrase(false) }} alPoner={(v) => { setPoniendoFrase(false); setNuevo(v) }} />
    </Seccion>
  )
}

function Llave({ estado: r, alPoner }: { estado: RespaldoEstado; alPoner: () => void }) {
  if (!r.puedeSellar) return <Mensaje tono="aviso" titulo={RESPALDO.sinAlmacen}><p>{RESPALDO.sinAlmacenDetalle}</p></Mensaje>
  return (
    <Mensaje tono={r.conFrase ? 'exito' : 'aviso'} icono="candado" titulo={r.conFrase ? RESPALDO.conFrase : RESPALDO.sinFrase}
      acciones={<Boton onPress={alPoner}>{r.conFrase ? RESPALDO.cambiarFrase : RESPALDO.ponerFrase}</Boton>}>
      <p>{r.conFrase ? RESPALDO.conFraseDetalle : RESPALDO.sinFraseDetalle}</p>
    </Mensaje>
  )
}

function Estado({ estado: r, practica }: { estado: RespaldoEstado; practica: boolean }) {
  if (r.rutOtec === null) return <p>{practica ? RESPALDO.soloReal : RESPALDO.sinOtec}</p>
  if (r.copias === null) return <Mensaje tono="aviso" titulo={RESPALDO.noAlcanza} />
  return <p>{r.ultimo === null ? RESPALDO.ninguno : RESPALDO.ultimo(formatInstante(r.ultimo.en))} {r.copias > 0 && RESPALDO.copias(r.copias)}</p>
}
