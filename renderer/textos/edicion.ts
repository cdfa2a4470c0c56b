/** Words of editing like a spreadsheet: ranges, rows, find and replace, order and filters. */
import { MAX_CELDAS_RANGO, MAX_FILAS_NUEVAS, MAX_TEXTO_CELDA } from '../../shared/planilla/limites-edicion.ts'
import { cuenta as contar, numero } from './comunes.ts'

const celdas = (n: number): string => contar(n, 'celda', 'celdas')
const filas = (n: number): string => contar(n, 'fila', 'filas')
const filasNuevas = (n: number): string => contar(n, 'fila nueva', 'filas nuevas')

export const TEXTOS_EDICION = {
  rango: (f: number, c: number) => `${filas(f)} × ${contar(c, 'columna', 'columnas')} ${f * c === 1 ? 'seleccionada' : 'seleccionadas'}`,
  hecho: {
    vaciadas: (n: number) => contar(n, 'celda quedó vacía', 'celdas quedaron vacías'),
    cortadas: (n: number) => contar(n, 'celda cortada', 'celdas cortadas'),
    copiadas: (n: number) => contar(n, 'celda copiada', 'celdas copiadas'),
    noCopiadas: 'No se pudo copiar. Elija menos celdas y vuelva a intentarlo',
    pegadas: (n: number) => contar(n, 'celda pegada', 'celdas pegadas'),
    conFilas: (texto: string, n: number) => `${texto}, con ${filasNuevas(n)}`,
    rellenadas: (n: number) => `Se rellenaron ${celdas(n)} hacia abajo`,
    escritas: (n: number) => `Se escribió lo mismo en ${celdas(n)}`,
    agregadas: (n: number) => `Se ${n === 1 ? 'agregó' : 'agregaron'} ${filas(n)} al final de la hoja`,
    quitadas: (n: number) => `Se ${n === 1 ? 'quitó' : 'quitaron'} ${filasNuevas(n)}`,
    soloAgregadas: 'Solo se quitan las filas que usted agregó aquí. Las de la planilla se dejan fuera del envío',
    sinCambio: 'No cambió nada: las celdas ya decían eso',
    reemplazadas: (n: number) => `Se reemplazó en ${celdas(n)}`,
    ordenada: (titulo: string, sentido: 'asc' | 'desc') => `Filas ordenadas por ${titulo}, ${sentido === 'asc' ? 'de menor a mayor' : 'de mayor a menor'}`,
    sinOrden: 'Las filas están en el orden de la planilla',
    filtrosQuitados: 'Se muestran todas las filas',
  },
  falta: {
    vacio: 'No hay nada que pegar: lo copiado no es texto',
    demasiadas: `Son más de ${numero(MAX_CELDAS_RANGO)} celdas de una vez, o más de ${numero(MAX_FILAS_NUEVAS)} filas nuevas. No se cambió nada: hágalo por partes`,
    'texto-largo': `Una de las celdas copiadas pasa de ${numero(MAX_TEXTO_CELDA)} caracteres; no se pegó nada`,
    unaFila: 'Elija dos filas o más, o una que tenga otra encima, para rellenar hacia abajo',
  },
  pegarConFilas: {
    titulo: 'Lo copiado no cabe en la hoja',
    detalle: (n: number) => `Faltan ${filas(n)} al final de la hoja. Puede agregarlas ahora; se revisan y se envían como las demás.`,
    agregar: (n: number) => `Agregar ${filas(n)} y pegar`,
    soloLoQueCabe: 'Pegar solo lo que cabe',
  },

  menu: {
    titulo: 'Acciones de la celda',
    copiar: 'Copiar', cortar: 'Cortar', vaciar: 'Vaciar', abajo: 'Rellenar hacia abajo', pegar: 'Pegar',
    columna: 'Seleccionar la columna', fila: 'Seleccionar la fila',
    ordenarAsc: 'Ordenar de menor a mayor', ordenarDesc: 'Ordenar de mayor a menor', sinOrden: 'Volver al orden de la planilla',
    soloAlumno: 'Mostrar solo este alumno',
    reemplazar: 'Buscar y reemplazar…',
    agregar: 'Agregar una fila al final',
    quitar: (n: number) => `Quitar ${filasNuevas(n)}`,
    dejarFuera: (n: number) => `Dejar fuera ${filas(n)}`,
    incluir: (n: number) => `Volver a incluir ${filas(n)}`,
  },

  filtros: {
    titulo: 'Filtros',
    boton: (n: number) => (n === 0 ? 'Filtros' : `Filtros: ${contar(n, 'en uso', 'en uso')}`),
    quitar: 'Quitar filtros',
    curso: 'Curso', todosLosCursos: 'Todos los cursos',
    causa: 'Problema', todasLasCausas: 'Cualquiera, o ninguno',
    alumno: 'Alumno', alumnoAyuda: 'RUT o parte del nombre. Vale en todas las hojas.',
    conCuenta: (texto: string, n: number) => `${texto} (${numero(n)})`,
  },

  buscar: {
    titulo: 'Buscar y reemplazar', abrir: 'Buscar', cerrar: 'Cerrar la búsqueda',
    que: 'Buscar', por: 'Reemplazar por', en: 'En',
    alcance: { columna: 'Esta columna', hoja: 'Esta hoja', todas: 'Todas las hojas' },
    mayusculas: 'Distinguir mayúsculas', acentos: 'Distinguir acentos', completa: 'Celda completa',
    anterior: 'Anterior', siguiente: 'Siguiente',
    reemplazarUna: 'Reemplazar', reemplazarTodas: 'Reemplazar todas…',
    escriba: 'Escriba lo que busca',
    ninguna: 'No está en ninguna celda',
    cuantas: (n: number) => celdas(n),
    cual: (n: number, total: number) => `${numero(n)} de ${celdas(total)}`,
    mostrarReemplazo: 'Reemplazar…',
  },
  reemplazo: {
    titulo: 'Reemplazar todas',
    alcance: (que: string, por: string, n: number) => `«${que}» por «${por}» en ${celdas(n)}. También en las filas que un filtro no deja ver.`,
    nada: 'Ninguna celda cambiaría.',
    hoja: 'Hoja', columna: 'Columna',
    boton: (n: number) => `Reemplazar en ${celdas(n)}`,
  },

  rechazados: (n: number) => `${n === 1 ? 'Un alumno que SENCE rechazó va' : `${numero(n)} alumnos que SENCE rechazó van`} sin cambios desde el rechazo. Si SENCE no ha corregido nada por su lado, ${n === 1 ? 'lo' : 'los'} rechazará otra vez.`,
} as const
