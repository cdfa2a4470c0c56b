/** Findings of how the rows of a workbook fit together, and of what the product fills in by itself. */
import { dato, enFila, type DefCausa } from './causa.ts'
import { explicarCodigo } from './codigos-sence.ts'

export const CAUSAS_PLANILLA = {
  'dato-contradictorio': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `«${dato(d, 'valor')}» contradice a «${dato(d, 'otro')}», que está${enFila(d) || ' en esta misma fila'}: es el mismo dato y debe decir lo mismo.`,
    queHacer: () => 'Deje el mismo valor en ambas celdas, o vacíe la que está de más.',
  },
  'nombre-distinto': {
    nivel: 'aviso', fuente: 'producto',
    mensaje: d => `Este RUT aparece con otro nombre${enFila(d)}: «${dato(d, 'otro')}». Puede que el RUT de una de las dos filas sea de otra persona.`,
    queHacer: () => 'Compruebe que el RUT sea del alumno. El nombre no se envía a SENCE.',
  },
  'fila-huerfana': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `Esta fila es de un alumno que no está en la hoja ${dato(d, 'hoja')} para este curso, así que no se puede enviar.`,
    queHacer: d => `Corrija el RUT o el curso de esta fila, agregue al alumno en la hoja ${dato(d, 'hoja')}, o deje fuera la fila.`,
  },
  'actividad-huerfana': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `Esta actividad es de un módulo que el alumno no tiene en la hoja ${dato(d, 'hoja')}, así que no se puede enviar.`,
    queHacer: () => 'Corrija el RUT, el curso o el módulo de esta fila, o déjela fuera.',
  },
  'curso-sin-hoja': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `Este curso no está en la hoja ${dato(d, 'hoja')}.`,
    queHacer: d => `Corrija los códigos de oferta y de grupo, o agregue el curso en la hoja ${dato(d, 'hoja')}.`,
  },
  'curso-repetido': {
    nivel: 'error', fuente: 'producto',
    mensaje: d => `El curso está repetido: ya está${enFila(d)}.`,
    queHacer: () => 'Deje fuera una de las dos filas, o corrija los códigos.',
  },
  'curso-sin-alumnos': {
    nivel: 'aviso', fuente: 'producto',
    mensaje: () => 'El curso no tiene alumnos que informar, así que no se enviará.',
    queHacer: () => 'Si esperaba enviarlo, revise que los códigos de oferta y de grupo de sus alumnos sean los mismos de esta fila.',
  },
  'rechazo-sence': {
    nivel: 'aviso', fuente: 'I22',
    mensaje: d => {
      const codigo = dato(d, 'codigo'), mensaje = dato(d, 'mensaje')
      const { titulo } = explicarCodigo(codigo === '' ? null : codigo)
      return `SENCE rechazó a este alumno en el último envío. ${titulo}${codigo === '' ? '' : ` (código ${codigo})`}.${mensaje === '' ? '' : ` SENCE dijo: «${mensaje}»`}`
    },
    queHacer: d => explicarCodigo(dato(d, 'codigo') === '' ? null : dato(d, 'codigo')).queHacer,
  },
  'valor-por-defecto': {
    nivel: 'informacion', fuente: 'I22',
    mensaje: d => `La celda está vacía: se enviará ${dato(d, 'convertido')}.`,
    queHacer: () => 'No necesita hacer nada si está bien. Si no, escriba el valor.',
  },
} as const satisfies Record<string, DefCausa>
