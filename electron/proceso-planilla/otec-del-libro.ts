/** Watches, while a workbook is read, which OTEC it says it is of. */
import { columnaDeOtec, otecsRotuladas, rutDeCelda } from '../../shared/planilla/otec-declarada.ts'
import type { LibroLegible } from './lectura.ts'

export interface OtecAjena { hoja: string; rut: string }

/**
 * The same workbook, which on being read tells the first OTEC that is not `rutOtec`. One pass: a sheet can be walked
 * only once.
 * @param rutOtec `11222333-4`; null: no OTEC is connected yet and none is foreign
 */
export function vigilarOtec(libro: LibroLegible, rutOtec: string | null): { libro: LibroLegible; ajena: () => OtecAjena | null } {
  if (rutOtec === null) return { libro, ajena: () => null }
  let ajena: OtecAjena | null = null
  const mirar = (hoja: string, rut: string | null): void => { if (rut !== null && rut !== rutOtec) ajena ??= { hoja, rut } }
  const hojas = libro.hojas.map((h): LibroLegible['hojas'][number] => {
    for (const rut of otecsRotuladas(h.primerasFilas)) mirar(h.nombre, rut)
    const columna = columnaDeOtec(h.primerasFilas)
    if (columna === null) return h
    return {
      nombre: h.nombre, primerasFilas: h.primerasFilas, ...(h.avance === undefined ? {} : { avance: () => h.avance?.() ?? 0 }),
      async *trozos(senal) {
        for await (const trozo of h.trozos(senal)) {
          for (const f of trozo) if (f.fila > columna.fila + 1) mirar(h.nombre, rutDeCelda(f.celdas[columna.indice]))
          yield trozo
        }
      },
    }
  })
  return { libro: { hojas, ocultas: libro.ocultas }, ajena: () => ajena }
}
