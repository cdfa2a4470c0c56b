/** Sends and past sends of one space. */
import type { BorradorResumen, EnvioConciliado, ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { crearAprendizaje, type PuertosAprendizaje } from './aprendizaje.ts'
import { crearConciliador } from './conciliacion.ts'
import { abrirRechazados } from './correccion.ts'
import { credencialesUsables } from './credenciales.ts'
import { cuerpoDe, detalleDe } from './detalle.ts'
import { echarAAndar, type Marcha } from './envio-marcha.ts'
import { prepararEnvio, type EnvioListo } from './envio-preparacion.ts'
import { previos } from './envio-previo.ts'
import { reunirEvidencia } from './evidencia.ts'
import { falla } from './fallas.ts'
import { programacion, yaProgramado } from './programacion.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import { nombresDeEnvio } from './nombres.ts'
import { salidas } from './salidas.ts'
import { filasParaPlantilla } from './plantilla-llena.ts'
import type { Linea } from './puertos-noche.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales, ClienteGestor, Esperar, Registro, Reloj } from './puertos.ts'
import type { ServicioEnvios } from './servicios.ts'
import { estadoDeLlamadas, filaDeEnvio } from './vistas.ts'

export interface PuertosEnvios {
  planillas: FuenteCursos; diario: Diario; cliente: ClienteGestor; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro
  esperar: Esperar
  linea: Linea
  /** Setting: milliseconds between a call and the next. */
  pausaMs(): number
  /** Setting: alumnos that go in one call at most. */
  alumnosPorParte(): number
  emitir(progreso: ProgresoEnvio): void
  alCambiarBorrador(resumen: BorradorResumen): void
  alConciliar(envio: EnvioConciliado): void
  leerDeFondo: PuertosAprendizaje['leerDeFondo']
}

export function crearServicioEnvios(p: PuertosEnvios): ServicioEnvios {
  let enCurso: { envioId: string | null; marcha: Marcha | null; fin: Promise<void> } | null = null
  let cerrando = false
  const cierre = new AbortController()
  let fondo: Promise<void> = Promise.resolve()
  /** What the last run left in doubt has been asked for. */
  let puestoAlDia: Promise<void> = Promise.resolve()
  const aprendizaje = crearAprendizaje({ ...p, enviando: () => enCurso !== null })
  const conciliador = crearConciliador({ ...p, aprendizaje })

  const alTerminar = async (envio: EnvioListo, marcha: Marcha): Promise<void> => {
    const estado = await marcha.fin
    enCurso = null
    if (cerrando) return
    const anotar = (que: string, error: unknown): void => { p.registro.error(`send: ${que}`, error) }
    aprendizaje.cambio()
    try { await aprendizaje.ponerAlDia(envio.borradorId) } catch (error) { anotar('draft, progress', error) }
    if (estado !== 'aceptado' && estado !== 'aceptado-con-rechazos') return
    try { await p.planillas.marcarEnviado(envio.borradorId) } catch (error) { anotar('draft, sent', error) }
  }

  /**
   * The one door to the network: one send at a time, under the credentials that were read when it was asked for.
   * @param envioId of a send that is in the journal already
   */
  const echar = async (envioId: string | null, preparar: (rutOtec: string) => Promise<Result<EnvioListo>>): Promise<Result<{ envioId: string }>> => {
    if (enCurso !== null || cerrando) return fallar(falla('envio-en-curso'))
    const credenciales = credencialesUsables(p.credenciales)
    if (!credenciales.ok) return credenciales
    const { rutOtec, token } = credenciales.valor
    let terminar = (): void => undefined
    const fin = new Promise<void>((listo) => { terminar = listo })
    enCurso = { envioId, marcha: null, fin }
    try {
      const listo = await preparar(rutOtec)
      if (!listo.ok) { enCurso = null; terminar(); return listo }
      const marcha = echarAAndar(p, listo.valor, token)
      enCurso = { envioId: listo.valor.envioId, marcha, fin }
      if (cerrando) marcha.cortar()
      void alTerminar(listo.valor, marcha).finally(terminar)
      return ok({ envioId: listo.valor.envioId })
    } catch (error) {
      enCurso = null
      terminar()
      throw error
    }
  }

  return {
    ...previos({ ...p, ponerAlDia: aprendizaje.ponerAlDia }),
    ...programacion({ ...p, echar, enCurso: () => enCurso?.envioId ?? null, cerrando: () => cerrando, alInicio: () => puestoAlDia }),

    enviar: ({ borradorId }) => echar(null, async (rutOtec) => {
      const esperando = yaProgramado(p, borradorId)
      return esperando ?? prepararEnvio(p, borradorId, rutOtec, p.reloj.ahora(), null)
    }),

    cancelar: ({ envioId }) => {
      if (enCurso?.envioId === envioId) enCurso.marcha?.cancelar()
      return ok({})
    },

    lista: () => {
      try { return ok(p.diario.envios().map(filaDeEnvio)) } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: list', error))) }
    },

    detalle: ({ envioId }) => detalleDe(p, envioId),

    cuerpo: ({ llamadaId }) => cuerpoDe(p, llamadaId),

    ...salidas(p),

    evidencia: (envioId, practica) => reunirEvidencia(p, envioId, p.reloj.ahora(), practica),

    plantilla: async (fuente) => {
      try { return await filasParaPlantilla(p, fuente) } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: template', error))) }
    },

    nombres: async ({ envioId }) => {
      try { return await nombresDeEnvio(p, envioId) } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: names', error))) }
    },

    estado: ({ envioId }) => {
      try {
        const envio = p.diario.resumen(envioId)
        return envio === null ? fallar(falla('envio-no-existe')) : ok({ llamadas: estadoDeLlamadas(envio) })
      } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: state', error))) }
    },

    conciliar: async ({ envioId }) => {
      if (enCurso?.envioId === envioId) return fallar(falla('envio-en-curso'))
      try {
        const conciliado = await conciliador.delEnvio(envioId, cierre.signal)
        return conciliado.ok ? detalleDe(p, envioId) : conciliado
      } catch (error) { return fallar(falla('diario-no-escribe-conciliacion', p.registro.error('reconcile', error))) }
    },

    corregir: async ({ envioId }) => {
      if (enCurso !== null) return fallar(falla('envio-en-curso'))
      try { return await abrirRechazados(p, envioId) } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: correct', error))) }
    },

    empezarDeFondo: () => {
      // First what may be in doubt, then the rest: both ask the same slow service, one call at a time.
      puestoAlDia = fondo.then(() => conciliador.deFondo(cierre.signal)).catch((error: unknown) => { p.registro.error('background', error) })
      fondo = puestoAlDia.then(() => aprendizaje.deFondo(cierre.signal)).catch((error: unknown) => { p.registro.error('background', error) })
      return fondo
    },

    alDia: async (importada) => {
      const puesto = await aprendizaje.alDia(importada.id)
      return ok(puesto ?? importada)
    },

    ultimosAvances: aprendizaje.ultimosAvances,
    aprender: aprendizaje.aprender,

    enviando: () => enCurso !== null,

    recuperar: () => {
      const { desconocidas, canceladas } = p.diario.recuperar()
      if (desconocidas + canceladas > 0) p.registro.aviso(`journal: ${desconocidas} calls left in flight, ${canceladas} never started`)
      return Promise.resolve()
    },

    detener: async () => {
      cerrando = true
      cierre.abort()
      // While it is being prepared there is nothing to cut: it ends by itself, and what it starts is cut at once.
      enCurso?.marcha?.cortar()
      await enCurso?.fin
      await fondo
    },
  }
}
