/** Words of problems by cause, of their fixes, and of the list of changes. */
import { cuenta as contar, numero } from './comunes.ts'

const celdas = (n: number): string => contar(n, 'celda', 'celdas')
const filas = (n: number): string => contar(n, 'fila', 'filas')
const corregirTodas = (n: number): string => (n === 1 ? 'Corregir…' : 'Corregir todas…')
const hueco = (texto: string): string => (texto === '' ? 'vacía' : texto)

export const TEXTOS_CAUSAS = {
  vista: 'Cómo ordenar los problemas',
  enOrden: 'En orden',
  porCausa: 'Por causa',
  causas: 'Problemas por causa',
  cuantas: (n: number) => celdas(n),
  causa: (nivel: string, titulo: string, n: number) => `${nivel}. ${titulo}: ${celdas(n)}`,
  seArreglan: (n: number) => (n === 1 ? 'Corrección rápida' : 'Se pueden corregir todas'),
  todasLasCausas: 'Todas las causas',
  ninguna: 'Ya no queda ninguna.',
  soloEstasFilas: 'Mostrar solo estas filas',
  lugar: (hoja: string, titulo: string, letra: string) => (titulo === '' ? hoja : `${hoja} · ${titulo}${letra === '' ? '' : ` (${letra})`}`),
  dondeEsta: 'Dónde está',
  corregirTodas,
  /** The words on view first, as who speaks to the computer says them. */
  corregirEn: (lugar: string, n: number) => `${corregirTodas(n)} ${lugar}`,

  dialogo: (titulo: string) => `Corregir: ${titulo}`,
  alcance: (lugar: string, n: number) => `${lugar}: ${celdas(n)}`,
  queTexto: 'Qué dice la celda',
  texto: (texto: string, n: number) => `${hueco(texto)} (${numero(n)})`,
  queHacer: 'Qué quiere hacer',
  valor: 'Valor que se escribirá',
  sinOpciones: 'Estas celdas no se pueden corregir juntas: cada una necesita su propia respuesta.',
  antesYDespues: 'Antes y después',
  fila: 'Fila', quien: 'De quién', antes: 'Antes', despues: 'Después',
  quedaFuera: 'Fuera del envío',
  vacia: 'vacía',
  mas: (n: number) => `y ${numero(n)} más`,
  quedan: (n: number) => `${n === 1 ? 'Una celda no se puede' : `${celdas(n)} no se pueden`} leer así y ${n === 1 ? 'queda' : 'quedan'} como ${n === 1 ? 'está' : 'están'}.`,
  callan: (n: number) => `Esas filas tienen ${contar(n, 'error o aviso más', 'errores o avisos más')}, que ${n === 1 ? 'dejará' : 'dejarán'} de contar sin haberse corregido.`,
  seDeshace: 'Se deshace de una sola vez con Ctrl+Z.',
  elija: 'Elija una opción para ver cómo quedarían.',
  corregir: (n: number) => `Corregir ${celdas(n)}`,
  dejarFuera: (n: number) => `Dejar fuera ${filas(n)}`,
  corregidas: (n: number) => contar(n, 'celda corregida', 'celdas corregidas'),
  dejadasFuera: (n: number) => `${contar(n, 'fila quedó', 'filas quedaron')} fuera del envío`,

  cambios: 'Cambios',
  cambiosTitulo: 'Cambios en esta planilla',
  cambiosAyuda: 'Elija uno para volver a ese momento. Lo que viene después se puede rehacer mientras no haga otro cambio.',
  sinCambios: 'Todavía no ha cambiado nada.',
  comoSeImporto: 'Tal como se abrió la planilla',
  aqui: 'Ahora está aquí',
  deshecho: 'Deshecho',
  soloUltimos: (mostrados: number, total: number) => `Se muestran los últimos ${numero(mostrados)} de ${numero(total)}.`,
  volvio: (n: number) => (n === 0 ? 'La planilla está tal como se abrió' : `La planilla está como después del cambio ${numero(n)}`),
} as const
