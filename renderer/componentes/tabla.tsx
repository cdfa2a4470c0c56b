/** A plain table that scrolls sideways by itself, also with the keyboard, when it does not fit. */
export function Tabla({ nombre, encabezado, children, densa = false }: { nombre: string; encabezado: React.ReactNode; children: React.ReactNode; densa?: boolean }) {
  return (
    <div className="tabla-marco" tabIndex={0} role="region" aria-label={nombre}>
      <table className="tabla" data-densa={densa ? '' : undefined} aria-label={nombre}>
        <thead>{encabezado}</thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
