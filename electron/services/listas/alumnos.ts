import { formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import { formatRut } from '../../../shared/domain/rut.ts'
import { leerEnviado, type Enviado } from '../comprobante/enviado.ts'
import { TEXTOS_COMPROBANTE } from '../comprobante/textos.ts'
import type { AlumnoGuardado, EnvioGuardado, LlamadaGuardada } from '../puertos-diario.ts'
import { palabrasDeAlumno } from '../textos-llamada.ts'
import { columna, listaDe, type Lista } from './lista.ts'
import { TEXTOS_LISTAS } from './textos.ts'

const { alumnos: T, acerca: A } = TEXTOS_LISTAS
interface Fila { readonly a: AlumnoGuardado; readonly l: LlamadaGuardada; readonly rut: string; readonly enviado: Enviado | null; readonly palabras: ReturnType<typeof palabrasDeAlumno> }

/** @param nombres RUT with dots and hyphen → name */
export function listaDeAlumnos(envio: EnvioGuardado, llamadas: readonly LlamadaGuardada[], nombres: ReadonlyMap<string, string>, { ahora, practica }: { ahora: Date; practica: boolean }): Lista {
  const codigo = llamadas[0]?.codigoEnvio ?? envio.id
  return listaDe<Fila>({
    nombreArchivo: TEXTOS_LISTAS.archivo(`${T.archivo} ${codigo}`, hoyEnSantiago(ahora), practica), hoja: T.titulo,
    acerca: [
      [A.lista, T.titulo], [A.envio, formatInstante(envio.creadoEn)], [A.planilla, envio.nombreArchivo], [A.otec, envio.rutOtec], [A.hecha, formatInstante(ahora.toISOString())], [A.programa, TEXTOS_LISTAS.programa], [A.aviso, TEXTOS_LISTAS.noEsDeSence],
      ...(practica ? [[A.aviso, TEXTOS_LISTAS.practica] as const] : []),
    ],
    columnas: [
      columna(T.rut, 'texto', 14, (f) => f.rut), columna(T.nombre, 'texto', 32, (f) => nombres.get(f.rut) ?? null), columna(T.oferta, 'texto', 22, (f) => f.l.codigoOferta), columna(T.grupo, 'texto', 22, (f) => f.l.codigoGrupo),
      columna(T.avance, 'porcentaje', 11, (f) => f.enviado?.numero('porcentajeAvance') ?? null), columna(T.tiempo, 'duracion', 12, (f) => f.enviado?.numero('tiempoConectividad') ?? null), columna(T.estado, 'texto', 12, (f) => f.enviado?.estado() ?? null),
      columna(T.inicio, 'fecha', 12, (f) => f.enviado?.valor('fechaInicio') ?? null), columna(T.fin, 'fecha', 12, (f) => f.enviado?.valor('fechaFin') ?? null), columna(T.ejecucion, 'fecha', 13, (f) => f.enviado?.valor('fechaEjecucion') ?? null),
      columna(T.modulos, 'entero', 9, (f) => f.enviado?.lista('listaModulos').length ?? null),
      columna(T.resultado, 'texto', 14, (f) => TEXTOS_COMPROBANTE.alumnos.resultados(f.a.resultado)), columna(T.codigo, 'texto', 10, (f) => f.a.codigo), columna(T.mensaje, 'texto', 44, (f) => f.a.mensaje),
      columna(T.significa, 'texto', 44, (f) => [f.palabras.titulo, f.palabras.explicacion].filter((x) => x !== null).join('. ') || null), columna(T.queHacer, 'texto', 44, (f) => f.palabras.queHacer), columna(T.quien, 'texto', 24, (f) => f.palabras.quien),
      columna(T.enviado, 'instante', 17, (f) => f.l.enviadoEn), columna(T.respondido, 'instante', 17, (f) => f.l.respondidoEn), columna(T.codigoEnvio, 'texto', 30, (f) => f.l.codigoEnvio), columna(T.proceso, 'texto', 12, (f) => f.l.idProceso),
    ],
    filas: filasDe(llamadas),
  })
}

/** One call read at a time: only its bytes are in memory as objects. */
function* filasDe(llamadas: readonly LlamadaGuardada[]): Generator<Fila> {
  for (const l of llamadas) {
    const porRut = new Map(leerEnviado(l.cuerpo)?.lista('listaAlumnos').map((a) => [a.numero('rutAlumno'), a]))
    for (const a of l.alumnos) yield { a, l, rut: formatRut({ numero: a.rutAlumno, dv: a.dvAlumno }), enviado: porRut.get(a.rutAlumno) ?? null, palabras: palabrasDeAlumno(a, l) }
  }
}
