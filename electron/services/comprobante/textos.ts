/** Words of the receipt of a send. It is read by whoever audits the OTEC, who has never seen this program. */
import { HORAS_DE_PACIENCIA } from '../../../shared/domain/conciliacion.ts'
import type { VeredictoAlumno } from '../../../shared/domain/respuesta.ts'

/** One, kept: asked of each number, it was half of the making of a receipt. */
const NUMEROS = new Intl.NumberFormat('es-CL')
export const numero = (n: number): string => NUMEROS.format(n)
const cuenta = (n: number, uno: string, varios: string): string => `${numero(n)} ${n === 1 ? uno : varios}`
const ESTADOS_ALUMNO: Readonly<Record<string, string>> = { 1: 'Cursando', 2: 'Aprobado', 3: 'Reprobado' }
const RESULTADOS: Readonly<Record<VeredictoAlumno['resultado'] | 'no-enviado', string>> = { aceptado: 'Aceptado', rechazado: 'Rechazado', desconocido: 'Sin confirmar', 'no-enviado': 'No se envió' }

export const TEXTOS_COMPROBANTE = {
  titulo: 'Comprobante de envío de avance a SENCE',
  tituloDe: (codigo: string): string => `Comprobante de envío ${codigo}`,
  nombreArchivo: (fecha: string, codigo: string, practica: boolean): string => `Comprobante ${practica ? 'de práctica ' : ''}${fecha} ${codigo}.pdf`,
  marca: 'PRÁCTICA — no es un envío real',
  /** Across each page, behind what it says. */
  filigrana: 'PRÁCTICA',
  practica: 'Este envío se hizo en el modo de práctica: respondió el SENCE simulado de este computador, y nada llegó a SENCE. No sirve como prueba.',
  noEsDeSence: 'No es un documento de SENCE.',
  pie: (version: string, hecho: string): string => `No es un documento de SENCE. Hecho con Puente SIC ${version} el ${hecho}.`,
  aviso: 'Este comprobante lo hizo Puente SIC con lo que guardó el computador que envió: lo que salió hacia SENCE, lo que SENCE respondió y sus horas. No es un documento de SENCE ni lo reemplaza.',
  momento: { santiago: (hora: string): string => `${hora} hora de Santiago`, utc: (iso: string): string => `(${iso} UTC)` },
  envio: {
    seccion: 'El envío',
    otec: 'OTEC', rut: 'RUT de la OTEC', planilla: 'Planilla', creado: 'Creado', programado: 'Programado para', resultado: 'Resultado', programa: 'Programa', hecho: 'Comprobante hecho',
    cursos: 'Cursos y grupos', alumnos: 'Alumnos',
    version: (v: string): string => `Puente SIC ${v}`,
    cursosDe: (n: number): string => cuenta(n, 'curso', 'cursos'),
  },
  totales: (t: { alumnos: number; aceptados: number; rechazados: number; desconocidos: number }): string => {
    const sobran = t.alumnos - t.aceptados - t.rechazados - t.desconocidos
    const partes = [
      t.aceptados > 0 ? cuenta(t.aceptados, 'aceptado', 'aceptados') : '', t.rechazados > 0 ? cuenta(t.rechazados, 'rechazado', 'rechazados') : '',
      t.desconocidos > 0 ? `${numero(t.desconocidos)} sin confirmar` : '', sobran > 0 ? cuenta(sobran, 'no enviado', 'no enviados') : '',
    ].filter((x) => x !== '')
    return `${cuenta(t.alumnos, 'alumno', 'alumnos')}: ${partes.join(', ')}`
  },
  llamada: {
    titulo: (oferta: string, grupo: string): string => `Curso ${oferta}, grupo ${grupo}`,
    parte: (n: number, de: number): string => `parte ${n} de ${de}`,
    codigo: 'Código del envío', proceso: 'Proceso de SENCE (id_proceso)', enviado: 'Enviado', respondido: 'Respondido', http: 'Respuesta HTTP', sic: 'Respuesta SIC', resultado: 'Resultado', conciliado: 'Preguntado a SENCE',
    cantidades: 'Actividades del curso', sincronicas: (n: string): string => `${n} sincrónicas`, asincronicas: (n: string): string => `${n} asincrónicas`, sinNumero: 'Sin número', sinRespuesta: 'Sin respuesta', noSalio: 'No salió de este computador', sinMensaje: 'Sin mensaje',
    conciliadoSi: ': el historial de SENCE lo muestra.',
    conciliadoNo: `: el historial de SENCE no lo mostraba. Se da por no recibido después de ${HORAS_DE_PACIENCIA} horas sin aparecer.`,
  },
  huellas: {
    titulo: 'Huellas de lo enviado y lo recibido', que: 'Qué', bytes: 'Bytes', sha: 'SHA-256', cuando: 'Hora de Santiago',
    nota: 'La huella identifica los bytes exactos: si cambia una letra, cambia. Se calcula con «[token]» en el lugar del token de la OTEC, que es secreto. Los archivos con estas huellas están en la evidencia (.zip) que exporta el programa.',
    noCalza: (anotada: string): string => `ATENCIÓN: no calza con la huella anotada al enviar (${anotada}). El registro pudo dañarse.`,
  },
  intentos: { titulo: 'Intentos', numero: 'N.º', enviado: 'Enviado', termino: 'Terminó', http: 'HTTP', final: 'Cómo terminó', sinFin: 'No se supo', conRespuesta: 'SENCE respondió' },
  alumnos: {
    titulo: 'Alumnos: lo que se envió y lo que respondió SENCE', rut: 'RUT', nombre: 'Nombre', avance: 'Avance', tiempo: 'Conectado', estado: 'Estado', fechas: 'Inicio, fin y ejecución', resultado: 'SENCE',
    sinNombre: '', falta: '—',
    nota: 'Los nombres salen de la planilla de este computador; a SENCE solo se le envía el RUT.',
    ilegible: 'Lo que se envió no se puede leer como un curso. Abajo está lo que se sabe de cada alumno; los bytes están en la evidencia (.zip).',
    dijoSence: (codigo: string | null, mensaje: string | null): string => `SENCE dijo${codigo === null ? '' : ` [${codigo}]`}: ${mensaje ?? 'sin mensaje'}`,
    queHacer: (t: string): string => `Qué hacer: ${t}`, quien: (t: string): string => `Quién: ${t}`,
    evaluacion: (n: string): string => `Evaluación final: ${n}`,
    estados: (e: string | null): string => (e === null ? '—' : ESTADOS_ALUMNO[e] ?? e),
    resultados: (r: keyof typeof RESULTADOS): string => RESULTADOS[r],
  },
  modulo: {
    nombre: 'Módulo ',
    datos: (d: { avance: string; tiempo: string; estado: string; inicio: string; fin: string; nota: string | null; actividades: number }): string =>
      `: ${d.avance}, ${d.tiempo} conectado, ${d.estado}, ${d.inicio} a ${d.fin}${d.nota === null ? '' : `, nota ${d.nota}`}, ${cuenta(d.actividades, 'actividad', 'actividades')}`,
  },
} as const
