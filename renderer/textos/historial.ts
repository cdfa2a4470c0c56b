import type { CampoComparado } from '../../shared/domain/diferencias.ts'
import type { Comparacion, FiltroRegistros } from '../../shared/ipc/modelos-historial.ts'
import { cuenta, numero } from './comunes.ts'

/** SENCE's history as it was last read, and what of a send was recorded otherwise than it was sent. */
export const GUARDADO = {
  mostraba: (instante: string): string => `Lo que SENCE mostraba el ${instante}`,
  mostrabaAyuda: 'Puede verlo sin conexión. Para saber si cambió algo, consulte a SENCE.',
  incompleta: 'La última respuesta llegó cortada: puede faltar algo. Consulte otra vez.',
  actualizandoSolo: 'Se está consultando a SENCE en segundo plano',
  avance: (procesos: number, registros: number, octetos: number): string => `${cuenta(procesos, 'proceso', 'procesos')} y ${cuenta(registros, 'registro', 'registros')} recibidos, ${numero(Math.ceil(octetos / 1024))} KB`,
  esperando: 'Esperando a SENCE. Puede tardar varios minutos.',
  detener: 'Detener la consulta',
  detenida: 'Consulta detenida: nada cambió.',
  total: (n: number): string => cuenta(n, 'proceso', 'procesos'),
  pagina: 'Procesos de SENCE',
  leido: 'Visto en SENCE',
  otec: 'RUT de la OTEC que indica',
  registros: (total: number, rechazados: number): string => cuenta(total, 'registro', 'registros') + (rechazados > 0 ? `, ${cuenta(rechazados, 'rechazado', 'rechazados')}` : ''),
  mostrar: 'Mostrar',
  filtros: { todos: 'Todos los registros', rechazados: 'Solo rechazados', otros: 'Con otro estado', aceptados: 'Solo aceptados' } satisfies Record<FiltroRegistros, string>,
  deOtraOtec: 'De otra OTEC',
  fechaRara: 'Esa fecha no existe',
  sinRegistros: 'Ningún registro con ese filtro.',
} as const

const CAMPOS: Readonly<Record<CampoComparado, string>> = { avance: 'Avance', tiempo: 'Tiempo de conexión (segundos)', estado: 'Estado', inicio: 'Fecha de inicio', fin: 'Fecha de término', ejecucion: 'Fecha de ejecución', nota: 'Nota' }
export const COMPARACION = {
  titulo: 'Lo que registró SENCE',
  nota: 'Campo por campo, lo que se envió contra lo que SENCE muestra en su historial.',
  leido: (instante: string, procesos: string): string => `Según lo que SENCE mostraba el ${instante}, en ${procesos}.`,
  procesos: (ids: readonly (string | null)[]): string => ids.map(i => i === null ? 'un proceso sin número' : `el proceso ${i}`).join(' y '),
  sinRegistro: {
    titulo: 'SENCE todavía no lo muestra',
    detalle: 'En lo último que se leyó de su historial no está este envío. SENCE carga de noche: lo de hoy aparece desde mañana.',
  },
  actualizar: 'Preguntar a SENCE por este envío',
  igual: (n: number): string => n === 1 ? 'La única fila es igual a lo enviado' : `Las ${numero(n)} filas son iguales a lo enviado`,
  resumen: (c: Comparacion): string => [
    cuenta(c.iguales, 'igual', 'iguales'), cuenta(c.distintas, 'distinta', 'distintas'),
    ...(c.soloEnviado > 0 ? [`${numero(c.soloEnviado)} que SENCE no muestra`] : []), ...(c.soloSence > 0 ? [`${numero(c.soloSence)} solo en SENCE`] : []),
  ].join(' · '),
  queHacer: {
    distinta: 'Si lo correcto es lo que envió, corrija y envíe otra vez esos alumnos: un envío nuevo reemplaza lo anterior, siempre que el avance suba.',
    falta: 'Lo que SENCE no muestra puede estar por cargarse. Si mañana sigue faltando, envíe otra vez esos alumnos o escriba a SENCE con el número de proceso.',
  },
  verTodas: 'Mostrar también las filas iguales',
  tabla: (grupo: string): string => `Diferencias con SENCE, ${grupo}`,
  columnas: { rut: 'RUT', modulo: 'Módulo', campo: 'Campo', enviado: 'Se envió', registrado: 'SENCE registró' },
  alumno: 'El alumno en total',
  campos: CAMPOS,
  noEsta: 'SENCE no lo muestra',
  noSeEnvio: 'No iba en este envío',
  sinValor: 'Nada',
  rechazado: 'Rechazado por SENCE',
  filaIgual: 'Igual',
} as const
