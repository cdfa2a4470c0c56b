import './noche.css'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { Confirmar } from '../../componentes/dialogo.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { NOCHE } from '../../textos/noche.ts'

/** Explains what waiting for the night asks of the computer, and keeps the send. */
export function ConfirmarNoche({ borradorId, alumnos, cursos, abierto, alCerrar }: { borradorId: string; alumnos: number; cursos: number; abierto: boolean; alCerrar: () => void }) {
  const { estado, control } = useApp()
  const { datos: inicio } = useConsulta('noche:inicio', abierto ? {} : null)
  const [conSesion, setConSesion] = useState(false)
  const [programar, programando] = useAccion('noche:programar')
  const [ponerInicio] = useAccion('noche:ponerInicio')
  const t = NOCHE.confirmar
  const ofrece = inicio?.activo === false

  async function alConfirmar(): Promise<void> {
    const r = await programar({ borradorId })
    alCerrar()
    if (!r) return
    if (ofrece && conSesion) await ponerInicio({ activo: true })
    control.hecho({ tipo: 'cerrar' })
    avisar({ tono: 'exito', titulo: NOCHE.programado(r.para), detalle: NOCHE.programadoDetalle })
  }

  return (
    <Confirmar titulo={enPractica(estado) ? t.tituloPractica : t.titulo} detalle={t.detalle(alumnos, cursos)} boton={t.boton} abierto={abierto} ocupado={programando} alCerrar={alCerrar} alConfirmar={() => { void alConfirmar() }}>
      <ul className="lista-puntos">{t.pasos.map(p => <li key={p}>{p}</li>)}</ul>
      {estado.perfil?.tokenGuardado === false && !enPractica(estado) && <Mensaje tono="aviso" titulo={t.sinToken.titulo}><p>{t.sinToken.detalle}</p></Mensaje>}
      {ofrece && <Checkbox isSelected={conSesion} onChange={setConSesion}>{t.inicio}</Checkbox>}
    </Confirmar>
  )
}
