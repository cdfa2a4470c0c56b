/** The receipt of a send, as a static document: who, when, what, what SENCE answered, and the hashes of the bytes. */
import { formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import { formatRut, parseRut } from '../../../shared/domain/rut.ts'
import { fallar, ok, type Result } from '../../../shared/ipc/result.ts'
import { falla } from '../fallas.ts'
import { html, type Html } from '../html-seguro.ts'
import { lugaresDePartes } from '../partes.ts'
import type { Diario, EnvioGuardado, LlamadaGuardada } from '../puertos-diario.ts'
import type { Registro } from '../puertos.ts'
import type { Hoja } from '../puertos-hoja.ts'
import { ceder } from '../revision-final.ts'
import { TEXTOS_EVIDENCIA } from '../textos-evidencia.ts'
import { filaDeEnvio } from '../vistas.ts'
import { cabezaDeAlumnos, filaDeAlumno } from './alumnos.ts'
import { leerEnviado } from './enviado.ts'
import { fichas, momento, seccionDeLlamada } from './llamada.ts'
import { TEXTOS_COMPROBANTE } from './textos.ts'

/** Where the document's own stylesheet is served from. */
export const RUTA_ESTILO = '/estilo.css'
/** Alumnos written between one rest and the next: some milliseconds, so that main is never held. */
const POR_TANDA = 25
const T = TEXTOS_COMPROBANTE

export interface Comprobante { readonly nombreArchivo: string; readonly hoja: Hoja }
export interface DatosComprobante {
  /** The OTEC at work, whose name goes on a send of hers. */
  readonly otec: { readonly rutOtec: string; readonly nombre: string } | null
  readonly version: string
  readonly practica: boolean
  readonly ahora: Date
  /** RUT with dots and hyphen → name. */
  readonly nombres: ReadonlyMap<string, string>
}

export async function hacerComprobante(e: { diario: Diario; registro: Registro }, envioId: string, d: DatosComprobante): Promise<Result<Comprobante>> {
  try {
    const hallado = e.diario.envio(envioId)
    if (hallado === null) return fallar(falla('envio-no-existe'))
    const { envio, llamadas } = hallado
    const codigo = llamadas[0]?.codigoEnvio ?? envioId
    const trozos: string[] = []
    await escribir(e.diario, envio, llamadas, d, T.tituloDe(codigo), (h) => { trozos.push(h.texto) })
    return ok({
      nombreArchivo: T.nombreArchivo(hoyEnSantiago(new Date(envio.creadoEn)), codigo, d.practica),
      hoja: { titulo: T.tituloDe(codigo), encabezado: T.tituloDe(codigo), marca: d.practica ? T.marca : null, pie: T.pie(d.version, formatInstante(d.ahora.toISOString())), trozos },
    })
  } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('receipt', error))) }
}

async function escribir(diario: Diario, envio: EnvioGuardado, llamadas: readonly LlamadaGuardada[], d: DatosComprobante, titulo: string, poner: (h: Html) => void): Promise<void> {
  const fila = filaDeEnvio(envio)
  const rut = parseRut(envio.rutOtec)
  poner(html`<!doctype html>
<html lang="es-CL"><head><meta charset="utf-8"><title>${titulo}</title><link rel="stylesheet" href="${RUTA_ESTILO}"></head><body>
${d.practica ? html`<p class="filigrana" aria-hidden="true">${T.filigrana}</p>` : null}<h1>${T.titulo}</h1>
${d.practica ? html`<p class="practica"><strong>${T.marca}</strong><br>${T.practica}</p>` : null}<p class="nota">${T.aviso}</p>
<h2>${T.envio.seccion}</h2>${fichas([
    [T.envio.otec, d.otec?.rutOtec === envio.rutOtec && d.otec.nombre !== '' ? d.otec.nombre : null], [T.envio.rut, rut.ok ? formatRut(rut.rut) : envio.rutOtec], [T.envio.planilla, envio.nombreArchivo], [T.envio.creado, momento(envio.creadoEn)],
    [T.envio.programado, envio.programadoPara === null ? null : momento(envio.programadoPara)], [T.envio.resultado, TEXTOS_EVIDENCIA.estado(fila.estado)],
    [T.envio.alumnos, T.totales(fila)], [T.envio.cursos, `${T.envio.cursosDe(fila.cursos.length)}: ${fila.cursos.map((c) => `${c.codigoOferta} (${c.codigoGrupo})`).join(', ')}`],
    [T.envio.programa, T.envio.version(d.version)], [T.envio.hecho, momento(d.ahora.toISOString())],
  ])}<p class="nota">${T.alumnos.nota}</p>
`)
  const lugares = lugaresDePartes(llamadas)
  for (const [i, l] of llamadas.entries()) {
    await ceder()
    const guardada = diario.evidencia(l.id)
    const enviado = leerEnviado(l.cuerpo)
    await ceder()
    const cuentas = envio.llamadas[i]
    poner(await seccionDeLlamada(l, lugares[i] ?? { curso: 1, cursos: 1, parte: 1, partes: 1 }, guardada, enviado, cuentas === undefined ? '' : T.totales(cuentas)))
    await ceder()
    poner(html`<h3>${T.alumnos.titulo}</h3>${enviado === null ? html`<p class="alerta">${T.alumnos.ilegible}</p>` : null}${cabezaDeAlumnos()}`)
    const porRut = new Map(enviado?.lista('listaAlumnos').map((a) => [a.numero('rutAlumno'), a]))
    for (let desde = 0; desde < l.alumnos.length; desde += POR_TANDA) {
      if (desde > 0) await ceder()
      poner(html`${l.alumnos.slice(desde, desde + POR_TANDA).map((a) => filaDeAlumno(a, porRut.get(a.rutAlumno) ?? null, d.nombres.get(formatRut({ numero: a.rutAlumno, dv: a.dvAlumno })) ?? T.alumnos.sinNombre, l))}`)
    }
    poner(html`</table></section>`)
  }
  poner(html`</body></html>`)
}
