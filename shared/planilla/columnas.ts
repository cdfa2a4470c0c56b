/**
 * THE definition of the columns. Template, import, grid and help derive from it: a heading, a note or a synonym is
 * written here and nowhere else.
 */

export type ColumnaKey =
  | 'curso.codigoOferta' | 'curso.codigoGrupo' | 'curso.cantActividadSincronica' | 'curso.cantActividadAsincronica'
  | 'alumno.rut' | 'alumno.dv' | 'alumno.nombre' | 'alumno.tiempoConectividad' | 'alumno.estado' | 'alumno.porcentajeAvance'
  | 'alumno.fechaInicio' | 'alumno.fechaFin' | 'alumno.fechaEjecucion' | 'alumno.evaluacionFinal'
  | 'modulo.codigoModulo' | 'modulo.tiempoConectividad' | 'modulo.estado' | 'modulo.porcentajeAvance' | 'modulo.fechaInicio'
  | 'modulo.fechaFin' | 'modulo.notaModulo' | 'modulo.cantActividadSincronica' | 'modulo.cantActividadAsincronica' | 'modulo.actividades'
  | 'actividad.codigoActividad'

export type NivelColumna = 'curso' | 'alumno' | 'modulo' | 'actividad'
export type TipoColumna = 'texto' | 'rut' | 'dv' | 'fecha' | 'porcentaje' | 'segundos' | 'estado' | 'entero' | 'lista'
export type ClaseTabla = 'cursos' | 'alumnos' | 'modulos' | 'actividades' | 'unica'

export interface ColumnaDef {
  key: ColumnaKey
  nivel: NivelColumna
  /** Heading in the template. Unambiguous by itself, because in "hoja única" every level shares one row. */
  titulo: string
  /**
   * Other headings that mean this column, compared without accents, case, blanks, punctuation or "de/del/la".
   * A plain one ("Avance") may stand in two levels: layout.ts decides by the sheet.
   */
  sinonimos: readonly string[]
  tipo: TipoColumna
  requerida: boolean
  /** false: understood when a file brings it, but not offered in the template. */
  enPlantilla: boolean
  /** Note that the person reads on the heading: what to write. */
  nota: string
  ejemplo: string
  /** Width in characters of the template's column. */
  ancho: number
}

/** Heading of the column that shows the last accepted progress beside the one to fill: it is there to be read, and the import passes it over. */
export const TITULO_ULTIMO_AVANCE = 'Último avance aceptado'

/** Names of the template's sheets. `unica` is never written by the product; the name is for its texts. */
export const HOJAS: Readonly<Record<ClaseTabla, string>> = {
  cursos: 'Curso',
  alumnos: 'Alumnos',
  modulos: 'Modulos',
  actividades: 'Actividades',
  unica: 'Hoja única',
}

const NOTA_TIEMPO = 'Segundos (5400), horas:minutos:segundos (1:30:00) o en palabras (1 hora 30 minutos).'
const NOTA_PORCENTAJE = 'Número entero de 0 a 100. También se acepta 45 %. Los decimales se cortan, nunca se suben.'
const NOTA_FECHA = 'Día-mes-año, con el año completo: 31-12-2026.'
const NOTA_ESTADO = '1 = Cursando, 2 = Aprobado, 3 = Reprobado. Se acepta el número o la palabra.'

const TIEMPO = ['Tiempo conectividad', 'Tiempo de conexión', 'Tiempo conectado', 'Tiempo', 'Conectividad', 'Segundos', 'Horas conexión', 'tiempoConectividad']
const ESTADO = ['Estado', 'Situación']
const AVANCE = ['Avance', 'Porcentaje avance', 'Porcentaje', 'Progreso', 'porcentajeAvance']
const INICIO = ['Fecha inicio', 'Inicio', 'Fecha de comienzo', 'Desde', 'fechaInicio', 'Fecha inicial']
const FIN = ['Fecha fin', 'Fin', 'Fecha término', 'Término', 'Hasta', 'fechaFin', 'Fecha final']
const SINCRONICAS = ['cantActividadSincronica', 'Actividades sincrónicas', 'Cantidad actividades sincrónicas', 'Cantidad de actividad sincrónica']
const ASINCRONICAS = ['cantActividadAsincronica', 'Actividades asincrónicas', 'Cantidad actividades asincrónicas', 'Cantidad de actividad asincrónica']

/** "Avance" → "Avance alumno", "Alumno avance": the plain names with the level said. */
const conNivel = (nombres: readonly string[], niveles: readonly string[]): string[] =>
  niveles.flatMap(n => nombres.flatMap(x => [`${x} ${n}`, `${n} ${x}`]))
const DE_ALUMNO = ['alumno', 'participante', 'estudiante']
const DE_MODULO = ['módulo']
const DE_CURSO = ['curso']

export const COLUMNAS: readonly ColumnaDef[] = [
  {
    key: 'curso.codigoOferta', nivel: 'curso', titulo: 'Código de oferta', tipo: 'texto', requerida: true, enPlantilla: true,
    sinonimos: ['codigoOferta', 'Oferta', 'Cod oferta', 'oferta_cod', 'Código curso', 'Cod curso', 'codigoCurso', 'Código SENCE'],
    nota: 'Código del curso tal como figura en SENCE. Es texto: se conservan los ceros a la izquierda.', ejemplo: 'RLAB-19-02-08-0071', ancho: 22,
  },
  {
    key: 'curso.codigoGrupo', nivel: 'curso', titulo: 'Código de grupo', tipo: 'texto', requerida: true, enPlantilla: true,
    sinonimos: ['codigoGrupo', 'Grupo', 'Cod grupo', 'Sección', 'Código sección', 'Cod sección', 'seccion_cod'],
    nota: 'Código de la sección o grupo del curso.', ejemplo: 'RLAB-19-02-08-0071-1', ancho: 22,
  },
  {
    key: 'curso.cantActividadSincronica', nivel: 'curso', titulo: 'Actividades sincrónicas del curso', tipo: 'entero', requerida: false, enPlantilla: true,
    sinonimos: [...SINCRONICAS, ...conNivel(SINCRONICAS, DE_CURSO)],
    nota: 'Opcional. Cantidad de actividades sincrónicas del curso: 0 o más.', ejemplo: '4', ancho: 18,
  },
  {
    key: 'curso.cantActividadAsincronica', nivel: 'curso', titulo: 'Actividades asincrónicas del curso', tipo: 'entero', requerida: false, enPlantilla: true,
    sinonimos: [...ASINCRONICAS, ...conNivel(ASINCRONICAS, DE_CURSO)],
    nota: 'Opcional. Cantidad de actividades asincrónicas del curso: 0 o más.', ejemplo: '12', ancho: 18,
  },
  {
    key: 'alumno.rut', nivel: 'alumno', titulo: 'RUT del alumno', tipo: 'rut', requerida: true, enPlantilla: true,
    sinonimos: ['RUT', 'RUN', 'rutAlumno', 'RUT participante', 'RUT estudiante', 'RUN alumno', 'RUN participante', 'RUN estudiante', 'Número RUT', 'rut_alumno', 'RUT completo', 'RUT con DV', 'RUT sin DV'],
    nota: 'Con guion y dígito verificador: 12.345.678-5. Los puntos son opcionales.', ejemplo: '12.345.678-5', ancho: 16,
  },
  {
    key: 'alumno.dv', nivel: 'alumno', titulo: 'Dígito verificador', tipo: 'dv', requerida: false, enPlantilla: false,
    sinonimos: ['DV', 'dvAlumno', 'DV alumno', 'Dígito verificador alumno', 'dv_alumno', 'DV RUT', 'Dígito', 'RUT DV', 'DV participante'],
    nota: 'Solo si el RUT viene sin su dígito verificador: un número del 0 al 9 o la letra K.', ejemplo: '5', ancho: 8,
  },
  {
    key: 'alumno.nombre', nivel: 'alumno', titulo: 'Nombre del alumno', tipo: 'texto', requerida: false, enPlantilla: true,
    sinonimos: ['Nombre', 'Nombres', 'Alumno', 'Nombre completo', 'Participante', 'Estudiante', 'Nombre participante', 'Nombre estudiante', 'Nombre y apellido', 'Nombres y apellidos', 'Apellidos y nombres'],
    nota: 'Opcional. Es solo para que usted reconozca al alumno: no se envía a SENCE.', ejemplo: 'María José Soto Pérez', ancho: 30,
  },
  {
    key: 'alumno.tiempoConectividad', nivel: 'alumno', titulo: 'Tiempo de conectividad del alumno', tipo: 'segundos', requerida: true, enPlantilla: true,
    sinonimos: [...TIEMPO, ...conNivel(TIEMPO, DE_ALUMNO), 'Tiempo total', 'Tiempo curso'],
    nota: `Tiempo total conectado en el curso. ${NOTA_TIEMPO}`, ejemplo: '12:30:00', ancho: 20,
  },
  {
    key: 'alumno.estado', nivel: 'alumno', titulo: 'Estado del alumno', tipo: 'estado', requerida: false, enPlantilla: true,
    sinonimos: [...ESTADO, ...conNivel(ESTADO, DE_ALUMNO), 'Estado curso'],
    nota: `${NOTA_ESTADO} En blanco se envía 1 (Cursando).`, ejemplo: 'Cursando', ancho: 14,
  },
  {
    key: 'alumno.porcentajeAvance', nivel: 'alumno', titulo: 'Avance del alumno (%)', tipo: 'porcentaje', requerida: true, enPlantilla: true,
    sinonimos: [...AVANCE, ...conNivel(AVANCE, DE_ALUMNO), 'Avance curso', 'Avance total', 'Progreso curso', 'Progreso total', 'Porcentaje avance curso'],
    nota: `Avance en todo el curso. ${NOTA_PORCENTAJE}`, ejemplo: '45', ancho: 14,
  },
  {
    key: 'alumno.fechaInicio', nivel: 'alumno', titulo: 'Fecha de inicio del alumno', tipo: 'fecha', requerida: true, enPlantilla: true,
    sinonimos: [...INICIO, ...conNivel(INICIO, DE_ALUMNO), 'Fecha inicio curso', 'Inicio curso'],
    nota: `Primer día del alumno en el curso. ${NOTA_FECHA}`, ejemplo: '02-11-2026', ancho: 14,
  },
  {
    key: 'alumno.fechaFin', nivel: 'alumno', titulo: 'Fecha de término del alumno', tipo: 'fecha', requerida: true, enPlantilla: true,
    sinonimos: [...FIN, ...conNivel(FIN, DE_ALUMNO), 'Fecha fin curso', 'Fecha término curso', 'Término curso'],
    nota: `Último día del alumno en el curso. ${NOTA_FECHA}`, ejemplo: '18-12-2026', ancho: 14,
  },
  {
    key: 'alumno.fechaEjecucion', nivel: 'alumno', titulo: 'Fecha de ejecución', tipo: 'fecha', requerida: false, enPlantilla: true,
    sinonimos: ['fechaEjecucion', 'Ejecución', 'Fecha avance', 'Fecha ejecución alumno', 'Fecha reporte', 'Fecha informe'],
    nota: `Día al que corresponde el avance, entre el inicio y el término. En blanco se envía el día de hoy. ${NOTA_FECHA}`, ejemplo: '24-11-2026', ancho: 14,
  },
  {
    key: 'alumno.evaluacionFinal', nivel: 'alumno', titulo: 'Evaluación final', tipo: 'entero', requerida: false, enPlantilla: true,
    sinonimos: ['evaluacionFinal', 'Nota final', 'Evaluación final alumno', 'Nota final alumno'],
    nota: 'Opcional. Número de 0 a 100.', ejemplo: '85', ancho: 12,
  },
  {
    key: 'modulo.codigoModulo', nivel: 'modulo', titulo: 'Código del módulo', tipo: 'texto', requerida: true, enPlantilla: true,
    sinonimos: ['codigoModulo', 'Módulo', 'Cod módulo', 'mod_cod', 'Código SENCE módulo'],
    nota: 'Código del módulo tal como figura en SENCE. Es texto: se conservan los ceros a la izquierda.', ejemplo: 'MA01', ancho: 18,
  },
  {
    key: 'modulo.tiempoConectividad', nivel: 'modulo', titulo: 'Tiempo de conectividad del módulo', tipo: 'segundos', requerida: true, enPlantilla: true,
    sinonimos: [...TIEMPO, ...conNivel(TIEMPO, DE_MODULO), 'mod_tiempo_conectividad'],
    nota: `Tiempo conectado en el módulo. ${NOTA_TIEMPO}`, ejemplo: '4:15:00', ancho: 20,
  },
  {
    key: 'modulo.estado', nivel: 'modulo', titulo: 'Estado del módulo', tipo: 'estado', requerida: true, enPlantilla: true,
    sinonimos: [...ESTADO, ...conNivel(ESTADO, DE_MODULO), 'mod_estado'],
    nota: `${NOTA_ESTADO} Con todas las actividades hechas y nota 4 o más es 2; con nota menor que 4 es 3; si no, 1.`, ejemplo: 'Cursando', ancho: 14,
  },
  {
    key: 'modulo.porcentajeAvance', nivel: 'modulo', titulo: 'Avance del módulo (%)', tipo: 'porcentaje', requerida: true, enPlantilla: true,
    sinonimos: [...AVANCE, ...conNivel(AVANCE, DE_MODULO), 'mod_porcentaje_avance'],
    nota: `${NOTA_PORCENTAJE} Debe crecer de un envío al siguiente.`, ejemplo: '60', ancho: 14,
  },
  {
    key: 'modulo.fechaInicio', nivel: 'modulo', titulo: 'Fecha de inicio del módulo', tipo: 'fecha', requerida: true, enPlantilla: true,
    sinonimos: [...INICIO, ...conNivel(INICIO, DE_MODULO), 'mod_fecha_inicio'],
    nota: NOTA_FECHA, ejemplo: '02-11-2026', ancho: 14,
  },
  {
    key: 'modulo.fechaFin', nivel: 'modulo', titulo: 'Fecha de término del módulo', tipo: 'fecha', requerida: true, enPlantilla: true,
    sinonimos: [...FIN, ...conNivel(FIN, DE_MODULO), 'mod_fecha_fin'],
    nota: NOTA_FECHA, ejemplo: '27-11-2026', ancho: 14,
  },
  {
    key: 'modulo.notaModulo', nivel: 'modulo', titulo: 'Nota del módulo', tipo: 'entero', requerida: false, enPlantilla: true,
    sinonimos: ['notaModulo', 'Nota', 'Calificación', 'Calificación módulo', 'mod_nota', 'mod_notas'],
    nota: 'Opcional. Número de 0 a 100.', ejemplo: '85', ancho: 12,
  },
  {
    key: 'modulo.cantActividadSincronica', nivel: 'modulo', titulo: 'Actividades sincrónicas del módulo', tipo: 'entero', requerida: false, enPlantilla: true,
    sinonimos: [...SINCRONICAS, ...conNivel(SINCRONICAS, DE_MODULO)],
    nota: 'Opcional. Cantidad de actividades sincrónicas del módulo: 0 o más.', ejemplo: '2', ancho: 18,
  },
  {
    key: 'modulo.cantActividadAsincronica', nivel: 'modulo', titulo: 'Actividades asincrónicas del módulo', tipo: 'entero', requerida: false, enPlantilla: true,
    sinonimos: [...ASINCRONICAS, ...conNivel(ASINCRONICAS, DE_MODULO)],
    nota: 'Opcional. Cantidad de actividades asincrónicas del módulo: 0 o más.', ejemplo: '6', ancho: 18,
  },
  {
    key: 'modulo.actividades', nivel: 'modulo', titulo: 'Actividades del módulo', tipo: 'lista', requerida: true, enPlantilla: true,
    sinonimos: ['Actividades', 'Códigos de actividad', 'Códigos de actividades', 'Lista de actividades', 'listaActividades'],
    nota: 'Códigos de las actividades separados por punto y coma: ACT01; ACT02. SENCE conserva los primeros 50 caracteres de cada uno.', ejemplo: 'ACT01; ACT02; ACT03', ancho: 34,
  },
  {
    key: 'actividad.codigoActividad', nivel: 'actividad', titulo: 'Código de la actividad', tipo: 'texto', requerida: true, enPlantilla: true,
    sinonimos: ['codigoActividad', 'Actividad', 'Cod actividad', 'act_cod'],
    nota: 'Código de una actividad del módulo. SENCE conserva los primeros 50 caracteres.', ejemplo: 'ACT01', ancho: 24,
  },
]

const POR_KEY: ReadonlyMap<string, ColumnaDef> = new Map(COLUMNAS.map(c => [c.key, c]))

/** The definition of a key, or undefined when the key is not one of ours (it may come from the window). */
export function columnaDeKey(key: string): ColumnaDef | undefined {
  return POR_KEY.get(key)
}

const IDENTIDAD: readonly ColumnaKey[] = ['curso.codigoOferta', 'curso.codigoGrupo', 'alumno.rut', 'alumno.dv']
const elegir = (acepta: (c: ColumnaDef) => boolean): ColumnaDef[] => COLUMNAS.filter(acepta)
const POR_CLASE: Readonly<Record<ClaseTabla, readonly ColumnaDef[]>> = {
  cursos: elegir(c => c.nivel === 'curso'),
  alumnos: elegir(c => c.nivel === 'alumno' || IDENTIDAD.includes(c.key)),
  modulos: elegir(c => c.nivel === 'modulo' || IDENTIDAD.includes(c.key)),
  actividades: elegir(c => c.nivel === 'actividad' || IDENTIDAD.includes(c.key) || c.key === 'modulo.codigoModulo'),
  unica: elegir(() => true),
}

/** Columns that a sheet of that class may have, in the template's order. Filter by `enPlantilla` to write one. */
export function columnasDeHoja(clase: ClaseTabla): ColumnaDef[] {
  return [...POR_CLASE[clase]]
}

/** Columns without which a row of that class cannot be placed in the tree. Course columns may be absent in a one-course file. */
export const IDENTIDAD_DE_CLASE: Readonly<Record<ClaseTabla, readonly ColumnaKey[]>> = {
  cursos: ['curso.codigoOferta', 'curso.codigoGrupo'],
  alumnos: ['alumno.rut'],
  modulos: ['alumno.rut', 'modulo.codigoModulo'],
  actividades: ['alumno.rut', 'modulo.codigoModulo', 'actividad.codigoActividad'],
  unica: ['curso.codigoOferta', 'curso.codigoGrupo', 'alumno.rut', 'modulo.codigoModulo'],
}
