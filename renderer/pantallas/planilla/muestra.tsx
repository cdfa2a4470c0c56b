import { Boton } from '../../componentes/boton.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { PLANILLA } from '../../textos/planilla.ts'

/** Practice only: invented workbooks to walk the whole way with. */
export function Muestra() {
  const { control } = useApp()
  const [guardar, guardando] = useAccion('muestra:guardar')
  const t = PLANILLA.muestra
  const guardarla = async (muestra: 'con-problemas' | 'sin-problemas'): Promise<void> => {
    const r = await guardar({ muestra })
    if (r?.ruta != null) avisar({ tono: 'exito', titulo: t.guardada, detalle: r.ruta })
  }
  return (
    <section className="tarjeta pila-corta" data-clase="practica">
      <h2>{t.titulo}</h2>
      <p className="suave">{t.detalle}</p>
      <div className="fila tarjeta-pie">
        <Boton variante="primario" aria-label={t.conProblemas} onPress={() => { void control.abrirMuestra('con-problemas') }}>{t.conCorto}</Boton>
        <Boton aria-label={t.sinProblemas} onPress={() => { void control.abrirMuestra('sin-problemas') }}>{t.sinCorto}</Boton>
      </div>
      <p className="chico muestra-guardar">
        {t.paraExcel}
        <Boton variante="enlace" isDisabled={guardando} aria-label={t.guardarConProblemas} onPress={() => { void guardarla('con-problemas') }}>{t.conCorto}</Boton>
        <Boton variante="enlace" isDisabled={guardando} aria-label={t.guardarSinProblemas} onPress={() => { void guardarla('sin-problemas') }}>{t.sinCorto}</Boton>
      </p>
    </section>
  )
}
