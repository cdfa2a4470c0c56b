/** The problems by cause, read again when the draft changes; the ones before stay until the new ones come. */
import { useEffect, useRef, useState } from 'react'
import type { GrupoCausa } from '../../../shared/ipc/modelos-causas.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { pedir } from '../../puente.ts'

/** `activa` false: nobody is looking, and nothing is asked for. null: the first answer is on its way. */
export function useCausas({ id, version, activa, alFallar }: { id: string; version: number; activa: boolean; alFallar(f: Falla): void }): readonly GrupoCausa[] | null {
  const [causas, setCausas] = useState<readonly GrupoCausa[] | null>(null)
  const fallar = useRef(alFallar)
  useEffect(() => { fallar.current = alFallar })
  useEffect(() => {
    if (!activa) return
    let vigente = true
    void pedir('borrador:causas', { id }).then(r => {
      if (!vigente) return
      if (r.ok) setCausas(r.valor.causas)
      else fallar.current(r.falla)
    })
    return () => { vigente = false }
  }, [id, version, activa])
  return causas
}
