/** What `npm run gestor` says. */
import type { NombreManera } from '../electron/gestor/malas-maneras.ts'

/** One line for each bad manner; a new one without words does not compile. */
export const MANERAS_EN_PALABRAS: Readonly<Record<NombreManera, string>> = {
  demoraMs: 'responde tarde; escriba los milisegundos: demoraMs=3000',
  http500: 'responde con error 500 y no procesa',
  htmlAntesDelJson: 'procesa y escribe una advertencia HTML antes del JSON',
  cortarAntesDeProcesar: 'corta la conexión sin haber procesado',
  cortarDespuesDeProcesar: 'corta la conexión después de procesar y guardar',
  numerosComoTexto: 'devuelve los números como texto',
  codigo002: 'responde el código 002 (falla del servicio de autenticación)',
  soloHtml: 'procesa y responde una página sin JSON',
  jsonTruncado: 'procesa y corta el JSON por la mitad',
  rechazarIguales: 'rechaza (025) también el avance igual al anterior',
}

export const TEXTOS_GESTOR = {
  ayuda: [
    'Gestor Intermedio simulado: la misma práctica que trae Puente SIC, para usarla por separado.',
    '',
    '  npm run gestor -- [opciones]',
    '',
    '  --puerto N            puerto en que atiende (si falta, uno libre)',
    '  --carpeta RUTA        guarda allí lo que recibe (si falta, lo olvida al cerrar)',
    '  --mala-manera NOMBRE  se porta mal en todas las llamadas; NOMBRE:2, solo en las 2 próximas. Se puede repetir',
    '  --ayuda               muestra esto',
    '',
    'Malas maneras:',
    ...Object.entries(MANERAS_EN_PALABRAS).map(([nombre, palabras]) => `  ${nombre.padEnd(24)}${palabras}`),
  ].join('\n'),
  atiende: (g: { urlBase: string; rutOtec: string; token: string }) => [
    'El Gestor Intermedio simulado está atendiendo. Los datos son inventados: nada llega a SENCE.',
    '',
    `  Dirección  ${g.urlBase}`,
    `  RUT OTEC   ${g.rutOtec}`,
    `  Token      ${g.token}`,
    '',
    'En Puente SIC, escriba en Ajustes la dirección, el RUT y el token.',
  ].join('\n'),
  guarda: (carpeta: string) => `Lo que reciba queda guardado en ${carpeta}.`,
  olvida: 'Lo que reciba se olvida al cerrar.',
  maneras: (nombres: readonly string[]) => `Malas maneras activas: ${nombres.join(', ')}.`,
  comoDetener: 'Para detenerlo, presione Ctrl+C.',
  detenido: 'El Gestor Intermedio simulado se detuvo.',
  opcionDesconocida: 'No se entiende alguna opción. Las que existen son estas:',
  puertoInvalido: (valor: string) => `«${valor}» no es un puerto. Escriba un número de 1 a 65535.`,
  maneraInvalida: (valor: string) => `«${valor}» no es una mala manera. Vea la lista con: npm run gestor -- --ayuda`,
  puertoOcupado: (puerto: number) => `El puerto ${puerto} está ocupado por otro programa. Elija otro con --puerto, o no lo indique y se usará uno libre.`,
  sinPermiso: (puerto: number) => `Este usuario no puede abrir el puerto ${puerto}. Elija uno mayor que 1023 con --puerto.`,
  carpetaMala: (carpeta: string, detalle: string) => `No se puede guardar en ${carpeta}. Elija otra carpeta con --carpeta.\n${detalle}`,
} as const
