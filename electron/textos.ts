import type { Noticia } from '../shared/ipc/modelos.ts'

/** Words of the native parts: menus, dialogs, window title. */
export const TEXTOS_NATIVOS = {
  titulo: 'Puente SIC',
  otecDePractica: 'OTEC de práctica',
  menu: {
    archivo: 'Archivo', abrir: 'Abrir planilla…', plantilla: 'Descargar plantilla…', enviar: 'Revisar y enviar', ajustes: 'Ajustes', salir: 'Salir', cerrar: 'Cerrar ventana',
    edicion: 'Edición', deshacer: 'Deshacer', rehacer: 'Rehacer', cortar: 'Cortar', copiar: 'Copiar', pegar: 'Pegar', seleccionarTodo: 'Seleccionar todo', buscar: 'Buscar',
    revision: 'Revisión', siguiente: 'Problema siguiente', anterior: 'Problema anterior',
    ver: 'Ver', acercar: 'Acercar', alejar: 'Alejar', tamanoReal: 'Tamaño normal', pantallaCompleta: 'Pantalla completa', recargar: 'Recargar', herramientas: 'Herramientas de desarrollo',
    ayuda: 'Ayuda', verAyuda: 'Ayuda de Puente SIC', acercaDe: 'Acerca de Puente SIC', ocultar: 'Ocultar Puente SIC', servicios: 'Servicios',
  },
  dialogo: {
    abrir: 'Elegir planilla', planillas: 'Planillas', todos: 'Todos los archivos', guardarPlantilla: 'Guardar plantilla', guardarMuestra: 'Guardar planilla de muestra',
    nombrePlantilla: 'Plantilla Puente SIC.xlsx', nombreMuestraConProblemas: 'Planilla de muestra con problemas.xlsx', nombreMuestraSinProblemas: 'Planilla de muestra.xlsx',
  },
} as const

/** What happened to the files of the program, for the person. */
export const NOTICIAS = {
  claveIlegible: {
    id: 'clave-ilegible',
    titulo: 'No se pudo abrir la clave de sus datos',
    explicacion: 'El almacén de claves de este computador cambió o está bloqueado. Los envíos y planillas guardados con la clave anterior no se pueden leer ahora. No se borraron.',
    queHacer: 'Cierre el programa, desbloquee el almacén de claves del sistema (suele hacerse al iniciar sesión) y ábralo otra vez.',
  },
  diarioApartado: (copia: string): Noticia => ({
    id: `diario-apartado-${copia}`,
    titulo: 'El registro de envíos anterior no se pudo leer',
    explicacion: `El archivo está dañado o se guardó con otra clave. Se dejó aparte, completo, con el nombre «${copia}», y se comenzó uno nuevo. Lo que SENCE recibió no cambia.`,
    queHacer: 'Lo enviado antes puede verlo en «Historial de SENCE». Guarde esa copia: quien le dé soporte puede intentar recuperarla.',
  }),
} as const
