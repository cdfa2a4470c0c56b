/** Words of the page that goes with the evidence of a send. Plain text: it must still be readable in ten years. */
import type { EstadoLlamada } from '../../shared/domain/llamada.ts'

const linea = (nombre: string, valor: string): string => `${`${nombre}:`.padEnd(22)}${valor}`
const ESTADOS: Readonly<Record<EstadoLlamada, string>> = {
  borrador: 'No se envió', listo: 'No se envió', programado: 'Programado, aún no se envía', vencido: 'No salió a su hora', enviando: 'En camino', reintentando: 'Se reintentará',
  aceptado: 'SENCE aceptó a todos', 'aceptado-con-rechazos': 'SENCE aceptó a una parte', rechazado: 'SENCE rechazó a todos', desconocido: 'Sin confirmar', conciliando: 'Preguntando a SENCE',
  fallido: 'SENCE no lo recibió', cancelado: 'No se envió',
}

export const TEXTOS_EVIDENCIA = {
  nombreManifiesto: 'LEAME.txt',
  nombreZip: (fecha: string, codigo: string): string => `Evidencia ${fecha} ${codigo}.zip`,
  encabezado: (d: { archivo: string; rutOtec: string; creado: string; exportado: string; practica: boolean }): string => [
    'EVIDENCIA DE UN ENVÍO DE AVANCE A SENCE', '',
    ...(d.practica ? ['ES UN ENVÍO DE PRÁCTICA: respondió el SENCE simulado de este computador. No sirve como prueba.', ''] : []),
    linea('OTEC', d.rutOtec), linea('Planilla', d.archivo), linea('Envío creado', `${d.creado}, hora de Santiago`), linea('Exportado', `${d.exportado}, hora de Santiago`), '',
    'Cada archivo contiene, byte por byte, lo que viajó o lo que llegó. Solo se cambió una cosa: donde iba el token de la OTEC dice [token].',
    'Si la respuesta llegó comprimida, se guarda descomprimida.',
  ].join('\n'),
  llamada: (d: { numero: number; oferta: string; grupo: string; codigo: string; alumnos: number; parte: number; partes: number; proceso: string | null; resultado: string }): string => [
    '-'.repeat(72), `LLAMADA ${d.numero}${d.partes > 1 ? ` (parte ${d.parte} de ${d.partes} del curso)` : ''}`,
    linea('Código de oferta', d.oferta), linea('Código de grupo', d.grupo), linea('Código del envío', d.codigo), linea('Alumnos', String(d.alumnos)),
    linea('Proceso de SENCE', d.proceso ?? 'sin número'), linea('Resultado', d.resultado),
  ].join('\n'),
  que: {
    solicitud: 'lo que se envió', respuesta: 'lo que respondió SENCE', historial: 'lo que dijo después el historial de SENCE',
    intento: (n: number): string => `lo que llegó en el intento ${n}, que no fue la respuesta final`,
  },
  archivo: (d: { nombre: string; que: string; octetos: number; sha256: string; cuando: string | null }): string => [
    '', d.nombre, linea('  qué es', d.que), ...(d.cuando === null ? [] : [linea('  hora de Santiago', d.cuando)]), linea('  bytes', String(d.octetos)), linea('  SHA-256', d.sha256),
  ].join('\n'),
  noCalza: (anotada: string): string => `  ATENCIÓN: no calza con la huella anotada al enviar (${anotada}). El registro pudo dañarse.`,
  intento: (d: { numero: number; enviado: string; respondido: string | null; http: number | null }): string =>
    `${linea(`  Intento ${d.numero}`, `enviado ${d.enviado}`)}; ${d.respondido === null ? 'no se supo cómo terminó' : `terminó ${d.respondido}`}${d.http === null ? '' : `, HTTP ${d.http}`}`,
  pie: 'Para comprobar una huella: en Windows, «certutil -hashfile ARCHIVO SHA256»; en macOS o Linux, «shasum -a 256 ARCHIVO».',
  estado: (e: EstadoLlamada): string => ESTADOS[e],
} as const
