/** Sends and past sends of one space. */
import type { ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import { fallar, ok } from '../../shared/ipc/result.ts'
import { leerConsulta } from './conexion.ts'
import { credencialesUsables } from './credenciales.ts'
import { echarAAndar, type Marcha } from './envio-marcha.ts'
import { prepararEnvio, type EnvioListo } from './envio-preparacion.ts'
import { previos } from './envio-previo.ts'
import { falla } from './fallas.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import type { AlmacenCredenciales, ClienteGestor, Diario, Registro, Reloj } from './puertos.ts'
import type { ServicioEnvios } from './servicios.ts'
import { filaDeEnvio, vistaDeLlamada } from './vistas.ts'

export interface PuertosEnvios {
  planillas: FuenteCursos; diario: Diario; cliente: ClienteGestor; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro
  emitir(progreso: ProgresoEnvio): void
}

export function crearServicioEnvios(p: PuertosEnvios): ServicioEnvios {
  let enCurso: { envioId: string | null; marcha: Marcha | null; fin: Promise<void> } | null = null
  let cerrando = false

  const alTerminar = async (envio: EnvioListo, marcha: Marcha): Promise<void> => {
    const estado = await marcha.fin
    enCurso = null
    if (cerrando) return
    const anotar = (que: string, error: unknown): void => { p.registro.error(`send: ${que}`, error) }
    try { await p.planillas.ponerPrevios(envio.borradorId, p.diario.ultimosAvances(envio.rutOtec)) } catch (error) { anotar('draft, progress', error) }
    if (estado !== 'aceptado' && estado !== 'aceptado-con-rechazos') return
    try { await p.planillas.marcarEnviado(envio.borradorId) } catch (error) { anotar('draft, sent', error) }
  }

  return {
    ...previos(p),

    enviar: async ({ borradorId }) => {
      if (enCurso !== null || cerrando) return fallar(falla('envio-en-curso'))
      const credenciales = credencialesUsables(p.credenciales)
      if (!credenciales.ok) return credenciales
      const { rutOtec, token } = credenciales.valor
      let terminar = (): void => undefined
      const fin = new Promise<void>((listo) => { terminar = listo })
      enCurso = { envioId: null, marcha: null, fin }
      try {
        const listo = await prepararEnvio(p, borradorId, rutOtec, p.reloj.ahora())
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
    },

    cancelar: ({ envioId }) => {
      if (enCurso?.envioId === envioId) enCurso.marcha?.cancelar()
      return ok({})
    },

    lista: () => {
      try { return ok(p.diario.envios().map(filaDeEnvio)) } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: list', error))) }
    },

    detalle: ({ envioId }) => {
      try {
        const hallado = p.diario.envio(envioId)
        if (hallado === null) return fallar(falla('envio-no-existe'))
        return ok({ ...filaDeEnvio(hallado.envio), llamadas: hallado.llamadas.map(vistaDeLlamada) })
      } catch (error) { return fallar(falla('diario-no-lee', p.registro.error('journal: detail', error))) }
    },

    historial: async (filtro) => {
      const credenciales = credencialesUsables(p.credenciales)
      if (!credenciales.ok) return credenciales
      const { prueba, procesos } = leerConsulta(await p.cliente.historialEnvios(credenciales.valor, filtro))
      if (procesos === null) return fallar({ codigo: `historial-${prueba.resultado}`, titulo: prueba.titulo, explicacion: prueba.explicacion, queHacer: prueba.queHacer })
      const codigos = procesos.map((x) => x.codigoExterno).filter((c) => c !== null)
      const locales = enElDiario(() => p.diario.enviosPorCodigo(credenciales.valor.rutOtec, codigos), new Map<string, string>())
      return ok({
        consultadoEn: p.reloj.ahora().toISOString(),
        procesos: procesos.map((x) => ({ ...x, envioLocal: x.codigoExterno === null ? null : locales.get(x.codigoExterno) ?? null })),
      })
    },

    ultimosAvances: () => {
      const credenciales = p.credenciales.leer()
      return credenciales === null ? [] : enElDiario(() => p.diario.ultimosAvances(credenciales.rutOtec), [])
    },

    recuperar: () => {
      const { desconocidas, canceladas } = p.diario.recuperar()
      if (desconocidas + canceladas > 0) p.registro.aviso(`journal: ${desconocidas} calls left in flight, ${canceladas} never started`)
      return Promise.resolve()
    },

    detener: async () => {
      cerrando = true
      // While it is being prepared there is nothing to cut: it ends by itself, and what it starts is cut at once.
      enCurso?.marcha?.cortar()
      await enCurso?.fin
    },
  }

  /** What SENCE says is worth showing even when the journal does not answer. */
  function enElDiario<T>(leer: () => T, siFalla: T): T {
    try { return leer() } catch (error) { p.registro.error('journal: read', error); return siFalla }
  }
}
