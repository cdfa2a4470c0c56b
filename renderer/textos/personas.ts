import { formatFecha } from '../../shared/domain/fecha.ts'
import type { AlumnoDeCurso, PuntoAlumno } from '../../shared/ipc/modelos-personas.ts'
import { alumnos, cuenta, numero } from './comunes.ts'

const UN_DECIMAL = new Intl.NumberFormat('es-CL', { maximumFractionDigits: 1 })
export const porcentaje = (n: number): string => `${UN_DECIMAL.format(n)} %`
/** `12 h 5 min` */
export const tiempo = (segundos: number): string => {
  const minutos = Math.round(segundos / 60)
  return minutos < 60 ? `${minutos} min` : `${numero(Math.floor(minutos / 60))} h ${minutos % 60} min`
}
const plazoQueda = (dias: number): string => dias < 0 ? `el curso terminó hace ${cuenta(-dias, 'día', 'días')}` : dias === 0 ? 'el curso termina hoy' : dias === 1 ? 'queda 1 día' : `quedan ${numero(dias)} días`

export const ALUMNO = {
  titulo: (rut: string): string => `Alumno ${rut}`,
  vacio: { titulo: 'No hay nada de este alumno', detalle: 'Ni los envíos de este computador ni lo que se ha leído del historial de SENCE lo nombran.' },
  curso: 'Curso',
  sinCurso: 'Sin curso',
  verCurso: 'Ver el curso',
  datos: { avance: 'Avance', estado: 'Estado', tiempo: 'Tiempo conectado', plazo: 'Plazo', ultimo: 'Último aceptado' },
  estados: { 1: 'Cursando', 2: 'Aprobado', 3: 'Reprobado' } as Readonly<Record<number, string>>,
  plazo: (inicio: string, fin: string): string => `${inicio} a ${fin}`,
  ninguno: 'SENCE no ha aceptado ningún avance de este alumno en este curso.',
  /** From what to what, what is missing and how long there is. `dias`: null when the end is not known. */
  resumen: (p: { desde: number; fechaDesde: string; hasta: number; fechaHasta: string; dias: number | null }): string => {
    const trayecto = p.fechaDesde === p.fechaHasta ? `${porcentaje(p.hasta)} el ${formatFecha(p.fechaHasta)}` : `De ${porcentaje(p.desde)} el ${formatFecha(p.fechaDesde)} a ${porcentaje(p.hasta)} el ${formatFecha(p.fechaHasta)}`
    const falta = 100 - p.hasta
    if (falta <= 0) return `${trayecto}; llegó al final.`
    const puntos = `le ${falta === 1 ? 'falta 1 punto' : `faltan ${UN_DECIMAL.format(falta)} puntos`}`
    return p.dias === null ? `${trayecto}; ${puntos}.` : `${trayecto}; ${puntos} y ${plazoQueda(p.dias)}.`
  },
  grafico: 'Avance en el tiempo',
  total: 'Todo el curso',
  teclas: 'Con las flechas se va de un punto a otro; con Intro se abre su envío.',
  verTabla: 'Ver como tabla',
  verGrafico: 'Ver como gráfico',
  recortado: (n: number, total: number): string => `Se muestran los ${numero(n)} registros más recientes de ${numero(total)}.`,
  sinPuntos: 'No hay puntos con fecha y avance que dibujar. Los registros están en la tabla.',
  tabla: 'Registros del alumno',
  columnas: { fecha: 'Fecha', donde: 'Origen', modulo: 'Módulo', avance: 'Avance', total: 'Avance del curso', tiempo: 'Tiempo', resultado: 'Resultado' },
  origen: { aqui: 'Enviado desde aquí', sence: 'En SENCE' } satisfies Record<PuntoAlumno['origen'], string>,
  resultados: { aceptado: 'Aceptado', rechazado: 'Rechazado', desconocido: 'Sin confirmar', 'no-enviado': 'No enviado', otro: 'Otro estado' } satisfies Record<PuntoAlumno['resultado'], string>,
  soloSence: 'Solo en SENCE',
  sinFecha: 'Sin fecha',
  punto: (fecha: string, serie: string, avance: number, resultado: string): string => `${fecha}, ${serie}: ${porcentaje(avance)}, ${resultado}`,
  abrir: (fecha: string, modulo: string): string => `Ver el envío del ${fecha}${modulo === '' ? '' : `, módulo ${modulo}`}`,
} as const

export const CURSO = {
  titulo: (grupo: string): string => `Curso ${grupo}`,
  subtitulo: (oferta: string, n: number): string => `Oferta ${oferta}. ${alumnos(n)}, según lo que se envió desde este computador.`,
  vacio: { titulo: 'No hay envíos de este curso', detalle: 'Desde este computador no se ha enviado ningún alumno de este curso.' },
  distribucion: 'Cómo van',
  tramos: { avance: 'Avance', alumnos: 'Alumnos' },
  tramo: (n: number): string => n === 10 ? '100 %' : `${n * 10} a ${n * 10 + 9} %`,
  sinAceptar: 'Nada aceptado todavía',
  lista: 'Lista',
  listas: { todos: 'Todos los alumnos', atrasados: 'Atrasados', 'sin-informar': 'Sin informar', terminan: 'Por terminar con menos de 100 %' },
  reglas: {
    todos: 'Lo último que SENCE aceptó de cada alumno.',
    atrasados: 'A hoy se espera la parte del plazo que ya pasó, sin contar el día de hoy. Se muestra a quien lleva al menos 1 punto menos que eso.',
    'sin-informar': 'Días desde el último envío que SENCE aceptó. A quien nunca se le aceptó nada, también.',
    terminan: 'Su último día es hoy o uno de los siete siguientes, y no llega a 100 %.',
  },
  dias: 'Días sin informar',
  cuantos: (n: number, de: number): string => `${numero(n)} de ${alumnos(de)}`,
  ninguno: 'Ningún alumno está en esta lista.',
  columnas: { alumno: 'Alumno', avance: 'Avance', atraso: 'Atraso', dias: 'Sin informar', fin: 'Termina', tiempo: 'Tiempo', ultimo: 'Último envío' },
  atraso: (puntos: number): string => puntos === 0 ? 'Al día' : cuenta(puntos, 'punto', 'puntos'),
  diasSin: (n: number | null): string => n === null ? 'Nunca aceptado' : n === 0 ? 'Hoy' : cuenta(n, 'día', 'días'),
  ultimo: (r: AlumnoDeCurso['ultimo']): string => ALUMNO.resultados[r],
} as const
export type ListaCurso = keyof typeof CURSO.listas

export const ORDEN = { por: (columna: string): string => `Ordenar por ${columna}` } as const
