/**
 * `nuevo` with the row `id` kept where it stood in `anterior`: a row that stops passing the filter because of an edit
 * must not vanish from under the person who is in it. Both are in sheet order.
 */
export function conservarFila(nuevo: Int32Array, anterior: Int32Array, id: number): Int32Array {
  const pos = anterior.indexOf(id)
  if (pos === -1 || nuevo.includes(id)) return nuevo
  const quedan = new Set(nuevo)
  let i = pos - 1
  while (i >= 0 && !quedan.has(anterior[i] ?? -1)) i--
  const corte = i === -1 ? 0 : nuevo.indexOf(anterior[i] ?? -1) + 1
  const con = new Int32Array(nuevo.length + 1)
  con.set(nuevo.subarray(0, corte))
  con[corte] = id
  con.set(nuevo.subarray(corte), corte + 1)
  return con
}

/**
 * The rows of `nuevo` in the order in which they stood, with `foco` among them if it was, and those that were not there at
 * the end: an edit must not move rows put in order from under the person's hands.
 */
export function conservarOrden(nuevo: Int32Array, anterior: Int32Array, foco: number | null): Int32Array {
  const quedan = new Set(nuevo)
  if (foco !== null) quedan.add(foco)
  const siguen = anterior.filter(id => quedan.has(id))
  const antes = new Set(anterior)
  const llegan = nuevo.filter(id => !antes.has(id))
  const ids = new Int32Array(siguen.length + llegan.length)
  ids.set(siguen)
  ids.set(llegan, siguen.length)
  return ids
}

/** Ids between two rows of the list, both included, in the order shown; only `hasta` when `desde` is not in it. */
export function idsEntre(ids: readonly number[], desde: number, hasta: number): number[] {
  const a = ids.indexOf(desde)
  const b = ids.indexOf(hasta)
  if (b === -1) return []
  if (a === -1) return [hasta]
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
