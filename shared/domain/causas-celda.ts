/** Findings of reading a cell: what could not be understood (error) and what was converted (informacion). */
import { citar, dato, type DefCausa } from './causa.ts'

const convertido = (d: Parameters<DefCausa['mensaje']>[0]): string => `${citar(d, 'original')} se enviará como ${dato(d, 'convertido')}.`
const REVISE_CONVERSION = (): string => 'No necesita hacer nada si está bien. Si no, corrija la celda.'

export const CAUSAS_CELDA = {
  'celda-error': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `La celda trae un error de Excel (${dato(d, 'valor')}) en vez de un dato.`,
    queHacer: () => 'Escriba aquí el dato correcto, o corrija la fórmula en su planilla y vuelva a abrirla.',
  },
  'no-es-texto': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `Aquí va un código y la planilla trae ${citar(d)}, que Excel guarda como fecha, hora o porcentaje. El código original se perdió.`,
    queHacer: () => 'Escriba el código tal como figura en SENCE.',
  },
  'no-es-numero': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `${citar(d)} no es un número.`,
    queHacer: () => 'Escriba solo el número, por ejemplo 45. Los decimales llevan coma.',
  },
  'porcentaje-ambiguo': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `${citar(d)} puede leerse de más de una manera, y un avance mal leído no se puede corregir hacia abajo en SENCE.`,
    queHacer: () => 'Escriba el porcentaje como número entero de 0 a 100 (por ejemplo 45) o con su signo (45 %).',
  },
  'numero-ambiguo': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `El punto de ${citar(d)} puede separar los miles o los decimales.`,
    queHacer: () => 'Escriba el número sin punto, y los decimales con coma. O diga una sola vez cómo se lee la columna.',
  },
  'tiempo-sin-unidad': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `SENCE recibe segundos y el título de la columna dice otra unidad: no se sabe en qué está ${citar(d)}.`,
    queHacer: () => 'Diga una sola vez en qué está la columna, o escriba el tiempo como horas, minutos y segundos (1:30:00).',
  },
  'tiempo-ilegible': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `No se entiende ${citar(d)} como un tiempo.`,
    queHacer: () => 'Escriba los segundos (5400), horas, minutos y segundos (1:30:00) o palabras (1 hora 30 minutos).',
  },
  'fecha-ilegible': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `${citar(d)} no es una fecha que exista en el calendario.`,
    queHacer: () => 'Escriba día, mes y año completo: 31-12-2026.',
  },
  'fecha-ambigua': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `${citar(d)} puede ser más de una fecha: le falta el año completo, o el mes viene antes que el día.`,
    queHacer: () => 'Escriba día, mes y año con sus cuatro cifras (31-12-2026), o el mes con palabras (31 de diciembre de 2026).',
  },
  'estado-desconocido': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `${citar(d)} no es un estado que SENCE conozca.`,
    queHacer: () => 'Escriba 1 o Cursando, 2 o Aprobado, 3 o Reprobado.',
  },
  'rut-formato': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `${citar(d)} no es un RUT.`,
    queHacer: () => 'Escríbalo con guion y dígito verificador: 12.345.678-5.',
  },
  'rut-sin-dv': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `No se sabe si ${citar(d)} incluye el dígito verificador: viene sin guion.`,
    queHacer: d => `Escríbalo con guion. Si el número está completo, le corresponde ${dato(d, 'valor')}-${dato(d, 'dvEsperado').toUpperCase()}; confírmelo con el documento del alumno.`,
  },
  'rut-dv': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El dígito verificador de ${citar(d)} no corresponde: a ese número le corresponde ${dato(d, 'dvEsperado').toUpperCase()}. Hay una cifra equivocada.`,
    queHacer: () => 'Compare el RUT con el documento del alumno y corrija la cifra equivocada: puede estar en el número o en el dígito.',
  },
  'convertido-rut': { nivel: 'informacion', fuente: 'producto', mensaje: d => `${citar(d, 'original')} se leyó como el RUT ${dato(d, 'convertido')}.`, queHacer: REVISE_CONVERSION },
  'convertido-porcentaje': { nivel: 'informacion', fuente: 'I22', mensaje: convertido, queHacer: REVISE_CONVERSION },
  'decimales-cortados': {
    nivel: 'informacion', fuente: 'I22',
    mensaje: d => `${citar(d, 'original')} se enviará como ${dato(d, 'convertido')}: SENCE recibe el avance sin decimales, y se cortan para no informar de más.`,
    queHacer: REVISE_CONVERSION,
  },
  'convertido-tiempo': { nivel: 'informacion', fuente: 'I22', mensaje: d => `${citar(d, 'original')} se enviará como ${dato(d, 'convertido')} segundos.`, queHacer: REVISE_CONVERSION },
  'convertido-fecha': { nivel: 'informacion', fuente: 'I22', mensaje: convertido, queHacer: REVISE_CONVERSION },
  'convertido-estado': { nivel: 'informacion', fuente: 'I22', mensaje: convertido, queHacer: REVISE_CONVERSION },
  'convertido-blancos': { nivel: 'informacion', fuente: 'producto', mensaje: d => `Se quitaron espacios, signos o letras de ancho doble que sobraban: se enviará ${dato(d, 'convertido')}.`, queHacer: REVISE_CONVERSION },
  'leido-como-dijo': {
    nivel: 'informacion', fuente: 'producto',
    mensaje: d => `${citar(d, 'original')} se leyó como usted dijo para esta columna y se enviará como ${dato(d, 'convertido')}.`,
    queHacer: () => 'No necesita hacer nada si está bien. Si no, busque esta causa en «Por causa» y diga de otra manera cómo se lee la columna.',
  },
  'texto-numerico': {
    nivel: 'informacion', fuente: 'producto',
    mensaje: d => `El código venía como número y se enviará como el texto ${dato(d, 'convertido')}. Si empezaba con ceros, Excel los quitó.`,
    queHacer: () => 'Compruebe que el código esté completo. Si faltan ceros al comienzo, escríbalos.',
  },
} as const satisfies Record<string, DefCausa>
