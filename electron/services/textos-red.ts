/** Network faults and unreadable answers, in words; the connection test, the history and the sends share them. */
import type { CausaRed } from '../../shared/domain/causas-red.ts'
import { formatInstante } from '../../shared/domain/fecha.ts'

export interface Palabras { readonly titulo: string; readonly explicacion: string; readonly queHacer: string }

export const PALABRAS_RED: Readonly<Record<CausaRed, Palabras>> = {
  dns: {
    titulo: 'No se encontró el servidor de SENCE',
    explicacion: 'El computador no pudo averiguar la dirección del servidor. Suele pasar cuando no hay internet.',
    queHacer: 'Revise que pueda abrir otras páginas. Si puede, revise la dirección del servicio en Ajustes.',
  },
  rechazada: {
    titulo: 'El servidor no aceptó la conexión',
    explicacion: 'Se llegó hasta el servidor, pero no quiso conectarse. Puede estar detenido, o un cortafuegos puede estar bloqueando la salida.',
    queHacer: 'Espere unos minutos y vuelva a intentarlo. Si se repite, pregunte a quien administra la red de su oficina.',
  },
  tls: {
    titulo: 'La conexión no es segura',
    explicacion: 'No se pudo acordar una conexión protegida con el servidor. Puede que un antivirus o la red de la oficina esté interviniendo la conexión. El token no salió de este computador.',
    queHacer: 'Pregunte a quien administra la red de su oficina.',
  },
  'tls-emisor': {
    titulo: 'Alguien interviene la conexión con SENCE',
    explicacion: 'El certificado que llegó no lo firmó una autoridad que este computador conozca. Así trabajan algunos antivirus y las redes de oficina que revisan lo que pasa por ellas. El token no salió de este computador.',
    queHacer: 'Pida a quien administra la red el certificado de la oficina y elíjalo en Ajustes → Red, «Certificado de su red». Si nadie lo conoce, no envíe desde esta red.',
  },
  'tls-cadena': {
    titulo: 'Falta una parte del certificado del servidor',
    explicacion: 'El servidor no mostró todos los certificados que prueban que es SENCE, así que no se puede verificar. Puede ser una falla de SENCE, o un antivirus o una red que interviene la conexión. El token no salió de este computador.',
    queHacer: 'Pruebe desde otra red, por ejemplo la de su teléfono. Si ahí funciona, pida a quien administra la suya el certificado de la oficina y elíjalo en Ajustes → Red. Si no funciona en ninguna, espere: lo debe arreglar SENCE.',
  },
  'tls-nombre': {
    titulo: 'Respondió otro servidor en lugar de SENCE',
    explicacion: 'El certificado que llegó es de otro sitio. Suele pasar en redes con página de bienvenida (hoteles, cafés, salas de clases) mientras no se acepta esa página. El token no salió de este computador.',
    queHacer: 'Abra el navegador, entre a cualquier página y acepte o identifíquese si la red lo pide. Después vuelva a intentarlo.',
  },
  'tls-vencido': {
    titulo: 'El certificado del servidor está vencido',
    explicacion: 'El servidor mostró un certificado que ya no vale o que todavía no comienza a valer. El reloj de este computador no parece ser la causa. El token no salió de este computador.',
    queHacer: 'Espere y vuelva a intentarlo: lo debe renovar quien administra el servidor. Si se repite por más de un día, escriba a adminelearning@sence.cl.',
  },
  reloj: {
    titulo: 'La fecha de este computador parece equivocada',
    explicacion: 'Según el reloj de este computador el certificado del servidor no vale hoy, y sin él no se puede conectar con seguridad. El token no salió de este computador.',
    queHacer: 'Corrija la fecha y la hora del computador (active «Ajustar la hora automáticamente») y vuelva a intentarlo.',
  },
  proxy: {
    titulo: 'La red de la oficina pide su propia identificación',
    explicacion: 'Antes de llegar a SENCE, un equipo de la red (proxy) pidió un usuario y una clave.',
    queHacer: 'Escríbalos en Ajustes → Red, «Identificarse en la red». Suelen ser los mismos con que entra al computador; si no los sabe, pregunte a quien administra la red.',
  },
  'proxy-esquema': {
    titulo: 'La red de la oficina usa una salida que Puente SIC no conoce',
    explicacion: 'El equipo que da salida a internet (proxy) pide identificarse de una forma que este programa no puede usar, por ejemplo con la sesión de Windows, o no es del tipo HTTP.',
    queHacer: 'Pida a quien administra la red que deje pasar sin identificación a auladigital.sence.cl, o envíe desde otra red.',
  },
  'proxy-rechaza': {
    titulo: 'La red de la oficina no deja llegar a SENCE',
    explicacion: 'El equipo que da salida a internet (proxy) rechazó la conexión con SENCE.',
    queHacer: 'Pida a quien administra la red que permita la conexión con auladigital.sence.cl.',
  },
  'proxy-caido': {
    titulo: 'La salida a internet de la oficina no respondió',
    explicacion: 'Su red sale a internet por un equipo intermedio (proxy) que no contestó o no logró llegar a SENCE.',
    queHacer: 'Revise si puede abrir otras páginas. Si puede, elija «Conectar sin proxy» en Ajustes → Red y pruebe; si no, avise a quien administra la red.',
  },
  portal: {
    titulo: 'La red pide pasar por su página de bienvenida',
    explicacion: 'En lugar de SENCE respondió un equipo de la red, que envía a otra página antes de dejar salir a internet.',
    queHacer: 'Abra el navegador, entre a cualquier página y acepte o identifíquese. Después vuelva a intentarlo.',
  },
  tiempo: {
    titulo: 'SENCE no respondió a tiempo',
    explicacion: 'Se esperó todo el tiempo configurado y la respuesta no llegó. El servicio de SENCE puede ser muy lento.',
    queHacer: 'Vuelva a intentarlo más tarde. El tiempo de espera se puede cambiar en Ajustes.',
  },
  'sin-red': {
    titulo: 'No hay conexión a internet',
    explicacion: 'El computador no tiene por dónde llegar al servidor.',
    queHacer: 'Revise el cable o el Wi-Fi y vuelva a intentarlo.',
  },
  cortada: {
    titulo: 'La conexión se cortó antes de la respuesta',
    explicacion: 'La conexión con SENCE se hizo, pero terminó antes de que llegara la respuesta completa.',
    queHacer: 'Espere unos minutos y vuelva a intentarlo.',
  },
  'demasiado-grande': {
    titulo: 'La respuesta es demasiado grande',
    explicacion: 'Lo que envió el servidor supera lo que este programa acepta y no se leyó completo.',
    queHacer: 'Si consultaba el historial, pida un período más corto.',
  },
  direccion: {
    titulo: 'La dirección del servicio no está permitida',
    explicacion: 'El token solo viaja por conexiones protegidas (https). No se envió nada.',
    queHacer: 'Corrija la dirección del servicio en Ajustes.',
  },
  'otec-ajena': {
    titulo: 'Estos datos son de otra OTEC',
    explicacion: 'Justo antes de salir se comprobó de quién son los datos y de quién es el token, y no son de la misma OTEC. No se envió nada.',
    queHacer: 'Cambie a la OTEC que corresponde y abra ahí la planilla original.',
  },
  detenido: {
    titulo: 'El programa se cerró antes de la respuesta',
    explicacion: 'La conexión se terminó porque el programa se estaba cerrando.',
    queHacer: 'Vuelva a intentarlo.',
  },
}

/** The words of a cause, with what is known of this very fault. @param dato see RespuestaGestor */
export function palabrasRed(causa: CausaRed, dato?: string): Palabras {
  const palabras = PALABRAS_RED[causa]
  const mas = dato === undefined || dato === '' ? '' : LO_QUE_SE_SABE[causa]?.(dato) ?? ''
  return mas === '' ? palabras : { ...palabras, explicacion: `${palabras.explicacion} ${mas}` }
}

const LO_QUE_SE_SABE: Readonly<Partial<Record<CausaRed, (dato: string) => string>>> = {
  'tls-emisor': (emisor) => `Lo firmó «${emisor}».`,
  'tls-cadena': (emisor) => `El que falta es el de «${emisor}».`,
  reloj: (hora) => `El servidor dice que son las ${formatInstante(hora).slice(11)} del ${formatInstante(hora).slice(0, 10)}.`,
  proxy: (servidor) => `Lo pide ${servidor}.`,
}

export const palabrasHttp = (httpEstado: number): Palabras => ({
  titulo: `El servidor respondió con un error (HTTP ${httpEstado})`,
  explicacion: 'Se llegó a un servidor, pero no entregó la respuesta del servicio. Puede ser una falla de SENCE o un equipo de la red que desvió la conexión.',
  queHacer: 'Espere unos minutos y vuelva a intentarlo. Si se repite, revise la dirección del servicio en Ajustes.',
})

export const PALABRAS_ILEGIBLE: Palabras = {
  titulo: 'No se entendió la respuesta del servidor',
  explicacion: 'Llegó una página o un texto en lugar de los datos que entrega SENCE. Puede ser una falla de SENCE o la página de bienvenida de su red.',
  queHacer: 'Si su red pide aceptar una página en el navegador, hágalo. Si no, espere unos minutos y vuelva a intentarlo. Si se repite, escriba a adminelearning@sence.cl.',
}
