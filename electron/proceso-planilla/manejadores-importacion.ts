/** The methods that bring workbooks in: at once when they are recognised, or after the person has said which columns are which. */
import { randomUUID } from 'node:crypto'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Correspondencia } from '../../shared/ipc/modelos-asistente.ts'
import { aMemoria, huellaDe } from '../../shared/planilla/correspondencia.ts'
import { HOJAS } from '../../shared/planilla/columnas.ts'
import { esCorrecta, faltantes, hacenLibro } from '../../shared/planilla/correspondencia-faltas.ts'
import { titulosDeFila } from '../../shared/planilla/encabezado-probable.ts'
import type { Almacenes } from './almacenes.ts'
import { fallarCon } from './fallas.ts'
import { importarArchivo, traerArchivo, type Importado, type PedidoImportacion } from './importacion.ts'
import type { Contexto, Manejadores } from './manejadores.ts'
import { exportacionDe } from './observaciones/marca.ts'
import { CLASES_REPARTIDAS, gemelasDe, planDe, planDeVuelta, planear, type HojaMirada, type Memorias } from './plan.ts'
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
      const vuelta = s.partesDe(exportacionDe(archivo.valor.bytes, []))
      const r = await importarArchivo(archivo.valor, p, {
        planear: (libro) => {
          const partes = vuelta ?? s.partesDe(exportacionDe(Buffer.alloc(0), libro.hojas))
          const deVuelta = partes && planDeVuelta(libro.hojas, partes, memorias)
          return deVuelta ? ok(deVuelta) : planear(nombreArchivo, libro.hojas, memorias)
        }, ocultas: vuelta !== null,
      })
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
    columnas: pedido => enSesion(s => preparaciones.columnas(pedido, memoriasDe(s))),
    vistaPreparada: ({ id, correspondencia }, { hoy }) => preparaciones.resultado(id, correspondencia, hoy),
    importarPreparada: ({ id, correspondencia, juntas = [], mas = [], recordar, nombreArchivo, previos }, contexto) => deAUna(async (s) => {
      const preparada = preparaciones.conId(id, ok)
      if (!preparada.ok) return preparada
      const { archivo, hojas } = preparada.valor
      const buenas = comprobar(correspondencia, juntas, mas, archivo.nombre, hojas)
      if (!buenas.ok) return buenas
      const dichas = buenas.valor.map(({ c, titulos }) => {
        const huella = huellaDe(titulos)
        const antes = huella === null ? null : s.correspondencias.buscar(huella)
        const memoria = { ...aMemoria(c, titulos), lecturas: antes?.memoria.lecturas ?? [], ...(juntas.length > 0 ? { juntas: true } : {}) }
        return { c, huella, recordada: recordar === null ? antes : { id: antes?.id ?? '', nombre: nombreDeParte(recordar, c.clase), memoria } }
      })
      const p: PedidoImportacion = { id: randomUUID(), nombreArchivo, previos, ceder, rutOtec: almacenes.rutOtec, ...contexto }
      const r = await importarArchivo(archivo, p, { planear: libro => ok(planDe(libro.hojas, dichas)), ocultas: true })
      if (!r.ok) return r
      // Kept only once the file was read with it; of the sheets with the same headings, the first says it for all.
      if (recordar !== null) {
        const guardadas = new Set<string>()
        for (const { huella, recordada } of dichas) {
          if (huella === null || recordada === null || guardadas.has(huella)) continue
          guardadas.add(huella)
          s.correspondencias.guardar(huella, recordada.nombre, recordada.memoria)
        }
      }
      preparaciones.soltar()
      return guardar(s, r.valor, contexto)
    }),
    soltarPreparada: () => { preparaciones.soltar(); return ok({}) },
    correspondencias: () => enSesion(s => ok(s.correspondencias.lista())),
    renombrarCorrespondencia: ({ id, nombre }) => enSesion(s => (s.correspondencias.renombrar(id, nombre) ? ok({}) : fallarCon('correspondencia-no-existe'))),
    olvidarCorrespondencia: ({ id }) => enSesion((s) => { s.correspondencias.olvidar(id); return ok({}) }),
  }
}

/** A part is remembered by its own headings, under a name that tells which one it is. */
const nombreDeParte = (nombre: string, clase: Correspondencia['clase']): string => (clase === undefined || clase === 'unica' ? nombre : `${nombre} · ${HOJAS[clase]}`.slice(0, 100))

interface Buena { c: Correspondencia; /** Of its row of headings. */ titulos: string[] }
/** The answer sheet by sheet; refused when it is of another workbook, or leaves rows without a place. */
function comprobar(c: Correspondencia, juntas: readonly string[], mas: readonly Correspondencia[], nombre: string, hojas: readonly HojaMirada[]): Result<Buena[]> {
  const gemelas = juntas.length === 0 ? [] : gemelasDe(hojas, c)
  if (juntas.some(n => !gemelas.some(g => g.hoja === n)) || (juntas.length > 0 && mas.length > 0)) return fallarCon('correspondencia-mala')
  const orden = (x: Correspondencia): number => CLASES_REPARTIDAS.findIndex(k => k === x.clase)
  const todas = mas.length > 0 ? [c, ...mas].sort((a, b) => orden(a) - orden(b)) : hojas.flatMap(h => [c, ...gemelas].filter(x => x.hoja === h.nombre && (x === c || juntas.includes(x.hoja))))
  if (todas.length === 0 || !hacenLibro(todas)) return fallarCon('correspondencia-mala')
  const conCursos = todas.some(x => x.clase === 'cursos')
  const buenas: Buena[] = []
  for (const x of todas) {
    const hoja = hojas.find(h => h.nombre === x.hoja)
    const ancho = Math.max(0, ...(hoja?.primerasFilas.map(f => f.length) ?? []))
    if (!hoja || x.fila > hoja.primerasFilas.length || !esCorrecta(x) || x.columnas.some(y => y.indice >= ancho)) return fallarCon('correspondencia-mala')
    const { faltan } = faltantes(x, conCursos)
    if (faltan.length > 0) return fallarCon('faltan-columnas', { nombre, faltan })
    buenas.push({ c: x, titulos: titulosDeFila(hoja.primerasFilas[x.fila - 1] ?? []) })
  }
  return ok(buenas)
}
