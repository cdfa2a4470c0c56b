/** A workbook whose columns are not known: one decision a screen, and none that can be derived. */
import './asistente.css'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { useApp } from '../../estado/contexto.ts'
import { pedir } from '../../puente.ts'
import { ASISTENTE as T } from '../../textos/asistente.ts'
import { PasoColumnas } from './paso-columnas.tsx'
import { PasoHoja } from './paso-hoja.tsx'
import { PasoResultado } from './paso-resultado.tsx'
import { PasoTitulos } from './paso-titulos.tsx'
import { useAsistente } from './use-asistente.ts'

interface Propiedades { preparacion: Preparacion; /** Why it was not opened by itself. */ falla: Falla | null; reemplaza: BorradorResumen | null }

export function PantallaAsistente({ preparacion, falla, reemplaza }: Propiedades) {
  const { control } = useApp()
  const a = useAsistente(preparacion)
  const n = a.pasos.indexOf(a.paso)
  const anterior = a.pasos[n - 1]
  const siguiente = a.pasos[n + 1]
  const salir = (): void => {
    void pedir('planilla:soltarPreparada', {})
    control.hecho(reemplaza === null ? { tipo: 'cerrar' } : { tipo: 'abierta', resumen: reemplaza })
  }
  const detenido = a.falla !== null || (a.paso === 'columnas' && (a.columnas === null || a.faltan.length > 0 || a.sinValor))
  const volver = anterior && <Boton onPress={() => { a.ir(anterior) }}>{T.anterior}</Boton>
  const cancelar = <Boton variante="fantasma" onPress={salir}>{T.cancelar}</Boton>
  if (a.paso === 'resultado') return <PasoResultado a={a} preparacion={preparacion} reemplaza={reemplaza} pasos={<Pasos n={n} pasos={a.pasos} />} cancelar={cancelar} volver={volver} />
  const pie = <>
    {cancelar}
    <span className="asistente-hueco" />
    {volver}
    {siguiente && <Boton variante="primario" isDisabled={detenido} onPress={() => { a.ir(siguiente) }}>{T.siguiente}</Boton>}
  </>
  return (
    // A screen of its own each: its heading takes the focus.
    <Pagina key={a.paso} titulo={T[a.paso].titulo} subtitulo={T[a.paso].detalle} ancho={a.paso === 'columnas' ? 'ancha' : 'lectura'} pie={pie} acciones={<Pasos n={n} pasos={a.pasos} />}>
      {falla && a.paso !== 'titulos' && <Mensaje tono="info" titulo={T.porque(preparacion.nombreArchivo)}><p>{T.porqueDetalle}</p></Mensaje>}
      {a.falla && <MensajeFalla falla={a.falla} />}
      {a.paso === 'hoja' && <PasoHoja hojas={preparacion.hojas} elegida={a.hoja} alElegir={a.elegirHoja} />}
      {a.paso === 'titulos' && <PasoTitulos hoja={preparacion.hojas[a.hoja]} fila={a.fila} alElegir={a.elegirFila} />}
      {a.paso === 'columnas' && <PasoColumnas a={a} />}
    </Pagina>
  )
}

function Pasos({ n, pasos }: { n: number; pasos: readonly (keyof typeof T & ('hoja' | 'titulos' | 'columnas' | 'resultado'))[] }) {
  return (
    <ol className="asistente-pasos" aria-label={T.pasos}>
      {pasos.map((p, i) => <li key={p} data-estado={i < n ? 'hecho' : i === n ? 'actual' : 'falta'} {...(i === n ? { 'aria-current': 'step' as const } : {})}>{T[p].corto}</li>)}
    </ol>
  )
}
