/** What to do today: the rules of shared/domain/hoy.ts over what was sent from here. */
import type { EstadoCurso } from '../../shared/domain/estado-curso.ts'
import { hoyEnSantiago, sumarDias } from '../../shared/domain/fecha.ts'
import { tareasDeHoy } from '../../shared/domain/hoy.ts'
import type { Valor } from '../../shared/ipc/contract.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { Archivo, Indexador } from './puertos-archivo.ts'
import type { LectorCursos } from './puertos-cursos.ts'
import type { Registro, Reloj } from './puertos.ts'

export interface ServicioHoy { resumen(): Promise<Result<Valor<'hoy:resumen'>>> }
interface Partes {
  lector: LectorCursos
  archivo: Pick<Archivo, 'repararSiHaceFalta'>
  indexador: Pick<Indexador, 'apurar' | 'despertar'>
  reloj: Reloj
  registro: Registro
}

/** A course that nothing was sent of in so long is not looked at: reading the whole past at each start would be felt. */
const DIAS_DE_CURSOS = 366
export function crearServicioHoy(p: Partes): ServicioHoy {
  async function leer(): Promise<Valor<'hoy:resumen'>> {
    const hoy = hoyEnSantiago(p.reloj.ahora())
    const cursos: EstadoCurso[] = []
    for (const c of p.lector.cursos(sumarDias(hoy, -DIAS_DE_CURSOS))) cursos.push(await p.lector.estado(c.codigoOferta, c.codigoGrupo))
    const t = tareasDeHoy(cursos, hoy)
    return {
      envios: [
        ...p.lector.sinResolver().map((e) => ({ clase: 'desconocido' as const, ...e })),
        ...t.porCorregir.map(({ resultado, llamada: l, alumnos }) => ({ clase: resultado, envioId: l.envioId, nombreArchivo: l.nombreArchivo, en: l.en, alumnos })),
      ],
      terminan: [...t.terminan],
      enMarcha: t.enMarcha.map(({ codigoOferta, codigoGrupo, alumnos, fin, reporte, diasSinReporte }) => ({ codigoOferta, codigoGrupo, alumnos, fin, reporte: reporte?.en ?? null, diasSinReporte })),
    }
  }
  return {
    resumen: async () => {
      try {
        p.indexador.apurar()
        return ok(await leer())
      } catch (error) {
        const incidente = p.registro.error('archive of sends: today', error)
        // Asked again, it answers from the one that is being made.
        if (p.archivo.repararSiHaceFalta(error)) p.indexador.despertar()
        return fallar(falla('archivo-no-lee', incidente))
      }
    },
  }
}
