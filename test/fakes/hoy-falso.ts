/** What to do today, as main would answer it. */
import type { HoyResumen } from '../../shared/ipc/modelos-hoy.ts'
import type { EnvioDetalle } from '../../shared/ipc/modelos.ts'

const CLASES = [['rechazado', 'rechazados'], ['desconocido', 'desconocidos']] as const

export function hoyFalso(envios: () => readonly EnvioDetalle[]) {
  const cursos = (): EnvioDetalle['cursos'] => envios()[0]?.cursos ?? []
  return {
    resumen: (): HoyResumen => ({
      envios: envios().flatMap(x => CLASES.flatMap(([clase, cuantos]) => x[cuantos] > 0 ? [{ clase, envioId: x.id, nombreArchivo: x.nombreArchivo, en: x.creadoEn, alumnos: x[cuantos] }] : [])),
      terminan: cursos().slice(1).map(c => ({ ...c, alumnos: 3, fin: '2026-11-28' })),
      enMarcha: [...cursos().flatMap((c, i) => [{ ...c, alumnos: 20 - i, fin: '2026-12-15', reporte: i === 0 ? null : '2026-11-12T01:31:08Z', diasSinReporte: i === 0 ? null : 12 }]),
        ...Array.from({ length: cursos().length * 4 }, (_, i) => ({ codigoOferta: 'RLAB-19-02-08-0071', codigoGrupo: `RLAB-19-02-08-0071-${i + 3}`, alumnos: 25, fin: '2026-12-15', reporte: '2026-11-23T01:31:08Z', diasSinReporte: 1 }))],
    }),
  }
}
