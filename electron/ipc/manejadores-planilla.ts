import { ok, type Result } from '../../shared/ipc/result.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import type { EspacioAbierto } from '../espacio.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import { enEspacio } from './en-espacio.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'plantilla:guardar' | 'plantilla:guardarCon' | 'muestra:guardar' | 'planilla:elegir' | 'planilla:abrirSoltado' | 'planilla:abrirMuestra' | 'planilla:cancelar'
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
    'plantilla:guardarCon': ({ fuente }) => enEspacio<{ ruta: string | null; alumnos: number; conNombre: number }>(c, async (e) => {
      // Made before asking where: nobody should choose a place for what cannot be made.
      const llena = await e.envios.plantilla(fuente)
      if (!llena.ok) return llena
      const { alumnos } = llena.valor.filas
      const guardada = await guardar(t.guardarPlantilla, t.nombrePlantillaLlena, (_e, ruta) => e.planillas.escribirPlantillaLlena(ruta, llena.valor))
      return guardada.ok ? ok({ ...guardada.valor, alumnos: alumnos.length, conNombre: alumnos.filter((a) => typeof a['alumno.nombre'] === 'string').length }) : guardada
    }),
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
