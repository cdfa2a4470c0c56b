/** What `npm run faults` says. */
export const TEXTOS_FALTAS = {
  opcion: 'Opción inválida. Uso: npm run faults -- --seed S [--long] [--only palabras] (S es un número entero).',
  parte: (semilla: number, largo: boolean) => `Faltas en medio de un envío, con la semilla ${String(semilla)}${largo ? ', todas' : ', una muestra (--long las corre todas)'}.`,
  titulos: ['Falta', 'pedidos', 'enviados', 'aceptados', 'perdidos', 'duplicados'],
  fin: (faltas: number, malas: number) => malas === 0 ? `${String(faltas)} faltas: ningún alumno perdido ni duplicado.` : `${String(faltas)} faltas, ${String(malas)} con alumnos perdidos o duplicados.`,
} as const
