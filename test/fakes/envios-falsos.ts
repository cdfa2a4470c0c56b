/** Sends and history records as main would answer them. */
import { calcularDv, formatRut } from '../../shared/domain/rut.ts'
import type { EnvioDetalle, EnvioFila, LlamadaVista, PrevioEnvio, ResultadoAlumno } from '../../shared/ipc/modelos.ts'
import type { CuerpoLlamada } from '../../shared/ipc/modelos-cuerpo.ts'
import type { Escenario } from './escenario.ts'
import type { BorradorFalso } from './borrador-falso.ts'

const rutDe = (numero: number): string => formatRut({ numero, dv: calcularDv(numero) })

const RECHAZOS = [
  { codigo: '012', mensajeSence: 'El alumno no se encuentra registrado en la plataforma', titulo: 'SENCE no conoce a este alumno', explicacion: 'El RUT no está inscrito en la plataforma de SENCE. Los demás alumnos del curso sí se procesaron.', queHacer: 'Revise el RUT. Si está bien, pida a SENCE que inscriba al alumno y vuelva a enviarlo.', quien: 'La OTEC o SENCE: inscripción' },
  { codigo: '025', mensajeSence: 'modulo.porcentajeAvance debe ser mayor al anterior (60.00000)', titulo: 'El avance no creció', explicacion: 'SENCE ya tenía 60 % para uno o más módulos de este alumno, y el avance solo puede crecer.', queHacer: 'Revise todos los módulos de este alumno y vuelva a enviarlo con el avance correcto.', quien: 'La OTEC: datos' },
  { codigo: '047', mensajeSence: 'Código no documentado', titulo: 'SENCE respondió un código que no está en su instructivo', explicacion: 'Se muestra tal como llegó.', queHacer: 'Escriba a la mesa de ayuda de SENCE y mencione el código y el mensaje.', quien: 'La OTEC: consultar a SENCE' },
]
const NADA = { codigo: null, mensajeSence: null, titulo: null, explicacion: null, queHacer: null, quien: null }

function alumno(i: number, e: Escenario): ResultadoAlumno {
  const rut = rutDe(12_000_000 + i * 37)
  if (e.resultado === 'desconocido') return { ...NADA, rut, resultado: 'desconocido' }
  if (e.resultado === 'credenciales') return { ...NADA, rut, resultado: 'no-enviado' }
  const rechazo = RECHAZOS[i % 11]
  return rechazo && e.resultado === 'mixto' ? { ...rechazo, rut, resultado: 'rechazado' } : { ...NADA, rut, resultado: 'aceptado' }
}

const PALABRAS: Partial<Record<Escenario['resultado'], Pick<LlamadaVista, 'titulo' | 'explicacion' | 'queHacer'>>> = {
  desconocido: { titulo: 'No sabemos si SENCE recibió este curso', explicacion: 'La conexión se cortó después de enviar y antes de la respuesta.', queHacer: 'No lo envíe otra vez todavía: consulte el historial de SENCE con el código de este envío.' },
  credenciales: { titulo: 'SENCE no aceptó el RUT o el token', explicacion: 'No se guardó ningún dato de este curso.', queHacer: 'Revise sus credenciales en Ajustes y vuelva a enviar.' },
}
const ESTADOS = { mixto: 'aceptado-con-rechazos', aceptado: 'aceptado', desconocido: 'desconocido', credenciales: 'rechazado' } as const

export function crearEnvio(id: string, creadoEn: string, nombreArchivo: string, cursos: readonly { codigoOferta: string; codigoGrupo: string; enviables: number }[], e: Escenario): EnvioDetalle {
  const llamadas = cursos.map((c, n): LlamadaVista => {
    const codigoEnvio = `PSIC-${id}-${n + 1}`
    const alumnos = Array.from({ length: c.enviables }, (_, i) => alumno(i * cursos.length + n, e))
    const respuesta = e.resultado !== 'desconocido'
    return {
      id: `${id}-${n}`, codigoEnvio, codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, parte: 1, partes: 1, consultadaEn: null, estado: ESTADOS[e.resultado],
      idProceso: respuesta ? String(48_210 + n) : null, respuestaSic: respuesta ? 'Proceso ejecutado' : null, enviadoEn: creadoEn, respondidoEn: respuesta ? creadoEn : null,
      alumnos, titulo: null, explicacion: null, queHacer: null, ...PALABRAS[e.resultado],
      httpEstado: respuesta ? 200 : null, sha256: '9f2c1e7ab4d05f6c3e8812a7d94bc0e15f7a63d2c98e4b10aa57cf3e6d21b804',
    }
  })
  const todos = llamadas.flatMap(l => l.alumnos)
  const cuenta = (r: ResultadoAlumno['resultado']): number => todos.filter(a => a.resultado === r).length
  return {
    id, creadoEn, nombreArchivo, rutOtec: '76123456-0', estado: ESTADOS[e.resultado], programadoPara: null, cursos: cursos.map(({ codigoOferta, codigoGrupo }) => ({ codigoOferta, codigoGrupo })),
    alumnos: todos.length, aceptados: cuenta('aceptado'), rechazados: cuenta('rechazado'), desconocidos: cuenta('desconocido'), llamadas,
  }
}

/** The texts of a call of crearEnvio. */
export function cuerpoDe(l: LlamadaVista): CuerpoLlamada {
  const solicitud = { rutOtec: '76123456-0', idSistema: 1350, token: '••••••••', codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, codigoEnvio: l.codigoEnvio, listaAlumnos: l.alumnos.map(a => ({ rutAlumno: a.rut })) }
  const respuesta = { id_proceso: l.idProceso, respuesta_SIC: 'Proceso ejecutado', datosError: l.alumnos.filter(a => a.codigo).map(a => ({ alumno: a.rut, codigo: a.codigo, mensaje: a.mensajeSence })) }
  return { solicitud: JSON.stringify(solicitud, null, 2), respuesta: l.idProceso === null ? null : JSON.stringify(respuesta, null, 2), constancia: null }
}

export const nombresDeEjemplo = (e: Escenario): { rut: string; nombre: string }[] => Array.from({ length: 30 }, (_, i) => ({ rut: rutDe(12_000_000 + i * 37), nombre: e.datos === 'largos' ? 'María de los Ángeles Esperanza Fernández-Valdivieso Huenchumilla' : `Alumna Ejemplo ${i + 1}` }))

export const filaDe = ({ llamadas: _, ...fila }: EnvioDetalle): EnvioFila => fila

const oferta = (e: Escenario): string => e.datos === 'largos' ? 'RLAB-19-02-08-0071-PROGRAMA-DE-FORMACION-EN-COMPETENCIAS-LABORALES-2026' : 'RLAB-19-02-08-0071'

export function enviosDeEjemplo(e: Escenario): EnvioDetalle[] {
  if (e.datos === 'no') return []
  const curso = (grupo: number, enviables: number): { codigoOferta: string; codigoGrupo: string; enviables: number } => ({ codigoOferta: oferta(e), codigoGrupo: `${oferta(e)}-${grupo}`, enviables })
  const archivo = e.datos === 'largos' ? 'Informe consolidado de avance de participantes segundo semestre versión final (3) definitiva.xlsx' : 'avance-noviembre.xlsx'
  return [
    crearEnvio('20261123-2231', '2026-11-24T01:31:08Z', archivo, [curso(1, 20), curso(2, 18)], { ...e, resultado: 'mixto' }),
    crearEnvio('20261122-2204', '2026-11-23T01:04:41Z', archivo, [curso(1, 20)], { ...e, resultado: 'aceptado' }),
    crearEnvio('20261120-2340', '2026-11-21T02:40:12Z', 'curso-soldadura.ods', [curso(2, 9)], { ...e, resultado: 'desconocido' }),
    crearEnvio('20261119-1015', '2026-11-19T13:15:55Z', 'prueba.csv', [curso(1, 4)], { ...e, resultado: 'credenciales' }),
  ]
}

export type ProcesoDeEjemplo = ReturnType<typeof historialDeEjemplo>[number]
export function historialDeEjemplo(e: Escenario) {
  if (e.datos === 'no') return []
  return [0, 1, 2].map((n) => ({
    idProceso: String(48_210 - n), codigoExterno: n === 2 ? null : n === 0 ? 'PSIC-20261123-2231-1' : 'MOODLE-991', fecha: `2026-11-${23 - n} 22:31:09`, estado: n === 1 ? 'ERROR' : 'OK',
    observaciones: n === 1 ? 'Proceso con registros rechazados' : null, observacionesSic: n === 2 ? null : 'Cargado en SIC', rutOtec: '76123456', envioLocal: n === 0 ? '20261123-2231' : null,
    registros: Array.from({ length: 6 }, (_, i) => ({
      rut: rutDe(12_000_000 + i * 37), oferta: oferta(e), grupo: `${oferta(e)}-1`, modulo: `MA0${(i % 3) + 1}`, avance: '45.00000', moduloAvance: i === 4 ? null : '60.00000', estadoRegistro: i === 2 ? '3' : '1',
      resultado: i === 2 ? 'rechazado' as const : 'aceptado' as const, observacion: i === 2 ? '[010] modulo.porcentajeAvance debe ser mayor al anterior (60.00000)' : null, fechaEjecucion: '2026-11-23', crudo: JSON.stringify({ id_registro: 900 + i, rut_alumno: 12_000_000 + i * 37 }, null, 2),
    })),
    crudo: JSON.stringify({ id_proceso_externo: 48_210 - n, estado: 'OK' }, null, 2),
  }))
}

export function previoDe(p: BorradorFalso, e: Escenario): PrevioEnvio {
  const r = p.resumen()
  return {
    borradorId: p.id, rutOtec: '76123456-0', fueraDeVentana: e.fueraDeVentana, omitidos: r.cursos.reduce((n, c) => n + c.alumnos - c.enviables, 0),
    cursos: r.cursos.map(c => ({ ...c, ...(p.previo().find(x => x.codigoGrupo === c.codigoGrupo && x.codigoOferta === c.codigoOferta) ?? { nuevos: 0, mas: 0, iguales: 0, menos: 0 }), bytes: c.enviables * 1_240, partes: e.datos === 'largos' ? 3 : 1, sinConfirmar: e.resultado === 'desconocido' ? Math.min(c.enviables, 3) : 0 })),
  }
}
