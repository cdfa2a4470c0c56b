/** Words of what happens while the window is closed: the tray, the notifications, the question before leaving. */
import { cuandoEnPalabras } from '../../shared/domain/envio-nocturno.ts'
import type { NocheEstado, NocheTermino } from '../../shared/ipc/modelos-noche.ts'
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'

export interface Aviso { readonly titulo: string; readonly cuerpo: string }
const alumnos = (n: number): string => n === 1 ? '1 alumno' : `${n} alumnos`

export const BANDEJA = {
  nombre: 'Puente SIC',
  abrir: 'Abrir Puente SIC',
  salir: 'Salir',
  enviando: 'Enviando a SENCE…',
  linea: (para: string, ahora: Date): string => `Envío programado para ${cuandoEnPalabras(new Date(para), ahora)}`,
  cancelar: (para: string, ahora: Date): string => `Cancelar el envío de ${cuandoEnPalabras(new Date(para), ahora)}`,
  perdido: 'Un envío no salió a su hora',
  respuesta: 'Ver la respuesta de SENCE',
} as const

export const SIGUE_EN_BANDEJA = (para: string, ahora: Date): Aviso => ({
  titulo: 'Puente SIC sigue funcionando', cuerpo: `Enviará ${cuandoEnPalabras(new Date(para), ahora)}. Deje el computador encendido y conectado a internet; para volver a abrirlo, use su ícono en la barra del sistema.`,
})
export const SIGUE_ENVIANDO: Aviso = { titulo: 'Puente SIC sigue enviando', cuerpo: 'Le avisará cuando SENCE responda. Para volver a abrirlo, use su ícono en la barra del sistema.' }

export const NO_SALIO = (n: NocheEstado['vencidos'][number], ahora: Date): Aviso => ({
  titulo: 'Un envío no salió a su hora', cuerpo: `${n.nombreArchivo} debía salir ${cuandoEnPalabras(new Date(n.para), ahora)}, pero el computador o el programa no estaban disponibles. SENCE no lo recibió. Ábralo para programarlo otra vez.`,
})

const RESULTADOS: Readonly<Record<EstadoEnvio, string>> = {
  aceptado: 'SENCE aceptó todo', 'aceptado-con-rechazos': 'SENCE aceptó una parte', rechazado: 'SENCE rechazó el envío', desconocido: 'No sabemos si SENCE recibió todo',
  conciliando: 'No sabemos si SENCE recibió todo', fallido: 'El envío no llegó a SENCE', cancelado: 'El envío se canceló', vencido: 'Un envío no salió a su hora', programado: 'Una parte del envío quedó programada',
  borrador: 'El envío sigue en curso', listo: 'El envío sigue en curso', enviando: 'El envío sigue en curso', reintentando: 'El envío sigue en curso',
}
export const TERMINO = (f: NocheTermino): Aviso => {
  const partes = [
    f.aceptados > 0 && `${alumnos(f.aceptados)} con su avance al día`,
    f.rechazados > 0 && `${alumnos(f.rechazados)} con rechazo`,
    f.desconocidos > 0 && `${alumnos(f.desconocidos)} sin confirmar`,
  ].filter((x) => x !== false)
  return { titulo: RESULTADOS[f.estado], cuerpo: `${f.nombreArchivo}: ${partes.length === 0 ? alumnos(f.alumnos) : partes.join(', ')}. Pulse aquí para ver la respuesta.` }
}

export const AL_SALIR = {
  programado: (para: string, ahora: Date): { titulo: string; detalle: string } => ({
    titulo: `Hay un envío programado para ${cuandoEnPalabras(new Date(para), ahora)}`,
    detalle: 'Si sale de Puente SIC no se enviará a esa hora. Puede cerrar solo la ventana: el programa queda junto al reloj del sistema y envía por su cuenta.',
  }),
  enviando: { titulo: 'Se está enviando a SENCE', detalle: 'Si sale ahora, lo que va en camino quedará sin confirmar y lo que falta no se enviará. Puede cerrar solo la ventana: el envío sigue.' },
  quedarse: 'Cerrar solo la ventana',
  salir: 'Salir igual',
  volver: 'Volver',
} as const
