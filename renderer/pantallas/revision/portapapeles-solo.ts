/**
 * Leaves a text in the clipboard without an event of the person's under way. The async clipboard needs a permission that
 * this window denies to itself; a copy that we start, and answer ourselves, does not.
 */
export function copiarSolo(texto: string): boolean {
  let puesto = false
  const poner = (e: ClipboardEvent): void => {
    e.preventDefault()
    e.stopImmediatePropagation()
    e.clipboardData?.setData('text/plain', texto)
    puesto = true
  }
  document.addEventListener('copy', poner, { capture: true })
  document.execCommand('copy')
  document.removeEventListener('copy', poner, { capture: true })
  return puesto
}
