import { useId } from 'react'

export function Seccion({ titulo, children }: { titulo: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section className="tarjeta pila" aria-labelledby={id}>
      <h2 id={id}>{titulo}</h2>
      {children}
    </section>
  )
}
