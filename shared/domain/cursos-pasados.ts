/** Courses with their alumnos and módulos, read back from what was sent or from what SENCE's history says of it. Read tolerantly [OBS]. */
import { z } from 'zod'
import type { AlumnoPasado, CursoPasado, ModuloPasado } from '../planilla/plantilla-llena.ts'
import { instanteDeSantiago } from './fecha.ts'
import type { ProcesoLeido } from './historial.ts'
import { calcularDv } from './rut.ts'

const texto = z.union([z.string(), z.number()]).transform(v => String(v).trim()).nullish().catch(null).transform(v => (v === undefined || v === '' ? null : v))
const entero = texto.transform(v => (v !== null && /^\d+(\.0*)?$/.test(v) ? Math.floor(Number(v)) : null))
const dia = texto.transform(v => (v === null ? null : (/^\d{4}-\d{2}-\d{2}/.exec(v)?.[0] ?? null)))
const lista = <T extends z.ZodType>(de: T) => z.array(de).catch([])

const CuerpoSchema = z.looseObject({
  codigoOferta: z.string(), codigoGrupo: z.string(), cantActividadSincronica: entero, cantActividadAsincronica: entero,
  listaAlumnos: lista(z.looseObject({
    rutAlumno: entero, tiempoConectividad: entero, estado: entero, porcentajeAvance: entero, fechaInicio: dia, fechaFin: dia,
    listaModulos: lista(z.looseObject({ codigoModulo: texto, tiempoConectividad: entero, estado: entero, porcentajeAvance: entero, fechaInicio: dia, fechaFin: dia, listaActividades: lista(z.looseObject({ codigoActividad: texto })) })),
  })),
})

/** From the exact text of a call. `aceptados`: RUTs whose progress SENCE took. null: it is not such a text. */
export function cursoDeCuerpo(cuerpo: string, aceptados: ReadonlySet<number>): CursoPasado | null {
  let leido: unknown
  try { leido = JSON.parse(cuerpo) } catch { return null }
  const c = CuerpoSchema.safeParse(leido)
  if (!c.success) return null
  return {
    codigoOferta: c.data.codigoOferta, codigoGrupo: c.data.codigoGrupo, sincronicas: c.data.cantActividadSincronica, asincronicas: c.data.cantActividadAsincronica,
    alumnos: c.data.listaAlumnos.flatMap((a): AlumnoPasado[] => {
      if (a.rutAlumno === null) return []
      const tomado = aceptados.has(a.rutAlumno)
      return [{
        rut: { numero: a.rutAlumno, dv: calcularDv(a.rutAlumno) }, tiempo: a.tiempoConectividad, estado: a.estado, inicio: a.fechaInicio, fin: a.fechaFin, aceptado: tomado ? a.porcentajeAvance : null,
        modulos: a.listaModulos.flatMap((m): ModuloPasado[] => (m.codigoModulo === null ? [] : [{
          codigo: m.codigoModulo, tiempo: m.tiempoConectividad, estado: m.estado, inicio: m.fechaInicio, fin: m.fechaFin, aceptado: tomado ? m.porcentajeAvance : null,
          actividades: m.listaActividades.map(x => x.codigoActividad).filter(x => x !== null),
        }])),
      }]
    }),
  }
}

/** Parts of one course as one, and of an alumno that came twice the later. */
export function juntarCursos(cursos: readonly CursoPasado[]): CursoPasado[] {
  const juntos = new Map<string, CursoPasado>()
  for (const c of cursos) {
    const clave = JSON.stringify([c.codigoOferta, c.codigoGrupo])
    const alumnos = new Map((juntos.get(clave)?.alumnos ?? []).map(a => [a.rut.numero, a]))
    for (const a of c.alumnos) alumnos.set(a.rut.numero, a)
    juntos.set(clave, { ...c, alumnos: [...alumnos.values()] })
  }
  return [...juntos.values()]
}

const RegistroSchema = z.looseObject({
  rut_alumno: entero, oferta_cod: texto, seccion_cod: texto, tiempo_conectividad: entero, estado: entero, porcentaje_avance: entero, fecha_inicio: dia, fecha_fin: dia,
  mod_cod: texto, mod_tiempo_conectividad: entero, mod_estado: entero, mod_porcentaje_avance: entero, mod_fecha_inicio: dia, mod_fecha_fin: dia, act_cod: texto,
})
type Borrador<T> = { -readonly [K in keyof T]: T[K] }
interface ModuloJunto extends Borrador<Omit<ModuloPasado, 'actividades'>> { actividades: Set<string>; de: string }
interface AlumnoJunto extends Borrador<Omit<AlumnoPasado, 'modulos'>> { modulos: Map<string, ModuloJunto>; de: string }

/** What SENCE's history accepted, of each alumno and módulo the last. Records are flat: alumno × módulo × actividad. */
export function cursosDelHistorial(procesos: readonly ProcesoLeido[]): CursoPasado[] {
  const cursos = new Map<string, { codigoOferta: string; codigoGrupo: string; alumnos: Map<number, AlumnoJunto> }>()
  const enOrden = procesos.map(p => ({ p, de: (p.fecha === null ? null : instanteDeSantiago(p.fecha)) ?? '' })).sort((a, b) => (a.de < b.de ? -1 : 1))
  for (const { p, de } of enOrden) {
    const proceso = `${de} ${p.idProceso ?? ''}`
    for (const registro of p.registros) {
      if (registro.resultado !== 'aceptado') continue
      const r = leerRegistro(registro.crudo)
      if (r === null || r.rut_alumno === null || r.oferta_cod === null || r.seccion_cod === null || r.mod_cod === null) continue
      const clave = JSON.stringify([r.oferta_cod, r.seccion_cod])
      const curso = cursos.get(clave) ?? { codigoOferta: r.oferta_cod, codigoGrupo: r.seccion_cod, alumnos: new Map<number, AlumnoJunto>() }
      cursos.set(clave, curso)
      const antes = curso.alumnos.get(r.rut_alumno)
      const alumno: AlumnoJunto = { modulos: antes?.modulos ?? new Map<string, ModuloJunto>(), rut: { numero: r.rut_alumno, dv: calcularDv(r.rut_alumno) }, tiempo: r.tiempo_conectividad, estado: r.estado, inicio: r.fecha_inicio, fin: r.fecha_fin, aceptado: r.porcentaje_avance, de: proceso }
      curso.alumnos.set(r.rut_alumno, alumno)
      const suyo = alumno.modulos.get(r.mod_cod)
      const actividades = suyo?.de === proceso ? suyo.actividades : new Set<string>()
      if (r.act_cod !== null) actividades.add(r.act_cod)
      alumno.modulos.set(r.mod_cod, { codigo: r.mod_cod, tiempo: r.mod_tiempo_conectividad, estado: r.mod_estado, inicio: r.mod_fecha_inicio, fin: r.mod_fecha_fin, aceptado: r.mod_porcentaje_avance, actividades, de: proceso })
    }
  }
  return [...cursos.values()].map(c => ({
    codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, sincronicas: null, asincronicas: null,
    alumnos: [...c.alumnos.values()].map(({ modulos, de: _, ...a }) => ({ ...a, modulos: [...modulos.values()].map(({ de: _de, actividades, ...m }) => ({ ...m, actividades: [...actividades] })) })),
  }))
}

function leerRegistro(crudo: string): z.output<typeof RegistroSchema> | null {
  try {
    const r = RegistroSchema.safeParse(JSON.parse(crudo))
    return r.success ? r.data : null
  } catch { return null }
}
