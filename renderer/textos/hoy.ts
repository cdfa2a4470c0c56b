import type { HoyResumen } from '../../shared/ipc/modelos-hoy.ts'
import { cuenta } from './comunes.ts'

type Clase = HoyResumen['envios'][number]['clase']

/** What there is to do today, on the screen where the work begins. */
export const HOY = {
  titulo: 'Hoy',
  alcance: 'Según lo enviado desde este computador.',
  tareas: 'Por resolver',
  cursos: 'Cursos en marcha',
  clases: { desconocido: 'Sin confirmar', rechazado: 'Rechazados sin corregir', 'no-llego': 'No llegaron a SENCE' } satisfies Record<Clase, string>,
  envio: (archivo: string, fecha: string): string => `${fecha} · ${archivo}`,
  verEnvio: 'Ver el envío',
  verEnvioDe: (clase: Clase, archivo: string, fecha: string): string => `Ver el envío del ${fecha}, ${archivo}: ${HOY.clases[clase].toLowerCase()}`,
  verCurso: 'Ver el curso', verCursoDe: (grupo: string): string => `Ver el curso ${grupo}`,
  terminan: 'Por terminar con menos de 100 %',
  terminanDetalle: (grupo: string, fecha: string): string => `El primero, el ${fecha} · ${grupo}`,
  verTerminan: (grupo: string): string => `Ver el curso ${grupo}, por terminar`,
  termina: (oferta: string, fecha: string): string => `Termina el ${fecha} · ${oferta}`,
  reporte: (fecha: string): string => `Último reporte: ${fecha}`,
  sinReporte: (dias: number | null): string => dias === null ? 'Nada aceptado aún' : `Sin reporte hace ${cuenta(dias, 'día', 'días')}`,
  mas: (n: number): string => `Ver ${n} más`,
  menos: 'Ver menos',
} as const
