/** What is taken out of the program: receipts, prints, lists in Excel. */
import { cuenta } from './comunes.ts'

const GUARDADO = (titulo: string) => ({ titulo, detalle: (ruta: string): string => `Quedó en ${ruta}.` })

export const GUARDAR = {
  boton: 'Guardar o imprimir',
  /** While it is being made. */
  haciendo: 'Preparando…',
  menu: 'Guardar o imprimir este envío',
  comprobante: { nombre: 'Comprobante (PDF)…', detalle: 'Qué se envió y qué respondió SENCE, alumno por alumno' },
  imprimir: { nombre: 'Imprimir comprobante…', detalle: 'El mismo documento, en papel' },
  excel: { nombre: 'Alumnos en Excel…', detalle: 'Una fila por alumno, con su resultado' },
  evidencia: { nombre: 'Evidencia (.zip)…', detalle: 'Los bytes exactos que viajaron, con sus huellas' },
  plantilla: { nombre: 'Plantilla con estos alumnos…', detalle: 'Para informar el avance siguiente' },
  guardado: GUARDADO('Comprobante guardado'),
  impreso: { titulo: 'Comprobante enviado a la impresora', detalle: 'Si no sale, revise la cola de impresión del sistema.' },
  mostrar: 'Mostrar en la carpeta',
  nadaQueImprimir: { titulo: 'Aquí no hay nada que imprimir', detalle: 'Abra un envío en Envíos: desde ahí se imprime su comprobante.' },
} as const

export const EXCEL = {
  boton: 'Exportar a Excel',
  exportando: 'Exportando…',
  guardada: { titulo: 'Lista guardada', detalle: (ruta: string, filas: number): string => `${cuenta(filas, 'fila', 'filas')} en ${ruta}.` },
} as const
