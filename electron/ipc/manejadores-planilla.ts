import { ok, type Result } from '../../shared/ipc/result.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import type { EspacioAbierto } from '../espacio.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'plantilla:guardar' | 'muestra:guardar' | 'planilla:elegir' | 'planilla:abrirSoltado' | 'planilla:abrirMuestra' | 'planilla:cancelar'
const t = TEXTOS_NATIVOS.dialogo

export const manejadoresPlanilla = (c: Contexto): Pick<Manejadores, Propios> => {
  /** Asks where, then has the workbook written there. null: the person cancelled. */
  const guardar = async (titulo: string, nombre: string, escribir: (e: EspacioAbierto, ruta: string) => Promise<Result<unknown>>): Promise<Result<{ ruta: string | null }>> =>
    enEspacio<{ ruta: string | null }>(c, async (e) => {
      const ruta = await c.dialogos.guardarPlanilla(titulo, nombre)
      if (ruta === null) return ok({ ruta: null })
      const escrita = await escribir(e, ruta)
      if (!escrita.ok) return escrita
      c.recordarPlantilla(ruta)
      return ok({ ruta })
    })
  const nombreDeMuestra = { 'con-problemas': t.nombreMuestraConProblemas, 'sin-problemas': t.nombreMuestraSinProblemas }
  const hoy = (): string => hoyEnSantiago(new Date())
  return {
    'plantilla:guardar': () => guardar(t.guardarPlantilla, t.nombrePlantilla, (e, ruta) => e.planillas.escribirPlantilla(ruta)),
    'muestra:guardar': ({ muestra }) => guardar(t.guardarMuestra, nombreDeMuestra[muestra], (e, ruta) => e.planillas.escribirMuestra(muestra, hoy(), ruta)),
    'planilla:elegir': async () => {
      const ruta = await c.dialogos.elegirPlanilla()
      return ruta === null ? ok(null) : c.importar(ruta)
    },
    'planilla:abrirSoltado': ({ ruta }) => c.importar(ruta),
    'planilla:abrirMuestra': ({ muestra }) => enEspacio(c, (e) => e.conArchivoTemporal(async (ruta) => {
      const escrita = await e.planillas.escribirMuestra(muestra, hoy(), ruta)
      return escrita.ok ? c.importar(ruta, nombreDeMuestra[muestra]) : escrita
    })),
    'planilla:cancelar': () => enEspacio(c, (e) => { e.planillas.cancelar(); return ok({}) }),
  }
}
