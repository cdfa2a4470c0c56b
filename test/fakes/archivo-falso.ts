/** The list of past sends as main would answer it. */
import { terminosDe } from '../../shared/domain/consulta-archivo.ts'
import type { Ficha, PaginaFichas, PaginaRegistros } from '../../shared/ipc/modelos-archivo.ts'
import type { EnvioDetalle } from '../../shared/ipc/modelos.ts'
import type { Alumno, CursoArchivo, PuntoAlumno } from '../../shared/ipc/modelos-personas.ts'
import { calcularDv, formatRut } from '../../shared/domain/rut.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Escenario } from './escenario.ts'
import { historialDeEjemplo, type ProcesoDeEjemplo } from './envios-falsos.ts'

const texto = (v: unknown): string => JSON.stringify(v).toLowerCase()
const deSence = (p: ProcesoDeEjemplo, n: number): Ficha => ({
  pk: 900 + n, envioId: null, procesoPk: n + 1, fecha: n === 2 ? null : `2026-11-${String(23 - n)}T06:00:00Z`, origen: 'sence', estado: null, programadoPara: null, nombreArchivo: null, rutOtec: '76123456-0',
  cursos: [{ codigoOferta: p.registros[0]?.oferta ?? '', codigoGrupo: p.registros[0]?.grupo ?? '' }], alumnos: 6, aceptados: 5, rechazados: 1, desconocidos: 0, esperadas: 0, conocidas: 0,
  procesos: [{ pk: n, idProceso: n === 2 ? null : p.idProceso, codigoExterno: p.codigoExterno, fecha: n === 2 ? '2021-04-0' : p.fecha, estado: p.estado }], marcas: n === 2 ? ['sin-numero', 'sin-fecha'] : [],
})
const deAqui = (x: EnvioDetalle, n: number): Ficha => ({
  pk: n, envioId: x.id, procesoPk: null, fecha: x.creadoEn, origen: n === 1 ? 'ambos' : 'aqui', estado: x.estado, programadoPara: null, nombreArchivo: x.nombreArchivo, rutOtec: x.rutOtec, cursos: x.cursos,
  alumnos: x.alumnos, aceptados: x.aceptados, rechazados: x.rechazados, desconocidos: x.desconocidos, esperadas: n === 3 ? 0 : x.llamadas.length, conocidas: n === 0 ? 1 : n === 1 ? x.llamadas.length : 0,
  procesos: [], marcas: n === 1 ? ['repetido'] : [],
})

export function archivoFalso(e: Escenario, envios: () => readonly EnvioDetalle[]) {
  const todas = (): Ficha[] => [...envios().map(deAqui), ...(e.datos === 'no' ? [] : historialDeEjemplo(e).slice(1).map((p, i) => deSence(p, i + 1)))].toSorted((a, b) => (b.fecha ?? '').localeCompare(a.fecha ?? ''))
  return {
    fichas: ({ consulta, desde, cuantas }: Input<'archivo:fichas'>): PaginaFichas => {
      const palabras = terminosDe(consulta.texto ?? '')
      const pasan = todas().filter(f => palabras.every(p => p.ruts.length > 0 ? f.envioId !== null : texto(f).includes(p.texto ?? '')) && (consulta.estado ?? f.estado) === f.estado && (consulta.origen ?? f.origen) === f.origen)
      return { total: pasan.length, filas: pasan.slice(desde, desde + cuantas), pendiente: null, consultadoEn: '2026-11-24T12:00:00Z' }
    },
    registros: ({ consulta, desde, cuantos }: Input<'archivo:registros'>): PaginaRegistros => {
      const rut = terminosDe(consulta.texto ?? '').flatMap(t => t.ruts)[0]?.desde
      if (rut === undefined || e.datos === 'no') return { total: 0, alumnos: 0, registros: [] }
      const registros = envios().flatMap(x => x.llamadas.flatMap(l => ['MA01', 'MA02'].map((codigoModulo, n) => ({
        rut: l.alumnos[0]?.rut ?? '', rutNumero: rut, envioId: x.id, procesoPk: null, fecha: x.creadoEn, codigoOferta: l.codigoOferta, codigoGrupo: l.codigoGrupo, codigoModulo, avance: String(40 + n * 20), avanceAlumno: '50',
        resultado: l.alumnos[0]?.resultado ?? 'desconocido', codigo: l.alumnos[0]?.codigo ?? null, mensaje: l.alumnos[0]?.mensajeSence ?? null,
      }))))
      return { total: registros.length, alumnos: 1, registros: registros.slice(desde, desde + cuantos) }
    },
    alumno: ({ rut }: Input<'archivo:alumno'>): Alumno => {
      if (e.datos === 'no') return { rut: formatRut({ numero: rut, dv: calcularDv(rut) }), total: 0, puntos: [] }
      const grupo = e.datos === 'largos' ? 'GRUPO-CON-UN-CODIGO-LARGO-DE-LA-REGION-DE-LOS-LAGOS-2026' : 'GR-1'
      const [envio] = envios()
      const puntos = Array.from({ length: 8 }, (_v, n) => ['MA01', 'MA02', 'MA03'].map((codigoModulo, k): PuntoAlumno => ({
        origen: n === 6 ? 'sence' : 'aqui', repetido: false, envioId: n === 6 ? null : envio?.id ?? null, procesoPk: n === 6 ? 1 : null, fecha: `2026-11-${String(2 + n * 3).padStart(2, '0')}T23:10:00.000Z`,
        codigoOferta: 'OF-1', codigoGrupo: grupo, codigoModulo, avance: Math.min(100, n * 13 - k * 14 < 0 ? 0 : n * 13 - k * 14), avanceAlumno: n * 9, segundos: n * 3000, segundosAlumno: n * 9000, estadoAlumno: 1, inicio: '2026-11-01', fin: '2026-11-30',
        resultado: n === 4 ? 'rechazado' : n === 7 ? 'desconocido' : 'aceptado', codigo: n === 4 ? '012' : null, mensaje: n === 4 ? 'El alumno no está en el curso' : null,
      }))).flat()
      return { rut: formatRut({ numero: rut, dv: calcularDv(rut) }), total: puntos.length, puntos }
    },
    curso: (): CursoArchivo => {
      if (e.datos === 'no') return { envioId: null, alumnos: [] }
      const alumnos = Array.from({ length: 120 }, (_v, n) => ({
        rut: formatRut({ numero: 12_345_600 + n, dv: calcularDv(12_345_600 + n) }), rutNumero: 12_345_600 + n, avance: n % 17 === 0 ? null : (n * 7) % 101, segundos: n * 600, estado: 1, inicio: '2026-11-01', fin: n % 3 === 0 ? '2026-11-28' : '2026-12-15',
        informadoEn: n % 17 === 0 ? null : `2026-11-${String(10 + (n % 15)).padStart(2, '0')}T23:00:00.000Z`, ultimo: n % 11 === 0 ? 'rechazado' as const : 'aceptado' as const,
      }))
      return { envioId: envios()[0]?.id ?? null, alumnos }
    },
  }
}
