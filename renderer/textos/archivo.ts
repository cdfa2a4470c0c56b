import type { Marca, Origen } from '../../shared/ipc/modelos-archivo.ts'
import { COMUNES, cuenta, numero } from './comunes.ts'

/** `45.00000` → `45 %`; what is not a number, as it came. */
export const porcentajeDeSence = (v: string | null): string => v === null ? COMUNES.sinDato : /^\d+(\.\d+)?$/.test(v) ? `${Number(v)} %` : v

/** The list of past sends, the search in it, and what SENCE shows that did not go out of here. */
export const ARCHIVO = {
  buscarAyuda: 'RUT, curso, módulo, código, mensaje de SENCE…',
  desde: 'Desde',
  hasta: 'Hasta',
  estado: 'Resultado',
  todosLosEstados: 'Cualquiera',
  origen: 'Dónde está',
  todosLosOrigenes: 'En cualquier parte',
  origenes: { ambos: 'Aquí y en SENCE', aqui: 'Aquí, y SENCE aún no lo muestra', sence: 'Solo en SENCE' } satisfies Record<Origen, string>,
  limpiar: 'Limpiar',
  presencia: {
    ambos: 'SENCE lo muestra',
    todavia: 'SENCE aún no lo muestra',
    parte: (n: number, de: number): string => `SENCE muestra ${numero(n)} de ${numero(de)} partes`,
    sinPreguntar: 'En SENCE: sin consultar',
    noCorresponde: 'No llegó a SENCE',
    sence: 'No salió de aquí',
  },
  paciencia: 'SENCE carga los envíos de noche: los de hoy aparecen en su historial desde mañana.',
  preparando: (hechas: number, total: number): string => `Preparando la búsqueda: ${numero(hechas)} de ${numero(total)}. Los más antiguos pueden no aparecer todavía.`,
  sinFecha: 'Sin fecha',
  proceso: (id: string | null): string => id === null ? 'Proceso sin número' : `Proceso ${id}`,
  abrirProceso: (id: string | null, fecha: string): string => `Ver el ${id === null ? 'proceso sin número' : `proceso ${id}`} de SENCE, ${fecha}`,
  marcas: {
    repetido: 'SENCE lo muestra más de una vez', 'sin-numero': 'Sin número de proceso', 'sin-codigo': 'SENCE lo muestra sin el código del envío', 'sin-fecha': 'Con una fecha que no existe',
    'codigo-distinto': 'SENCE lo muestra con otro código', 'otra-otec': 'Es de otra OTEC', 'estado-desconocido': 'Con un estado que no se conoce', cortado: 'Llegó cortado: pueden faltar registros',
  } satisfies Record<Marca, string>,
  paginas: { anterior: 'Anteriores', siguiente: 'Siguientes', tramo: (desde: number, hasta: number, total: number): string => `${numero(desde)} a ${numero(hasta)} de ${numero(total)}` },
  registros: {
    titulo: (total: number, alumnos: number, rut: string): string => alumnos === 1 ? `Alumno ${rut}: ${cuenta(total, 'registro', 'registros')}` : `${cuenta(total, 'registro', 'registros')} de ${cuenta(alumnos, 'alumno', 'alumnos')}`,
    tabla: 'Registros por alumno',
    columnas: { rut: 'RUT', modulo: 'Módulo y grupo', avance: 'Avance', resultado: 'Resultado', envio: 'Envío' },
    alumno: (avance: string): string => `alumno: ${avance}`,
    abrir: (fecha: string, rut: string, modulo: string): string => `Ver el envío del ${fecha}, ${rut}${modulo === '' ? '' : `, módulo ${modulo}`}`,
    abrirAlumno: (rut: string): string => `Ver el avance del alumno ${rut}`,
    otro: 'Otro estado',
  },
  detalleProceso: {
    explicacion: 'Este proceso está en el historial de SENCE y no salió de este computador: pudo enviarlo otro equipo o su plataforma. Se muestra tal como llegó.',
    registros: (n: number): string => cuenta(n, 'registro', 'registros'),
    noEsta: { titulo: 'Ese proceso ya no está', detalle: 'El historial de SENCE se leyó de nuevo y ahora no lo muestra.' },
  },
} as const
