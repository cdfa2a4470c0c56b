import type { Novedad } from '../../shared/ipc/modelos-vigia.ts'

/** The watched folder: its settings, and what appeared in it. */
export const VIGIA = {
  titulo: 'Carpeta vigilada',
  intro: 'Puente SIC abre las planillas que aparezcan en una carpeta: la que usa su plataforma para exportar, o una compartida de la oficina. Lo hace mientras esté abierto con esta OTEC.',
  soloReal: 'En práctica no se vigila ninguna carpeta.',
  sinOtec: 'Para vigilar una carpeta, conecte primero su OTEC.',
  ninguna: 'No se vigila ninguna carpeta.',
  elegir: 'Elegir carpeta…', cambiar: 'Cambiar carpeta…', dejar: 'Dejar de vigilar',
  yaEstaban: 'Lo que ya estaba en la carpeta no se toca: solo se toman archivos nuevos, cada uno una vez.',
  noAlcanza: 'Ahora no se puede leer esta carpeta',
  noAlcanzaDetalle: 'Puede ser una unidad de red desconectada, o se movió. Se vuelve a intentar cada medio minuto, sin que haga nada.',
  queHacer: 'Con una planilla nueva',
  opciones: {
    abrir: { titulo: 'Abrirla y avisarme', detalle: 'Queda en «Continuar donde quedó», para revisarla y enviarla usted.' },
    enviar: { titulo: 'Programarla para la noche si no tiene errores', detalle: 'Queda en «Envíos» con su hora, entre las 22:00 y las 00:00, y hasta entonces puede cambiarla o quitarla. Con un solo error no se programa nada y se le avisa.' },
  },
  novedades: 'Lo último que apareció en la carpeta vigilada',
  abrir: 'Abrir', verEnvio: 'Ver el envío',
  resultados: {
    abierta: 'Lista para revisar', 'con-errores': 'Con errores', programada: 'Programada', 'no-abierta': 'No se pudo abrir', 'no-programada': 'No se programó',
  } satisfies Record<Novedad['resultado'], string>,
} as const
