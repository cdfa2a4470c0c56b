/** Network faults and unreadable answers, in words; the connection test, the history and the sends share them. */
import type { CausaRed } from './puertos.ts'

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
    explicacion: 'El certificado que mostró el servidor no se pudo verificar. Puede que la fecha del computador esté equivocada, o que un antivirus o la red de la oficina esté interviniendo la conexión. El token no salió de este computador.',
    queHacer: 'Revise la fecha y la hora del computador. Si están bien, pregunte a quien administra la red de su oficina.',
  },
  proxy: {
    titulo: 'La red de la oficina pide su propia identificación',
    explicacion: 'Antes de llegar a SENCE, un equipo de la red (proxy) pidió un usuario y una clave.',
    queHacer: 'Abra cualquier página en el navegador e identifíquese si se lo pide, o pregunte a quien administra la red.',
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
  detenido: {
    titulo: 'El programa se cerró antes de la respuesta',
    explicacion: 'La conexión se terminó porque el programa se estaba cerrando.',
    queHacer: 'Vuelva a intentarlo.',
  },
}

export const palabrasHttp = (httpEstado: number): Palabras => ({
  titulo: `El servidor respondió con un error (HTTP ${httpEstado})`,
  explicacion: 'Se llegó a un servidor, pero no entregó la respuesta del servicio. Puede ser una falla de SENCE o un equipo de la red que desvió la conexión.',
  queHacer: 'Espere unos minutos y vuelva a intentarlo. Si se repite, revise la dirección del servicio en Ajustes.',
})

export const PALABRAS_ILEGIBLE: Palabras = {
  titulo: 'No se entendió la respuesta del servidor',
  explicacion: 'Llegó una página o un texto en lugar de los datos que entrega SENCE.',
  queHacer: 'Espere unos minutos y vuelva a intentarlo. Si se repite, escriba a adminelearning@sence.cl.',
}
