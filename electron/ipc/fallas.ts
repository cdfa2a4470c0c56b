import type { Falla } from '../../shared/ipc/result.ts'

/** What can go wrong in the bridge itself, in words. */
export type FallaPuente = 'inesperado' | 'solicitud-invalida' | 'sin-espacio' | 'espacio-en-uso' | 'evidencia-no-guardada' | 'comprobante-no-hecho' | 'sin-impresora' | 'no-impreso' | 'enlace' | 'archivo-no-guardado' | 'archivo-del-borrador' | 'diagnostico-viejo' | 'inicio-no-guardado' | 'hay-programado'

const TEXTOS: Readonly<Record<FallaPuente, Omit<Falla, 'codigo' | 'incidente'>>> = {
  inesperado: {
    titulo: 'Ocurrió un problema que no esperábamos',
    explicacion: 'La última acción no se completó. Sus datos guardados no se perdieron.',
    queHacer: 'Inténtelo otra vez. Si se repite, cierre y abra el programa; al pedir ayuda, entregue el número de incidente.',
  },
  'solicitud-invalida': {
    titulo: 'No se pudo procesar lo que pidió',
    explicacion: 'Alguno de los datos entregados no tiene la forma que el programa acepta.',
    queHacer: 'Revise lo que escribió e inténtelo otra vez.',
  },
  'sin-espacio': {
    titulo: 'Falta elegir cómo trabajar',
    explicacion: 'Todavía no ha elegido entre conectar su OTEC y el modo de práctica.',
    queHacer: 'Vuelva a la pantalla de inicio y elija una de las dos opciones.',
  },
  'espacio-en-uso': {
    titulo: 'Puente SIC ya está abierto',
    explicacion: 'Otra copia del programa está usando el registro de envíos. Si las dos enviaran a la vez, no se sabría qué recibió SENCE.',
    queHacer: 'Use la ventana que ya está abierta, o ciérrela y vuelva a intentarlo aquí.',
  },
  'evidencia-no-guardada': {
    titulo: 'No se pudo guardar la evidencia',
    explicacion: 'El computador no dejó escribir el archivo en ese lugar. El envío y sus respaldos siguen guardados en el programa.',
    queHacer: 'Si tiene abierto un archivo con ese nombre, ciérrelo. Si no, elija otra carpeta.',
  },
  'comprobante-no-hecho': {
    titulo: 'No se pudo hacer el comprobante',
    explicacion: 'El programa no alcanzó a armar el documento. El envío y sus respaldos siguen guardados.',
    queHacer: 'Cierre otros programas si el computador está exigido e inténtelo otra vez. La evidencia (.zip) dice lo mismo y no necesita armarse.',
  },
  'sin-impresora': {
    titulo: 'Este computador no tiene una impresora',
    explicacion: 'El sistema no ofrece ninguna impresora donde imprimir el comprobante.',
    queHacer: 'Instale o conecte una en la configuración del sistema, o guarde el comprobante como PDF y llévelo a otro computador.',
  },
  'no-impreso': {
    titulo: 'No se pudo imprimir',
    explicacion: 'La impresora o el sistema no aceptó el comprobante.',
    queHacer: 'Revise que la impresora esté encendida y con papel, e inténtelo otra vez. También puede guardarlo como PDF.',
  },
  enlace: {
    titulo: 'No se pudo abrir el navegador',
    explicacion: 'El computador no respondió al pedido de abrir la página o el correo.',
    queHacer: 'Abra su navegador y entre a sistemas.sence.cl/rts, o escriba a adminelearning@sence.cl.',
  },
  'inicio-no-guardado': {
    titulo: 'El sistema no aceptó el cambio',
    explicacion: 'No se pudo cambiar si Puente SIC se abre al iniciar su sesión. Puede que quien administra el computador no lo permita.',
    queHacer: 'Deje Puente SIC abierto hasta que salga el envío, o pida ayuda a quien administra el computador.',
  },
  'hay-programado': {
    titulo: 'Hay un envío programado',
    explicacion: 'Si cambia ahora de OTEC, o entre práctica y trabajo real, ese envío no saldría a su hora.',
    queHacer: 'Espere a que salga, o cancélelo en Planilla o en Envíos, y vuelva a intentarlo.',
  },
  'archivo-del-borrador': {
    titulo: 'No se sabe dónde está el archivo de esta planilla',
    explicacion: 'Se abrió en otra ocasión, y el programa no guarda de dónde.',
    queHacer: 'Vuelva a Planilla y use «Elegir hoja y columnas…» con ese archivo.',
  },
  'archivo-no-guardado': {
    titulo: 'No se pudo mostrar el archivo',
    explicacion: 'Todavía no se ha guardado ningún archivo de este tipo, o ya no está donde quedó.',
    queHacer: 'Guárdelo otra vez.',
  },
  'diagnostico-viejo': {
    titulo: 'Ese diagnóstico ya no es el último',
    explicacion: 'Solo se guarda lo que se acaba de mostrar, y desde entonces se preparó otro.',
    queHacer: 'Cierre el cuadro, ábralo otra vez y guárdelo desde ahí.',
  },
}

export const falla = (codigo: FallaPuente, incidente?: string): Falla =>
  ({ codigo, ...TEXTOS[codigo], ...(incidente === undefined ? {} : { incidente }) })
