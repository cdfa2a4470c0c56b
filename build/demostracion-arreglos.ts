/** Puts right the errors of the sample workbook as a person would: F8 to the next one, type over it, Enter. */
import type { Page } from 'playwright'
import { TEXTOS_GRILLA, TEXTOS_REVISION, NIVELES } from '../renderer/textos/revision.ts'
import { hoyEnSantiago } from '../shared/domain/fecha.ts'
import { COLUMNAS, HOJAS } from '../shared/planilla/columnas.ts'
import { filasConProblemas, type ProblemaSembrado } from '../shared/practica/muestras.ts'
import { DEMOSTRACION as T } from './textos-demostracion.ts'

const tituloDe = (p: ProblemaSembrado): string => COLUMNAS.find((c) => c.key === p.columna)?.titulo ?? p.columna

/** Where the cursor stands, as the strip under the grid says it: sheet, row and heading of the column. */
async function dondeEsta(page: Page): Promise<{ hoja: string; fila: number; columna: string }> {
  const hoja = await page.locator('.revision-pestanas [role=tab][aria-selected=true] .cortado').innerText()
  const lugar = await page.locator('.revision-detalle-lugar > span').first().innerText()
  const [, fila = '', columna = ''] = /^Fila ([\d.]+) · (.*?)(?: \([A-Z]+\d+\))?$/.exec(lugar) ?? []
  return { hoja, fila: Number(fila.replaceAll('.', '')), columna }
}

/**
 * F8, and then what a person waits for: another problem marked in the list (the same when it is alone), and the keyboard in
 * its cell. Until then the keys belong to the cell where one was.
 */
export async function irAlSiguiente(page: Page): Promise<void> {
  // At once: the list is made again after each edit.
  const antes = await page.evaluate((lista) => document.querySelector<HTMLElement>(`[role=listbox][aria-label="${lista}"] [role=option][aria-selected=true]`)?.innerText ?? null, TEXTOS_REVISION.problemas)
  await page.keyboard.press('F8')
  await page.waitForFunction(([lista, texto]) => {
    const opciones = [...document.querySelectorAll<HTMLElement>(`[role=listbox][aria-label="${lista ?? ''}"] [role=option]`)]
    const actual = opciones.find((o) => o.getAttribute('aria-selected') === 'true')
    return actual !== undefined && (opciones.length === 1 || actual.innerText !== texto) && document.activeElement?.getAttribute('role') === 'gridcell'
  }, [TEXTOS_REVISION.problemas, antes] as const)
}

const PREFIJO_ERRORES = TEXTOS_REVISION.filtroDeNivel(NIVELES.error.titulo, 0).replace('0', '')
/** Errors left, from the filter of the list of problems. */
async function cuantosErrores(page: Page): Promise<number> {
  const nombre = await page.locator(`.revision-niveles [aria-label^="${PREFIJO_ERRORES}"]`).getAttribute('aria-label')
  return Number((nombre ?? '').slice(PREFIJO_ERRORES.length).replaceAll('.', ''))
}
const esperarCambio = (page: Page, antes: number): Promise<unknown> => page.waitForFunction(
  ([prefijo, n]) => document.querySelector(`.revision-niveles [aria-label^="${prefijo}"]`)?.getAttribute('aria-label') !== `${prefijo}${String(n)}`,
  [PREFIJO_ERRORES, antes] as const,
)

/**
 * Fixes every error that the sample brings. One may stay: an alumno whose progress is less than what SENCE already has,
 * once its history is known.
 * @param alArreglar told the place and what was done
 * @returns how many cells or rows were put right
 * @throws when the sample has an error that nobody knows how to fix, or one does not go away
 */
export async function corregirErrores(page: Page, alArreglar: (lugar: string, hecho: string) => void): Promise<number> {
  const pendientes = filasConProblemas(hoyEnSantiago(new Date())).sembrados.filter((s) => s.arreglo !== null)
  // The list shows errors only, and F8 goes by the list.
  await page.locator(`.revision-niveles [aria-label^="${PREFIJO_ERRORES}"]`).click()
  let arreglados = 0
  let saltos = 0
  for (let errores = await cuantosErrores(page); errores > 0 && pendientes.length > 0; errores = await cuantosErrores(page)) {
    await irAlSiguiente(page)
    const lugar = await dondeEsta(page)
    const i = pendientes.findIndex((p) => HOJAS[p.clase] === lugar.hoja && p.fila === lugar.fila && tituloDe(p) === lugar.columna)
    const arreglo = pendientes[i]?.arreglo
    if (arreglo == null) {
      // A consequence of another error: it goes away with its cause. A whole round without one that we know is the end.
      if (++saltos > errores + 1) throw new Error(`no fix known for ${JSON.stringify(lugar)}`)
      continue
    }
    saltos = 0
    pendientes.splice(i, 1)
    if (arreglo === 'dejar-fuera') {
      await page.getByRole('checkbox', { name: TEXTOS_GRILLA.incluirFila(lugar.fila), exact: true }).click()
    } else {
      await page.keyboard.press('F2')
      await page.locator('.grilla-editor').fill(arreglo.texto)
      await page.keyboard.press('Enter')
    }
    await esperarCambio(page, errores)
    arreglados++
    alArreglar(`${lugar.hoja}, fila ${String(lugar.fila)}, ${lugar.columna}`, arreglo === 'dejar-fuera' ? T.fuera : T.hecho(arreglo.texto))
  }
  return arreglados
}
