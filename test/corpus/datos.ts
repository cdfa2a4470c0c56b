/** The sheet that all files of the corpus hold in some guise: made up, nobody's data. */

export const ENCABEZADOS = [
  'Código de oferta', 'Código de grupo', 'RUT del alumno', 'Tiempo de conectividad del alumno', 'Estado del alumno', 'Avance del alumno (%)', 'Fecha de inicio del alumno', 'Fecha de término del alumno',
  'Código del módulo', 'Tiempo de conectividad del módulo', 'Estado del módulo', 'Avance del módulo (%)', 'Fecha de inicio del módulo', 'Fecha de término del módulo', 'Actividades del módulo',
] as const
export type Titulo = (typeof ENCABEZADOS)[number]
export const columna = (titulo: Titulo): number => ENCABEZADOS.indexOf(titulo)

const RUTS = ['11.111.111-1', '12.345.678-5', '9.876.543-3', '7.654.321-6']
/** A row as typed, with nothing wrong in it. Four alumnos, each with as many módulos as needed. */
export const filaTexto = (i: number): string[] => [
  'RLAB-01', 'RLAB-01-1', RUTS[i % RUTS.length] ?? '', '5400', 'Cursando', '45', '02-11-2026', '18-12-2026',
  `MA${String(Math.floor(i / RUTS.length) + 1).padStart(2, '0')}`, '1:00:00', 'Cursando', '60', '02-11-2026', '27-11-2026', 'ACT01; ACT02',
]
/** Headings and so many rows. */
export const tablaTexto = (cuantas: number): string[][] => [[...ENCABEZADOS], ...Array.from({ length: cuantas }, (_, i) => filaTexto(i))]

/** The same row with other values in some columns. */
export function con<T>(fila: readonly T[], cambios: Partial<Record<Titulo, T>>): T[] {
  return fila.map((v, i) => {
    const titulo = ENCABEZADOS[i]
    return titulo !== undefined && Object.hasOwn(cambios, titulo) ? (cambios[titulo] as T) : v
  })
}

/** Serial numbers of the 1900 system. */
export const DIAS = { inicio: 46_328, fin: 46_374, finModulo: 46_353, entre1904: 1462 } as const
