/** Words that several screens share, and the few rules of how numbers and counts are written in Chile. */
const NUMEROS = new Intl.NumberFormat('es-CL')

/** `12.345` */
export const numero = (n: number): string => NUMEROS.format(n)

/** "1 alumno", "12.345 alumnos". */
export const cuenta = (n: number, uno: string, varios: string): string => `${numero(n)} ${n === 1 ? uno : varios}`

export const alumnos = (n: number): string => cuenta(n, 'alumno', 'alumnos')
export const modulos = (n: number): string => cuenta(n, 'módulo', 'módulos')
export const cursos = (n: number): string => cuenta(n, 'curso', 'cursos')

export const COMUNES = {
  nombre: 'Puente SIC',
  cerrar: 'Cerrar',
  cancelar: 'Cancelar',
  volver: 'Volver',
  continuar: 'Continuar',
  copiar: 'Copiar',
  copiado: 'Copiado al portapapeles',
  noCopiado: 'No se pudo copiar',
  noCopiadoDetalle: 'Seleccione el texto con el ratón y use Ctrl+C.',
  reintentar: 'Intentar de nuevo',
  cargando: 'Cargando…',
  buscar: 'Buscar',
  borrarBusqueda: 'Borrar la búsqueda',
  mostrarMas: (n: number): string => `Mostrar ${numero(n)} más`,
  queHacer: 'Qué hacer',
  incidente: (id: string): string => `Código del incidente: ${id}`,
  oferta: 'Oferta',
  grupo: 'Grupo',
  curso: 'Curso',
  sinDato: '—',
} as const
