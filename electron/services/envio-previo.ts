import { armarCuerpo, cuantasPartes } from '../../shared/domain/envio.ts'
import { dentroDeVentana } from '../../shared/domain/ventana-envio.ts'
import { fallar, ok } from '../../shared/ipc/result.ts'
import { credencialesUsables } from './credenciales.ts'
import { falla } from './fallas.ts'
import { esDeLaOtec } from './guardia-otec.ts'
import { porPartes, type FuenteCursos } from './fuente-cursos.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales, Registro, Reloj } from './puertos.ts'
import type { ServicioEnvios } from './servicios.ts'
import { leerDudas } from './sin-confirmar.ts'

/** Stands where the code will be; the real one is made when the person sends, and is of the same length. */
const CODIGO_POR_ASIGNAR = 'PSIC-AAAAMMDD-HHMMSS-xxxxxx'

interface Entorno {
  planillas: FuenteCursos; diario: Diario; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro
  alumnosPorParte(): number
  ponerAlDia(borradorId: string): Promise<void>
}

/** What would be sent, before anything is. */
export function previos(p: Entorno): Pick<ServicioEnvios, 'previo' | 'json' | 'arbol'> {
  return {
    previo: async ({ borradorId }) => {
      const credenciales = credencialesUsables(p.credenciales)
      if (!credenciales.ok) return credenciales
      await p.ponerAlDia(borradorId)
      const resumen = await p.planillas.resumen(borradorId)
      if (!resumen.ok) return resumen
      const suya = esDeLaOtec(resumen.valor.rutOtec, credenciales.valor.rutOtec)
      if (!suya.ok) return suya
      const cambios = await p.planillas.previo(borradorId)
      if (!cambios.ok) return cambios
      const dudas = leerDudas(p, credenciales.valor.rutOtec)
      if (!dudas.ok) return dudas
      const cursos = []
      for (const c of resumen.valor.cursos) {
        let bytes = 0, sinConfirmar = 0
        const { codigoOferta, codigoGrupo } = c
        const porParte = p.alumnosPorParte()
        if (c.enviables > 0) {
          const medido = await porPartes(p.planillas, { borradorId, version: resumen.valor.version, codigoOferta, codigoGrupo, porParte }, (curso) => {
            sinConfirmar += curso.listaAlumnos.filter((a) => dudas.valor(codigoOferta, codigoGrupo, a.rutAlumno)).length
            bytes += new TextEncoder().encode(armarCuerpo(credenciales.valor.rutOtec, curso, CODIGO_POR_ASIGNAR)).byteLength
            return Promise.resolve(ok({}))
          })
          if (!medido.ok) return medido
        }
        const { nuevos = 0, mas = 0, iguales = 0, menos = 0 } = cambios.valor.find((x) => x.codigoOferta === c.codigoOferta && x.codigoGrupo === c.codigoGrupo) ?? {}
        cursos.push({ ...c, nuevos, mas, iguales, menos, bytes, sinConfirmar, partes: cuantasPartes(c.enviables, porParte) })
      }
      return ok({
        borradorId, rutOtec: credenciales.valor.rutOtec, cursos, fueraDeVentana: !dentroDeVentana(p.reloj.ahora()),
        omitidos: cursos.reduce((total, c) => total + c.conError, 0),
      })
    },

    arbol: ({ borradorId, ...pedido }) => p.planillas.arbol(borradorId, pedido),

    json: async ({ borradorId, codigoOferta, codigoGrupo, parte: cual = 1 }) => {
      const credenciales = credencialesUsables(p.credenciales)
      if (!credenciales.ok) return credenciales
      const resumen = await p.planillas.resumen(borradorId)
      if (!resumen.ok) return resumen
      const suya = esDeLaOtec(resumen.valor.rutOtec, credenciales.valor.rutOtec)
      if (!suya.ok) return suya
      const porParte = p.alumnosPorParte()
      const parte = await p.planillas.curso(borradorId, codigoOferta, codigoGrupo, (cual - 1) * porParte, porParte)
      if (!parte.ok) return parte
      if (parte.valor === null) return fallar(falla('curso-no-existe'))
      return ok({ json: armarCuerpo(credenciales.valor.rutOtec, parte.valor.curso, CODIGO_POR_ASIGNAR, 2), partes: cuantasPartes(parte.valor.total, porParte) })
    },
  }
}
