import { z } from 'zod'
import { LicenciaSchema } from '../../shared/ipc/modelos-licencias.ts'
import { ok, fallar } from '../../shared/ipc/result.ts'
import type { Contexto } from './contexto.ts'
import { falla } from './fallas.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'app:estado' | 'app:escuchando' | 'app:entrar' | 'app:leerAjustes' | 'app:guardarAjustes' | 'app:abrirEnlace' | 'app:mostrarEnCarpeta' | 'app:licencias'

/** The product's own addresses. The page names a key, never a URL. */
const ENLACES = { token: 'https://sistemas.sence.cl/rts', 'correo-sence': 'mailto:adminelearning@sence.cl' } as const

export const manejadoresApp = (c: Contexto): Pick<Manejadores, Propios> => ({
  'app:estado': async () => ok(await c.estado()),
  'app:escuchando': () => { c.escuchando(); return ok({}) },
  'app:entrar': async ({ espacio }) => {
    const entrada = await c.entrar(espacio)
    return entrada.ok ? ok(await c.estado()) : entrada
  },
  'app:licencias': async () => ok(z.array(LicenciaSchema).parse(await c.licencias())),
  'app:leerAjustes': () => ok(c.ajustes.leer()),
  'app:guardarAjustes': (cambio) => {
    const guardados = c.ajustes.guardar(cambio)
    if (guardados.ok) c.aplicarTema(guardados.valor.tema)
    return guardados
  },
  'app:abrirEnlace': async ({ enlace }) => {
    try { await c.abrirEnlace(ENLACES[enlace]); return ok({}) } catch { return fallar(falla('enlace')) }
  },
  'app:mostrarEnCarpeta': ({ que }) => {
    const ruta = { datos: c.carpetaDatos, plantilla: c.ultimaPlantilla(), diagnostico: c.diagnosticos.ultimo() }[que]
    if (ruta === null) return fallar(falla('archivo-no-guardado'))
    c.mostrarEnCarpeta(ruta)
    return ok({})
  },
})
