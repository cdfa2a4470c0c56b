/**
 * `npm run bench`: our figures beside named references, measured in turns within one run, so that the machine's mood
 * falls on both. `--json` prints the same as one object; `--rondas=N` sets the rounds, `--filas=1000,10000` the
 * sizes, `--dias=1000` how many days of work in a row; words choose: importacion, validacion, arranque, peso, reposo, jornada,
 * edicion, envio, pasados, comprobante, archivo.
 */
import { cpus } from 'node:os'
import { medirArchivo } from './bench/archivo.ts'
import { arrancar } from './bench/arranque.ts'
import { medirComprobante } from './bench/comprobante.ts'
import { editar, type Edicion } from './bench/edicion.ts'
import { medirEnvio, medirPasados } from './bench/envio.ts'
import { importar, type Importacion } from './bench/importacion.ts'
import { medirJornada, medirPeso, medirReposo } from './bench/instalado.ts'
import { mediana, razon, tabla, type Medida } from './bench/medida.ts'
import { planilla } from './bench/planillas.ts'
import { leerConXlsx, type Lectura } from './bench/referencia-xlsx.ts'
import { TEXTOS_BENCH as T } from './bench/textos.ts'
import { validar } from './bench/validacion.ts'
import { prepararVacia } from './bench/ventana-vacia.ts'
import { construir } from './bundle.ts'
import { asegurarElectron, type Electron } from './electron-runtime.ts'
import { conPantalla } from './pantalla.ts'
import { principal } from './procesos.ts'
import { RAIZ } from './rutas.ts'
import { asegurarSistema } from './system-libs.ts'

interface Corrida { electron: Electron; env: NodeJS.ProcessEnv; rondas: number; tamanos: readonly number[]; dias: number; avisar(que: string): void }
const TAMANOS = '1000,10000,100000'
const FILAS_VALIDACION = 100_000
/** Longest stall that issue 2 allows. */
const DETENCION_MAXIMA_MS = 100

async function medirImportacion({ electron, env, rondas, tamanos, avisar }: Corrida): Promise<Medida[]> {
  const medidas: Medida[] = []
  for (const n of tamanos) {
    avisar(T.importacion(n))
    const archivo = planilla(n)
    const nuestras: Importacion[] = []
    const suyas: Lectura[] = []
    for (let i = 0; i < rondas; i++) {
      nuestras.push(await importar(electron, archivo, env))
      suyas.push(await leerConXlsx(electron, archivo, env))
    }
    const de = (f: (x: Importacion) => number): number => mediana(nuestras.map(f))
    const xlsx = (f: (x: Lectura) => number): Medida['referencia'] => ({ nombre: T.referencias.xlsx, valor: mediana(suyas.map(f)) })
    medidas.push(
      { id: `primeras-${String(n)}`, titulo: T.medidas.primeras(n), unidad: 'ms', nuestra: de((x) => x.primerasMs), referencia: xlsx((x) => x.ms), rondas },
      { id: `importacion-${String(n)}`, titulo: T.medidas.importacion(n), unidad: 'ms', nuestra: de((x) => x.ms), referencia: xlsx((x) => x.ms), rondas },
      { id: `detencion-${String(n)}`, titulo: T.medidas.detencion(n), unidad: 'ms', nuestra: de((x) => x.detencionMs), referencia: { nombre: T.referencias.limite, valor: DETENCION_MAXIMA_MS }, rondas },
      { id: `memoria-importador-${String(n)}`, titulo: T.medidas.importador(n), unidad: 'MiB', nuestra: de((x) => x.picoImportadorMiB), referencia: xlsx((x) => x.picoMiB), rondas },
      { id: `memoria-app-${String(n)}`, titulo: T.medidas.app(n), unidad: 'MiB', nuestra: de((x) => x.picoAppMiB), referencia: null, rondas },
    )
  }
  return medidas
}

function medirValidacion({ rondas, avisar }: Corrida): Promise<Medida[]> {
  avisar(T.validacion)
  validar(FILAS_VALIDACION / 10, 0.05) // the first round would measure the compiler
  return Promise.resolve([0, 5].map((malas) => {
    const corridas = Array.from({ length: rondas }, () => validar(FILAS_VALIDACION, malas / 100))
    return {
      id: `validacion-${String(malas)}`, titulo: T.medidas.validacion(malas), unidad: 'filas/s' as const, rondas,
      nuestra: mediana(corridas.map((c) => c.nuestra)), referencia: { nombre: T.referencias.zod, valor: mediana(corridas.map((c) => c.zod)) },
    }
  }))
}

async function medirArranque({ electron, env, rondas, avisar }: Corrida): Promise<Medida[]> {
  avisar(T.arranque)
  const vacia = prepararVacia()
  const nuestras: number[] = []
  const suyas: number[] = []
  for (let i = 0; i < rondas; i++) {
    nuestras.push(await arrancar(electron, RAIZ, 'main button', env))
    suyas.push(await arrancar(electron, vacia, 'main h1', env))
  }
  return [{ id: 'arranque', titulo: T.medidas.arranque, unidad: 'ms', nuestra: mediana(nuestras), referencia: { nombre: T.referencias.vacia, valor: mediana(suyas) }, rondas }]
}

async function medirEdicion({ electron, env, rondas, tamanos, avisar }: Corrida): Promise<Medida[]> {
  const n = Math.max(...tamanos)
  avisar(T.edicion(n))
  const archivo = planilla(n)
  const corridas: Edicion[] = []
  for (let i = 0; i < rondas; i++) corridas.push(await editar(electron, archivo, env))
  const de = (que: keyof Edicion): number => mediana(corridas.map((c) => c[que]))
  const enCuadros = (id: 'edicion' | 'problema' | 'deshacer'): Medida =>
    ({ id, titulo: T.medidas.mano[id], unidad: 'ms', nuestra: de(id), referencia: { nombre: T.referencias.cuadro, valor: de('cuadro') }, rondas })
  return [
    enCuadros('edicion'), enCuadros('problema'), enCuadros('deshacer'),
    { id: 'desliza', titulo: T.medidas.desliza(n), unidad: 'ms', nuestra: de('desliza'), referencia: { nombre: T.referencias.vacia34, valor: de('deslizaVacia') }, rondas },
  ]
}

const GRUPOS = { importacion: medirImportacion, validacion: medirValidacion, arranque: medirArranque, edicion: medirEdicion, envio: medirEnvio, pasados: medirPasados, comprobante: medirComprobante, archivo: (c: Corrida) => medirArchivo(c), peso: medirPeso, reposo: medirReposo, jornada: (c: Corrida) => medirJornada(c, c.dias) }

principal(async () => {
  const palabras = process.argv.slice(2)
  const json = palabras.includes('--json')
  const opcion = (nombre: string, sinEl: string): string => palabras.find((p) => p.startsWith(`--${nombre}=`))?.slice(nombre.length + 3) ?? sinEl
  const rondas = Number(opcion('rondas', '5'))
  const tamanos = opcion('filas', TAMANOS).split(',').map(Number)
  const pedidos = Object.entries(GRUPOS).filter(([nombre]) => palabras.every((p) => p.startsWith('-')) || palabras.includes(nombre))
  // With --json only the object may stand on the output; what is going on is said beside it.
  const avisar = (que: string): void => { console.error(T.midiendo(que)) }

  const electron = await asegurarElectron()
  await asegurarSistema(electron.ruta, ['ventana', 'pantalla'])
  await construir('produccion')
  const medidas = await conPantalla(true, async (pantalla) => {
    const corrida: Corrida = { electron, env: { ...process.env, ...pantalla }, rondas, tamanos, dias: Number(opcion('dias', '30')), avisar }
    const listas: Medida[] = []
    for (const [, medir] of pedidos) listas.push(...await medir(corrida))
    return listas
  })
  const equipo = `${String(cpus().length)} × ${cpus()[0]?.model ?? '?'}, ${process.platform} ${process.arch}, Electron ${electron.version}`
  if (json) console.log(JSON.stringify({ equipo, rondas, medidas: medidas.map((m) => ({ ...m, razon: razon(m) })) }))
  else console.log(`${tabla(medidas, T.titulos)}${T.pie(rondas, equipo)}`)
  return 0
})
