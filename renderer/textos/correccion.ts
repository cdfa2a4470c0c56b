/** The round trip: the workbook with observations, and the same one corrected. */
import { cuenta } from './comunes.ts'

const celdas = (n: number): string => cuenta(n, 'celda', 'celdas')
const filas = (n: number): string => cuenta(n, 'fila', 'filas')

export const EXPORTAR = {
  boton: 'Exportar con observaciones',
  titulo: { mismo: 'Planilla con observaciones guardada', nuevo: 'Se guardó una planilla nueva con las observaciones' },
  detalle: (ruta: string, observaciones: number): string => `${ruta}. ${observaciones === 0 ? 'No hay nada que corregir.' : `${cuenta(observaciones, 'observación', 'observaciones')}, cada una con una nota en su celda.`}`,
  /** Another format than .xlsx cannot be written back as it was. */
  esNueva: 'Trae las mismas hojas, filas y valores de su archivo, pero no sus colores ni formatos.',
  sinEscribir: (lugares: readonly string[]): string => `${lugares.length === 1 ? 'Un cambio suyo no se pudo escribir' : `${lugares.length} cambios suyos no se pudieron escribir`} en el archivo (${lugares.slice(0, 3).join(', ')}${lugares.length > 3 ? '…' : ''}); siguen en el programa.`,
  mostrar: 'Mostrar en la carpeta',
} as const

export const CORREGIDA = {
  titulo: (archivo: string): string => `Esta planilla es «${archivo}» corregida`,
  cambiaron: (n: number): string => n === 0 ? 'Ninguna celda cambió desde que la exportó.' : `${celdas(n)} ${n === 1 ? 'cambió' : 'cambiaron'} desde que la exportó. Puede traer solo eso a la planilla que ya tenía, con todo lo que hizo en ella.`,
  tabla: 'Celdas que cambiaron',
  columnas: { celda: 'Celda', columna: 'Columna', antes: 'En el programa', despues: 'En el archivo' },
  vacia: '(vacía)',
  pisada: 'También la cambió aquí: queda lo del archivo',
  masCambios: (n: number): string => `Y ${celdas(n)} más.`,
  dejarFuera: (n: number): string => `Dejar fuera ${n === 1 ? 'la fila que ya no está' : `las ${filas(n)} que ya no están`} en el archivo`,
  nuevas: (n: number): string => `Se ${n === 1 ? 'agrega' : 'agregan'} ${filas(n)} que el archivo tiene y su planilla no.`,
  sinHoja: (hojas: readonly string[]): string => `${hojas.length === 1 ? 'Falta la hoja' : 'Faltan las hojas'} ${hojas.map(h => `«${h}»`).join(', ')}: sus filas quedan como estaban.`,
  traer: 'Traer los cambios',
  seguir: (archivo: string): string => `Seguir con «${archivo}»`,
  nueva: 'Abrir como planilla nueva',
  traidos: 'Cambios traídos',
  traidosDetalle: (n: number, nuevas: number): string => `${[n > 0 && celdas(n), nuevas > 0 && cuenta(nuevas, 'fila nueva', 'filas nuevas')].filter(t => t !== false).join(' y ')} de su archivo. Si no era lo que quería, «Deshacer» lo quita de una vez.`,
} as const
