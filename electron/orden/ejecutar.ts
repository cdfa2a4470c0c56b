/** Carries out an order on the same services, folders and journal as the window, and says how it ended. */
import path from 'node:path'
import { cuandoEnPalabras, elegirMomento, queToca } from '../../shared/domain/envio-nocturno.ts'
import { formatInstante } from '../../shared/domain/fecha.ts'
import { dentroDeVentana } from '../../shared/domain/ventana-envio.ts'
import type { BorradorResumen, EnvioDetalle } from '../../shared/ipc/modelos.ts'
import type { Falla } from '../../shared/ipc/result.ts'
import type { ContenidoPerfil } from '../adapters/contenido-perfil.ts'
import type { PerfilEnDisco } from '../adapters/perfiles.ts'
import type { EspacioAbierto } from '../espacio.ts'
import { enviarYEsperar } from '../enviar-y-esperar.ts'
import type { Espacios } from '../espacios.ts'
import type { Esperar, Registro } from '../services/puertos.ts'
import type { Orden } from './argumentos.ts'
import { elegirPerfil, rotulo } from './perfil.ts'
import { ORDEN, SALIDAS, type Salida } from './textos.ts'

export interface Resultado { salida: Salida; /** Lines for a person. */ texto: string[]; /** The same for a program, without its `salida`. */ datos: Record<string, unknown> }
export interface Entorno {
  espacios: Pick<Espacios, 'prestar'>
  perfiles(): PerfilEnDisco[]
  contar(rutOtec: string): Promise<ContenidoPerfil>
  registro: Registro
  ahora(): Date
  esperar: Esperar
  azar(): number
  /** A line of progress, as it happens. */
  decir(linea: string): void
}
type Enviar = Extract<Orden, { tipo: 'enviar' }>

const PROBLEMAS = 20
const CADA_MS = 30_000
const nunca = new AbortController().signal

/** Never rejects: what is unexpected is logged and answered as `interno`. */
export async function ejecutar(orden: Orden, e: Entorno): Promise<Resultado> {
  try {
    return orden.tipo === 'estado' ? await estado(orden.perfil, e) : await enviar(orden, e)
  } catch (error) {
    return { salida: 'interno', texto: [ORDEN.inesperado(e.registro.error('order', error))], datos: {} }
  }
}

export const comoJson = (r: Resultado): string => JSON.stringify({ salida: SALIDAS[r.salida], resultado: r.salida, mensaje: r.texto.at(-1) ?? '', ...r.datos })

async function estado(escrito: string | null, e: Entorno): Promise<Resultado> {
  const todas = e.perfiles()
  const elegida = escrito === null ? null : elegirPerfil(escrito, todas)
  if (elegida?.ok === false) return { salida: 'uso', texto: [elegida.mensaje], datos: {} }
  const donde = elegida?.donde
  const perfiles = []
  for (const p of todas.filter((x) => donde === undefined || (donde !== 'practica' && donde.rutOtec === x.rutOtec))) {
    const { envios, sinConfirmar, borradores, ultimoEnvio } = await e.contar(p.rutOtec)
    perfiles.push({ rutOtec: p.rutOtec, nombre: p.nombre, conToken: p.conToken, envios, sinConfirmar, planillas: borradores, ultimoEnvio })
  }
  const texto = perfiles.map((p) => ORDEN.perfil({ ...p, nombre: rotulo(p), borradores: p.planillas, ultimo: p.ultimoEnvio === null ? null : formatInstante(p.ultimoEnvio) }))
  return { salida: perfiles.some((p) => (p.sinConfirmar ?? 0) > 0) ? 'sin-confirmar' : 'bien', texto: texto.length > 0 ? texto : [ORDEN.sinPerfiles], datos: { perfiles } }
}

async function enviar(orden: Enviar, e: Entorno): Promise<Resultado> {
  const elegida = elegirPerfil(orden.perfil, e.perfiles())
  if (!elegida.ok) return { salida: 'uso', texto: [elegida.mensaje], datos: {} }
  const hecho = await e.espacios.prestar(elegida.donde, (espacio) => enEspacio(orden, espacio, e))
  return hecho.ok ? hecho.valor : deFalla(hecho.falla, {})
}

async function enEspacio(orden: Enviar, espacio: EspacioAbierto, e: Entorno): Promise<Resultado> {
  const perfil = espacio.credenciales.perfil()
  const datos: Record<string, unknown> = { archivo: orden.archivo, perfil: perfil === null ? null : { rutOtec: perfil.rutOtec, nombre: perfil.nombre } }
  if (perfil !== null) e.decir(ORDEN.con(rotulo(perfil)))
  // Asked first: nobody should wait for a large workbook to learn that it cannot be sent.
  if (!orden.soloValidar && (perfil?.tokenFinal ?? null) === null) return { salida: 'credenciales', texto: [ORDEN.faltaToken], datos }
  e.decir(ORDEN.leyendo(path.basename(orden.archivo)))
  const leida = await espacio.importar(orden.archivo)
  if (!leida.ok) return deFalla(leida.falla, datos, leida.falla.codigo === 'importacion-en-curso' ? 'ocupado' : 'planilla')
  const resumen = leida.valor
  const enviables = resumen.cursos.reduce((n, c) => n + c.enviables, 0)
  const problemas = await losProblemas(espacio, resumen)
  const todo = { ...datos, planilla: { errores: resumen.errores, avisos: resumen.avisos, alumnosPorEnviar: enviables, alumnosConError: resumen.cursos.reduce((n, c) => n + c.conError, 0), problemas: problemas.datos } }
  e.decir(ORDEN.leida(enviables, resumen.errores, resumen.avisos))
  if (orden.soloValidar) {
    await espacio.planillas.descartar(resumen.id)
    return resumen.errores > 0 ? { salida: 'planilla', texto: [...problemas.texto, ORDEN.validaConErrores], datos: todo } : { salida: 'bien', texto: [ORDEN.valida], datos: todo }
  }
  if (resumen.errores > 0 && !(orden.loCorrecto && enviables > 0)) return { salida: 'planilla', texto: [...problemas.texto, ORDEN.noValida], datos: todo }
  if (orden.esperarVentana) await esperarVentana(e)
  return aSence(espacio, resumen, todo, e)
}

async function aSence(espacio: EspacioAbierto, resumen: BorradorResumen, datos: Record<string, unknown>, e: Entorno): Promise<Resultado> {
  const previo = await espacio.envios.previo({ borradorId: resumen.id })
  if (!previo.ok) return deFalla(previo.falla, datos)
  const detalle = await enviarYEsperar(espacio, resumen.id, (p) => { if (!p.cancelando) e.decir(ORDEN.enviando(p.llamada, p.llamadas, p.codigoOferta, p.codigoGrupo)) })
  return detalle.ok ? delEnvio(detalle.valor, previo.valor.omitidos, datos) : deFalla(detalle.falla, datos)
}

function delEnvio(d: EnvioDetalle, omitidos: number, datos: Record<string, unknown>): Resultado {
  const salida = salidaDe(d, omitidos)
  const rechazos = d.llamadas.flatMap((l) => l.alumnos.filter((a) => a.resultado === 'rechazado').map((a) => ({ rut: a.rut, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, codigo: a.codigo, mensaje: a.mensajeSence, queHacer: a.queHacer })))
  const deLlamadas = d.llamadas.flatMap((l) => (l.titulo === null ? [] : [`Curso ${l.codigoOferta}, grupo ${l.codigoGrupo}: ${l.titulo}. ${l.queHacer ?? ''}`.trim()]))
  return {
    salida,
    texto: [
      ...rechazos.slice(0, PROBLEMAS).map((r) => `Rechazado ${r.rut} (${r.codigo ?? 'sin código'}): ${r.mensaje ?? ''} ${r.queHacer ?? ''}`.trim()),
      ...(rechazos.length > PROBLEMAS ? [ORDEN.masProblemas(rechazos.length - PROBLEMAS)] : []), ...deLlamadas,
      ORDEN.resultado(d.aceptados, d.rechazados, d.desconocidos), ...(omitidos > 0 ? [ORDEN.omitidos(omitidos)] : []), ORDEN.fin[salida],
    ],
    datos: {
      ...datos,
      envio: {
        id: d.id, estado: d.estado, aceptados: d.aceptados, rechazados: d.rechazados, sinConfirmar: d.desconocidos, omitidos, rechazos,
        llamadas: d.llamadas.map((l) => ({ codigoEnvio: l.codigoEnvio, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, estado: l.estado, idProceso: l.idProceso, sha256: l.sha256 })),
      },
    },
  }
}

/** What needs attention most comes first: an unknown outcome is never hidden behind a refusal. */
export function salidaDe(d: Pick<EnvioDetalle, 'estado'> & { llamadas: readonly { estado: EnvioDetalle['estado']; alumnos: readonly { codigo: string | null }[] }[] }, omitidos: number): keyof typeof ORDEN.fin {
  const codigos = new Set(d.llamadas.flatMap((l) => l.alumnos.map((a) => a.codigo)))
  if (d.llamadas.some((l) => l.estado === 'desconocido')) return 'sin-confirmar'
  if (codigos.has('001')) return 'credenciales'
  if (d.llamadas.some((l) => l.estado === 'fallido') || codigos.has('002')) return 'red'
  if (d.estado === 'cancelado') return 'ocupado'
  return d.estado === 'aceptado' && omitidos === 0 ? 'bien' : 'rechazos'
}

async function losProblemas(espacio: EspacioAbierto, resumen: BorradorResumen): Promise<{ texto: string[]; datos: unknown[] }> {
  if (resumen.errores === 0) return { texto: [], datos: [] }
  const r = await espacio.planillas.problemas(resumen.id, 'error', 0, PROBLEMAS)
  if (!r.ok) return { texto: [], datos: [] }
  const vistos = r.valor.problemas.map((p) => ({ hoja: p.hoja, celda: `${p.letra}${p.fila === null ? '' : String(p.fila)}`, mensaje: p.mensaje, queHacer: p.queHacer }))
  return {
    texto: [...vistos.map((p) => `Error en ${p.hoja}${p.celda === '' ? '' : ` ${p.celda}`}: ${p.mensaje} ${p.queHacer}`), ...(r.valor.total > PROBLEMAS ? [ORDEN.masProblemas(r.valor.total - PROBLEMAS)] : [])],
    datos: vistos,
  }
}

async function esperarVentana(e: Entorno): Promise<void> {
  if (dentroDeVentana(e.ahora())) return
  for (;;) {
    const instante = new Date(elegirMomento(e.ahora(), e.azar(), 0).instante)
    e.decir(ORDEN.esperando(cuandoEnPalabras(instante, e.ahora())))
    while (queToca(e.ahora(), instante) === 'espera') await e.esperar(CADA_MS, nunca)
    // A computer that slept through its hour waits for the next night: nothing goes out of the window by itself.
    if (queToca(e.ahora(), instante) === 'toca') return
  }
}

const SALIDA_DE: Readonly<Record<string, Salida>> = {
  'sin-credenciales': 'credenciales', 'token-ilegible': 'credenciales', 'envio-en-curso': 'ocupado', 'otec-en-uso': 'ocupado', 'espacio-en-uso': 'ocupado', 'otec-enviando': 'ocupado',
  'otec-no-esta': 'uso', 'nada-que-enviar': 'planilla', 'otec-ajena': 'planilla', 'planilla-cambio': 'ocupado', 'diario-no-lee': 'sin-confirmar',
}
function deFalla(f: Falla, datos: Record<string, unknown>, siNo: Salida = 'interno'): Resultado {
  return { salida: SALIDA_DE[f.codigo] ?? siNo, texto: [`${f.titulo}. ${f.explicacion} ${f.queHacer}`], datos: { ...datos, falla: { codigo: f.codigo, titulo: f.titulo } } }
}
