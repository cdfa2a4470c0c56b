/** Problems by cause: the list of causes, or one of them open with its cells and what can be done about all. */
import { useState } from 'react'
import { esCausa, type Causa } from '../../../shared/domain/causas.ts'
import type { GrupoCausa } from '../../../shared/ipc/modelos-causas.ts'
import { DetalleCausa } from './detalle-causa.tsx'
import { DialogoArreglo, type PorArreglar } from './dialogo-arreglo.tsx'
import { ListaCausas } from './lista-causas.tsx'
import { PaginaDeProblemas } from './pagina-problemas.tsx'
import type { PanelProps } from './panel-problemas.tsx'
import { useCausas } from './use-causas.ts'

export function PanelCausas({ resumen, nivel, causa, alAbrirCausa, soloFilas, alFiltrarFilas, alArreglar, actual, alIr, alFallar }: PanelProps) {
  const causas = useCausas({ id: resumen.id, version: resumen.version, activa: true, alFallar })
  const [abierta, setAbierta] = useState<GrupoCausa | null>(null)
  const [porArreglar, setPorArreglar] = useState<PorArreglar | null>(null)
  if (!causas) return null
  if (causa === null) return <ListaCausas causas={causas} nivel={nivel} alAbrir={c => { if (esCausa(c.causa)) { setAbierta(c); alAbrirCausa(c.causa) } }} />

  const grupo = grupoDe(causas, abierta, causa)
  return (
    <>
      {grupo && (
        <DetalleCausa
          grupo={grupo} soloFilas={soloFilas} alFiltrarFilas={solo => alFiltrarFilas(solo, grupo.lugares.map(l => l.tabla))} alVolver={() => alAbrirCausa(null)}
          alArreglar={lugar => setPorArreglar({ causa, titulo: grupo.titulo, lugar })}
        />
      )}
      {grupo && grupo.cuantas > 0 && <PaginaDeProblemas key={causa} resumen={resumen} nivel={grupo.nivel} causa={causa} total={grupo.cuantas} actual={actual} alIr={alIr} alFallar={alFallar} />}
      {porArreglar && (
        <DialogoArreglo
          id={resumen.id} version={resumen.version} que={porArreglar} alCerrar={() => setPorArreglar(null)}
          alAplicar={(...x) => {
            setPorArreglar(null)
            // Rows that no longer have it would leave the grid from under the person's eyes.
            alFiltrarFilas(false, [])
            alArreglar(...x)
          }}
        />
      )}
    </>
  )
}

/** One that was fixed is no longer in the list: it stays on view, empty, until the person leaves it. */
function grupoDe(causas: readonly GrupoCausa[], abierta: GrupoCausa | null, causa: Causa): GrupoCausa | null {
  const viva = causas.find(c => c.causa === causa)
  if (viva) return viva
  return abierta?.causa === causa ? { ...abierta, cuantas: 0, lugares: [] } : null
}
