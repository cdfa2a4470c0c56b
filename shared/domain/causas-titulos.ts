/** A cause as the name of many findings at once, and what to do about all of them where the words of one would name its value. */
import { queHacerDe, type Causa } from './causas.ts'

interface TituloCausa { titulo: string; queHacer?: string }
const CONVERSION = 'No necesita hacer nada si están bien. Si alguna no lo está, corrija la celda.'

/** Exhaustive: a cause without a name does not compile. */
const TITULOS: Readonly<Record<Causa, TituloCausa>> = {
  'celda-error': { titulo: 'Error de Excel en vez de un dato' },
  'no-es-texto': { titulo: 'Código que Excel cambió por otra cosa' },
  'no-es-numero': { titulo: 'No es un número' },
  'porcentaje-ambiguo': { titulo: 'Porcentaje que se puede leer de dos maneras' },
  'numero-ambiguo': { titulo: 'Número con punto que se puede leer de dos maneras', queHacer: 'Diga una sola vez qué separa el punto en la columna.' },
  'tiempo-sin-unidad': { titulo: 'Tiempo que no dice en qué está', queHacer: 'Diga una sola vez si la columna está en horas, minutos o segundos.' },
  'tiempo-ilegible': { titulo: 'Tiempo que no se entiende' },
  'fecha-ilegible': { titulo: 'Fecha que no existe' },
  'fecha-ambigua': { titulo: 'Fecha que se puede leer de dos maneras' },
  'estado-desconocido': { titulo: 'Estado que SENCE no conoce' },
  'rut-formato': { titulo: 'No es un RUT' },
  'rut-sin-dv': { titulo: 'RUT sin dígito verificador', queHacer: 'Escríbalos con guion, o diga una sola vez si los números traen su dígito verificador.' },
  'rut-dv': { titulo: 'Dígito verificador equivocado' },
  'convertido-rut': { titulo: 'RUT escrito de otra forma', queHacer: CONVERSION },
  'convertido-porcentaje': { titulo: 'Porcentaje convertido', queHacer: CONVERSION },
  'decimales-cortados': { titulo: 'Decimales que se cortan', queHacer: CONVERSION },
  'convertido-tiempo': { titulo: 'Tiempo convertido a segundos', queHacer: CONVERSION },
  'convertido-fecha': { titulo: 'Fecha convertida', queHacer: CONVERSION },
  'convertido-estado': { titulo: 'Estado convertido a su número', queHacer: CONVERSION },
  'convertido-blancos': { titulo: 'Espacios que sobraban', queHacer: CONVERSION },
  'leido-como-dijo': { titulo: 'Leído como usted dijo', queHacer: 'No necesita hacer nada si están bien. Si no, elija de qué otra manera se lee la columna.' },
  'texto-numerico': { titulo: 'Código que venía como número', queHacer: 'Compruebe que los códigos estén completos. Si faltan ceros al comienzo, escríbalos.' },

  'requerido': { titulo: 'Falta un dato que SENCE exige', queHacer: 'Complete las celdas.' },
  'dato-inesperado': { titulo: 'Dato con una forma inesperada' },
  'rut-fuera-de-rango': { titulo: 'No es un número de RUT' },
  'tiempo-no-entero': { titulo: 'Tiempo con decimales' },
  'tiempo-negativo': { titulo: 'Tiempo negativo' },
  'tiempo-cero': { titulo: 'Tiempo 0' },
  'estado-fuera-de-rango': { titulo: 'Estado que no existe' },
  'estado-sin-terminar': { titulo: 'Módulo terminado sin todo su avance' },
  'porcentaje-no-entero': { titulo: 'Avance que no es entero' },
  'porcentaje-fuera-de-rango': { titulo: 'Avance fuera de 0 a 100' },
  'fecha-invalida': { titulo: 'Fecha que no existe' },
  'fin-antes-de-inicio': { titulo: 'Término anterior al inicio' },
  'ejecucion-fuera-de-rango': { titulo: 'Fecha de ejecución fuera del curso' },
  'nota-fuera-de-rango': { titulo: 'Nota fuera de 0 a 100' },
  'nota-escala': { titulo: 'Nota que parece de 1 a 7' },
  'cantidad-invalida': { titulo: 'Cantidad de actividades que no sirve' },
  'actividad-larga': { titulo: 'Código de actividad de más de 50 caracteres' },
  'actividades-iguales-tras-corte': { titulo: 'Actividades iguales al cortar su código' },
  'actividad-repetida': { titulo: 'Actividad repetida en el módulo' },
  'sin-actividades': { titulo: 'Módulo sin actividades' },
  'sin-modulos': { titulo: 'Alumno sin módulos' },
  'sin-alumnos': { titulo: 'Curso sin alumnos' },
  'modulo-repetido': { titulo: 'Módulo repetido', queHacer: 'Deje fuera las filas que están de más, o corrija el código del módulo.' },
  'alumno-repetido': { titulo: 'Alumno repetido en el curso', queHacer: 'Deje fuera las filas que están de más, o corrija el RUT.' },
  'avance-menor': { titulo: 'Avance menor que el aceptado por SENCE', queHacer: 'Escriba un avance mayor que el último aceptado, o deje fuera esos módulos.' },
  'avance-igual': { titulo: 'Avance igual al aceptado por SENCE' },

  'alumno-completo-con-modulos': { titulo: 'Alumno al 100 % con módulos más atrás' },
  'aprobado-sin-completar': { titulo: 'Alumno aprobado con avance bajo 100' },
  'modulo-fuera-de-fechas': { titulo: 'Módulo fuera de las fechas del alumno' },
  'tiempo-de-modulos-mayor': { titulo: 'Los módulos suman más tiempo que el alumno' },

  'dato-contradictorio': { titulo: 'El mismo dato dicho de dos maneras' },
  'nombre-distinto': { titulo: 'Un RUT con dos nombres' },
  'fila-huerfana': { titulo: 'Fila de un alumno que no está en su hoja', queHacer: 'Corrija el RUT o el curso, agregue al alumno en su hoja, o deje fuera esas filas.' },
  'actividad-huerfana': { titulo: 'Actividad de un módulo que no está' },
  'curso-sin-hoja': { titulo: 'Curso que no está en su hoja', queHacer: 'Corrija los códigos de oferta y de grupo, o agregue el curso en su hoja.' },
  'curso-repetido': { titulo: 'Curso repetido' },
  'curso-sin-alumnos': { titulo: 'Curso sin alumnos que informar' },
  'rechazo-sence': { titulo: 'SENCE lo rechazó', queHacer: 'Vea en cada uno qué dijo SENCE y corrija la celda.' },
  'valor-por-defecto': { titulo: 'Celda vacía que se envía con su valor habitual', queHacer: 'No necesita hacer nada si está bien. Si no, escriba el valor.' },
}

/** "RUT sin dígito verificador": the name of a cause, without a full stop. */
export const tituloDeCausa = (causa: Causa): string => TITULOS[causa].titulo

/** What to do about all findings of a cause. */
export const queHacerConTodas = (causa: Causa): string => TITULOS[causa].queHacer ?? queHacerDe(causa)
