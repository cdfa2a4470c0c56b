/** What `npm run bench -- archivo` says. */
const n = (cuantos: number): string => cuantos.toLocaleString('es-CL')
export const TEXTOS_ARCHIVO = {
  escribiendo: (envios: number, registros: number) => `los envíos pasados (escribiendo ${n(envios)} envíos y ${n(registros)} registros)`,
  indexando: 'los envíos pasados (haciendo el índice)',
  buscando: 'los envíos pasados (buscando)',
  medidas: {
    primera: 'Envíos: primera página', rut: 'Envíos: buscar por RUT', registros: '  registros de un alumno', texto: 'Envíos: buscar un mensaje de SENCE', tres: 'Envíos: módulo, resultado y fechas a la vez',
    abrir: 'Envíos: leer un envío entero',
  },
  peor: '  la más lenta de las búsquedas',
  rehacer: (envios: number, registros: number) => `Envíos: hacer el índice de ${n(envios)} envíos y ${n(registros)} registros, en turnos`,
  sqlite: 'SQLite, la misma pregunta escrita a mano en el mismo archivo',
  limite: 'límite propuesto',
} as const
