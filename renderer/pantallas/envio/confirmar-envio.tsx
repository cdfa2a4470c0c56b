import { Confirmar } from '../../componentes/dialogo.tsx'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { PREVIO } from '../../textos/envio.ts'

/** The last question before the network. */
export function ConfirmarEnvio({ borradorId, alumnos, cursos, abierto, alCerrar }: { borradorId: string; alumnos: number; cursos: number; abierto: boolean; alCerrar: () => void }) {
  const { estado, control } = useApp()
  const [enviar, enviando] = useAccion('envio:enviar')
  const practica = enPractica(estado)
  const t = PREVIO.confirmar

  async function alConfirmar(): Promise<void> {
    const r = await enviar({ borradorId })
    alCerrar()
    if (r) control.hecho({ tipo: 'enviada', envioId: r.envioId })
  }

  return (
    <Confirmar
      titulo={practica ? t.tituloPractica : t.titulo} detalle={practica ? t.detallePractica(alumnos, cursos) : t.detalle(alumnos, cursos)} boton={t.boton}
      abierto={abierto} ocupado={enviando} alCerrar={alCerrar} alConfirmar={() => { void alConfirmar() }}
    />
  )
}
