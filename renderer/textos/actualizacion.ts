import { formatInstante } from '../../shared/domain/fecha.ts'

/** Updates of the program: band, section of the settings and what is new. */
export const ACTUALIZACION = {
  titulo: 'Actualizaciones',
  version: (v: string): string => `Tiene la versión ${v}.`,
  sola: 'Descargar sola cada versión nueva',
  solaAyuda: 'Se instala cuando usted cierra el programa, nunca durante un envío. Sus planillas y envíos quedan como están.',
  motivos: {
    desarrollo: 'Esta copia es de desarrollo y no busca versiones nuevas.',
    'sin-canal': 'Esta copia no busca versiones nuevas: pídalas a quien se la entregó.',
    'paquete-del-sistema': 'Este programa se instaló con un paquete del sistema: se actualiza instalando el paquete nuevo.',
  },
  alDia: (revisadoEn: string | null): string => revisadoEn === null ? 'Todavía no se ha buscado una versión nueva.' : `Es la última. Se buscó el ${formatInstante(revisadoEn)}.`,
  buscando: 'Buscando una versión nueva…',
  ofrecida: (v: string, bytes: number | null): string => `Hay una versión nueva, la ${v}${bytes === null ? '' : ` (${(bytes / 1_000_000).toLocaleString('es-CL', { maximumFractionDigits: 0 })} MB)`}.`,
  descargando: (v: string): string => `Descargando la versión ${v}`,
  lista: (v: string): string => `La versión ${v} está lista. Se instalará cuando cierre el programa.`,
  buscar: 'Buscar ahora', descargar: 'Descargar', instalar: 'Instalar y abrir de nuevo', queTrae: 'Qué trae',
  banda: { titulo: (v: string): string => `La versión ${v} está lista`, detalle: 'Se instala al cerrar el programa.' },
  novedades: (v: string): string => `Qué hay de nuevo en la versión ${v}`,
  actualizado: (v: string): string => `Puente SIC se actualizó a la versión ${v}`,
  sinNovedades: 'Mejoras y correcciones.',
} as const
