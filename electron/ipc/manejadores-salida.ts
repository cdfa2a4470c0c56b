/** What leaves the program for others to read: the receipt of a send, on paper or as a PDF, and lists as workbooks. */
import { fallar, ok } from '../../shared/ipc/result.ts'
import { listaDelArchivo } from '../services/listas/del-archivo.ts'
import { escribirArchivo } from '../proceso-planilla/escritura.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import { falla } from './fallas.ts'
import type { Manejadores } from './registrar.ts'

const { dialogo } = TEXTOS_NATIVOS

export function manejadoresSalida(c: Contexto): Pick<Manejadores, 'envio:guardarComprobante' | 'envio:imprimirComprobante' | 'lista:exportar'> {
  return {
    'envio:guardarComprobante': ({ envioId }) => enEspacio<{ ruta: string | null }>(c, async (e) => {
      const hecho = await e.envios.comprobante(envioId, { version: c.version, practica: e.nombre === 'practica' })
      if (!hecho.ok) return hecho
      const ruta = await c.dialogos.guardarPdf(dialogo.guardarComprobante, hecho.valor.nombreArchivo)
      if (ruta === null) return ok({ ruta: null })
      let pdf: Uint8Array
      try { pdf = await c.imprenta.pdf(hecho.valor.hoja) } catch (error) { return fallar(falla('comprobante-no-hecho', c.anotar('receipt: pdf', error))) }
      const escrito = await escribirArchivo(ruta, pdf)
      if (!escrito.ok) return escrito
      c.recordarPlantilla(ruta)
      return ok({ ruta })
    }),

    'envio:imprimirComprobante': ({ envioId }) => enEspacio<{ impreso: boolean }>(c, async (e) => {
      const hecho = await e.envios.comprobante(envioId, { version: c.version, practica: e.nombre === 'practica' })
      if (!hecho.ok) return hecho
      try {
        const fin = await c.imprenta.imprimir(hecho.valor.hoja)
        return fin === 'sin-impresora' ? fallar(falla('sin-impresora')) : ok({ impreso: fin === 'impreso' })
      } catch (error) { return fallar(falla('no-impreso', c.anotar('receipt: print', error))) }
    }),

    'lista:exportar': (cual) => enEspacio<{ ruta: string | null; filas: number }>(c, async (e) => {
      const practica = e.nombre === 'practica'
      const lista = cual.lista === 'alumnos' ? await e.envios.listaDeAlumnos(cual.envioId, practica) : await listaDelArchivo({ archivo: e.archivo, historial: e.historial, nombres: (envioId) => e.envios.nombres({ envioId }) }, cual, { ahora: new Date(), practica })
      if (!lista.ok) return lista
      const ruta = await c.dialogos.guardarPlanilla(dialogo.guardarLista, lista.valor.nombreArchivo)
      if (ruta === null) return ok({ ruta: null, filas: 0 })
      const escrita = await e.planillas.escribirLista(ruta, lista.valor)
      if (!escrita.ok) return escrita
      c.recordarPlantilla(ruta)
      return ok({ ruta, filas: escrita.valor.filas })
    }),
  }
}
