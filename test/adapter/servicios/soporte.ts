import path from 'node:path'
import { abrirArchivo } from '../../../electron/adapters/archivo/abrir.ts'
import { crearHistorial } from '../../../electron/adapters/archivo/historial.ts'
import { crearClienteGestor } from '../../../electron/adapters/cliente-gestor.ts'
import { abrirDiario, type DiarioAbierto } from '../../../electron/adapters/diario.ts'
import { abrirRegistro } from '../../../electron/adapters/registro.ts'
import { iniciarGestor, type Gestor } from '../../../electron/gestor/servidor.ts'
import { claveDeCurso, type Padron } from '../../../electron/gestor/padron.ts'
import { leerConsulta } from '../../../electron/services/conexion.ts'
import { crearServicioHistorial, type ServicioHistorial } from '../../../electron/services/historial.ts'
import { crearServicioEnvios, type PuertosEnvios } from '../../../electron/services/envios.ts'
import type { FuenteCursos } from '../../../electron/services/fuente-cursos.ts'
import type { AlmacenCredenciales, ClienteGestor, Credenciales, CredencialesGuardadas } from '../../../electron/services/puertos.ts'
import type { ServicioEnvios } from '../../../electron/services/servicios.ts'
import type { UltimoAvance } from '../../../shared/domain/avance.ts'
import type { ProcesoLeido } from '../../../shared/domain/historial.ts'
import type { Curso } from '../../../shared/domain/curso.ts'
import { calcularDv } from '../../../shared/domain/rut.ts'
import type { EnvioConciliado, FiltroHistorial, ProgresoEnvio } from '../../../shared/ipc/modelos.ts'
import { ok } from '../../../shared/ipc/result.ts'
import type { AlumnoRechazado } from '../../../shared/planilla/rechazo.ts'
import { carpetaTemporal } from '../diario/soporte.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'

export const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
export const OTEC = `76123456-${calcularDv(76123456)}`
export const AHORA = new Date('2026-11-24T18:30:12Z')
/** Known and enrolled in everything; D is known but enrolled nowhere; E nobody knows. */
export const A = 12345678, B = 9562011, C = 15943354, D = 17118181, E = 11111111

const PADRON: Padron = {
  otec: { rut: OTEC, token: TOKEN },
  personas: new Map([A, B, C, D].map((r) => [r, calcularDv(r)])),
  cursos: new Map(['OF-1', 'OF-2', 'OF-3'].map((o) => [claveDeCurso(o, 'GR-1'), new Map([A, B, C].map((r) => [r, new Set(['M1', 'M2'])]))])),
}

/** Drafts in memory: one, `b1`, with the courses that it was given. */
export class CursosFalsos implements FuenteCursos {
  enviados: string[] = []
  previos: UltimoAvance[] = []
  readonly cursos: Curso[]
  constructor(cursos: Curso[]) { this.cursos = cursos }
  resumen: FuenteCursos['resumen'] = (id) => Promise.resolve(ok({
    id, rutOtec: OTEC, nombreArchivo: 'avance.xlsx', disposicion: 'por-hojas', version: this.version, tablas: [], errores: 0, avisos: 0, informaciones: 0,
    puedeDeshacer: false, puedeRehacer: false, textoDeshacer: null, textoRehacer: null, notas: [], sinCambiosTrasRechazo: 0,
    cursos: this.cursos.map((c) => ({ codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, alumnos: c.listaAlumnos.length + 1, modulos: 1, enviables: c.listaAlumnos.length, conError: 1 })),
  }))
  previo: FuenteCursos['previo'] = () => Promise.resolve(ok(this.cursos.map((c) => ({ codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, nuevos: 1, mas: 2, iguales: 3, menos: 0 }))))
  curso: FuenteCursos['curso'] = (_id, oferta, grupo, desde, cuantos) => {
    const curso = this.cursos.find((c) => c.codigoOferta === oferta && c.codigoGrupo === grupo)
    return Promise.resolve(ok(curso === undefined ? null : { version: this.version, total: curso.listaAlumnos.length, curso: { ...curso, listaAlumnos: curso.listaAlumnos.slice(desde, desde + cuantos) } }))
  }
  arbol: FuenteCursos['arbol'] = () => Promise.resolve(ok({ version: this.version, total: 0, alumnos: [] }))
  nombres: FuenteCursos['nombres'] = (id) => Promise.resolve(ok(id === 'b1' ? [{ rut: '12.345.678-5', nombre: 'Ana Soto' }] : []))
  version = 1
  abierto: string | null = 'b1'
  corregidos: (readonly AlumnoRechazado[])[] = []
  corregir: FuenteCursos['corregir'] = (id, rechazados) => { this.corregidos.push(rechazados); return this.resumen(id) }
  ultimoAbierto: FuenteCursos['ultimoAbierto'] = () => Promise.resolve(this.abierto)
  marcarEnviado: FuenteCursos['marcarEnviado'] = (id) => { this.enviados.push(id); return Promise.resolve(ok({})) }
  ponerPrevios: FuenteCursos['ponerPrevios'] = (id, previos) => { this.previos = previos; return this.resumen(id) }
}

export class CredencialesEnMemoria implements AlmacenCredenciales {
  guardadas: CredencialesGuardadas | null
  constructor(c: Credenciales | null) { this.guardadas = c === null ? null : { ...c, tokenGuardado: true } }
  leer = (): CredencialesGuardadas | null => this.guardadas
  guardar = (c: Credenciales): Promise<CredencialesGuardadas> => { this.guardadas = { ...c, tokenGuardado: true }; return Promise.resolve(this.guardadas) }
  olvidar = (): Promise<void> => { this.guardadas = null; return Promise.resolve() }
}

export interface Escena {
  carpeta: string; gestor: Gestor; diario: DiarioAbierto; planillas: CursosFalsos; credenciales: CredencialesEnMemoria; cliente: ClienteGestor; eventos: ProgresoEnvio[]; conciliados: EnvioConciliado[]; puertos: PuertosEnvios
  envios: ServicioEnvios; historial: ServicioHistorial
  /** What SENCE has. */
  enSence(filtro?: FiltroHistorial): Promise<readonly ProcesoLeido[]>
  /** Sends the draft and waits for its end. */
  enviarTodo(): Promise<string>
  /** Resolves when the send that is under way says that it ended, and its draft has been told. */
  fin(): Promise<void>
  cerrar(): Promise<void>
}
export interface OpcionesEscena { cursos?: Curso[]; esperaMs?: number; alumnosPorParte?: number; pausaMs?: number; ahora?: () => Date; cambiar?: (p: Omit<PuertosEnvios, 'leerDeFondo'>) => Partial<PuertosEnvios>; token?: string }

/** The whole of sending: real client, journal and log in a folder of its own, against the simulated Gestor. */
export async function montar(o: OpcionesEscena = {}): Promise<Escena> {
  const temporal = carpetaTemporal()
  const gestor = await iniciarGestor({ padron: PADRON, ahora: o.ahora ?? (() => AHORA) })
  // In clear, so that a token written by mistake would be found in the file.
  const diario = abrirDiario({ archivo: path.join(temporal.ruta, 'diario.db'), clave: null })
  const planillas = new CursosFalsos(o.cursos ?? [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: B, modulos: { M1: 40, M2: 10 } }])])
  const credenciales = new CredencialesEnMemoria({ rutOtec: OTEC, token: o.token ?? TOKEN, nombre: 'Mi OTEC' })
  const cliente = crearClienteGestor({ urlBase: () => gestor.urlBase, esperaMs: () => o.esperaMs ?? 20_000, soloLocal: true })
  const eventos: ProgresoEnvio[] = []
  const conciliados: EnvioConciliado[] = []
  const alTerminar: (() => void)[] = []
  const base: Omit<PuertosEnvios, 'leerDeFondo'> = {
    planillas, diario, cliente, credenciales, reloj: { ahora: o.ahora ?? (() => AHORA) }, registro: abrirRegistro(path.join(temporal.ruta, 'registro')),
    esperar: () => Promise.resolve(), pausaMs: () => o.pausaMs ?? 1000, linea: { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined }, alumnosPorParte: () => o.alumnosPorParte ?? 500, alCambiarBorrador: () => undefined, alConciliar: (c) => { conciliados.push(c) },
    emitir: (e) => { eventos.push(e); if (e.terminado) for (const f of alTerminar.splice(0)) f() },
  }
  const cambiados = { ...base, ...o.cambiar?.(base) }
  const archivo = abrirArchivo({ archivo: path.join(temporal.ruta, 'archivo.db'), clave: null, avisar: () => undefined })
  const historial = crearServicioHistorial({
    ...cambiados, cliente, archivo: crearHistorial(archivo), rutOtec: OTEC, emitir: () => undefined, alEscribir: () => undefined, aprender: (rut, avances) => envios.aprender(rut, avances),
  })
  const puertos: PuertosEnvios = { ...cambiados, leerDeFondo: historial.leerDeFondo }
  const envios = crearServicioEnvios(puertos)
  const fin = async (): Promise<void> => {
    await new Promise<void>((listo) => { alTerminar.push(listo) })
    await new Promise<void>((listo) => { setImmediate(listo) })
  }
  return {
    carpeta: temporal.ruta, gestor, diario, planillas, credenciales, cliente, eventos, conciliados, puertos, envios, historial, fin,
    enSence: async (filtro = {}) => leerConsulta(await puertos.cliente.historialEnvios({ rutOtec: OTEC, token: TOKEN }, filtro)).procesos ?? [],
    enviarTodo: async () => {
      const termino = fin()
      const r = await envios.enviar({ borradorId: 'b1' })
      if (!r.ok) throw new Error(r.falla.codigo)
      await termino
      return r.valor.envioId
    },
    cerrar: async () => { await envios.detener(); await historial.detener(); await gestor.cerrar(); archivo.cerrar(); diario.cerrar(); temporal.borrar() },
  }
}
