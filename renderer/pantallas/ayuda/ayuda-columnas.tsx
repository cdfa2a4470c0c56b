import { useState } from 'react'
import { COLUMNAS, type NivelColumna } from '../../../shared/planilla/columnas.ts'
import { Buscador } from '../../componentes/buscador.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { AYUDA } from '../../textos/ayuda.ts'

const NIVELES = ['curso', 'alumno', 'modulo', 'actividad'] as const satisfies readonly NivelColumna[]
/** Synonyms shown: all are searched, a few are enough to get the idea. */
const SINONIMOS_A_LA_VISTA = 5
const t = AYUDA.columnas
/** The notes go into the template with their own «Opcional.»; here the badge says it. */
const REPETIDO = `${t.opcional}. `
const sinRepetir = (nota: string): string => nota.startsWith(REPETIDO) ? nota.slice(REPETIDO.length) : nota

/** What each column means, from the same definition that the template and the import use. */
export function AyudaColumnas() {
  const [buscar, setBuscar] = useState('')
  const aguja = buscar.trim().toLowerCase()
  const pasan = COLUMNAS.filter(c => [c.titulo, c.nota, ...c.sinonimos].some(x => x.toLowerCase().includes(aguja)))
  const e = t.encabezados
  return (
    <div className="pila">
      <p className="suave">{t.intro}</p>
      <div className="filtros-buscar"><Buscador etiqueta={t.buscar} valor={buscar} alCambiar={setBuscar} /></div>
      {pasan.length === 0 && <p role="status">{t.ninguna}</p>}
      {NIVELES.map(n => {
        const columnas = pasan.filter(c => c.nivel === n)
        if (columnas.length === 0) return null
        return (
          <section key={n} className="pila-corta">
            <h2>{t.niveles[n]}</h2>
            <Tabla nombre={t.tabla(t.niveles[n])} densa encabezado={<tr>{[e.columna, e.escribir, e.ejemplo, e.sinonimos].map(x => <th key={x} scope="col">{x}</th>)}</tr>}>
              {columnas.map(c => (
                <tr key={c.key}>
                  <th scope="row" className="columna-nombre">
                    <p>{c.titulo}</p>
                    <Insignia tono={c.requerida ? 'info' : 'neutro'}>{c.requerida ? t.obligatoria : t.opcional}</Insignia>
                  </th>
                  <td className="celda-texto">{sinRepetir(c.nota)}</td>
                  <td className="mono columna-ejemplo">{c.ejemplo}</td>
                  <td className="celda-texto suave chico">{c.sinonimos.slice(0, SINONIMOS_A_LA_VISTA).join(', ')}</td>
                </tr>
              ))}
            </Tabla>
          </section>
        )
      })}
    </div>
  )
}
