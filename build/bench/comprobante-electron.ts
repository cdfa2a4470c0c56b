/** Runs inside Electron: the receipt of a send as the program makes it, beside a bare table of the same rows. Prints one object. */
import { app, BrowserWindow, protocol } from 'electron'
import { crearImprenta } from '../../electron/imprenta/imprenta.ts'
import { registrarEsquema } from '../../electron/security/protocolo.ts'
import { hacerComprobante } from '../../electron/services/comprobante/comprobante.ts'
import type { Diario, EvidenciaLlamada, LlamadaGuardada } from '../../electron/services/puertos-diario.ts'
import { armarCuerpo } from '../../shared/domain/envio.ts'
import { calcularDv, formatRut } from '../../shared/domain/rut.ts'
import type { Curso } from '../../shared/domain/curso.ts'

const [ALUMNOS, MODULOS, POR_PARTE] = [Number(process.argv.at(-2)), Number(process.argv.at(-1)), 500]
const FECHAS = { fechaInicio: '2026-11-01', fechaFin: '2026-12-15' }
const rutDe = (i: number): number => 9_000_000 + i * 37
const alumnos: Curso['listaAlumnos'] = Array.from({ length: ALUMNOS }, (_, i) => ({
  rutAlumno: rutDe(i), dvAlumno: calcularDv(rutDe(i)), tiempoConectividad: 3600 + i, estado: 1, porcentajeAvance: i % 101, ...FECHAS, fechaEjecucion: '2026-11-24',
  listaModulos: Array.from({ length: MODULOS }, (_m, m) => ({ codigoModulo: `MOD-${m}`, tiempoConectividad: 600, estado: 1, porcentajeAvance: (i + m) % 101, ...FECHAS, listaActividades: [{ codigoActividad: 'Tarea 1' }] })),
}))
const nombres = new Map(alumnos.map((a, i) => [formatRut({ numero: a.rutAlumno, dv: a.dvAlumno }), `María José Fernández Huenchumilla ${i}`]))

const AHORA = new Date('2026-11-25T02:00:00Z')
const llamadas = Array.from({ length: Math.ceil(ALUMNOS / POR_PARTE) }, (_, n): LlamadaGuardada => {
  const suyos = alumnos.slice(n * POR_PARTE, (n + 1) * POR_PARTE)
  return {
    id: `l${n}`, codigoEnvio: `PSIC-20261124-230000-${n}`, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', estado: 'aceptado-con-rechazos', causa: null, intentos: 1, enviadoEn: AHORA.toISOString(), respondidoEn: AHORA.toISOString(), httpEstado: 200,
    idProceso: String(4000 + n), respuestaSic: 'Proceso ejecutado', cuerpo: armarCuerpo('76123456-0', { codigoOferta: 'OF-1', codigoGrupo: 'GR-1', listaAlumnos: suyos }, `PSIC-${n}`), sha256: '', respuesta: null, consultadaEn: null, ausenteDesde: null, constancia: null,
    alumnos: suyos.map(({ rutAlumno, dvAlumno }, i) => (i % 20 === 0 ? { rutAlumno, dvAlumno, resultado: 'rechazado', codigo: '012', mensaje: 'El alumno no se encuentra registrado' } : { rutAlumno, dvAlumno, resultado: 'aceptado', codigo: null, mensaje: null })),
  }
})
const cuentas = (l: LlamadaGuardada) => ({ ...l, alumnos: l.alumnos.length, aceptados: l.alumnos.length, rechazados: 0, desconocidos: 0 })
/** Of the journal, what a receipt asks. */
const diario = {
  envio: () => ({ envio: { id: 'e', creadoEn: AHORA.toISOString(), borradorId: 'b', nombreArchivo: 'avance.xlsx', rutOtec: '76123456-0', programadoPara: null, llamadas: llamadas.map(cuentas) }, llamadas }),
  evidencia: (id: string): EvidenciaLlamada => ({ solicitud: new TextEncoder().encode(llamadas.find((l) => l.id === id)?.cuerpo ?? ''), sha256: '', respuesta: null, tipoContenido: null, constancia: null, consultadaEn: null, intentos: [] }),
} as unknown as Diario

const tablaSola = (): string => `<!doctype html><meta charset="utf-8"><table>${alumnos.map((a) => [a, ...a.listaModulos].map((x) => `<tr>${Object.values(x).map((v) => `<td>${typeof v === 'object' ? '' : String(v)}`).join('')}`).join('')).join('')}</table>`

/** Longest time in which main could do nothing else, in ms. */
function vigilar(): () => number {
  let peor = 0
  let antes = performance.now()
  const reloj = setInterval(() => { const ahora = performance.now(); peor = Math.max(peor, ahora - antes - 5); antes = ahora }, 5)
  return () => { clearInterval(reloj); return peor }
}

registrarEsquema(protocol)
app.on('window-all-closed', () => undefined) // between one and the next there is none
void app.whenReady().then(async () => {
  const imprenta = crearImprenta()
  const deja = vigilar()
  const t0 = performance.now()
  const hecho = await hacerComprobante({ diario, registro: { info: () => undefined, aviso: () => undefined, error: (m, e) => { console.error(m, e); return '' } } }, 'e', { otec: null, version: '0', practica: true, ahora: AHORA, nombres })
  if (!hecho.ok) throw new Error(hecho.falla.codigo)
  const htmlMs = performance.now() - t0
  const detencionHtmlMs = deja()
  const pdf = await imprenta.pdf(hecho.valor.hoja)
  const nuestra = performance.now() - t0

  const ventana = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
  const t1 = performance.now()
  await ventana.loadURL(`data:text/html;base64,${Buffer.from(tablaSola()).toString('base64')}`)
  const suya = await ventana.webContents.printToPDF({ pageSize: 'Letter' })
  const referencia = performance.now() - t1
  console.log(`\n${JSON.stringify({ nuestra, referencia, htmlMs, detencionHtmlMs, mib: pdf.byteLength / 1_048_576, mibReferencia: suya.byteLength / 1_048_576 })}`)
  app.exit(0)
})
