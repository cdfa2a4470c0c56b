import type { PruebaConexion } from '../../../shared/ipc/modelos.ts'
import { Mensaje } from '../../componentes/mensaje.tsx'

/** Outcome of a connection test, in the words that main chose for it. */
export function ResultadoPrueba({ prueba }: { prueba: PruebaConexion }) {
  return (
    <Mensaje tono={prueba.resultado === 'ok' ? 'exito' : 'error'} titulo={prueba.titulo} anunciar>
      <p>{prueba.explicacion}</p>
      {prueba.queHacer !== '' && <p>{prueba.queHacer}</p>}
    </Mensaje>
  )
}
