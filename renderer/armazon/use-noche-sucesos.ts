import { useEffect } from 'react'
import { avisar } from '../estado/avisos.ts'
import type { ContextoApp } from '../estado/contexto.ts'
import { escuchar } from '../puente.ts'
import { NOCHE } from '../textos/noche.ts'

/** A send of the night ended, or its notification was pressed. */
export function useNocheSucesos({ ir }: ContextoApp): void {
  useEffect(() => {
    const ver = (envioId: string): void => { ir({ seccion: 'envios', pestana: 'local', envioId }) }
    const dejar = [
      escuchar('noche:abrirEnvio', ({ envioId }) => { ver(envioId) }),
      escuchar('noche:termino', ({ envioId, nombreArchivo, estado }) => {
        avisar({ tono: 'aviso', titulo: NOCHE.termino(estado), detalle: nombreArchivo, accion: { texto: NOCHE.verRespuesta, hacer: () => { ver(envioId) } } })
      }),
    ]
    return () => { dejar.forEach(d => { d() }) }
  }, [ir])
}
