/** A page of ours that leaves the window: to a PDF, or to a printer. */
export interface Hoja {
  /** Title of the document. */
  readonly titulo: string
  /** At the head of each page. */
  readonly encabezado: string
  /** Beside it and across each page; null: none. */
  readonly marca: string | null
  /** At the foot of each page, before its number. */
  readonly pie: string
  /** The document, in pieces of some kilobytes. */
  readonly trozos: readonly string[]
}

export interface Imprenta {
  /** @throws when the page cannot be made */
  pdf(hoja: Hoja): Promise<Uint8Array>
  /** Opens the system's dialog. @throws when the printer refuses */
  imprimir(hoja: Hoja): Promise<'impreso' | 'cancelado' | 'sin-impresora'>
}
