/** Endings of the files that can be opened, without the dot. What a file really is, its contents decide. */
export const EXTENSIONES_PLANILLA = ['xlsx', 'xlsm', 'xls', 'ods', 'fods', 'csv', 'txt', 'xml', 'html', 'htm'] as const

export const esNombreDePlanilla = (nombre: string): boolean =>
  EXTENSIONES_PLANILLA.some((e) => nombre.toLowerCase().endsWith(`.${e}`))
