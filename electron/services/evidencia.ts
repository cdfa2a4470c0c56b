/** What proves a send: each call's bytes as they went and came, and a page in Spanish that says what they are. */
import { formatInstante } from '../../shared/domain/fecha.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { sha256DeOctetos } from './envio-preparacion.ts'
import { falla } from './fallas.ts'
import { lugaresDePartes } from './partes.ts'
import type { Diario, EvidenciaLlamada } from './puertos-diario.ts'
import type { Registro } from './puertos.ts'
import { TEXTOS_EVIDENCIA as T } from './textos-evidencia.ts'
import { palabrasDeLlamada } from './textos-llamada.ts'

export interface ArchivoEvidencia { readonly nombre: string; readonly octetos: Uint8Array }
export interface Evidencia { readonly nombre: string; readonly archivos: readonly ArchivoEvidencia[] }
interface Entorno { diario: Diario; registro: Registro }

/**
 * One call at a time, so that a large send never lies whole in memory twice.
 * @param practica the simulated SENCE answered, and the page says so
 * @returns the files in their order, the page first
 */
export async function reunirEvidencia(e: Entorno, envioId: string, ahora: Date, practica: boolean): Promise<Result<Evidencia>> {
  try {
    const hallado = e.diario.detalle(envioId)
    if (hallado === null) return fallar(falla('envio-no-existe'))
    const { envio, llamadas } = hallado
    const lugares = lugaresDePartes(llamadas)
    const archivos: ArchivoEvidencia[] = []
    const paginas: string[] = [T.encabezado({ archivo: envio.nombreArchivo, rutOtec: envio.rutOtec, creado: formatInstante(envio.creadoEn), exportado: formatInstante(ahora.toISOString()), practica })]
    for (const [i, l] of llamadas.entries()) {
      const guardada = e.diario.evidencia(l.id)
      if (guardada === null) continue
      const base = `${String(i + 1).padStart(2, '0')}-${l.codigoEnvio}`
      const lugar = lugares[i] ?? { parte: 1, partes: 1 }
      const lineas = [T.llamada({ numero: i + 1, oferta: l.codigoOferta, grupo: l.codigoGrupo, codigo: l.codigoEnvio, alumnos: l.alumnos.length, ...lugar, proceso: l.idProceso, resultado: palabrasDeLlamada(l)?.titulo ?? T.estado(l.estado) })]
      for (const a of await archivosDe(base, guardada)) {
        archivos.push({ nombre: a.nombre, octetos: a.octetos })
        lineas.push(T.archivo({ nombre: a.nombre, que: a.que, octetos: a.octetos.byteLength, sha256: a.sha256, cuando: a.cuando === null ? null : formatInstante(a.cuando) }))
        // Worked out again from the bytes: what was noted when it was sent must still be so.
        if (a.anotada !== null && a.anotada !== a.sha256) lineas.push(T.noCalza(a.anotada))
      }
      for (const x of guardada.intentos) lineas.push(T.intento({ numero: x.numero, enviado: formatInstante(x.enviadoEn), respondido: x.respondidoEn === null ? null : formatInstante(x.respondidoEn), http: x.httpEstado }))
      paginas.push(lineas.join('\n'))
    }
    archivos.unshift({ nombre: T.nombreManifiesto, octetos: new TextEncoder().encode(`\uFEFF${[...paginas, T.pie].join('\n\n')}\n`) })
    return ok({ nombre: T.nombreZip(envio.creadoEn.slice(0, 10), llamadas[0]?.codigoEnvio ?? envioId), archivos })
  } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('evidence', error))) }
}

/** `anotada`: the SHA-256 that was written down when it was sent. */
export interface Descrito extends ArchivoEvidencia { readonly que: string; readonly sha256: string; readonly cuando: string | null; readonly anotada: string | null }
/** The bytes that are kept of a call, each with its own SHA-256 worked out from them. */
export async function archivosDe(base: string, g: EvidenciaLlamada): Promise<Descrito[]> {
  const describir = async (sufijo: string, que: string, octetos: Uint8Array, cuando: string | null, anotada: string | null = null): Promise<Descrito> =>
    ({ nombre: `${base}-${sufijo}`, que, octetos, cuando, anotada, sha256: await sha256DeOctetos(octetos) })
  const hechos = [await describir('solicitud.json', T.que.solicitud, g.solicitud, g.intentos[0]?.enviadoEn ?? null, g.sha256)]
  for (const x of g.intentos) {
    if (x.recibido !== null) hechos.push(await describir(`intento-${x.numero}.${extension(x.tipoContenido)}`, T.que.intento(x.numero), x.recibido, x.respondidoEn))
  }
  const ultimo = g.intentos.at(-1)
  if (g.respuesta !== null) hechos.push(await describir(`respuesta.${extension(g.tipoContenido)}`, T.que.respuesta, g.respuesta, ultimo?.respondidoEn ?? null))
  if (g.constancia !== null) hechos.push(await describir('historial.txt', T.que.historial, g.constancia, g.consultadaEn))
  return hechos
}

const extension = (tipo: string | null): string => (/json/iu.test(tipo ?? '') ? 'json' : /html/iu.test(tipo ?? '') ? 'html' : 'txt')
