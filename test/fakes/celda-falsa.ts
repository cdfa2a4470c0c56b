/** Just enough validation for the window to have something to show; the true rules live in shared/. */
import type { ColumnaDef } from '../../shared/planilla/columnas.ts'
import type { CeldaVista } from '../../shared/ipc/modelos.ts'

export interface Juicio { nivel: CeldaVista['nivel']; causa: string; mensaje: string | null; queHacer: string; convertido: string | null }
const BIEN: Juicio = { nivel: null, causa: '', mensaje: null, queHacer: '', convertido: null }

export function dvDe(numero: number): string {
  let suma = 0
  for (let n = numero, factor = 2; n > 0; n = Math.floor(n / 10), factor = factor === 7 ? 2 : factor + 1) suma += (n % 10) * factor
  const resto = 11 - (suma % 11)
  return resto === 11 ? '0' : resto === 10 ? 'k' : String(resto)
}

export const rutDe = (numero: number): string =>
  `${String(numero).replace(/\B(?=(\d{3})+(?!\d))/g, '.')}-${dvDe(numero)}`

const error = (causa: string, mensaje: string, queHacer: string): Juicio => ({ nivel: 'error', causa, mensaje, queHacer, convertido: null })

function juzgarRut(texto: string): Juicio {
  const partes = /^(\d{1,2}\.?\d{3}\.?\d{3})-?([\dkK])$/.exec(texto.trim())
  if (!partes) return error('rut-formato', 'Esto no es un RUT.', 'Escríbalo con guion y dígito verificador: 12.345.678-5.')
  const numero = Number(partes[1]?.replaceAll('.', ''))
  if (dvDe(numero) === partes[2]?.toLowerCase()) return BIEN
  return error('rut-dv', `El dígito verificador no corresponde: para este número debería ser ${dvDe(numero)}.`, 'Revise el RUT completo; puede haber un número cambiado.')
}

function juzgarPorcentaje(texto: string): Juicio {
  const limpio = texto.replace('%', '').trim().replace(',', '.')
  const valor = Number(limpio)
  if (limpio === '' || Number.isNaN(valor)) return error('porcentaje-formato', 'El avance no es un número.', 'Escriba un número entero de 0 a 100.')
  if (valor > 100) return error('porcentaje-rango', 'El avance no puede ser mayor que 100.', 'Escriba un número entero de 0 a 100.')
  if (String(Math.floor(valor)) === texto) return BIEN
  return { nivel: 'informacion', causa: 'convertido', mensaje: `Se leyó como ${Math.floor(valor)}.`, queHacer: 'No tiene que hacer nada, salvo que no sea lo que quiso decir.', convertido: String(Math.floor(valor)) }
}

/** What the fake thinks of a cell. */
export function juzgar(columna: ColumnaDef, texto: string): Juicio {
  if (texto.trim() === '') {
    return columna.requerida ? error('falta', `Falta ${columna.titulo.toLowerCase()}.`, columna.nota) : BIEN
  }
  if (columna.tipo === 'rut') return juzgarRut(texto)
  if (columna.tipo === 'porcentaje') return juzgarPorcentaje(texto)
  if (columna.tipo === 'segundos' && texto === '0') {
    return { nivel: 'aviso', causa: 'tiempo-cero', mensaje: 'El tiempo de conectividad es 0.', queHacer: 'Se puede enviar; confirme que el alumno todavía no se conecta.', convertido: null }
  }
  if (columna.tipo === 'segundos' && /^\d+:\d\d:\d\d$/.test(texto)) {
    const [h = 0, m = 0, s = 0] = texto.split(':').map(Number)
    return { nivel: 'informacion', causa: 'convertido', mensaje: `Se leyó como ${h * 3600 + m * 60 + s} segundos.`, queHacer: 'No tiene que hacer nada.', convertido: String(h * 3600 + m * 60 + s) }
  }
  if (columna.tipo === 'fecha' && !/^\d{2}-\d{2}-\d{4}$/.test(texto)) return error('fecha-formato', 'Esto no es una fecha que se pueda leer.', 'Escriba día-mes-año: 31-12-2026.')
  return BIEN
}
