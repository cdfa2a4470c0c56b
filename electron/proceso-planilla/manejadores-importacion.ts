/** The methods that bring workbooks in: at once when they are recognised, or after the person has said which columns are which. */
import { randomUUID } from 'node:crypto'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Correspondencia } from '../../shared/ipc/modelos-asistente.ts'
import { aMemoria, huellaDe } from '../../shared/planilla/correspondencia.ts'
import { esCorrecta, faltantes } from '../../shared/planilla/correspondencia-faltas.ts'
import { titulosDeFila } from '../../shared/planilla/encabezado-probable.ts'
import type { Almacenes } from './almacenes.ts'
import { fallarCon } from './fallas.ts'
import { importarArchivo, traerArchivo, type Importado, type PedidoImportacion } from './importacion.ts'
import type { Contexto, Manejadores } from './manejadores.ts'
import { planDe, planear, type HojaMirada, type Memorias } from './plan.ts'
import { Preparaciones } from './preparacion.ts'
import type { Sesion } from './sesion.ts'

type Propios = 'importar' | 'preparar' | 'preparacion' | 'columnas' | 'vistaPreparada' | 'importarPreparada' | 'soltarPreparada' | 'correspondencias' | 'renombrarCorrespondencia' | 'olvidarCorrespondencia'

export function crearManejadoresImportacion(almacenes: Almacenes, ceder: () => Promise<void>): Pick<Manejadores, Propios> {
  const preparaciones = new Preparaciones()
  let importando = false

  /** One at a time, with the drafts open: nobody should wait for a large file to be read to learn that it cannot be kept. */
  const deAUna = async <T>(hacer: (s: Sesion) => Promise<Result<T>>): Promise<Result<T>> => {
    if (importando) return fallarCon('importacion-en-curso')
    importando = true
    try {
      const sesion = almacenes.abrir()
      return sesion.ok ? await hacer(sesion.valor) : sesion
    } finally {
      importando = false
    }
  }
  const enSesion = <T>(hacer: (s: Sesion) => Result<T>): Result<T> => {
    const sesion = almacenes.abrir()
    return sesion.ok ? hacer(sesion.valor) : sesion
  }
  const memoriasDe = (s: Sesion): Memorias => huella => s.correspondencias.buscar(huella)

  function guardar(s: Sesion, { mesa, nuevo }: Importado, { hoy, avisar }: Contexto): Result<BorradorResumen> {
    const usada = nuevo.origen?.correspondencia
    if (usada) s.correspondencias.anotarUso(usada.id)
    const resumen = s.agregar(mesa, nuevo, hoy)
    avisar({ etapa: 'listo', porcentaje: 100, filas: resumen.tablas.reduce((n, t) => n + t.filas, 0), nombreArchivo: nuevo.nombreArchivo })
    return ok(resumen)
  }

  return {
    importar: ({ ruta, nombreArchivo, previos }, contexto) => deAUna(async (s) => {
      const p: PedidoImportacion = { id: randomUUID(), nombreArchivo, previos, ceder, rutOtec: almacenes.rutOtec, ...contexto }
      preparaciones.soltar()
      const archivo = await traerArchivo(ruta, p)
      if (!archivo.ok) return archivo
      const memorias = memoriasDe(s)
      const r = await importarArchivo(archivo.valor, p, { planear: libro => planear(nombreArchivo, libro.hojas, memorias), ocultas: false })
      if (r.ok) return guardar(s, r.valor, contexto)
      const oferta = await preparaciones.ofrecer(r, archivo.valor, p.anotar)
      // What is remembered may be of a hidden sheet, which only now was opened.
      const recordada = !oferta.ok && oferta.falla.preparacion !== undefined
        ? preparaciones.conId(oferta.falla.preparacion, ({ hojas }) => planear(nombreArchivo, hojas, memorias)) : oferta
      if (!recordada.ok || recordada.valor.usada === null) return oferta
      const conOcultas = await importarArchivo(archivo.valor, p, { planear: libro => planear(nombreArchivo, libro.hojas, memorias), ocultas: true })
      return conOcultas.ok ? guardar(s, conOcultas.valor, contexto) : conOcultas
    }),
    preparar: ({ ruta, nombreArchivo }, contexto) => deAUna(async () => {
      preparaciones.soltar()
      const archivo = await traerArchivo(ruta, { id: '', nombreArchivo, previos: [], ceder, rutOtec: almacenes.rutOtec, ...contexto })
      if (!archivo.ok) return archivo
      const preparada = await preparaciones.preparar(archivo.valor, contexto.anotar)
      return preparada.ok ? preparaciones.vista(preparada.valor.id) : preparada
    }),
    preparacion: ({ id }) => preparaciones.vista(id),
    columnas: ({ id, hoja, fila }) => enSesion(s => preparaciones.columnas(id, hoja, fila, memoriasDe(s))),
    vistaPreparada: ({ id, correspondencia }, { hoy }) => preparaciones.resultado(id, correspondencia, hoy),
    importarPreparada: ({ id, correspondencia: c, recordar, nombreArchivo, previos }, contexto) => deAUna(async (s) => {
      const preparada = preparaciones.conId(id, ok)
      if (!preparada.ok) return preparada
      const { archivo, hojas } = preparada.valor
      const buena = comprobar(c, archivo.nombre, hojas)
      if (!buena.ok) return buena
      const huella = huellaDe(buena.valor)
      const antes = huella === null ? null : s.correspondencias.buscar(huella)
      const recordada = recordar !== null && huella !== null ? { id: antes?.id ?? '', nombre: recordar, memoria: { ...aMemoria(c, buena.valor), lecturas: antes?.memoria.lecturas ?? [] } } : null
      const p: PedidoImportacion = { id: randomUUID(), nombreArchivo, previos, ceder, rutOtec: almacenes.rutOtec, ...contexto }
      const r = await importarArchivo(archivo, p, { planear: libro => ok({ ...planDe(libro.hojas, c, recordada ?? antes), usada: null }), ocultas: true })
      if (!r.ok) return r
      // Kept only once the file was read with it.
      if (recordada && huella !== null) s.correspondencias.guardar(huella, recordada.nombre, recordada.memoria)
      preparaciones.soltar()
      return guardar(s, r.valor, contexto)
    }),
    soltarPreparada: () => { preparaciones.soltar(); return ok({}) },
    correspondencias: () => enSesion(s => ok(s.correspondencias.lista())),
    renombrarCorrespondencia: ({ id, nombre }) => enSesion(s => (s.correspondencias.renombrar(id, nombre) ? ok({}) : fallarCon('correspondencia-no-existe'))),
    olvidarCorrespondencia: ({ id }) => enSesion((s) => { s.correspondencias.olvidar(id); return ok({}) }),
  }
}

/** The headings of the answer's row; refused when it is of another workbook, or leaves rows without a place. */
function comprobar(c: Correspondencia, nombre: string, hojas: readonly HojaMirada[]): Result<string[]> {
  const hoja = hojas.find(h => h.nombre === c.hoja)
  const ancho = Math.max(0, ...(hoja?.primerasFilas.map(f => f.length) ?? []))
  if (!hoja || c.fila > hoja.primerasFilas.length || !esCorrecta(c) || c.columnas.some(x => x.indice >= ancho)) return fallarCon('correspondencia-mala')
  const { faltan } = faltantes(c)
  return faltan.length > 0 ? fallarCon('faltan-columnas', { nombre, faltan }) : ok(titulosDeFila(hoja.primerasFilas[c.fila - 1] ?? []))
}
