import { CATALOGO_CODIGOS, CODIGOS } from '../../../shared/domain/codigos-sence.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useAccion } from '../../estado/use-accion.ts'
import { AYUDA } from '../../textos/ayuda.ts'

const t = AYUDA.codigos

/** SENCE's codes, from the same catalogue that explains an answer. */
export function AyudaCodigos() {
  const [abrir] = useAccion('app:abrirEnlace')
  const e = t.encabezados
  return (
    <div className="pila">
      <p className="suave">{t.intro}</p>
      <Tabla nombre={t.tabla} densa encabezado={<tr>{[e.codigo, e.significa, e.hacer, e.quien].map(x => <th key={x} scope="col">{x}</th>)}</tr>}>
        {CODIGOS.map(c => {
          const { titulo, explicacion, queHacer, quien } = CATALOGO_CODIGOS[c]
          return (
            <tr key={c}>
              <th scope="row" className="mono">{c}</th>
              <td className="celda-texto"><p className="fuerte">{titulo}</p><p className="suave">{explicacion}</p></td>
              <td className="celda-texto">{queHacer}</td>
              <td>{quien}</td>
            </tr>
          )
        })}
      </Tabla>
      <div className="fila">
        <Boton icono="correo" onPress={() => { void abrir({ enlace: 'correo-sence' }) }}>{t.correo}</Boton>
        <span className="suave chico">{t.correoNota}</span>
      </div>
    </div>
  )
}
