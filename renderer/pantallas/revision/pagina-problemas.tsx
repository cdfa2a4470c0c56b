import { useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { BorradorResumen, ProblemaVista } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { BotonIcono } from '../../componentes/boton.tsx'
import { TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { ListaProblemas } from './lista-problemas.tsx'
import { POR_PAGINA, useProblemas } from './use-problemas.ts'

interface PaginaProps {
  resumen: BorradorResumen
  nivel: Nivel | 'todos'
  /** Only those of this cause; null: all of the level. */
  causa: Causa | null
  total: number
  actual: ProblemaVista | null
  alIr(p: ProblemaVista): void
  alFallar(falla: Falla): void
}

/** A page of the list, with its way to the others. */
export function PaginaDeProblemas({ resumen, nivel, causa, total, actual, alIr, alFallar }: PaginaProps) {
  const [pedida, setPedida] = useState(0)
  // An edit may leave fewer pages than the one being read.
  const desde = Math.min(pedida, Math.floor(Math.max(0, total - 1) / POR_PAGINA) * POR_PAGINA)
  const pagina = useProblemas({ id: resumen.id, version: resumen.version, nivel, desde, causa, alFallar })
  return (
    <>
      {pagina && <ListaProblemas pagina={pagina} actual={actual} alIr={alIr} />}
      {pagina && pagina.total > POR_PAGINA && (
        <footer className="revision-paginas">
          <BotonIcono nombre={T.paginaAnterior} icono="izquierda" isDisabled={desde === 0} onPress={() => setPedida(desde - POR_PAGINA)} />
          <span className="chico">{T.pagina(pagina.desde + 1, pagina.desde + pagina.problemas.length, pagina.total)}</span>
          <BotonIcono nombre={T.paginaSiguiente} icono="derecha" isDisabled={desde + POR_PAGINA >= total} onPress={() => setPedida(desde + POR_PAGINA)} />
        </footer>
      )}
    </>
  )
}
