/** Words of the workbook with observations. */
import type { NivelObservado } from '../../../shared/planilla/observaciones.ts'

/** Who signs the notes. */
export const AUTOR = 'Puente SIC'

const contar = (n: number, uno: string, varios: string): string => `${String(n).replace(/\B(?=(\d{3})+$)/g, '.')} ${n === 1 ? uno : varios}`

export const TEXTOS_OBSERVACIONES = {
  hoja: 'Observaciones',
  nivel: { error: 'Error', aviso: 'Aviso' } satisfies Record<NivelObservado, string>,
  titulo: 'Observaciones de Puente SIC',
  instruccion: 'Corrija las celdas coloreadas en sus hojas (cada una tiene una nota), guarde el archivo y ábralo otra vez con Puente SIC: el programa trae solo lo que usted cambió. Esta hoja y las notas no se leen como datos.',
  cuenta: (errores: number, avisos: number): string => errores + avisos === 0
    ? 'No hay nada que corregir.'
    : [errores > 0 && `${contar(errores, 'error', 'errores')} (ese alumno no se envía hasta corregirlo)`, avisos > 0 && `${contar(avisos, 'aviso', 'avisos')} (se puede enviar; conviene mirarlo)`].filter(t => t !== false).join(' y ') + '.',
  escritas: (n: number): string => `Se ${n === 1 ? 'escribió' : 'escribieron'} en sus hojas ${contar(n, 'celda que usted cambió', 'celdas que usted cambió')} en el programa.`,
  sinEscribir: (celdas: readonly string[]): string =>
    `${celdas.length === 1 ? 'No se escribió este cambio, porque su celda es' : 'No se escribieron estos cambios, porque sus celdas son'} parte de una fórmula de varias celdas, está${celdas.length === 1 ? '' : 'n'} bajo una combinada o no ${celdas.length === 1 ? 'tiene' : 'tienen'} lugar en su hoja: ${celdas.slice(0, 20).join(', ')}${celdas.length > 20 ? ` y ${celdas.length - 20} más` : ''}.`,
  notasAjenas: (n: number): string => `${contar(n, 'celda ya tenía una nota suya', 'celdas ya tenían una nota suya')}, que se dejó como estaba. Lo observado está en esta lista.`,
  notasDeMas: (n: number): string => `${contar(n, 'celda está coloreada', 'celdas están coloreadas')} sin nota, porque son demasiadas.`,
  listaDeMas: (n: number): string => `La lista muestra las primeras ${contar(n, 'observación', 'observaciones')}. Corrija estas y exporte otra vez.`,
  marca: (marca: string): string => `Código para reconocer esta planilla: ${marca}`,
  columnas: ['Nivel', 'Hoja', 'Celda', 'Columna', 'Dice', 'Qué pasa', 'Qué hacer'],
  filaNueva: 'fila nueva',
  filaAgregada: 'Fila nueva',
  filaAgregadaDetalle: 'Usted agregó esta fila en Puente SIC. Al abrir otra vez este archivo no se agrega de nuevo.',
  queHacer: (texto: string): string => `Qué hacer: ${texto}`,
  /** Quoted, a value can never be taken for a formula. */
  valor: (texto: string): string => (texto === '' ? '(vacía)' : `«${texto}»`),
  celdaDe: (hoja: string, ref: string): string => `${hoja} ${ref}`,
} as const
