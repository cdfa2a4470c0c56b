import type { Falla } from '../../../shared/ipc/result.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { Hoy } from '../hoy/hoy.tsx'
import { TarjetasNoche } from '../envio/tarjetas-noche.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import { PLANILLA } from '../../textos/planilla.ts'
import { Borradores } from './borradores.tsx'
import { NovedadesVigia } from './novedades-vigia.tsx'
import { guardarPlantilla } from './guardar-plantilla.ts'
import { Muestra } from './muestra.tsx'
import { PlantillaCon } from './plantilla-con.tsx'

/** Home of the work: bring a workbook, or go on with one. */
export function PantallaPlanilla({ falla }: { falla: Falla | null }) {
  const { estado, control } = useApp()
  const preparacion = falla?.preparacion
  return (
    <Pagina titulo={PLANILLA.titulo} subtitulo={PLANILLA.subtitulo}>
      {falla && <MensajeFalla falla={falla} acciones={preparacion === undefined ? undefined : <Boton onPress={() => { void control.mostrarPreparada(preparacion) }}>{ASISTENTE.otra}</Boton>} />}
      <TarjetasNoche />
      <section className="entrada-planilla" aria-label={PLANILLA.soltar}>
        <span className="entrada-icono"><Icono nombre="subir" tamano={30} /></span>
        <div className="entrada-palabras">
          <h2>{PLANILLA.soltar}</h2>
          <p className="suave">{PLANILLA.formatos}</p>
          <Boton variante="enlace" onPress={() => { void control.preparar(null) }}>{ASISTENTE.otra}</Boton>
        </div>
        <Boton variante="primario" icono="carpeta" onPress={() => { void control.elegir() }}>{PLANILLA.elegir}</Boton>
      </section>
      <div className="planilla-lado-a-lado">
        {enPractica(estado) && <Muestra />}
        <section className="tarjeta pila-corta">
          <h2>{PLANILLA.plantilla.titulo}</h2>
          <p className="suave">{PLANILLA.plantilla.detalle}</p>
          <div className="fila tarjeta-pie"><Boton icono="descargar" onPress={() => { void guardarPlantilla() }}>{PLANILLA.plantilla.boton}</Boton><PlantillaCon /></div>
        </section>
      </div>
      <Hoy />
      <NovedadesVigia />
      <Borradores />
    </Pagina>
  )
}
