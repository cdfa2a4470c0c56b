/** Findings of SENCE's own rules about a value, or about values of one alumno, módulo or course. */
import { citar, dato, enFila, type DefCausa } from './causa.ts'

export const CAUSAS_REGLA = {
  'requerido': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `Falta un dato que SENCE exige${dato(d, 'columna') === '' ? '' : `: ${dato(d, 'columna')}`}.`,
    queHacer: () => 'Complete la celda.',
  },
  'dato-inesperado': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `${citar(d)} no tiene la forma que SENCE espera en este dato.`,
    queHacer: () => 'Vuelva a escribir el dato. Si sigue igual, deje fuera la fila y avise a quien mantiene el programa.',
  },
  'rut-fuera-de-rango': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `${citar(d)} no es un número de RUT.`,
    queHacer: () => 'Escriba el RUT con guion y dígito verificador: 12.345.678-5.',
  },
  'tiempo-no-entero': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El tiempo ${citar(d)} no es una cantidad entera de segundos. SENCE lo rechaza (códigos 021 y 023).`,
    queHacer: () => 'Escriba los segundos sin decimales (5400) o horas, minutos y segundos (1:30:00).',
  },
  'tiempo-negativo': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El tiempo ${citar(d)} es negativo. SENCE lo rechaza (códigos 021 y 023).`,
    queHacer: () => 'Escriba el tiempo conectado: 0 o más segundos.',
  },
  // The table of [I22] says "> 0", its error 021 "< 0", and SENCE's own test structure sends 0.
  'tiempo-cero': {
    nivel: 'aviso', fuente: 'OBS',
    mensaje: () => 'El tiempo es 0. El instructivo de SENCE pide más que 0, aunque en la práctica el 0 se recibe.',
    queHacer: () => 'Si el alumno se conectó, escriba su tiempo. Si no se ha conectado, puede enviarlo así.',
  },
  'estado-fuera-de-rango': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El estado ${citar(d)} no existe: SENCE solo conoce 1, 2 y 3.`,
    queHacer: () => 'Escriba 1 o Cursando, 2 o Aprobado, 3 o Reprobado.',
  },
  'estado-sin-terminar': {
    nivel: 'aviso', fuente: 'I22',
    mensaje: d => `El módulo figura terminado (estado ${dato(d, 'estado')}) con un avance de ${dato(d, 'avance')} %. Según SENCE, mientras falten actividades el estado es 1 (Cursando).`,
    queHacer: () => 'Revise el estado o el avance del módulo. Si ambos están bien, puede enviarlo así.',
  },
  'porcentaje-no-entero': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El avance ${citar(d)} no es un número entero.`,
    queHacer: () => 'Escriba un número entero de 0 a 100.',
  },
  'porcentaje-fuera-de-rango': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El avance ${citar(d)} está fuera de 0 a 100. SENCE lo rechaza (códigos 022 y 024).`,
    queHacer: () => 'Escriba un número entero de 0 a 100.',
  },
  'fecha-invalida': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `${citar(d)} no es una fecha que exista. SENCE la rechaza (códigos 026 y 027).`,
    queHacer: () => 'Escriba día, mes y año completo: 31-12-2026.',
  },
  'fin-antes-de-inicio': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `La fecha de término (${dato(d, 'fin')}) es anterior a la de inicio (${dato(d, 'inicio')}).`,
    queHacer: () => 'Corrija la fecha equivocada: la de término debe ser igual o posterior a la de inicio.',
  },
  'ejecucion-fuera-de-rango': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `La fecha de ejecución (${dato(d, 'ejecucion')}) no está entre el inicio (${dato(d, 'inicio')}) y el término (${dato(d, 'fin')}) del alumno${dato(d, 'porDefecto') === '' ? '' : '. Como la celda está vacía se usaría el día de hoy'}.`,
    queHacer: () => 'Escriba el día al que corresponde el avance, entre el inicio y el término; o corrija esas fechas.',
  },
  'nota-fuera-de-rango': {
    nivel: 'error', fuente: 'I23',
    mensaje: d => `La nota ${citar(d)} está fuera de 0 a 100. SENCE la rechaza (códigos 028 y 031).`,
    queHacer: () => 'Escriba un número de 0 a 100, o deje la celda vacía: la nota es opcional.',
  },
  'nota-escala': {
    nivel: 'aviso', fuente: 'I23',
    mensaje: d => `La nota ${citar(d)} parece de la escala 1 a 7, y SENCE la lee en la escala 0 a 100.`,
    queHacer: () => 'Si es una nota de 1 a 7, escríbala en la escala de 0 a 100. Si de verdad es de 0 a 100, puede enviarla así.',
  },
  'cantidad-invalida': {
    nivel: 'error', fuente: 'I23',
    mensaje: d => `${citar(d)} no es una cantidad de actividades. SENCE la rechaza (códigos 029, 030, 032 y 033).`,
    queHacer: () => 'Escriba un número entero, 0 o más, o deje la celda vacía: es opcional.',
  },
  'actividad-larga': {
    nivel: 'aviso', fuente: 'I22',
    mensaje: d => `El código de actividad «${dato(d, 'codigo')}» tiene ${dato(d, 'largo')} caracteres. SENCE conserva los primeros 50: «${dato(d, 'conserva')}».`,
    queHacer: () => 'Si el código cortado le sirve, puede enviarlo así. Si no, acórtelo.',
  },
  'actividades-iguales-tras-corte': {
    nivel: 'aviso', fuente: 'I22',
    mensaje: d => `Las actividades «${dato(d, 'codigo')}» y «${dato(d, 'otra')}» quedan iguales cuando SENCE corta sus códigos a 50 caracteres.`,
    queHacer: () => 'Acorte los códigos de modo que se distingan en los primeros 50 caracteres.',
  },
  // The example of [I22] itself repeats "Tarea 1", so a repeat is no ground for refusing it.
  'actividad-repetida': {
    nivel: 'aviso', fuente: 'I22',
    mensaje: d => `La actividad «${dato(d, 'codigo')}» está repetida en el módulo.`,
    queHacer: () => 'Si la escribió dos veces por error, quite una.',
  },
  'sin-actividades': {
    nivel: 'error', fuente: 'I22',
    mensaje: () => 'El módulo no tiene actividades, y SENCE exige al menos una.',
    queHacer: () => 'Escriba los códigos de sus actividades separados por punto y coma: ACT01; ACT02.',
  },
  'sin-modulos': {
    nivel: 'error', fuente: 'I22',
    mensaje: () => 'El alumno no tiene módulos, y SENCE exige al menos uno.',
    queHacer: () => 'Agregue sus módulos en la planilla con este mismo RUT y curso, o deje fuera al alumno.',
  },
  'sin-alumnos': {
    nivel: 'error', fuente: 'I22',
    mensaje: () => 'El curso no tiene alumnos, y SENCE exige al menos uno.',
    queHacer: () => 'Incluya al menos un alumno sin errores.',
  },
  'modulo-repetido': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `El módulo ${dato(d, 'codigo')} está repetido para este alumno: ya está${enFila(d)}. No se sabe cuál de los dos avances informar.`,
    queHacer: () => 'Deje fuera una de las dos filas, o corrija el código del módulo.',
  },
  'alumno-repetido': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `El alumno está repetido en el curso: ya está${enFila(d)}.`,
    queHacer: () => 'Deje fuera una de las dos filas, o corrija el RUT.',
  },
  'avance-menor': {
    nivel: 'error', fuente: 'I22',
    mensaje: d => `El avance (${dato(d, 'valor')} %) es menor que el último que SENCE aceptó para este módulo (${dato(d, 'previo')} %). Sería rechazado (código 025).`,
    queHacer: d => `Escriba un avance mayor que ${dato(d, 'previo')} o deje fuera el módulo.`,
  },
  // [I22] says "menor o igual" in its rules and "menor" in its table; [I23] dropped the "igual".
  'avance-igual': {
    nivel: 'aviso', fuente: 'I22',
    mensaje: d => `El avance (${dato(d, 'valor')} %) es igual al último que SENCE aceptó para este módulo. SENCE podría rechazarlo (código 025).`,
    queHacer: () => 'Puede dejar fuera los módulos sin cambios con una sola acción, o enviarlo así.',
  },
} as const satisfies Record<string, DefCausa>
