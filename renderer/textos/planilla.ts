import type { EtapaTrabajo } from '../estado/trabajo.ts'
import type { z } from 'zod'
import type { EtapaImportacionSchema } from '../../shared/ipc/modelos.ts'
import { cuenta } from './comunes.ts'

/** Home of the work, import and the steps of the day. */
export const PLANILLA = {
  titulo: 'Planilla',
  subtitulo: 'Traiga el avance de sus alumnos y revíselo antes de enviarlo.',
  soltar: 'Arrastre su planilla a cualquier parte de esta ventana',
  formatos: 'Excel (.xlsx, .xls), LibreOffice (.ods) o texto (.csv)',
  elegir: 'Elegir archivo…',
  plantilla: {
    titulo: '¿Todavía no tiene una planilla?',
    detalle: 'La plantilla trae los títulos, las listas, un ejemplo y las instrucciones. Se completa en Excel o en LibreOffice.',
    boton: 'Descargar plantilla',
    guardada: 'Plantilla guardada',
    mostrar: 'Mostrar en la carpeta',
    con: {
      boton: 'Con los alumnos de antes…',
      titulo: 'Plantilla con los alumnos de…',
      detalle: 'Trae el curso, los alumnos y los módulos ya escritos, y al lado de cada avance lo último que SENCE aceptó. Usted solo escribe el avance de hoy.',
      elegir: 'De dónde se sacan los alumnos',
      deEnvio: (instante: string, archivo: string): string => `Envío del ${instante}: ${archivo}`,
      historial: 'Todo lo que dice el historial de SENCE',
      historialDetalle: 'Pregunta a SENCE por internet. Puede tardar.',
      cursos: (n: number, primero: string): string => n > 1 ? `${primero} y ${cuenta(n - 1, 'curso más', 'cursos más')}` : primero,
      guardar: 'Guardar plantilla…',
      deEste: 'Plantilla con estos alumnos',
      guardada: 'Plantilla guardada',
      guardadaDetalle: (ruta: string, alumnos: number, conNombre: number): string => `${ruta}. ${cuenta(alumnos, 'alumno', 'alumnos')}${conNombre === alumnos ? '' : conNombre === 0 ? ', sin sus nombres: SENCE no los tiene' : `, ${conNombre} con su nombre`}.`,
    },
  },
  muestra: {
    titulo: 'Abrir planilla de muestra',
    detalle: 'Alumnos y cursos inventados, para recorrer todo el camino sin riesgo.',
    /** Accessible names; what is seen is the short form under the heading, which they contain. */
    conProblemas: 'Abrir planilla de muestra con problemas',
    sinProblemas: 'Abrir planilla de muestra sin problemas',
    guardarConProblemas: 'Guardar para Excel la muestra con problemas',
    guardarSinProblemas: 'Guardar para Excel la muestra sin problemas',
    conCorto: 'con problemas',
    sinCorto: 'sin problemas',
    paraExcel: 'Guardar para Excel:',
    guardada: 'Muestra guardada',
  },
  borradores: {
    titulo: 'Continuar donde quedó',
    vacio: 'Aquí aparecerán las planillas que abra, con los cambios que les haga, aunque el computador se apague.',
    continuar: (archivo: string): string => `Continuar con ${archivo}`,
    continuarCorto: 'Continuar',
    descartar: (archivo: string): string => `Descartar ${archivo}`,
    descartarTitulo: '¿Descartar esta planilla?',
    descartarDetalle: (archivo: string): string => `Se borrarán de Puente SIC los datos y los cambios de ${archivo}. Su archivo original no se toca, y lo que ya se envió sigue en Envíos.`,
    descartarBoton: 'Descartar',
    descartado: 'Planilla descartada',
    enviado: 'Enviada',
    modificado: (instante: string): string => `Última vez: ${instante}`,
  },
  otra: 'Abrir otra planilla',
} as const

export const IMPORTACION = {
  titulo: 'Abriendo la planilla',
  etapas: {
    leyendo: 'Leer el archivo',
    interpretando: 'Reconocer hojas y columnas',
    validando: 'Revisar los datos',
    listo: 'Listo',
  } satisfies Record<z.infer<typeof EtapaImportacionSchema>, string>,
  filas: (n: number): string => cuenta(n, 'fila leída', 'filas leídas'),
  cancelar: 'Cancelar la importación',
  cancelando: 'Cancelando…',
  progreso: 'Avance de la importación',
  primeras: (hoja: string): string => `Primeras filas de ${hoja}`,
  fila: 'Fila',
} as const

export const PASOS = {
  nombre: 'Pasos del envío',
  pasos: [
    { etapa: 'revision', titulo: 'Revisar' },
    { etapa: 'previo', titulo: 'Vista previa' },
    { etapa: 'enviando', titulo: 'Enviar' },
    { etapa: 'respuesta', titulo: 'Respuesta' },
  ] satisfies readonly { etapa: EtapaTrabajo; titulo: string }[],
} as const
