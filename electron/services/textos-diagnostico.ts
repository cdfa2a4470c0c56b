import type { DatoEquipo, DatoUso } from './puertos-diagnostico.ts'

/** Words of the exported diagnosis: whoever reads it may be the person, or who helps them. */
export const TEXTOS_DIAGNOSTICO = {
  presentacion: {
    titulo: 'Qué es esto',
    explicacion: 'El comienzo del archivo.',
    texto: (cuando: string): string => [
      'Diagnóstico de Puente SIC',
      `Hecho el ${cuando}, hora de Santiago.`,
      '',
      'Sirve para que quien le ayuda entienda qué pasó. Es texto: puede leerlo completo antes de entregarlo.',
      'No contiene su token, ni RUT, ni correos, ni lo que dicen sus planillas o sus envíos.',
    ].join('\n'),
  },
  equipo: {
    titulo: 'Este computador',
    explicacion: 'Versiones del programa y del sistema.',
    datos: {
      version: 'Puente SIC', empaquetado: 'Instalado', electron: 'Electron', chromium: 'Chromium', node: 'Node', sistema: 'Sistema', procesador: 'Procesador',
      memoria: 'Memoria', pantallas: 'Pantallas', idioma: 'Idioma', zona: 'Zona horaria',
    } satisfies Record<DatoEquipo, string>,
  },
  uso: {
    titulo: 'Cómo está puesto el programa',
    explicacion: 'Ajustes y cuentas, sin datos de personas.',
    datos: {
      modo: 'Modo', otec: 'OTEC conectada', cifrado: 'Almacén de claves', diario: 'Datos cifrados', servicio: 'Servidor', espera: 'Espera máxima, segundos',
      partes: 'Alumnos por parte', tema: 'Colores', noticias: 'Avisos sobre los datos', envios: 'Envíos en este computador',
    } satisfies Record<DatoUso, string>,
  },
  archivos: {
    titulo: 'Archivos del programa',
    explicacion: 'Solo nombre, tamaño y fecha. Nada de lo que llevan dentro.',
    ninguno: 'Ninguno.',
  },
  registro: {
    titulo: (nombre: string): string => `Registro: ${nombre}`,
    explicacion: 'Lo que el programa anotó de su funcionamiento. Los RUT y el token se quitan antes de escribirlo.',
    vacio: 'Sin anotaciones.',
  },
  valores: { si: 'sí', no: 'no', ninguno: 'ninguno' },
} as const
