/** Lists out of the read model of past sends, each by the same query as its screen. */
import { diasSinInformar, puntosDeAtraso } from '../../../shared/domain/atraso.ts'
import { esFechaIso, formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { Valor } from '../../../shared/ipc/contract.ts'
import type { ConsultaArchivo, Ficha, RegistroArchivo } from '../../../shared/ipc/modelos-archivo.ts'
import type { RegistroSence } from '../../../shared/ipc/modelos-historial.ts'
import type { AlumnoDeCurso, PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'
import type { ListaExportable } from '../../../shared/ipc/modelos-salida.ts'
import { ok, type Result } from '../../../shared/ipc/result.ts'
import type { ServicioArchivo } from '../archivo.ts'
import type { ServicioHistorial } from '../historial.ts'
import { TEXTOS_COMPROBANTE } from '../comprobante/textos.ts'
import { TEXTOS_EVIDENCIA } from '../textos-evidencia.ts'
import { columna, listaDe, listaPorPaginas, porPaginas, type Columna, type Lista } from './lista.ts'
import { TEXTOS_LISTAS as T } from './textos.ts'

interface Entorno { archivo: ServicioArchivo; historial: Pick<ServicioHistorial, 'proceso' | 'registros' | 'crudo'>; nombres(envioId: string): Promise<Result<Valor<'envios:nombres'>>> }
type RegistroCrudo = RegistroSence & { readonly crudo: string | null }
interface Hoy { readonly ahora: Date; readonly practica: boolean }
type Pedida = Exclude<ListaExportable, { lista: 'alumnos' }>
const POR_PAGINA = 200

export async function listaDelArchivo(e: Entorno, cual: Pedida, hoy: Hoy): Promise<Result<Lista>> {
  switch (cual.lista) {
    case 'envios': return envios(e, cual.consulta, hoy)
    case 'registros': return registros(e, cual.consulta, hoy)
    case 'proceso': return proceso(e, cual.pk, hoy)
    case 'alumno': return alumno(e, cual.rut, hoy)
    case 'curso': return curso(e, cual, hoy)
  }
}

const acerca = (titulo: string, hoy: Hoy, mas: readonly (readonly [string, string])[]): Lista['acerca'] => [
  [T.acerca.lista, titulo], ...mas, [T.acerca.hecha, formatInstante(hoy.ahora.toISOString())], [T.acerca.programa, T.programa], [T.acerca.aviso, T.noEsDeSence], ...(hoy.practica ? [[T.acerca.aviso, T.practica] as const] : []),
]
const nombreDe = (que: string, { ahora, practica }: Hoy): string => T.archivo(que, hoyEnSantiago(ahora), practica)
const buscado = (c: ConsultaArchivo): readonly [string, string] =>
  [T.consulta, [c.texto, c.estado === undefined ? '' : TEXTOS_EVIDENCIA.estado(c.estado), c.origen === undefined ? '' : T.origenes[c.origen], c.desde ?? '', c.hasta ?? ''].filter((x) => x !== '').join('; ') || T.nada]
/** SENCE's own text: `45.00000` is a number; anything else goes as it came. */
const porcentaje = (v: string | null): string | number | null => (v !== null && /^\d+(\.\d+)?$/u.test(v) ? Number(v) : v)
const juntos = (textos: readonly (string | null)[]): string | null => textos.filter((t) => t !== null && t !== '').join('; ') || null

async function envios({ archivo }: Entorno, consulta: ConsultaArchivo, hoy: Hoy): Promise<Result<Lista>> {
  const c = T.envios
  const r = await porPaginas<Ficha>((desde, cuantas) => archivo.fichas({ consulta, desde, cuantas }), POR_PAGINA)
  return !r.ok ? r : ok(listaPorPaginas<Ficha>({
    nombreArchivo: nombreDe(c.archivo, hoy), hoja: c.titulo, acerca: acerca(c.titulo, hoy, [[T.acerca.filas, String(r.valor.total)], buscado(consulta)]), paginas: r.valor.paginas,
    columnas: [
      columna(c.creado, 'instante', 17, (f) => f.fecha ?? f.procesos[0]?.fecha ?? null), columna(c.planilla, 'texto', 38, (f) => f.nombreArchivo ?? T.proceso(f.procesos[0]?.idProceso ?? null)), columna(c.otec, 'texto', 14, (f) => f.rutOtec),
      columna(c.cursos, 'texto', 48, (f) => juntos(f.cursos.map((x) => `${x.codigoOferta} (${x.codigoGrupo})`))),
      columna(c.alumnos, 'entero', 10, (f) => f.alumnos), columna(c.aceptados, 'entero', 11, (f) => f.aceptados), columna(c.rechazados, 'entero', 12, (f) => f.rechazados), columna(c.desconocidos, 'entero', 14, (f) => f.desconocidos),
      columna(c.resultado, 'texto', 26, (f) => (f.estado === null ? juntos(f.procesos.map((x) => x.estado)) : TEXTOS_EVIDENCIA.estado(f.estado))), columna(c.programado, 'instante', 17, (f) => f.programadoPara),
      columna(c.origen, 'texto', 28, (f) => T.origenes[f.origen]), columna(c.procesos, 'texto', 18, (f) => juntos(f.procesos.map((x) => x.idProceso))), columna(c.codigos, 'texto', 32, (f) => juntos(f.procesos.map((x) => x.codigoExterno))),
      columna(c.observaciones, 'texto', 36, (f) => juntos(f.marcas.map((m) => T.marcas[m]))),
    ],
  }))
}

async function registros({ archivo }: Entorno, consulta: ConsultaArchivo, hoy: Hoy): Promise<Result<Lista>> {
  const c = T.registros
  const r = await porPaginas<RegistroArchivo>((desde, cuantos) => {
    const pagina = archivo.registros({ consulta, desde, cuantos })
    return pagina.ok ? ok({ total: pagina.valor.total, filas: pagina.valor.registros }) : pagina
  }, POR_PAGINA)
  return !r.ok ? r : ok(listaPorPaginas<RegistroArchivo>({
    nombreArchivo: nombreDe(c.archivo, hoy), hoja: c.titulo, acerca: acerca(c.titulo, hoy, [[T.acerca.filas, String(r.valor.total)], buscado(consulta)]), paginas: r.valor.paginas,
    columnas: [
      columna(c.rut, 'texto', 14, (f) => f.rut), columna(c.fecha, 'instante', 17, (f) => f.fecha), columna(c.oferta, 'texto', 22, (f) => f.codigoOferta), columna(c.grupo, 'texto', 22, (f) => f.codigoGrupo), columna(c.modulo, 'texto', 22, (f) => f.codigoModulo),
      columna(c.avance, 'porcentaje', 12, (f) => porcentaje(f.avance)), columna(c.avanceAlumno, 'porcentaje', 12, (f) => porcentaje(f.avanceAlumno)),
      columna(c.resultado, 'texto', 14, (f) => T.resultados[f.resultado]), columna(c.codigo, 'texto', 10, (f) => f.codigo), columna(c.mensaje, 'texto', 48, (f) => f.mensaje), columna(c.origen, 'texto', 26, (f) => (f.envioId === null ? c.sence : c.aqui)),
    ],
  }))
}

async function proceso({ historial }: Entorno, pk: number, hoy: Hoy): Promise<Result<Lista>> {
  const c = T.registros
  const que = historial.proceso({ pk })
  if (!que.ok) return que
  const p = que.valor
  const r = await porPaginas<RegistroCrudo>((desde, cuantos) => {
    const pagina = historial.registros({ pk, filtro: 'todos', desde, cuantos })
    if (!pagina.ok) return pagina
    const filas: RegistroCrudo[] = []
    for (const f of pagina.valor.registros) {
      const crudo = historial.crudo({ pk, orden: f.orden })
      if (!crudo.ok) return crudo
      filas.push({ ...f, crudo: crudo.valor.crudo })
    }
    return ok({ total: pagina.valor.total, filas })
  }, POR_PAGINA)
  if (!r.ok) return r
  const titulo = T.proceso(p?.idProceso ?? null)
  return ok(listaPorPaginas<RegistroCrudo>({
    nombreArchivo: nombreDe(titulo, hoy), hoja: c.titulo, paginas: r.valor.paginas,
    acerca: acerca(titulo, hoy, [[T.acerca.filas, String(r.valor.total)], ...([[T.registros.fecha, p?.fecha], [T.envios.codigos, p?.codigoExterno], [T.registros.estado, p?.estado]] as const).flatMap(([n, v]) => (v == null ? [] : [[n, v] as const]))]),
    columnas: [
      columna(c.rut, 'texto', 14, (f) => f.rut), columna(c.oferta, 'texto', 22, (f) => f.oferta), columna(c.grupo, 'texto', 22, (f) => f.grupo), columna(c.modulo, 'texto', 22, (f) => f.modulo),
      columna(c.avance, 'porcentaje', 12, (f) => porcentaje(f.moduloAvance)), columna(c.avanceAlumno, 'porcentaje', 12, (f) => porcentaje(f.avance)), columna(c.ejecucion, 'fecha', 13, (f) => f.fechaEjecucion),
      columna(c.resultado, 'texto', 14, (f) => T.resultados[f.resultado]), columna(c.estado, 'texto', 12, (f) => f.estadoRegistro), columna(c.mensaje, 'texto', 48, (f) => f.observacion), columna(c.crudo, 'texto', 48, (f) => f.crudo),
    ],
  }))
}

const estadoDe = (n: number | null): string | null => (n === null ? null : TEXTOS_COMPROBANTE.alumnos.estados(String(n)))

function alumno({ archivo }: Entorno, rut: number, hoy: Hoy): Result<Lista> {
  const r = archivo.alumno({ rut })
  if (!r.ok) return r
  const c = T.registros
  const titulo = T.alumno.archivo(r.valor.rut)
  return ok(listaDe<PuntoAlumno>({
    nombreArchivo: nombreDe(titulo, hoy), hoja: T.alumno.titulo, acerca: acerca(titulo, hoy, [[T.acerca.filas, String(r.valor.puntos.length)]]), filas: r.valor.puntos,
    columnas: [
      columna(c.fecha, 'instante', 17, (f) => f.fecha), columna(c.oferta, 'texto', 22, (f) => f.codigoOferta), columna(c.grupo, 'texto', 22, (f) => f.codigoGrupo), columna(c.modulo, 'texto', 22, (f) => f.codigoModulo),
      columna(c.avance, 'porcentaje', 12, (f) => f.avance), columna(c.tiempo, 'duracion', 12, (f) => f.segundos), columna(c.avanceAlumno, 'porcentaje', 12, (f) => f.avanceAlumno), columna(c.tiempoAlumno, 'duracion', 12, (f) => f.segundosAlumno),
      columna(c.estadoAlumno, 'texto', 12, (f) => estadoDe(f.estadoAlumno)), columna(c.inicio, 'fecha', 12, (f) => f.inicio), columna(c.fin, 'fecha', 12, (f) => f.fin),
      columna(c.resultado, 'texto', 14, (f) => T.resultados[f.resultado]), columna(c.codigo, 'texto', 10, (f) => f.codigo), columna(c.mensaje, 'texto', 48, (f) => f.mensaje), columna(c.origen, 'texto', 26, (f) => (f.origen === 'aqui' ? c.aqui : c.sence)),
    ],
  }))
}

const dia = (f: string | null): string | null => (f !== null && esFechaIso(f) ? f : null)

async function curso(e: Entorno, cual: Extract<Pedida, { lista: 'curso' }>, hoy: Hoy): Promise<Result<Lista>> {
  const r = await e.archivo.curso(cual)
  if (!r.ok) return r
  const hallados = r.valor.envioId === null ? null : await e.nombres(r.valor.envioId)
  const nombres = new Map(hallados?.ok === true ? hallados.valor.map((n) => [n.rut, n.nombre]) : [])
  const porRut = new Map(r.valor.alumnos.map((a) => [a.rutNumero, a]))
  const filas = cual.ruts.flatMap((n) => porRut.get(n) ?? [])
  const c = T.curso
  const hoyIso = hoyEnSantiago(hoy.ahora)
  const columnas: Columna<AlumnoDeCurso>[] = [
    columna(c.rut, 'texto', 14, (a) => a.rut), columna(c.nombre, 'texto', 32, (a) => nombres.get(a.rut) ?? null), columna(c.avance, 'porcentaje', 12, (a) => a.avance),
    columna(c.atraso, 'entero', 11, (a) => puntosDeAtraso({ avance: a.avance, inicio: dia(a.inicio), fin: dia(a.fin) }, hoyIso)), columna(c.dias, 'entero', 11, (a) => diasSinInformar(a.informadoEn, hoyIso)),
    columna(c.inicio, 'fecha', 12, (a) => a.inicio), columna(c.fin, 'fecha', 12, (a) => a.fin), columna(c.tiempo, 'duracion', 12, (a) => a.segundos), columna(c.estado, 'texto', 12, (a) => estadoDe(a.estado)),
    columna(c.informado, 'instante', 17, (a) => a.informadoEn), columna(c.ultimo, 'texto', 14, (a) => T.resultados[a.ultimo]),
  ]
  const titulo = c.archivo(cual.grupo || cual.oferta)
  return ok(listaDe<AlumnoDeCurso>({ nombreArchivo: nombreDe(titulo, hoy), hoja: c.titulo, acerca: acerca(titulo, hoy, [[c.curso, `${cual.oferta} (${cual.grupo})`], [T.acerca.filas, String(filas.length)]]), columnas, filas }))
}
