import { useEffect, useState } from 'react'
import { Icono } from '../componentes/icono.tsx'
import { avisar } from '../estado/avisos.ts'
import { useApp } from '../estado/contexto.ts'
import { VISTA_DE_SECCION } from '../estado/vista.ts'
import { ARMAZON } from '../textos/armazon.ts'

const traeArchivos = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') ?? false

/** The whole window takes a dropped workbook, whatever is on view. The keyboard's way is "Elegir archivo…". */
export function ZonaSoltar() {
  const { control, ir } = useApp()
  const { soltar, ocupado } = control
  const [encima, setEncima] = useState(false)

  useEffect(() => {
    const alPasar = (e: DragEvent): void => {
      if (!traeArchivos(e)) return
      e.preventDefault()
      if (e.dataTransfer) e.dataTransfer.dropEffect = ocupado ? 'none' : 'copy'
      setEncima(true)
    }
    const alSalir = (e: DragEvent): void => { if (e.relatedTarget === null) setEncima(false) }
    const alSoltar = (e: DragEvent): void => {
      if (!traeArchivos(e)) return
      e.preventDefault()
      setEncima(false)
      const [archivo, ...otros] = e.dataTransfer?.files ?? []
      if (!archivo || ocupado) return
      if (otros.length > 0) avisar({ tono: 'info', titulo: ARMAZON.soltar.soloUna, detalle: ARMAZON.soltar.soloUnaDetalle })
      ir(VISTA_DE_SECCION.planilla)
      void soltar(archivo)
    }
    window.addEventListener('dragover', alPasar)
    window.addEventListener('dragleave', alSalir)
    window.addEventListener('drop', alSoltar)
    return () => {
      window.removeEventListener('dragover', alPasar)
      window.removeEventListener('dragleave', alSalir)
      window.removeEventListener('drop', alSoltar)
    }
  }, [soltar, ocupado, ir])

  if (!encima) return null
  return (
    <div className="soltar" data-ocupado={ocupado ? '' : undefined}>
      <div className="soltar-caja">
        <Icono nombre={ocupado ? 'reloj' : 'subir'} tamano={44} />
        <p className="soltar-titulo">{ocupado ? ARMAZON.soltar.ocupado : ARMAZON.soltar.listo}</p>
        {!ocupado && <p>{ARMAZON.soltar.formatos}</p>}
      </div>
    </div>
  )
}
