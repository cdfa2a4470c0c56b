/** Every word that the command line prints. */

/** How the program ended, for who reads only the number. Documented in `--ayuda` and in the README; never renumbered. */
export const SALIDAS = {
  bien: 0, uso: 1, planilla: 2, rechazos: 3, 'sin-confirmar': 4, red: 5, credenciales: 6, ocupado: 7, interno: 8,
} as const
export type Salida = keyof typeof SALIDAS

const SIGNIFICADO: Readonly<Record<Salida, string>> = {
  bien: 'todo bien: SENCE aceptó a todos (o, con --solo-validar, la planilla no tiene errores)',
  uso: 'la orden está mal escrita, o la OTEC nombrada no está',
  planilla: 'la planilla no se pudo leer o tiene errores; no se envió nada',
  rechazos: 'SENCE rechazó a alguno, o quedaron alumnos sin enviar por errores',
  'sin-confirmar': 'no se sabe qué recibió SENCE; el programa lo averigua cuando se abre',
  red: 'no se pudo llegar a SENCE; no se envió nada más',
  credenciales: 'falta el RUT o el token, o SENCE no los reconoce',
  ocupado: 'ya hay un envío en curso, o se canceló',
  interno: 'el computador no dejó hacerlo (disco, datos dañados)',
}

export const AYUDA_ORDEN = `Puente SIC desde la línea de comandos

  puente-sic enviar ARCHIVO [opciones]   revisa la planilla y la envía a SENCE
  puente-sic estado [opciones]           qué hay guardado y si algo está sin confirmar
  puente-sic --ayuda                     esta ayuda
  puente-sic --version                   la versión

Opciones
  --perfil RUT|NOMBRE     con qué OTEC; hace falta si hay más de una («practica» usa la práctica)
  --solo-validar          revisa y no envía nada
  --enviar-lo-correcto    si hay errores, envía a los alumnos que no los tienen
  --esperar-ventana       espera a la hora que pide SENCE (22:00 a 00:00 de Santiago)
  --json                  el resultado como un solo objeto JSON

El token no se escribe aquí: se usa el que guardó en el programa.
Si una planilla tiene errores no se envía nada, salvo con --enviar-lo-correcto.
En Windows, para que la consola espere: start /wait "" "Puente SIC.exe" enviar ...
En Linux sin pantalla funciona igual.

El programa termina con
${Object.entries(SALIDAS).map(([cual, n]) => `  ${String(n)}  ${SIGNIFICADO[cual as Salida]}`).join('\n')}
`

const VEA = 'Escriba «puente-sic --ayuda» para ver cómo se usa.'
export const USO = {
  faltaArchivo: `Falta decir qué planilla. ${VEA}`,
  faltaPerfil: `Después de --perfil va el RUT o el nombre de la OTEC. ${VEA}`,
  opcionRara: (opcion: string, orden: string): string => `«${opcion}» no es una opción de «${orden}». ${VEA}`,
  sobra: (palabra: string, orden: string): string => `Sobra «${palabra}»: «${orden}» ${orden === 'enviar' ? 'lleva una sola planilla' : 'no lleva planilla'}. ${VEA}`,
  seContradicen: `--solo-validar no envía nada, así que no va con las otras opciones de envío. ${VEA}`,
  sinToken: 'El token no se escribe en la línea de comandos: otros programas podrían leerlo. Guárdelo en Puente SIC, en Ajustes, y genere uno nuevo en SENCE si ya lo escribió aquí.',
}

const cuenta = (n: number, uno: string, varios: string): string => `${n.toLocaleString('es-CL')} ${n === 1 ? uno : varios}`
const alumnos = (n: number): string => cuenta(n, 'alumno', 'alumnos')

export const ORDEN = {
  sinPerfiles: 'Todavía no hay ninguna OTEC guardada. Abra Puente SIC y conéctela.',
  cualPerfil: (nombres: readonly string[]): string => `Hay más de una OTEC: diga cuál con --perfil. Están: ${nombres.join('; ')}.`,
  perfilNoEsta: (escrito: string, nombres: readonly string[]): string => `No hay una OTEC «${escrito}». Están: ${nombres.join('; ')}.`,
  perfilAmbiguo: (escrito: string): string => `Hay más de una OTEC con el nombre «${escrito}»: use su RUT.`,
  con: (quien: string): string => `OTEC: ${quien}`,
  leyendo: (archivo: string): string => `Leyendo ${archivo}…`,
  leida: (enviables: number, errores: number, avisos: number): string => `Planilla leída: ${alumnos(enviables)} por enviar, ${cuenta(errores, 'error', 'errores')}, ${cuenta(avisos, 'aviso', 'avisos')}.`,
  noValida: 'La planilla tiene errores y no se envió nada. Corríjalos, o use --enviar-lo-correcto para enviar a los alumnos sin errores.',
  valida: 'La planilla no tiene errores. No se envió nada, como se pidió.',
  validaConErrores: 'La planilla tiene errores.',
  masProblemas: (n: number): string => `… y ${n.toLocaleString('es-CL')} más.`,
  faltaToken: 'Falta el token de esta OTEC. Abra Puente SIC y póngalo en Ajustes → OTEC y credenciales. En una tarea programada, la sesión del usuario tiene que estar iniciada para poder abrirlo.',
  esperando: (cuando: string): string => `Se enviará ${cuando}, a la hora que pide SENCE. Esperando…`,
  enviando: (llamada: number, llamadas: number, oferta: string, grupo: string): string => `Enviando ${llamada} de ${llamadas}: curso ${oferta}, grupo ${grupo}…`,
  resultado: (aceptados: number, rechazados: number, desconocidos: number): string =>
    `Aceptados: ${alumnos(aceptados)}. Rechazados: ${alumnos(rechazados)}. Sin confirmar: ${alumnos(desconocidos)}.`,
  omitidos: (n: number): string => `${alumnos(n)} con errores no se ${n === 1 ? 'envió' : 'enviaron'}.`,
  fin: {
    bien: 'SENCE aceptó a todos.', rechazos: 'No todos quedaron aceptados. En Puente SIC, «Corregir y reenviar».', 'sin-confirmar': 'La respuesta no llegó. No lo envíe otra vez: abra Puente SIC, que averigua qué pasó.',
    red: 'No se pudo llegar a SENCE.', credenciales: 'SENCE no reconoce el RUT o el token.', ocupado: 'El envío se canceló.',
  } satisfies Partial<Record<Salida, string>>,
  perfil: (p: { nombre: string; envios: number | null; sinConfirmar: number | null; borradores: number | null; conToken: boolean; ultimo: string | null }): string =>
    `${p.nombre}: ${p.envios === null ? 'envíos ilegibles' : cuenta(p.envios, 'envío', 'envíos')}${p.ultimo === null ? '' : `, el último el ${p.ultimo}`}; ${p.sinConfirmar === null ? '?' : String(p.sinConfirmar)} sin confirmar; ${p.borradores === null ? '?' : String(p.borradores)} planillas guardadas; ${p.conToken ? 'con token' : 'sin token'}.`,
  noResponde: 'Puente SIC está abierto y no respondió. Ciérrelo y vuelva a intentarlo.',
  seCerro: 'Puente SIC se cerró antes de responder. Ábralo para ver qué alcanzó a enviarse; no lo envíe otra vez antes.',
  inesperado: (incidente: string): string => `Ocurrió un problema que no esperábamos. Al pedir ayuda, entregue el número de incidente ${incidente}.`,
  trabajando: { titulo: 'Puente SIC está enviando', detalle: 'Una tarea programada está en curso. La ventana se abrirá cuando termine.' },
} as const
