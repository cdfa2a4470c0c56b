/** Rows of a draft of any size, for the fake bridge: those of the product's own samples, or as many as asked for. */
import { calcularDv, formatRut } from '../../shared/domain/rut.ts'
import type { Celda } from '../../shared/domain/celda.ts'
import { filasSinProblemas, filasConProblemas } from '../../shared/practica/muestras.ts'
import type { FilaPractica, FilasPractica } from '../../shared/practica/planilla.ts'
import type { Escenario } from './escenario.ts'

export const HOY_FALSO = '2026-11-24'
/** Up to this many alumnos the product's samples are what there is to see. */
const COMO_LA_MUESTRA = 40
const MODULOS = 3
const NOMBRES = ['María José Soto Pérez', 'Pedro Fuentes Araya', 'Camila Rojas Muñoz', 'Luis Alberto Contreras', 'Javiera Núñez Vidal', 'Óscar Ibáñez Leiva']
const NOMBRE_LARGO = 'María de los Ángeles Fernanda Antonieta Goycoolea-Undurraga Echeñique de la Maza y Larraín'
const OFERTA = 'RLAB-19-02-08-0071'
const OFERTA_LARGA = 'RLAB-19-02-08-0071-PROGRAMA-DE-FORMACION-EN-COMPETENCIAS-LABORALES-2026'

export function filasFalsas(e: Escenario, conProblemas: boolean): FilasPractica {
  if (e.datos !== 'largos' && e.filas <= COMO_LA_MUESTRA) return conProblemas ? filasConProblemas(HOY_FALSO).filas : filasSinProblemas(HOY_FALSO)
  const largos = e.datos === 'largos'
  const oferta = largos ? OFERTA_LARGA : OFERTA
  const grupos = [1, 2].map(n => ({ 'curso.codigoOferta': oferta, 'curso.codigoGrupo': `${oferta}-${n}` }))
  const indices = Array.from({ length: e.filas }, (_, i) => i)
  return {
    cursos: grupos.map((g): FilaPractica => ({ ...g, 'curso.cantActividadSincronica': 4, 'curso.cantActividadAsincronica': 12 })),
    alumnos: indices.map(i => ({ ...grupos[i % 2], ...alumno(i, largos, conProblemas) })),
    modulos: indices.flatMap(i => Array.from({ length: MODULOS }, (_, m) => ({ ...grupos[i % 2], ...modulo(i, m, largos, conProblemas) }))),
    actividades: [],
  }
}

const rut = (i: number): string => formatRut({ numero: 12_000_000 + i * 37, dv: calcularDv(12_000_000 + i * 37) })
/** Every so many rows, `malo` in place of `bueno`. */
const aVeces = (i: number, cada: number, malo: Celda, bueno: Celda, si: boolean): Celda => (si && i % cada === cada >> 1 ? malo : bueno)

function alumno(i: number, largos: boolean, malo: boolean): FilaPractica {
  return {
    'alumno.rut': aVeces(i, 23, rut(i).slice(0, -1).concat('x'), rut(i), malo), 'alumno.nombre': largos ? NOMBRE_LARGO : NOMBRES[i % NOMBRES.length] ?? null,
    'alumno.tiempoConectividad': aVeces(i, 9, '4:15:00', 3600 + i, malo), 'alumno.estado': aVeces(i, 7, 'Cursando', 1, malo),
    'alumno.porcentajeAvance': aVeces(i, 31, 145, aVeces(i, 5, '45,5 %', 20 + (i % 80), malo), malo),
    'alumno.fechaInicio': '02-11-2026', 'alumno.fechaFin': aVeces(i, 41, '31-02-2026', '18-12-2026', malo),
  }
}

function modulo(i: number, m: number, largos: boolean, malo: boolean): FilaPractica {
  const n = i * MODULOS + m
  return {
    'alumno.rut': rut(i), 'modulo.codigoModulo': `MA0${m + 1}`, 'modulo.tiempoConectividad': aVeces(n, 29, 0, 1200 + n, malo), 'modulo.estado': aVeces(n, 67, 'Pendiente', 1, malo),
    'modulo.porcentajeAvance': aVeces(n, 11, '60 %', 20 + (n % 80), malo), 'modulo.fechaInicio': '02-11-2026', 'modulo.fechaFin': '27-11-2026',
    'modulo.actividades': largos ? 'Actividad de aprendizaje colaborativo en línea con retroalimentación 01; ACT02; ACT03' : 'ACT01; ACT02',
  }
}
