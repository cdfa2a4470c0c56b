import type { Novedad } from '../../shared/ipc/modelos-vigia.ts'

/** @param cuando "hoy a las 22:41" */
export const detalleDePrograma = (cuando: string): string => `Se enviará ${cuando}, si Puente SIC está abierto o junto al reloj.`

export const TEXTOS_VIGIA = {
  interrumpida: 'La lectura se interrumpió y no se repite sola. Ábrala usted con «Elegir archivo…».',
  enEnvios: 'Su resultado está en «Envíos».',
} as const

/** Titles of the system's notifications. */
export const AVISO_DE_NOVEDAD: Readonly<Record<Novedad['resultado'], string>> = {
  abierta: 'Planilla nueva, lista para revisar', 'con-errores': 'Planilla nueva con errores', programada: 'Planilla nueva, programada para esta noche',
  'no-abierta': 'No se pudo abrir la planilla de la carpeta', 'no-programada': 'La planilla de la carpeta no se pudo programar',
}
