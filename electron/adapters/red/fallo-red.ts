/** A fault of the way out, named by a code that causa-red.ts knows. Its message carries no address. */
export type CodigoProxy = 'PROXY_PIDE_CLAVE' | 'PROXY_ESQUEMA' | 'PROXY_RECHAZA' | 'PROXY_CAIDO'
export class FalloProxy extends Error {
  readonly code: CodigoProxy
  /** true: it did not answer at all, so that the next way of the list is worth trying. */
  readonly inalcanzable: boolean
  constructor(code: CodigoProxy, inalcanzable = false) {
    super(code)
    this.code = code
    this.inalcanzable = inalcanzable
  }
}
