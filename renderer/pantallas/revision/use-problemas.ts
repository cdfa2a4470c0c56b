/** A page of the list of problems, read again when the draft changes; the one before stays until the new one comes. */
import { startTransition, useEffect, useRef, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { pedir } from '../../puente.ts'

export const POR_PAGINA = 100
export interface PaginaProblemas { nivel: Nivel | 'todos'; desde: number; total: number; problemas: readonly ProblemaVista[] }
interface UsoProblemas { id: string; version: number; nivel: Nivel | 'todos'; desde: number; /** Only those of this cause. */ causa: Causa | null; alFallar(falla: Falla): void }

export function useProblemas({ id, version, nivel, desde, causa, alFallar }: UsoProblemas): PaginaProblemas | null {
  const [pagina, setPagina] = useState<PaginaProblemas | null>(null)
  const fallar = useRef(alFallar)
  useEffect(() => { fallar.current = alFallar })
  useEffect(() => {
    let vigente = true
    void pedir('borrador:problemas', { id, nivel, desde, cuantos: POR_PAGINA, ...(causa === null ? {} : { causa }) }).then(r => {
      if (!vigente) return
      if (r.ok) startTransition(() => { setPagina({ nivel, desde, total: r.valor.total, problemas: r.valor.problemas }) })
      else fallar.current(r.falla)
    })
    return () => { vigente = false }
  }, [id, version, nivel, desde, causa])
  return pagina
}
