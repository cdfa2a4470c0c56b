import { cuandoEnPalabras } from '../../shared/domain/envio-nocturno.ts'
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'
import { alumnos, cursos } from './comunes.ts'
import { ESTADOS } from './envio.ts'

const cuando = (para: string): string => cuandoEnPalabras(new Date(para), new Date())

/** Sends that wait for SENCE's window. */
export const NOCHE = {
  boton: 'Enviar esta noche…',
  confirmar: {
    titulo: '¿Enviar esta noche?', tituloPractica: '¿Enviar esta noche al SENCE de práctica?',
    detalle: (a: number, c: number): string => `El avance de ${alumnos(a)} de ${cursos(c)} se enviará solo, entre las 22:00 y las 00:00 de Santiago. El programa elige la hora exacta, para que no lleguen todas las OTEC al mismo tiempo.`,
    pasos: [
      'Deje el computador encendido, conectado a internet y sin cerrar la tapa.',
      'Puede cerrar la ventana: Puente SIC queda junto al reloj del sistema. Solo no elija «Salir».',
      'Se envía la planilla tal como está ahora. Si después la cambia, cancele este envío y prográmelo otra vez.',
    ],
    inicio: 'Abrir Puente SIC al iniciar mi sesión, por si el computador se reinicia',
    sinToken: { titulo: 'El token no queda guardado en este computador', detalle: 'Si Puente SIC se cierra o el computador se reinicia antes de esa hora, el envío no podrá salir hasta que escriba el token otra vez.' },
    boton: 'Sí, enviar esta noche',
  },
  programado: (para: string): string => `Programado para ${cuando(para)}`,
  programadoDetalle: 'Lo verá en Planilla y en Envíos, y desde ahí puede cancelarlo.',
  lista: 'Envíos programados',
  ficha: {
    que: (archivo: string, a: number, c: number): string => `${archivo}: ${alumnos(a)} de ${cursos(c)}.`,
    hora: 'Deje el computador encendido y conectado. Puede cerrar la ventana.',
    red: 'Es la hora, pero no hay conexión a internet. Saldrá apenas vuelva, si todavía es antes de las 00:00.',
    'otro-envio': 'Es la hora, pero hay otro envío en curso. Saldrá cuando termine.',
    problema: 'No ha podido salir.',
    cancelar: 'Cancelar envío programado', ahora: 'Enviar ahora', ver: 'Ver',
  },
  cancelar: {
    titulo: '¿Cancelar el envío programado?', detalle: (archivo: string): string => `${archivo} no se enviará esta noche. La planilla se conserva y puede enviarla o programarla otra vez.`,
    boton: 'Sí, cancelar el envío', hecho: 'Envío programado cancelado',
  },
  ahora: {
    titulo: '¿Enviar ahora?', detalle: (archivo: string): string => `${archivo} se enviará de inmediato, con los datos como estaban al programarlo. SENCE prefiere recibirlos entre las 22:00 y las 00:00; el servicio podría responder más lento.`,
    boton: 'Sí, enviar ahora', hecho: 'Enviando', hechoDetalle: 'Puede seguir con otra cosa: le avisaremos cuando SENCE responda.',
  },
  vencido: {
    titulo: (para: string): string => `Un envío no salió ${cuando(para)}`,
    detalle: 'A esa hora el computador estaba apagado o suspendido, sin internet, o Puente SIC estaba cerrado. SENCE no recibió lo que faltaba, y nada se envía solo fuera de su hora.',
    otra: 'Programar para la próxima noche', ahora: 'Enviar ahora', descartar: 'No enviarlo',
  },
  termino: (estado: EstadoEnvio): string => `Envío programado: ${ESTADOS[estado].toLowerCase()}`,
  verRespuesta: 'Ver la respuesta',
  seccion: {
    titulo: 'Envío nocturno',
    detalle: 'SENCE pide los datos entre las 22:00 y las 00:00 de Santiago. Con «Enviar esta noche» el programa espera esa hora junto al reloj del sistema, sin dejar que el computador se suspenda (con batería, desde media hora antes).',
    inicio: 'Abrir Puente SIC al iniciar mi sesión',
    inicioAyuda: 'Se abre sin ventana y solo se queda si hay un envío programado. Así, si el computador se reinicia, el envío sale igual.',
    noSePuede: 'Este sistema no dice si Puente SIC se abre al iniciar la sesión.',
    pausa: 'Pausa entre un envío y el siguiente, en segundos', pausaAyuda: 'Entre curso y curso, o entre las partes de un curso grande, para no ocupar todo el servicio de SENCE.',
    menos: 'Menos segundos', mas: 'Más segundos', guardar: 'Guardar pausa',
  },
} as const
