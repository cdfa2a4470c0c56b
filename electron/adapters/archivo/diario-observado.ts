import type { Diario } from '../../services/puertos-diario.ts'

/** The same journal, telling what changed in it once it is on disk. What hears must not throw. */
export function observarDiario<D extends Diario>(diario: D, alCambiar: (que: { envioId: string } | { llamadaId: string }) => void): D {
  const deEnvio = <A extends [string, ...unknown[]], R>(hacer: (...a: A) => R) => (...a: A): R => { const r = hacer(...a); alCambiar({ envioId: a[0] }); return r }
  const deLlamada = <A extends [string, ...unknown[]], R>(hacer: (...a: A) => R) => (...a: A): R => { const r = hacer(...a); alCambiar({ llamadaId: a[0] }); return r }
  return {
    ...diario,
    // Calls are added one by one to a send that is not yet whole: sealing it tells of all of them.
    sellarEnvio: deEnvio(diario.sellarEnvio), programarEnvio: deEnvio(diario.programarEnvio), vencerEnvio: deEnvio(diario.vencerEnvio), cancelarPendientes: deEnvio(diario.cancelarPendientes),
    marcarEnviando: deLlamada(diario.marcarEnviando), aplazarLlamada: deLlamada(diario.aplazarLlamada), cerrarLlamada: deLlamada(diario.cerrarLlamada),
    marcarConciliando: deLlamada(diario.marcarConciliando), soltarConciliacion: deLlamada(diario.soltarConciliacion), conciliarLlamada: deLlamada(diario.conciliarLlamada),
  }
}
