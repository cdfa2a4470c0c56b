/** What a screen reader says of a cell or row beyond its text. */
import type { CeldaVista, FilaVista } from '../../shared/ipc/modelos.ts'
import { nombreNivel, TEXTOS_GRILLA } from '../textos/revision.ts'

const frase = (x: string): string => (/[.!?…]$/.test(x) ? x : `${x}.`)
const unir = (partes: readonly (string | null | false)[]): string | undefined => {
  const dichas = partes.filter(p => typeof p === 'string' && p !== '').map(p => frase(String(p)))
  return dichas.length === 0 ? undefined : dichas.join(' ')
}

/** undefined: nothing to add. */
export function describirCelda(celda: CeldaVista): string | undefined {
  return unir([
    celda.nivel && celda.mensaje !== null && `${nombreNivel(celda.nivel)}: ${celda.mensaje}`,
    celda.nivel && celda.queHacer,
    celda.convertido !== null && celda.mensaje === null && TEXTOS_GRILLA.seEnviara(celda.convertido),
    celda.editada && TEXTOS_GRILLA.editada,
  ])
}

/** undefined: nothing to add. */
export function describirFila(fila: FilaVista): string | undefined {
  return unir([
    fila.excluida && TEXTOS_GRILLA.filaFuera,
    fila.nivel && (fila.mensaje === null ? nombreNivel(fila.nivel) : `${nombreNivel(fila.nivel)}: ${fila.mensaje}`),
    fila.queHacer,
  ])
}
