import type { CeldaVista, FilaVista } from '../../shared/ipc/modelos.ts'

function igualCelda(a: CeldaVista, b: CeldaVista): boolean {
  return a.texto === b.texto && a.convertido === b.convertido && a.nivel === b.nivel && a.mensaje === b.mensaje
    && a.queHacer === b.queHacer && a.editada === b.editada
}

/** The new row, made of the old one's objects where nothing changed: a cell that did not change is not drawn again. */
export function reusarFila(antes: FilaVista | undefined, fila: FilaVista): FilaVista {
  if (!antes) return fila
  let iguales = antes.fila === fila.fila && antes.excluida === fila.excluida && antes.nivel === fila.nivel
    && antes.mensaje === fila.mensaje && antes.queHacer === fila.queHacer && antes.celdas.length === fila.celdas.length
  const celdas = fila.celdas.map((c, i) => {
    const vieja = antes.celdas[i]
    if (vieja && igualCelda(vieja, c)) return vieja
    iguales = false
    return c
  })
  return iguales ? antes : { ...fila, celdas }
}
