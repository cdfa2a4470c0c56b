/** A platform's export that nobody knows, for looking at the assistant; and a question about a column. */
import type { Input, RequestName, Valor } from '../../shared/ipc/contract.ts'
import type { ColumnasPreparadas, Correspondencia, CorrespondenciaGuardada, Preparacion } from '../../shared/ipc/modelos-asistente.ts'
import type { Falla, Result } from '../../shared/ipc/result.ts'
import { ok } from '../../shared/ipc/result.ts'
import { columnaDeKey } from '../../shared/planilla/columnas.ts'
import { faltantes } from '../../shared/planilla/correspondencia-faltas.ts'
import { proponerColumnas } from '../../shared/planilla/parecido.ts'
import type { Escenario } from './escenario.ts'

const letraDe = (i: number): string => String.fromCharCode(65 + i)

const TITULOS = ['Nombre del usuario', 'Número de ID', 'Curso', 'Comisión', 'Unidad', 'Progreso', 'Tiempo (min)', 'Estado final', 'Fecha de matrícula', 'Vencimiento', 'Correo electrónico institucional del participante']
const FILAS = [
  ['María José Soto Pérez', '11.111.111-1', 'RLAB-19-02-08-0071', 'RLAB-19-02-08-0071-1', 'MA01', '45 %', '90', 'Cursando', '02/11/26', '18/12/26', 'mj.soto@example.org'],
  ['Pedro Antonio Rojas Villagra', '12.345.678-5', 'RLAB-19-02-08-0071', 'RLAB-19-02-08-0071-1', 'MA01', '60 %', '120', 'Aprobado', '02/11/26', '18/12/26', 'p.rojas@example.org'],
  ['Ana Luisa Peñailillo', '9.876.543-3', 'RLAB-19-02-08-0071', 'RLAB-19-02-08-0071-1', 'MA01', '85.5 %', '30', 'Cursando', '03/11/26', '18/12/26', 'ana.p@example.org'],
]
export const NO_RECONOCIDA: Falla = {
  codigo: 'faltan-columnas', titulo: 'Faltan columnas', explicacion: 'A «reporte-plataforma.xlsx» le falta: Código de oferta, Código de grupo, Código del módulo.', queHacer: 'Diga usted qué es cada columna.', preparacion: 'prep',
}

const largo = (e: Escenario, t: string): string => (e.datos === 'largos' ? `${t} según la última versión del formato institucional vigente` : t)
const titulosDe = (e: Escenario): string[] => TITULOS.map(t => largo(e, t))
const preparacion = (e: Escenario): Preparacion => ({
  id: 'prep', parece: true, nombreArchivo: largo(e, 'reporte-plataforma.xlsx'), hoja: 1, reparto: e.repartida ? [{ clase: 'alumnos', hoja: 1 }, { clase: 'modulos', hoja: 2 }] : null,
  hojas: [
    { nombre: 'Portada', oculta: false, columnas: 2, encabezado: null, filas: [{ fila: 1, textos: ['Informe', 'de avance'] }, { fila: 2, textos: ['Fecha', '24-11-2026'] }] },
    { nombre: largo(e, 'Reporte'), oculta: false, columnas: 11, encabezado: { fila: 5, seguro: true }, filas: [
      { fila: 1, textos: ['Universidad Corporativa · Informe de avance'] }, { fila: 3, textos: ['Generado el', '24-11-2026'] },
      { fila: 5, textos: titulosDe(e) }, ...FILAS.map((textos, i) => ({ fila: 6 + i, textos })),
    ] },
    { nombre: 'Octubre', oculta: true, columnas: 11, encabezado: { fila: 5, seguro: true }, filas: [{ fila: 5, textos: titulosDe(e) }, { fila: 6, textos: FILAS[0] ?? [] }] },
  ],
})
const columnas = (e: Escenario, { hoja, fila, clase = 'unica' }: Input<'planilla:columnas'>): ColumnasPreparadas => ({
  hoja, fila,
  columnas: titulosDe(e).map((titulo, indice) => ({ indice, letra: letraDe(indice), titulo, ejemplos: [...new Set(FILAS.map(f => f[indice] ?? ''))] })),
  propuesta: proponerColumnas(TITULOS, FILAS, clase), fijos: [], recordada: null, gemelas: clase !== 'unica' ? [] : ['Octubre', largo(e, 'Grupo B'), largo(e, 'Grupo C')].filter(n => n !== hoja), juntas: false,
})
function vista(c: Correspondencia): Valor<'planilla:vistaPreparada'> {
  const cols = [...c.columnas.map(x => ({ key: x.key, titulo: TITULOS[x.indice] ?? '', letra: letraDe(x.indice) })), ...c.fijos.map(f => ({ key: f.key, titulo: columnaDeKey(f.key)?.titulo ?? '', letra: '' }))]
  const celda = (texto: string) => ({ texto, convertido: texto.endsWith(' %') ? texto.slice(0, -2) : null, nivel: texto.includes('/26') ? 'error' as const : texto.endsWith('%') ? 'informacion' as const : null, mensaje: texto.includes('/26') ? `«${texto}» puede ser más de una fecha.` : null, queHacer: null, editada: false })
  return {
    ...faltantes(c), sinUso: TITULOS.filter((_, i) => !c.columnas.some(x => x.indice === i)), columnas: cols,
    filas: FILAS.map((f, i) => ({ id: i, fila: 6 + i, excluida: false, nivel: null, mensaje: null, queHacer: null, celdas: [...c.columnas.map(x => celda(f[x.indice] ?? '')), ...c.fijos.map(x => celda(x.valor))] })),
  }
}
export const PREGUNTAS: Valor<'borrador:preguntas'>['preguntas'] = [
  { causa: 'fecha-ambigua', tabla: 'alumnos', columna: 'alumno.fechaInicio', hoja: 'Reporte', titulo: 'Fecha de matrícula', letra: 'I', cuantas: 312, opciones: [
    { opcion: 'dia-mes', titulo: 'Día, mes y año: «02/11/26» es 2026-11-02', detalle: 'Los años de dos cifras son 20…', cambian: 312, quedan: 0, ejemplos: [{ fila: 6, antes: '02/11/26', despues: '2026-11-02' }, { fila: 8, antes: '03/11/26', despues: '2026-11-03' }] },
    { opcion: 'mes-dia', titulo: 'Mes, día y año: «02/11/26» es 2026-02-11', detalle: 'Los años de dos cifras son 20…', cambian: 300, quedan: 12, ejemplos: [{ fila: 6, antes: '02/11/26', despues: '2026-02-11' }, { fila: 8, antes: '03/11/26', despues: '2026-03-11' }] },
  ] },
  { causa: 'porcentaje-ambiguo', tabla: 'alumnos', columna: 'alumno.porcentajeAvance', hoja: 'Reporte', titulo: 'Progreso', letra: 'F', cuantas: 1, opciones: [
    { opcion: 'porcentaje', titulo: 'Ya están en porcentaje: «85.5 %» es 85,5 %', detalle: 'Los decimales se cortan al enviar, nunca suben.', cambian: 1, quedan: 0, ejemplos: [{ fila: 8, antes: '85.5 %', despues: '85,5 %' }] },
  ] },
]

type Propios = Extract<RequestName, `planilla:${'preparar' | 'preparacion' | 'columnas' | 'vistaPreparada' | 'soltarPreparada'}` | `correspondencias:${string}`>
export function asistenteFalso(e: Escenario): { [N in Propios]: (i: Input<N>) => Result<Valor<N>> } {
  let guardadas: CorrespondenciaGuardada[] = e.datos === 'no' ? [] : [
    { id: 'c1', nombre: largo(e, 'Exportación Moodle'), usadaEn: '2026-11-24T14:02:00Z', titulos: ['usuario', 'progreso'], columnas: 9, fijos: 2, lecturas: 1 },
    { id: 'c2', nombre: 'avance-octubre.csv', usadaEn: '2026-11-20T14:02:00Z', titulos: [], columnas: 0, fijos: 0, lecturas: 1 },
  ]
  return {
    'planilla:preparar': () => ok(preparacion(e)),
    'planilla:preparacion': () => ok(preparacion(e)),
    'planilla:columnas': i => ok(columnas(e, i)),
    'planilla:vistaPreparada': i => ok(vista(i.correspondencia)),
    'planilla:soltarPreparada': () => ok({}),
    'correspondencias:lista': () => ok(guardadas),
    'correspondencias:renombrar': i => { guardadas = guardadas.map(c => (c.id === i.id ? { ...c, nombre: i.nombre } : c)); return ok({}) },
    'correspondencias:olvidar': i => { guardadas = guardadas.filter(c => c.id !== i.id); return ok({}) },
  }
}
