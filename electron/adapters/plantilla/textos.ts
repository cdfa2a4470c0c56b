/** Words of the template that are not a column's own (those live in shared/planilla/columnas.ts). */

/** Excel cuts a validation's title at 32 characters and its message at 225: longer ones make it repair the file. */
export interface Aviso { titulo: string; mensaje: string }

export const TEXTOS_PLANTILLA = {
  titulo: 'Planilla de avance para SENCE',
  asunto: 'Avance de alumnos para informar al Gestor Intermedio de SENCE',
  autor: 'Puente SIC',
  hojas: { instrucciones: 'Instrucciones', ejemplo: 'Ejemplo' },
  obligatoria: 'Obligatoria',
  opcional: 'Opcional',
  ultimoNota: 'Solo para mirar: es lo último que SENCE aceptó. Escriba el avance de hoy en la columna de la izquierda. Esta columna no se lee al abrir la planilla.',
  pie: '&L&A&CPlanilla de avance para SENCE&RPágina &P de &N',

  introduccion: 'Complete las hojas Curso, Alumnos y Modulos, guarde el archivo y ábralo con Puente SIC. El programa le mostrará en qué celda hay algo que corregir antes de enviar.',
  comoUsarla: 'Cómo usarla',
  pasos: [
    'En la hoja Curso escriba una fila por curso. Puede poner varios cursos en el mismo archivo.',
    'En la hoja Alumnos escriba una fila por alumno y curso.',
    'En la hoja Modulos escriba una fila por cada módulo de cada alumno. Las actividades van en una sola celda, separadas por punto y coma.',
    'La hoja Actividades es opcional: úsela solo si prefiere escribir una fila por actividad en vez de la lista de la hoja Modulos.',
    'Con un solo curso puede dejar en blanco los códigos de oferta y de grupo de las hojas Alumnos, Modulos y Actividades.',
    'No cambie los nombres de las hojas ni los encabezados. Puede agregar columnas propias: no se envían.',
  ],
  colores: 'Los colores de los encabezados',
  colorObligatoria: 'Azul oscuro: columna obligatoria. Sin ese dato el alumno no se puede enviar.',
  colorOpcional: 'Celeste: columna opcional. Puede quedar en blanco.',
  columnas: 'Qué escribir en cada columna',
  cabecera: ['Hoja', 'Columna', '¿Obligatoria?', 'Qué escribir', 'Ejemplo'],
  noEsDeSence: 'Puente SIC no es un producto de SENCE. Las hojas Instrucciones y Ejemplo no se leen al abrir la planilla.',

  ejemploTitulo: 'Ejemplo de cada hoja',
  ejemploAyuda: 'Estos datos son inventados y no se envían. Escriba los suyos en las hojas del mismo nombre.',
  ejemploHoja: (hoja: string) => `Hoja ${hoja}`,
} as const

export const AVISOS = {
  rut: { titulo: 'RUT sin guion', mensaje: 'Escriba el RUT con guion y dígito verificador, por ejemplo 12.345.678-5.' },
  estado: { titulo: 'Estado desconocido', mensaje: 'Elija Cursando, Aprobado o Reprobado. También puede escribir 1, 2 o 3.' },
  porcentaje: { titulo: 'Porcentaje fuera de rango', mensaje: 'Escriba un número entero de 0 a 100, por ejemplo 45. También se acepta 45 %.' },
  tiempo: { titulo: 'Tiempo negativo', mensaje: 'Escriba segundos (5400), horas:minutos:segundos (1:30:00) o palabras (1 hora 30 minutos).' },
  fecha: { titulo: 'Fecha no reconocida', mensaje: 'Escriba día-mes-año con el año completo, por ejemplo 31-12-2026.' },
  fin: { titulo: 'Término antes del inicio', mensaje: 'Escriba una fecha igual o posterior a la de inicio, con el año completo, por ejemplo 31-12-2026.' },
  hastaCien: { titulo: 'Número fuera de rango', mensaje: 'Escriba un número de 0 a 100, o deje la celda en blanco.' },
  cantidad: { titulo: 'Cantidad no válida', mensaje: 'Escriba un número entero, 0 o más, o deje la celda en blanco.' },
} as const satisfies Record<string, Aviso>
