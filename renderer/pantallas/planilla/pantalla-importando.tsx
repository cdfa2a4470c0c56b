import type { ProgresoImportacion } from '../../../shared/ipc/modelos.ts'
import { BarraProgreso } from '../../componentes/barra-progreso.tsx'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { numero } from '../../textos/comunes.ts'
import { IMPORTACION } from '../../textos/planilla.ts'

const ETAPAS = ['leyendo', 'interpretando', 'validando'] as const

/** Import in course: stage, percentage, rows, and a way out. */
export function PantallaImportando({ progreso, cancelando, alCancelar }: { progreso: ProgresoImportacion | null; cancelando: boolean; alCancelar: () => void }) {
  const actual = progreso === null ? 0 : progreso.etapa === 'listo' ? ETAPAS.length : ETAPAS.indexOf(progreso.etapa)
  const porcentaje = progreso?.porcentaje ?? null
  return (
    <Pagina titulo={IMPORTACION.titulo} subtitulo={progreso?.nombreArchivo ?? ' '} ancho="lectura">
      <section className="tarjeta pila">
        <ol className="etapas">
          {ETAPAS.map((e, i) => (
            <li key={e} data-estado={i < actual ? 'hecha' : i === actual ? 'actual' : 'falta'} {...(i === actual ? { 'aria-current': 'step' as const } : {})}>
              <span className="etapas-marca">{i < actual && <Icono nombre="visto" tamano={14} />}</span>
              {IMPORTACION.etapas[e]}
            </li>
          ))}
        </ol>
        <BarraProgreso etiqueta={IMPORTACION.progreso} porcentaje={porcentaje} />
        <div className="importando-pie">
          <p className="suave">{porcentaje === null ? ' ' : `${Math.round(porcentaje)} %`}</p>
          <p className="suave">{progreso ? IMPORTACION.filas(progreso.filas) : ' '}</p>
          <Boton isDisabled={cancelando} onPress={alCancelar}>{cancelando ? IMPORTACION.cancelando : IMPORTACION.cancelar}</Boton>
        </div>
        {/* Only the stage: a percentage read aloud ten times a second would be noise. */}
        <p className="solo-lector" role="status">{IMPORTACION.etapas[ETAPAS[actual] ?? 'listo']}</p>
      </section>
      {progreso?.primeras && <PrimerasLeidas {...progreso.primeras} />}
    </Pagina>
  )
}

/** As the file says them, while the rest is read and judged. */
function PrimerasLeidas({ hoja, titulos, filas }: NonNullable<ProgresoImportacion['primeras']>) {
  return (
    <section className="pila-corta importando-primeras">
      <h2>{IMPORTACION.primeras(hoja)}</h2>
      <Tabla nombre={IMPORTACION.primeras(hoja)} densa encabezado={<tr><th scope="col">{IMPORTACION.fila}</th>{titulos.map((t, i) => <th key={i} scope="col">{t}</th>)}</tr>}>
        {filas.map(f => <tr key={f.fila}><th scope="row">{numero(f.fila)}</th>{f.textos.map((t, i) => <td key={i}>{t}</td>)}</tr>)}
      </Tabla>
    </section>
  )
}
