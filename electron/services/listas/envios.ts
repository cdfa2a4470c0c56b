import { formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { EnvioGuardado } from '../puertos.ts'
import { TEXTOS_EVIDENCIA } from '../textos-evidencia.ts'
import { filaDeEnvio } from '../vistas.ts'
import type { EnvioFila } from '../../../shared/ipc/modelos.ts'
import { columna, listaDe, type Lista } from './lista.ts'
import { TEXTOS_LISTAS } from './textos.ts'

const { envios: T, acerca: A } = TEXTOS_LISTAS

/** The sends that were on view, in their order; one that is no longer there is passed over. */
export function listaDeEnvios(envios: readonly EnvioGuardado[], ids: readonly string[], { ahora, practica }: { ahora: Date; practica: boolean }): Lista {
  const porId = new Map(envios.map((e) => [e.id, e]))
  const filas = ids.flatMap((id) => { const e = porId.get(id); return e === undefined ? [] : [filaDeEnvio(e)] })
  return listaDe<EnvioFila>({
    nombreArchivo: TEXTOS_LISTAS.archivo(T.archivo, hoyEnSantiago(ahora), practica), hoja: T.titulo,
    acerca: [
      [A.lista, T.titulo], [A.filas, String(filas.length)], [A.hecha, formatInstante(ahora.toISOString())], [A.programa, TEXTOS_LISTAS.programa], [A.aviso, TEXTOS_LISTAS.noEsDeSence],
      ...(practica ? [[A.aviso, TEXTOS_LISTAS.practica] as const] : []),
    ],
    columnas: [
      columna(T.creado, 'instante', 17, (e) => e.creadoEn), columna(T.planilla, 'texto', 38, (e) => e.nombreArchivo), columna(T.otec, 'texto', 14, (e) => e.rutOtec),
      columna(T.cursos, 'texto', 48, (e) => e.cursos.map((c) => `${c.codigoOferta} (${c.codigoGrupo})`).join('; ')),
      columna(T.alumnos, 'entero', 10, (e) => e.alumnos), columna(T.aceptados, 'entero', 11, (e) => e.aceptados), columna(T.rechazados, 'entero', 12, (e) => e.rechazados), columna(T.desconocidos, 'entero', 14, (e) => e.desconocidos),
      columna(T.resultado, 'texto', 26, (e) => TEXTOS_EVIDENCIA.estado(e.estado)), columna(T.programado, 'instante', 17, (e) => e.programadoPara), columna(T.id, 'texto', 38, (e) => e.id),
    ],
    filas,
  })
}
