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
