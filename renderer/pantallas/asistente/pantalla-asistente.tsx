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
import { faltaRepartir } from './reparto.tsx'
import { useAsistente, type ClaseRepartida, type Paso } from './use-asistente.ts'

interface Propiedades { preparacion: Preparacion; /** Why it was not opened by itself. */ falla: Falla | null; reemplaza: BorradorResumen | null }

export function PantallaAsistente({ preparacion, falla, reemplaza }: Propiedades) {
  const { control } = useApp()
  const a = useAsistente(preparacion)
  const { n, paso } = a
  const anterior = a.pasos[n - 1]
  const siguiente = a.pasos[n + 1]
  const salir = (): void => {
    void pedir('planilla:soltarPreparada', {})
    control.hecho(reemplaza === null ? { tipo: 'cerrar' } : { tipo: 'abierta', resumen: reemplaza })
  }
  const detenido = a.falla !== null || (paso.tipo === 'columnas' && (a.columnas === null || a.faltan.length > 0 || a.sinValor))
    || (paso.tipo === 'hoja' && a.reparto !== null && faltaRepartir(a.reparto) !== null)
  const volver = anterior && <Boton onPress={() => { a.ir(anterior) }}>{T.anterior}</Boton>
  const cancelar = <Boton variante="fantasma" onPress={salir}>{T.cancelar}</Boton>
  if (paso.tipo === 'resultado') return <PasoResultado a={a} preparacion={preparacion} reemplaza={reemplaza} pasos={<Pasos n={n} pasos={a.pasos} />} cancelar={cancelar} volver={volver} />
  const pie = <>
    {cancelar}
    <span className="asistente-hueco" />
    {volver}
    {siguiente && <Boton variante="primario" isDisabled={detenido} onPress={() => { a.ir(siguiente) }}>{T.siguiente}</Boton>}
  </>
  return (
    // A screen of its own each: its heading takes the focus.
    <Pagina key={claveDe(paso)} titulo={tituloDe(paso)} subtitulo={T[paso.tipo].detalle} ancho={paso.tipo === 'columnas' ? 'ancha' : 'lectura'} pie={pie} acciones={<Pasos n={n} pasos={a.pasos} />}>
      {falla && paso.tipo !== 'titulos' && n < 2 && <Mensaje tono="info" titulo={T.porque(preparacion.nombreArchivo)}><p>{T.porqueDetalle}</p></Mensaje>}
      {a.falla && <MensajeFalla falla={a.falla} />}
      {paso.tipo === 'hoja' && <PasoHoja a={a} preparacion={preparacion} />}
      {paso.tipo === 'titulos' && <PasoTitulos hoja={preparacion.hojas[a.hoja]} fila={a.fila} alElegir={a.elegirFila} />}
      {paso.tipo === 'columnas' && <PasoColumnas a={a} />}
    </Pagina>
  )
}

const claveDe = (p: Paso): string => (p.tipo === 'columnas' ? `columnas ${p.clase}` : p.tipo)
const deParte = (p: Paso): ClaseRepartida | null => (p.tipo === 'columnas' && p.clase !== 'unica' ? p.clase : null)
function tituloDe(p: Paso): string {
  const parte = deParte(p)
  return parte === null ? T[p.tipo].titulo : T.columnas.tituloDe(T.partes[parte].nombre)
}

function Pasos({ n, pasos }: { n: number; pasos: readonly Paso[] }) {
  return (
    <ol className="asistente-pasos" aria-label={T.pasos}>
      {pasos.map((p, i) => {
        const parte = deParte(p)
        return <li key={claveDe(p)} data-estado={i < n ? 'hecho' : i === n ? 'actual' : 'falta'} {...(i === n ? { 'aria-current': 'step' as const } : {})}>{parte === null ? T[p.tipo].corto : T.partes[parte].nombre}</li>
      })}
    </ol>
  )
}
