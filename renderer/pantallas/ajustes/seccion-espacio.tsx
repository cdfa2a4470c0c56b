import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { Seccion } from './seccion.tsx'

/** Change between practice and real work. */
export function SeccionEspacio() {
  const { estado, entrar, control } = useApp()
  const t = AJUSTES.espacio
  const practica = enPractica(estado)

  async function cambiar(): Promise<void> {
    if (!await entrar(practica ? 'real' : 'practica')) return
    avisar(practica ? { tono: 'aviso', titulo: t.entroReal, detalle: t.entroRealDetalle } : { tono: 'info', titulo: t.entroPractica, detalle: t.entroPracticaDetalle })
  }

  return (
    <Seccion titulo={t.titulo}>
      <div className="espacio-fila">
        <Icono nombre={practica ? 'practica' : 'edificio'} tamano={24} />
        <div className="pila-minima">
          <p className="fuerte">{practica ? t.practica : t.real}</p>
          <p className="suave">{practica ? t.practicaDetalle : t.realDetalle}</p>
        </div>
        <Boton isDisabled={control.ocupado} onPress={() => { void cambiar() }}>{practica ? t.irReal : t.irPractica}</Boton>
      </div>
    </Seccion>
  )
}
