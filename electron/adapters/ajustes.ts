import { AjustesSchema, type Ajustes } from '../../shared/ipc/modelos.ts'
import { fallar, ok } from '../../shared/ipc/result.ts'
import { falla } from '../services/fallas.ts'
import type { AlmacenAjustes } from '../services/puertos.ts'
import { abrirAlmacen } from './almacen.ts'
import { urlBasePermitida } from './url-base.ts'

export const AJUSTES_INICIALES: Ajustes = {
  urlBase: 'https://auladigital.sence.cl/gestor/API/avance-sic',
  /** [I23] advises 10 minutes. */
  tiempoEsperaSegundos: 600,
  alumnosPorParte: 500,
  pausaSegundos: 3,
  proxy: 'sistema',
  actualizarSolo: true,
  tema: 'sistema',
}

/** Settings in `carpeta`/ajustes.json. Each value is checked when read: a wrong one counts as its initial value and never hides the others. */
export function abrirAjustes(carpeta: string): AlmacenAjustes {
  const almacen = abrirAlmacen(carpeta, 'ajustes', true)
  const leer = (): Ajustes => {
    const urlBase = AjustesSchema.shape.urlBase.safeParse(almacen.leer('urlBase'))
    const espera = AjustesSchema.shape.tiempoEsperaSegundos.safeParse(almacen.leer('tiempoEsperaSegundos'))
    const porParte = AjustesSchema.shape.alumnosPorParte.safeParse(almacen.leer('alumnosPorParte'))
    const pausa = AjustesSchema.shape.pausaSegundos.safeParse(almacen.leer('pausaSegundos'))
    const proxy = AjustesSchema.shape.proxy.safeParse(almacen.leer('proxy'))
    const actualizarSolo = AjustesSchema.shape.actualizarSolo.safeParse(almacen.leer('actualizarSolo'))
    const tema = AjustesSchema.shape.tema.safeParse(almacen.leer('tema'))
    return {
      urlBase: urlBase.success && urlBasePermitida(urlBase.data, false) !== null ? urlBase.data : AJUSTES_INICIALES.urlBase,
      tiempoEsperaSegundos: espera.success ? espera.data : AJUSTES_INICIALES.tiempoEsperaSegundos,
      alumnosPorParte: porParte.success ? porParte.data : AJUSTES_INICIALES.alumnosPorParte,
      pausaSegundos: pausa.success ? pausa.data : AJUSTES_INICIALES.pausaSegundos,
      proxy: proxy.success ? proxy.data : AJUSTES_INICIALES.proxy,
      actualizarSolo: actualizarSolo.success ? actualizarSolo.data : AJUSTES_INICIALES.actualizarSolo,
      tema: tema.success ? tema.data : AJUSTES_INICIALES.tema,
    }
  }
  return {
    leer,
    guardar: (cambio) => {
      const definidos = Object.entries(cambio).filter(([, valor]) => valor !== undefined)
      const nuevos = AjustesSchema.safeParse({ ...leer(), ...Object.fromEntries(definidos) })
      if (!nuevos.success) return fallar(falla('ajustes-invalidos'))
      const url = urlBasePermitida(nuevos.data.urlBase.trim(), false)
      if (url === null) return fallar(falla('direccion-no-permitida'))
      const finales = { ...nuevos.data, urlBase: url.href.replace(/\/$/u, '') }
      try { for (const [clave, valor] of Object.entries(finales)) almacen.poner(clave, valor) } catch { return fallar(falla('ajustes-no-guardados')) }
      return ok(finales)
    },
  }
}
