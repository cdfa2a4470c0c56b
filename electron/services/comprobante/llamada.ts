/** One call of the receipt, its alumnos aside: when, what SENCE answered, the hashes of the bytes and the attempts. */
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { LugarDeParte } from '../partes.ts'
import { html, type Html } from '../html-seguro.ts'
import type { EvidenciaLlamada, LlamadaGuardada } from '../puertos-diario.ts'
import { archivosDe } from '../evidencia.ts'
import { TEXTOS_EVIDENCIA } from '../textos-evidencia.ts'
import { palabrasDeLlamada, tituloDeCausa } from '../textos-llamada.ts'
import type { Enviado } from './enviado.ts'
import { TEXTOS_COMPROBANTE, numero } from './textos.ts'

const { llamada: T, huellas: H, intentos: I } = TEXTOS_COMPROBANTE

/** Santiago's clock with its seconds, and the same instant of the world's. */
export function momento(iso: string): Html {
  const utc = new Date(iso)
  // Chile's offsets are whole minutes, so the seconds are those of UTC.
  if (Number.isNaN(utc.getTime())) return html`${iso}`
  const { santiago, utc: enUtc } = TEXTOS_COMPROBANTE.momento
  return html`<span class="entero">${santiago(`${formatInstante(iso)}:${utc.toISOString().slice(17, 19)}`)}</span> <span class="entero">${enUtc(utc.toISOString())}</span>`
}

/** Names and values, two columns; what is null is left out. */
export const fichas = (pares: readonly (readonly [string, string | Html | null])[]): Html =>
  html`<table class="ficha"><tbody>${pares.flatMap(([nombre, valor]) => (valor === null ? [] : [html`<tr><th scope="row">${nombre}</th><td>${valor}</td></tr>`]))}</tbody></table>`

export async function seccionDeLlamada(l: LlamadaGuardada, lugar: LugarDeParte, guardada: EvidenciaLlamada | null, enviado: Enviado | null, totales: string): Promise<Html> {
  const palabras = palabrasDeLlamada(l)
  const resultado = palabras === null ? TEXTOS_EVIDENCIA.estado(l.estado) : [palabras.titulo, palabras.explicacion].map((t) => t.replace(/\.?$/u, '.')).join(' ')
  return html`<section><h2>${T.titulo(l.codigoOferta, l.codigoGrupo)}${lugar.partes > 1 ? html` <small>${T.parte(lugar.parte, lugar.partes)}</small>` : null}</h2>${fichas([
    [T.codigo, html`<code>${l.codigoEnvio}</code>`],
    [T.proceso, l.idProceso ?? T.sinNumero],
    [TEXTOS_COMPROBANTE.envio.alumnos, totales],
    [T.enviado, l.enviadoEn === null ? T.noSalio : momento(l.enviadoEn)],
    [T.respondido, l.respondidoEn === null ? T.sinRespuesta : momento(l.respondidoEn)],
    [T.http, l.httpEstado === null ? null : String(l.httpEstado)],
    [T.sic, l.respuestaSic ?? (l.respondidoEn === null ? null : T.sinMensaje)],
    [T.resultado, resultado],
    [T.conciliado, l.consultadaEn === null ? null : html`${momento(l.consultadaEn)}${l.ausenteDesde === null ? T.conciliadoSi : T.conciliadoNo}`],
    [T.cantidades, cantidades(enviado)],
  ])}${guardada === null ? null : html`${await huellas(guardada)}${intentos(guardada)}`}`
}

function cantidades(curso: Enviado | null): string | null {
  const dadas = ([['cantActividadSincronica', T.sincronicas], ['cantActividadAsincronica', T.asincronicas]] as const).flatMap(([c, decir]) => { const v = curso?.valor(c) ?? null; return v === null ? [] : [decir(v)] })
  return dadas.length === 0 ? null : dadas.join(', ')
}

async function huellas(g: EvidenciaLlamada): Promise<Html> {
  const filas = (await archivosDe('', g)).map((a) => html`<tr><th scope="row">${a.que}</th><td class="numero">${numero(a.octetos.byteLength)}</td><td><code>${a.sha256}</code>${
    a.anotada !== null && a.anotada !== a.sha256 ? html`<p class="alerta">${H.noCalza(a.anotada)}</p>` : null}</td><td>${a.cuando === null ? '' : formatInstante(a.cuando)}</td></tr>`)
  return html`<h3>${H.titulo}</h3><table class="huellas"><thead><tr><th scope="col">${H.que}</th><th scope="col">${H.bytes}</th><th scope="col">${H.sha}</th><th scope="col">${H.cuando}</th></tr></thead><tbody>${filas}</tbody></table><p class="nota">${H.nota}</p>`
}

function intentos(g: EvidenciaLlamada): Html | null {
  if (g.intentos.length === 0) return null
  return html`<h3>${I.titulo}</h3><table class="intentos"><thead><tr>${[I.numero, I.enviado, I.termino, I.http, I.final].map((t) => html`<th scope="col">${t}</th>`)}</tr></thead><tbody>${
    g.intentos.map((x) => html`<tr><th scope="row">${x.numero}</th><td>${momento(x.enviadoEn)}</td><td>${x.respondidoEn === null ? I.sinFin : momento(x.respondidoEn)}</td><td>${x.httpEstado ?? ''}</td><td>${
      x.causa === null ? (x.respondidoEn === null ? I.sinFin : I.conRespuesta) : tituloDeCausa(x.causa, x.httpEstado)}</td></tr>`)}</tbody></table>`
}
