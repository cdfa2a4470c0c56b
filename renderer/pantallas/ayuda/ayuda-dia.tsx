import { AYUDA } from '../../textos/ayuda.ts'

export function AyudaDia() {
  return (
    <ol className="dia">
      {AYUDA.dia.map((p, i) => (
        <li key={p.titulo}>
          <span className="dia-numero" aria-hidden="true">{i + 1}</span>
          <div className="pila-minima"><h2>{p.titulo}</h2><p className="suave">{p.detalle}</p></div>
        </li>
      ))}
    </ol>
  )
}
