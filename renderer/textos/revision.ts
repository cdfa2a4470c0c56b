/** Every word of the review screen and its grid. */
import type { Nivel } from '../../shared/domain/problema.ts'
import type { FiltroFilas } from '../../shared/ipc/modelos.ts'
import { cuenta as contar, numero } from './comunes.ts'


export const NIVELES: Readonly<Record<Nivel, { uno: string; varios: string; titulo: string }>> = {
  error: { uno: 'error', varios: 'errores', titulo: 'Errores' },
  aviso: { uno: 'aviso', varios: 'avisos', titulo: 'Avisos' },
  informacion: { uno: 'conversión', varios: 'conversiones', titulo: 'Conversiones' },
}
export const nombreNivel = (n: Nivel): string => `${NIVELES[n].uno.charAt(0).toUpperCase()}${NIVELES[n].uno.slice(1)}`
/** The word alone, for a figure that is already drawn: 1 "error", 2 "errores". */
export const palabraNivel = (n: Nivel, cuantos: number): string => (cuantos === 1 ? NIVELES[n].uno : NIVELES[n].varios)

export const FILTROS: Readonly<Record<FiltroFilas, string>> = {
  todas: 'Todas las filas',
  problemas: 'Con errores o avisos',
  errores: 'Con errores',
  avisos: 'Con avisos',
  informaciones: 'Con conversiones',
  excluidas: 'Fuera del envío',
}

const laOLas = (n: number): string => (n === 1 ? 'la fila que se muestra' : `las ${numero(n)} filas que se muestran`)
const lugar = (fila: number | null): string => (fila === null ? 'Fila nueva' : `Fila ${numero(fila)}`)

export const TEXTOS_GRILLA = {
  incluir: 'Incluir',
  incluirAyuda: 'Desmarque una fila para dejarla fuera del envío. Con Mayúsculas se marcan o desmarcan todas las que hay entre dos filas.',
  fila: 'Fila',
  filaAyuda: 'Número de la fila en la planilla.',
  incluirFila: (fila: number | null) => `Incluir la ${lugar(fila).toLowerCase()}`,
  filaFuera: 'Fuera del envío',
  editada: 'Cambiada aquí',
  vacia: 'Vacía',
  seEnviara: (valor: string) => `Se enviará ${valor}`,
  cargando: 'Cargando…',
  editar: (titulo: string, fila: number | null) => `${titulo}, ${lugar(fila).toLowerCase()}`,
} as const

export const TEXTOS_REVISION = {
  titulo: 'Revisar la planilla',
  notas: (n: number) => contar(n, 'nota sobre el archivo', 'notas sobre el archivo'),
  hojas: 'Hojas de la planilla',
  grilla: (hoja: string) => `Filas de la hoja ${hoja}`,
  mostrar: 'Mostrar',
  buscar: 'Filtrar por texto',
  borrarBusqueda: 'Borrar ese texto',
  herramientas: 'Herramientas de revisión',
  deshacer: 'Deshacer',
  rehacer: 'Rehacer',
  conQue: (accion: string, que: string | null) => (que === null ? accion : `${accion}: ${que}`),
  nadaQueDeshacer: 'No hay cambios que deshacer',
  nadaQueRehacer: 'No hay cambios que rehacer',
  anterior: 'Problema anterior',
  siguiente: 'Problema siguiente',
  teclaSiguiente: 'F8',
  teclaAnterior: 'Mayús + F8',
  verPanel: 'Lista de problemas',
  verPanelCon: (errores: number, avisos: number) => `Lista de problemas: ${contar(errores, 'error', 'errores')} y ${contar(avisos, 'aviso', 'avisos')}`,
  opcionesFilas: 'Opciones de las filas que se muestran',
  dejarFueraMostradas: (n: number) => `Dejar fuera ${laOLas(n)}`,
  incluirMostradas: (n: number) => `Volver a incluir ${laOLas(n)}`,
  filasMostradas: (mostradas: number, total: number) => (mostradas === total ? contar(total, 'fila', 'filas') : `${numero(mostradas)} de ${contar(total, 'fila', 'filas')}`),

  sinFilas: { titulo: 'Esta hoja no tiene filas', detalle: 'Si debería tenerlas, complete las hojas en Excel, guarde la planilla y ábrala otra vez.' },
  sinCoincidencias: { titulo: 'Ninguna fila cumple con lo que eligió', detalle: 'Muestre todas las filas o cambie la búsqueda.' },
  mostrarTodas: 'Mostrar todas las filas',
  cargandoFilas: 'Cargando las filas…',

  problemas: 'Problemas',
  nivelDeLista: 'Qué problemas mostrar',
  todos: 'Todos',
  filtroDeNivel: (nombre: string, cuantos: number) => `${nombre}: ${numero(cuantos)}`,
  grupo: (nivel: Nivel, hoja: string) => `${NIVELES[nivel].titulo} en ${hoja}`,
  lugarProblema: (hoja: string, fila: number | null, letra: string) => `${hoja} · ${fila === null ? lugar(null).toLowerCase() : letra === '' ? lugar(fila).toLowerCase() : `celda ${letra}${fila}`}`,
  listaVacia: {
    todos: { titulo: 'No hay nada que corregir', detalle: 'Todas las filas se pueden enviar tal como están.' },
    error: { titulo: 'No hay errores', detalle: 'Nada impide enviar.' },
    aviso: { titulo: 'No hay avisos', detalle: 'No hay nada dudoso que confirmar.' },
    informacion: { titulo: 'No hay conversiones', detalle: 'Todo se enviará tal como está escrito.' },
  },
  pagina: (desde: number, hasta: number, total: number) => `${numero(desde)}–${numero(hasta)} de ${numero(total)}`,
  paginaAnterior: 'Problemas anteriores de la lista',
  paginaSiguiente: 'Más problemas de la lista',
  cerrarPanel: 'Ocultar la lista de problemas',

  detalle: 'Detalle de la celda',
  sinCelda: 'Elija una celda para ver aquí su detalle. Con F8 va al próximo problema.',
  lugarCelda: (fila: number | null, titulo: string, letra: string) => `${lugar(fila)} · ${titulo}${letra === '' || fila === null ? '' : ` (${letra}${fila})`}`,
  lugarFila: (fila: number | null) => lugar(fila),
  columnaSinLetra: 'La planilla no trae esta columna; puede completarla aquí.',
  celdaBien: 'Sin problemas.',
  original: 'En la planilla',
  convertido: 'Se enviará',
  celdaVacia: 'vacía',
  filaFuera: 'Esta fila está fuera del envío: no se envía ni cuentan sus problemas.',
  filaConProblemas: (titulos: readonly string[]) => `Celdas con problemas en esta fila: ${titulos.join(', ')}.`,

  resumenCursos: 'Resumen por curso',
  verCurso: 'Ver el curso',
  verCursos: (n: number) => `Ver los ${numero(n)} cursos`,
  sinCodigo: 'Sin código',
  todoListo: 'Todo lo incluido se puede enviar.',
  enviables: (enviables: number, total: number) => `${numero(enviables)} de ${contar(total, 'alumno se puede enviar', 'alumnos se pueden enviar')}`,
  conErrores: (n: number) => `${numero(n)} con errores`,
  columnaCurso: 'Curso', columnaGrupo: 'Grupo', columnaAlumnos: 'Alumnos', columnaEnviables: 'Se pueden enviar', columnaConError: 'Con errores',
  continuar: 'Continuar',
  razon: {
    sinAlumnos: 'No se puede continuar: la planilla no tiene alumnos incluidos en el envío.',
    todosConError: (n: number) => `No se puede continuar todavía: ${n === 1 ? 'el alumno tiene errores' : `los ${numero(n)} alumnos tienen errores`}. Corrija al menos uno.`,
  },
  quedanFuera: (n: number) => (n === 1 ? 'El alumno con errores no se enviará.' : `Los ${numero(n)} alumnos con errores no se enviarán.`),

  estado: {
    celda: (donde: string, resultado: string) => `${donde}: ${resultado}`,
    corregida: 'sin problemas',
    dejadasFuera: (n: number) => `${contar(n, 'fila quedó', 'filas quedaron')} fuera del envío`,
    callan: (errores: number, avisos: number) =>
      `Con ${errores + avisos === 1 ? 'ella deja' : 'eso dejan'} de contar ${[errores > 0 && contar(errores, 'error', 'errores'), avisos > 0 && contar(avisos, 'aviso', 'avisos')].filter(x => x !== false).join(' y ')}: no se corrigieron, no se envían`,
    incluidas: (n: number) => `${contar(n, 'fila vuelve', 'filas vuelven')} al envío`,
    siguenFuera: 'Sigue fuera: depende de un alumno o de un curso que está fuera del envío',
    yaEstabanFuera: 'Ya estaba fuera del envío',
    deshecho: (que: string) => `Se deshizo: ${que}`,
    rehecho: (que: string) => `Se rehizo: ${que}`,
    noCupo: (filas: number, columnas: number) =>
      `No ${filas + columnas === 1 ? 'cupo' : 'cupieron'} ${[filas > 0 && contar(filas, 'fila', 'filas'), columnas > 0 && contar(columnas, 'columna', 'columnas')].filter(x => x !== false).join(' ni ')} de lo copiado`,
    copiada: 'Celda copiada',
    vuelta: 'Llegó al final de la lista y siguió desde el principio',
    vueltaAtras: 'Llegó al principio de la lista y siguió desde el final',
    sinProblemas: 'No quedan problemas',
    filtroQuitado: 'Se muestran todas las filas para llegar a ese problema',
  },
  cerrarFalla: 'Cerrar este mensaje',
} as const
