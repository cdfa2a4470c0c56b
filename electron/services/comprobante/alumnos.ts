/** The alumnos of a call: what was sent of each, módulo by módulo, and what SENCE said. */
import { formatRut } from '../../../shared/domain/rut.ts'
import { aislado, html, type Html } from '../html-seguro.ts'
import type { AlumnoGuardado, LlamadaGuardada } from '../puertos-diario.ts'
import { palabrasDeAlumno } from '../textos-llamada.ts'
import type { Enviado } from './enviado.ts'
import { TEXTOS_COMPROBANTE } from './textos.ts'

const T = TEXTOS_COMPROBANTE.alumnos

/** The table is opened once a call: its head is repeated by the printer on each page. */
export const cabezaDeAlumnos = (): Html => html`<table class="alumnos"><colgroup><col class="c-rut"><col class="c-nombre"><col class="c-avance"><col class="c-tiempo"><col class="c-estado"><col class="c-fechas"><col class="c-sence"></colgroup><thead><tr>${
  [T.rut, T.nombre, T.avance, T.tiempo, T.estado, T.fechas, T.resultado].map((t) => html`<th scope="col">${t}</th>`)}</tr></thead>`

/**
 * Few cells on purpose: every one is an element of the tagged PDF, and with a row a módulo that of 2,000 alumnos is six
 * times heavier and slower. @param enviado null: the bytes of the call cannot be read
 */
export function filaDeAlumno(a: AlumnoGuardado, enviado: Enviado | null, nombre: string, llamada: LlamadaGuardada): Html {
  const fechas = enviado === null ? T.falta : `${enviado.fecha('fechaInicio')} a ${enviado.fecha('fechaFin')}\n${enviado.fecha('fechaEjecucion')}`
  const detalle = lineasDe(a, enviado, llamada)
  return html`<tbody><tr class="alumno"><th scope="row">${formatRut({ numero: a.rutAlumno, dv: a.dvAlumno })}</th><td>${nombre}</td><td>${enviado?.porcentaje('porcentajeAvance') ?? T.falta}</td><td>${
    enviado?.tiempo('tiempoConectividad') ?? T.falta}</td><td>${enviado?.estado() ?? T.falta}</td><td class="lineas">${fechas}</td><td class="r-${a.resultado}">${T.resultados(a.resultado)}</td></tr>${
    detalle.length === 0 ? null : html`<tr><td colspan="7" class="lineas detalle">${detalle}</td></tr>`}</tbody>
`
}

/** What SENCE said against, then each módulo: one a line. */
function lineasDe(a: AlumnoGuardado, enviado: Enviado | null, llamada: LlamadaGuardada): Html[] {
  const p = palabrasDeAlumno(a, llamada)
  const dicho = a.codigo !== null || a.mensaje !== null ? [T.dijoSence(a.codigo, a.mensaje)] : []
  const explicado = [[p.titulo, p.explicacion].filter((x) => x !== null).map((x) => x.replace(/\.?$/u, '.')).join(' '), p.queHacer === null ? '' : T.queHacer(p.queHacer), p.quien === null ? '' : T.quien(p.quien)].filter((x) => x !== '').join(' ')
  const evaluacion = enviado?.valor('evaluacionFinal') ?? null
  const lineas = [
    ...dicho.map((t) => html`${t}`), ...(explicado === '' ? [] : [html`${explicado}`]), ...(evaluacion === null ? [] : [html`${T.evaluacion(evaluacion)}`]),
    ...(enviado?.lista('listaModulos') ?? []).map(lineaDeModulo),
  ]
  return lineas.map((l, i) => (i === 0 ? l : html`
${l}`))
}

function lineaDeModulo(m: Enviado): Html {
  return html`${TEXTOS_COMPROBANTE.modulo.nombre}${aislado(m.texto('codigoModulo'))}${TEXTOS_COMPROBANTE.modulo.datos({
    avance: m.porcentaje('porcentajeAvance'), tiempo: m.tiempo('tiempoConectividad'), estado: m.estado(), inicio: m.fecha('fechaInicio'), fin: m.fecha('fechaFin'),
    nota: m.valor('notaModulo'), actividades: m.lista('listaActividades').length,
  })}`
}
