/** Words of the frame around every screen: navigation, practice band, crash screen. */
export const ARMAZON = {
  navegacion: 'Secciones',
  secciones: { planilla: 'Planilla', envios: 'Envíos', ayuda: 'Ayuda', ajustes: 'Ajustes' },
  saltar: 'Ir al contenido',
  practica: {
    titulo: 'Modo de práctica',
    detalle: 'Nada de lo que haga aquí llega a SENCE.',
    salir: 'Trabajar de verdad',
  },
  sinCredenciales: {
    titulo: 'Falta conectar su OTEC',
    detalle: 'Puede preparar y revisar planillas; para enviarlas, SENCE pide el RUT y el token de la OTEC.',
    conectar: 'Conectar mi OTEC',
  },
  cuenta: {
    practica: 'Práctica',
    sinConectar: 'Sin conectar',
  },
  avisos: 'Avisos',
  cerrarAviso: 'Cerrar aviso',
  soltar: {
    listo: 'Suelte la planilla aquí',
    formatos: 'Excel (.xlsx, .xls), LibreOffice (.ods) o texto (.csv)',
    ocupado: 'Espere a que termine lo que está en curso',
    soloUna: 'Se abrió solo la primera planilla',
    soloUnaDetalle: 'Puente SIC trabaja con una planilla a la vez. Suelte las otras después.',
  },
  arranque: {
    cargando: 'Abriendo Puente SIC…',
    titulo: 'Puente SIC no pudo abrir sus datos',
  },
  caida: {
    titulo: 'Algo salió mal en esta pantalla',
    explicacion: 'Es un error del programa, no suyo. Lo que ya estaba guardado sigue a salvo: la planilla con sus cambios y todo lo que se envió.',
    queHacer: 'Vuelva a cargar la ventana. Si pasa otra vez en el mismo lugar, anote qué estaba haciendo y el código del incidente, y avise a quien le ayuda con el computador.',
    recargar: 'Volver a cargar la ventana',
    avisoTitulo: 'Algo no terminó como se esperaba',
    avisoDetalle: 'Inténtelo otra vez. Si se repite, vuelva a cargar la ventana; lo guardado no se pierde.',
  },
  respuesta: { titulo: 'Llegó la respuesta de SENCE', ver: 'Ver la respuesta' },
  retomado: {
    titulo: 'Se retomó su planilla',
    detalle: (archivo: string): string => `${archivo} está tal como la dejó.`,
  },
} as const
