/** Each option of a fix in words. A reading is said with a cell of the person's own: `antes` and what it becomes. */
import type { IdOpcion } from './arreglos.ts'

type Palabras = { titulo: string; detalle: string | null }
const lectura = (que: string, detalle: string | null = null) => (antes: string, despues: string): Palabras => ({ titulo: antes === '' ? que : `${que}: «${antes}» es ${despues}`, detalle })
const accion = (titulo: string, detalle: string | null = null) => (): Palabras => ({ titulo, detalle })

export const TEXTOS_ARREGLOS: Readonly<Record<IdOpcion, (antes: string, despues: string) => Palabras>> = {
  'agregar-dv': lectura('Los números vienen sin su dígito, y se les agrega', 'Elija esto solo si sabe que la columna trae el número completo sin el dígito. Un RUT corto que ya lo traía pasaría a ser el de otra persona.'),
  'separar-dv': lectura('La última cifra es el dígito, y se le pone su guion', 'Solo cambian los que tienen ahí el dígito que les corresponde.'),
  'fraccion': lectura('Están escritos como fracción'),
  'porcentaje': lectura('Ya están en porcentaje', 'Los decimales se cortan al enviar, nunca suben.'),
  'dia-mes': lectura('Día, mes y año', 'Los años de dos cifras son 20…'),
  'mes-dia': lectura('Mes, día y año', 'Los años de dos cifras son 20…'),
  'ano-mes': lectura('Año, mes y día', 'Los años de dos cifras son 20…'),
  'dia-mes-1900': lectura('Día, mes y año del siglo pasado', 'Los años de dos cifras son 19…'),
  'mes-dia-1900': lectura('Mes, día y año del siglo pasado', 'Los años de dos cifras son 19…'),
  'horas': lectura('Están en horas'),
  'minutos': lectura('Están en minutos'),
  'segundos': lectura('Están en segundos', 'Los decimales se cortan.'),
  'decimales': lectura('El punto separa los decimales'),
  'miles': lectura('El punto separa los miles'),
  'sin-leer': accion('Volver a dejarlas sin decidir', 'Las celdas vuelven a quedar con su error hasta que usted diga cómo se leen.'),
  'estado-1': accion('1 · Cursando'),
  'estado-2': accion('2 · Aprobado'),
  'estado-3': accion('3 · Reprobado'),
  'valor': accion('Escribir un valor', 'Queda el mismo en cada celda de este problema.'),
  'primera': accion('Dejar en todas lo que dice la primera fila', 'La primera fila de cada alumno, módulo o curso es la que vale.'),
  'termino': accion('Usar la fecha de término de cada alumno'),
  'vaciar': accion('Vaciar las celdas', 'Este dato es opcional: no se enviará.'),
  'sin-repetidas': lectura('Quitar las repetidas'),
  'recortar': accion('Dejar los primeros 50 caracteres', 'Es lo que SENCE conserva. Los códigos que quedarían iguales no se cambian.'),
  'dejar-fuera': accion('Dejar estas filas fuera del envío', 'No se borran: puede volver a incluirlas.'),
}
