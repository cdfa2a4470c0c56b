import { Icono, type NombreIcono } from './icono.tsx'

/** An empty list that teaches what will be there, and how to get it there. */
export function EstadoVacio({ icono, titulo, detalle, nivel = 2, children }: { icono: NombreIcono; titulo: string; detalle: string; nivel?: 2 | 3; children?: React.ReactNode }) {
  const Titulo = nivel === 2 ? 'h2' : 'h3'
  return (
    <div className="vacio">
      <span className="vacio-icono"><Icono nombre={icono} tamano={26} /></span>
      <Titulo>{titulo}</Titulo>
      <p className="suave">{detalle}</p>
      {children}
    </div>
  )
}
