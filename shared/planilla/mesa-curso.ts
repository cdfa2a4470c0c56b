/** The verdict on a course's own data, and whether it is one of the file's at all. */
import { esCausa } from '../domain/causas.ts'
import { CursoDatosSchema, type CursoDatos } from '../domain/curso.ts'
import type { ColumnaKey } from './columnas.ts'
import { leer, type Origen } from './mesa-arbol.ts'
import { contradicciones } from './mesa-contradicciones.ts'
import { porOrden, type CursoMesa, type Indices } from './mesa-indices.ts'
import { cuenta, enOtra, falloDe, hallazgoEn, recontar, vistaDe, type Fila } from './mesa-tabla.ts'

type Datos = Record<string, string | number>
const CANTIDADES = ['cantActividadSincronica', 'cantActividadAsincronica'] as const
const CAMPOS = ['codigoOferta', 'codigoGrupo', ...CANTIDADES] as const

/** What its alumnos depend on. Answers whether it changed, so that they must be judged anew. */
export function situarCurso(c: CursoMesa, indices: Indices): boolean {
  const existe = indices.existe(c)
  const fuera = indices.estaFuera(c)
  const cambio = existe !== c.existe || fuera !== c.fuera
  c.existe = existe
  c.fuera = fuera
  for (const f of c.filas) f.arrastrada = f.vacia
  return cambio
}

/** Takes away the findings that the course left on rows; some may be of another course by now. */
export function desmarcar(c: CursoMesa): void {
  for (const f of c.marcadas) {
    f.deCurso = null
    recontar(f)
  }
  c.marcadas = []
}

/** Judges the course's own data. Its alumnos must have been judged, and the courses that changed been cleared (desmarcar). */
export function validarCurso(c: CursoMesa): void {
  const origen = origenDe(c)
  const tocadas = new Set(c.filas)
  let bloqueado = false
  const anotar = (f: Fila, campo: (typeof CAMPOS)[number], causa: string, datos: Datos = {}): void => {
    const h = hallazgoEn(f, `curso.${campo}`, esCausa(causa) ? causa : 'dato-inesperado', datos)
    ;(f.deCurso ??= []).push(h)
    tocadas.add(f)
    if (h.nivel === 'error') bloqueado = true
  }

  const [primera, ...repetidas] = c.filas.filter(cuenta)
  if (primera) {
    for (const f of repetidas) anotar(f, 'codigoOferta', 'curso-repetido', enOtra(f, primera))
    if (c.alumnos === 0 && c.existe) anotar(primera, 'codigoOferta', 'curso-sin-alumnos')
    if (c.filas.some(f => cuenta(f) && f.tabla.convertir(f).malas !== 0)) bloqueado = true
  }
  const leido = CursoDatosSchema.safeParse(datosDeCurso(c))
  for (const issue of leido.success ? [] : leido.error.issues) {
    const campo = CAMPOS.find(x => x === issue.path[0])
    if (!campo) continue
    const key: ColumnaKey = `curso.${campo}`
    // A course without codes and without a row of its own is a lack of its alumnos' rows, said there.
    const fila = primera ?? (issue.path[0] === 'codigoOferta' || issue.path[0] === 'codigoGrupo' ? undefined : filaQueDice(origen, key))
    if (fila && !falloDe(fila, key)) anotar(fila, campo, issue.message)
  }
  if (!primera) {
    for (const campo of CANTIDADES) {
      const key: ColumnaKey = `curso.${campo}`
      const contra = contradicciones(origen.filas, key)
      for (const f of contra?.filas ?? []) anotar(f, campo, 'dato-contradictorio', { otro: contra ? vistaDe(contra.primera, key) : '', ...enOtra(f, contra?.primera) })
    }
  }
  c.bloqueado = bloqueado
  c.marcadas = [...tocadas]
  for (const f of tocadas) recontar(f)
}

/** The course's fields as they would be sent; what is missing or could not be read is absent. */
export function datosDeCurso(c: CursoMesa): Partial<CursoDatos> {
  const datos: Partial<CursoDatos> = {}
  if (c.codigoOferta !== '') datos.codigoOferta = c.codigoOferta
  if (c.codigoGrupo !== '') datos.codigoGrupo = c.codigoGrupo
  const origen = origenDe(c)
  for (const campo of CANTIDADES) {
    const v = leer(origen, `curso.${campo}`)
    if (typeof v === 'number') datos[campo] = v
  }
  return datos
}

/** Its row of the sheet Curso; without one, the rows of its alumnos that may say something about the course. */
function origenDe(c: CursoMesa): Origen {
  if (c.filas.length > 0) return { filas: c.filas.filter(cuenta), respaldo: [] }
  const filas: Fila[] = []
  const respaldo: Fila[] = []
  for (const g of c.grupos) {
    if (g.estado !== 'enviable' && g.estado !== 'error') continue
    for (const f of g.filas) {
      if (!CANTIDADES.some(campo => f.tabla.col.has(`curso.${campo}`))) break
      if (!f.vacia) (cuenta(f) ? filas : respaldo).push(f)
    }
  }
  return { filas: filas.sort(porOrden), respaldo: respaldo.sort(porOrden) }
}

const filaQueDice = (o: Origen, key: ColumnaKey): Fila | undefined => o.filas.find(f => vistaDe(f, key) !== '')
