import type { NivelColumna } from '../../shared/planilla/columnas.ts'

/** In-app help. What a column means comes from shared/planilla/columnas.ts, and the codes from shared/domain/codigos-sence.ts. */
export const AYUDA = {
  titulo: 'Ayuda',
  pestanas: { dia: 'Paso a paso', columnas: 'Columnas de la planilla', codigos: 'Códigos de SENCE', teclado: 'Teclado', acerca: 'Acerca de' },
  dia: [
    { titulo: 'Descargue la plantilla', detalle: 'En Planilla, «Descargar plantilla». Ábrala en Excel o LibreOffice: trae una hoja de instrucciones y un ejemplo. También sirve la planilla que exporta su plataforma, si tiene los mismos datos.' },
    { titulo: 'Complete el avance', detalle: 'Una fila por alumno y una por módulo de cada alumno. El avance va de 0 a 100 y no puede ser menor que el que SENCE ya aceptó.' },
    { titulo: 'Arrástrela a la ventana', detalle: 'O use «Elegir archivo…». Puente SIC dice qué leyó, qué convirtió y qué está mal, con hoja, fila y columna.' },
    { titulo: 'Corrija ahí mismo', detalle: 'Un error impide enviar a ese alumno, no a los demás. Un aviso se puede enviar. Sus cambios se guardan solos y se pueden deshacer; el archivo original no se toca.' },
    { titulo: 'Mire la vista previa', detalle: 'Por curso: cuántos alumnos, qué sube, qué sigue igual, qué baja y cuántos alumnos no van porque tienen errores.' },
    { titulo: 'Envíe entre las 22:00 y las 00:00', detalle: 'Es la hora que pide SENCE, una vez al día. Se envía un curso a la vez y puede cancelar lo que falta.' },
    { titulo: 'Lea la respuesta', detalle: 'Por alumno: aceptado, rechazado con su motivo, o sin confirmar cuando la respuesta no llegó. Si quedó sin confirmar, use «Preguntar a SENCE» antes de enviar otra vez.' },
    { titulo: 'Al día siguiente', detalle: 'SENCE carga los datos entre la 01:00 y las 06:00. Lo enviado anoche se ve hoy en sus sistemas y en el historial.' },
  ],
  columnas: {
    intro: 'Los títulos pueden venir escritos de varias maneras: aquí están las que se reconocen.',
    buscar: 'Buscar columna',
    niveles: { curso: 'Del curso', alumno: 'Del alumno', modulo: 'Del módulo', actividad: 'De la actividad' } satisfies Record<NivelColumna, string>,
    obligatoria: 'Obligatoria',
    opcional: 'Opcional',
    encabezados: { columna: 'Columna', escribir: 'Qué escribir', ejemplo: 'Ejemplo', sinonimos: 'También se reconoce' },
    ninguna: 'Ninguna columna coincide con esa búsqueda.',
    tabla: (nivel: string): string => `Columnas ${nivel.toLowerCase()}`,
  },
  codigos: {
    intro: 'Lo que SENCE puede responder y qué hacer en cada caso. Un código que no esté aquí se muestra tal como llegó.',
    tabla: 'Códigos de respuesta de SENCE',
    encabezados: { codigo: 'Código', significa: 'Qué significa', hacer: 'Qué hacer', quien: 'Quién debe actuar' },
    correo: 'Escribir a la mesa de ayuda de SENCE',
    correoNota: 'Abre su programa de correo con la dirección puesta.',
  },
  teclado: {
    intro: 'En macOS use ⌘ en vez de Ctrl.',
    tabla: 'Atajos de teclado',
    encabezados: { tecla: 'Teclas', hace: 'Qué hace' },
    atajos: [
      { teclas: ['Ctrl', 'O'], hace: 'Elegir una planilla' },
      { teclas: ['Ctrl', 'Entrar'], hace: 'Ir a la vista previa y, desde ahí, enviar' },
      { teclas: ['F8'], hace: 'Ir al siguiente problema' },
      { teclas: ['Mayús', 'F8'], hace: 'Ir al problema anterior' },
      { teclas: ['Ctrl', 'Z'], hace: 'Deshacer' },
      { teclas: ['Ctrl', 'Mayús', 'Z'], hace: 'Rehacer' },
      { teclas: ['Ctrl', 'F'], hace: 'Buscar en la pantalla' },
      { teclas: ['Ctrl', ','], hace: 'Abrir Ajustes' },
      { teclas: ['F1'], hace: 'Abrir esta ayuda' },
      { teclas: ['F6'], hace: 'Pasar a los avisos y volver' },
      { teclas: ['Esc'], hace: 'Cerrar el cuadro abierto' },
    ],
  },
  acerca: {
    que: 'Lleva el avance de los alumnos de una OTEC desde su planilla hasta el Gestor Intermedio de SENCE, y guarda la respuesta.',
    noEsSence: 'Puente SIC no es un producto de SENCE ni está patrocinado por SENCE.',
    version: (v: string): string => `Versión ${v}`,
    datos: 'Todo lo que usted carga queda en este computador. Lo único que sale es lo que usted envía a SENCE, y las consultas a su historial.',
  },
} as const
