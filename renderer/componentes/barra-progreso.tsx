import { ProgressBar } from 'react-aria-components'

/** `porcentaje` 0–100, or null while it cannot be known. */
export function BarraProgreso({ etiqueta, porcentaje }: { etiqueta: string; porcentaje: number | null }) {
  return (
    <ProgressBar aria-label={etiqueta} isIndeterminate={porcentaje === null} value={porcentaje ?? 0}>
      <div className="barra-pista" {...(porcentaje === null ? { 'data-indeterminada': '' } : {})}>
        <div className="barra-relleno" style={porcentaje === null ? {} : { width: `${porcentaje}%` }} />
      </div>
    </ProgressBar>
  )
}
