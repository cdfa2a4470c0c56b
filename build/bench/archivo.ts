/** Past sends by the thousand: finding, opening, making the index anew, and starting with them. Against SQLite itself on the same file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { abrirArchivo } from '../../electron/adapters/archivo/abrir.ts'
import { crearArchivo } from '../../electron/adapters/archivo/busqueda.ts'
import { crearIndexador } from '../../electron/adapters/archivo/indexador.ts'
import { abrirDiario } from '../../electron/adapters/diario.ts'
import { calcularDv } from '../../shared/domain/rut.ts'
import { mediana, type Medida } from './medida.ts'
import { RUT_BUSCADO, envioDelPasado, escribirPasado } from './pasado.ts'
import { TEXTOS_ARCHIVO as T } from './textos-archivo.ts'

const CLAVE = 'ab'.repeat(32)
const ENVIOS = 5000
const REGISTROS = 1_000_000
/** What issue 5 allows a search. */
const LIMITE_MS = 100
const PAGINA = 50

interface Corrida { rondas: number; avisar(que: string): void }

/** Milliseconds of each, in turns. */
function enTurnos(rondas: number, nuestra: () => unknown, suya: () => unknown): { nuestra: number; suya: number } {
  const mias: number[] = []
  const otras: number[] = []
  const medir = (a: number[], hacer: () => unknown): void => { const t = performance.now(); hacer(); a.push(performance.now() - t) }
  // The first of each brings the pages from the disk.
  nuestra(); suya()
  for (let i = 0; i < rondas; i++) { medir(mias, nuestra); medir(otras, suya) }
  return { nuestra: mediana(mias), suya: mediana(otras) }
}

export async function medirArchivo({ rondas, avisar }: Corrida, o: { envios: number; registros: number } = { envios: ENVIOS, registros: REGISTROS }): Promise<Medida[]> {
  const carpeta = mkdtempSync(path.join(tmpdir(), 'puente-bench-pasado-'))
  try {
    avisar(T.escribiendo(o.envios, o.registros))
    const archivo = path.join(carpeta, 'diario.db')
    escribirPasado(archivo, CLAVE, o.envios, o.registros)
    const diario = abrirDiario({ archivo, clave: CLAVE })
    const base = abrirArchivo({ archivo: path.join(carpeta, 'archivo.db'), clave: CLAVE, avisar: () => undefined })
    const indexador = crearIndexador({ base, fuente: diario.paraArchivo, registro: { aviso: avisar, error: (m) => { avisar(m); return '' } }, alAvanzar: () => undefined })
    avisar(T.indexando)
    const comienzo = performance.now()
    indexador.empezar()
    await indexador.alDia()
    const rehacer = performance.now() - comienzo
    const db = base.db()
    const a = crearArchivo(base)
    avisar(T.buscando)
    const medidas: Medida[] = []
    const anotar = (id: keyof typeof T.medidas, nuestra: () => unknown, suya: () => unknown): void => {
      const m = enTurnos(rondas, nuestra, suya)
      medidas.push({ id: `archivo-${id}`, titulo: T.medidas[id], unidad: 'ms', nuestra: m.nuestra, referencia: { nombre: T.sqlite, valor: m.suya }, rondas })
    }
    const buscar = (consulta: Parameters<typeof a.fichas>[0]) => () => a.fichas(consulta, 0, PAGINA)
    anotar('primera', buscar({ texto: '' }), () => db.prepare('SELECT * FROM ficha ORDER BY fecha DESC, pk DESC LIMIT ?').all(PAGINA))
    const rut = `${RUT_BUSCADO}-${calcularDv(RUT_BUSCADO)}`
    anotar('rut', buscar({ texto: rut }), () => db.prepare('SELECT * FROM ficha WHERE envio_id IN (SELECT l.envio_id FROM enviado e JOIN llamada l ON l.pk = e.llamada_pk WHERE e.rut = ?) ORDER BY fecha DESC, pk DESC LIMIT ?').all(RUT_BUSCADO, PAGINA))
    anotar('registros', () => a.registros({ texto: rut }, 0, PAGINA), () => db.prepare('SELECT e.*, l.* FROM enviado e JOIN llamada l ON l.pk = e.llamada_pk WHERE e.rut = ? ORDER BY l.creado_en DESC, e.orden LIMIT ?').all(RUT_BUSCADO, PAGINA))
    anotar('texto', buscar({ texto: '"mayor al anterior (42)"' }), () => db.prepare("SELECT * FROM ficha WHERE pk IN (SELECT t.ficha_pk FROM busca JOIN trozo t ON t.pk = busca.rowid WHERE busca MATCH '\"mayor al anterior (42)\"') ORDER BY fecha DESC, pk DESC LIMIT ?").all(PAGINA))
    anotar('tres', buscar({ texto: 'mod-0021-3', estado: 'aceptado', desde: '2023-01-01', hasta: '2024-12-31' }), () => db.prepare(`SELECT * FROM ficha WHERE pk IN (SELECT t.ficha_pk FROM busca JOIN trozo t ON t.pk = busca.rowid WHERE busca MATCH '"mod-0021-3"')
      AND estado = 'aceptado' AND fecha >= '2023-01-01T03:00:00.000Z' AND fecha < '2025-01-01T03:00:00.000Z' ORDER BY fecha DESC, pk DESC LIMIT ?`).all(PAGINA))
    const peor = Math.max(...medidas.map((m) => m.nuestra))
    medidas.push({ id: 'archivo-peor', titulo: T.peor, unidad: 'ms', nuestra: peor, referencia: { nombre: T.limite, valor: LIMITE_MS }, rondas })
    const id = envioDelPasado(Math.floor(o.envios / 2))
    anotar('abrir', () => diario.envio(id), () => {
      const crudo = diario.paraArchivo
      return [crudo.llamada(`l-${id}`), crudo.cuerpo(`l-${id}`), crudo.veredictos(`l-${id}`)]
    })
    medidas.push({ id: 'archivo-rehacer', titulo: T.rehacer(o.envios, o.registros), unidad: 'ms', nuestra: rehacer, referencia: null, rondas: 1 })
    await indexador.detener()
    base.cerrar()
    diario.cerrar()
    return medidas
  } finally { rmSync(carpeta, { recursive: true, force: true }) }
}
