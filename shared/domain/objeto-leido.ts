/** JSON that others wrote, read without expecting anything of it. */
export type ObjetoLeido = Readonly<Record<string, unknown>>

/** null: it is not a JSON object. */
export function analizarObjeto(texto: string): ObjetoLeido | null {
  try {
    const v: unknown = JSON.parse(texto)
    return typeof v === 'object' && v !== null && !Array.isArray(v) ? v as ObjetoLeido : null
  } catch { return null }
}

/** null: it says nothing, or nothing that is a word. */
export function comoTexto(v: unknown): string | null {
  if (typeof v !== 'string' && typeof v !== 'number' && typeof v !== 'boolean') return null
  const t = String(v).trim()
  return t === '' ? null : t
}
