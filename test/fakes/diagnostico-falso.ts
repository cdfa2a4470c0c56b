import type { Diagnostico } from '../../shared/ipc/modelos-diagnostico.ts'
import type { Escenario } from './escenario.ts'

export function diagnosticoFalso(e: Escenario): Diagnostico {
  const lineas = e.datos === 'no' ? [] : Array.from({ length: e.datos === 'largos' ? 3000 : 40 }, (_, i) => `2026-11-24T18:${String(i % 60).padStart(2, '0')}:00.000Z ${i % 9 === 0 ? 'error K7M-4PF the window\'s process ended: crashed, code 133' : 'info process that reads workbooks: leído en 812 ms'}`)
  const registro = 'Lo que el programa anotó de su funcionamiento. Los RUT y el token se quitan antes de escribirlo.'
  return {
    id: 'd1', bytes: 3000 + lineas.length * 90,
    partes: [
      { titulo: 'Qué es esto', explicacion: 'El comienzo del archivo.', texto: 'Diagnóstico de Puente SIC\nHecho el 24-11-26, 15:04:05, hora de Santiago.' },
      { titulo: 'Este computador', explicacion: 'Versiones del programa y del sistema.', texto: 'Puente SIC: 0.1.0\nInstalado: sí\nElectron: 45.4.1\nSistema: Windows_NT 10.0.26100 (win32 x64)' },
      { titulo: 'Cómo está puesto el programa', explicacion: 'Ajustes y cuentas, sin datos de personas.', texto: 'Modo: real\nOTEC conectada: sí\nEnvíos en este computador: aceptado 12, desconocido 1' },
      { titulo: 'Archivos del programa', explicacion: 'Solo nombre, tamaño y fecha. Nada de lo que llevan dentro.', texto: '       12 KB  24-11-26, 15:00:00  ajustes.json\n      820 KB  24-11-26, 15:02:11  real/diario.db' },
      { titulo: 'Registro: puente-sic.log', explicacion: registro, texto: lineas.join('\n') || 'Sin anotaciones.' },
    ],
  }
}
