import type { Vigia } from '../../shared/ipc/modelos-vigia.ts'
import type { Escenario } from './escenario.ts'

export const vigiaDeEjemplo = (e: Escenario): Vigia => e.datos === 'no' ? { carpeta: null, queHacer: 'abrir', alcanzable: true, novedades: [] } : {
  carpeta: e.datos === 'largos' ? '\\\\SERVIDOR-OFICINA\\Compartidos\\Capacitación 2026\\Segundo semestre\\Exportaciones automáticas de la plataforma' : '/home/maria/Exportaciones',
  queHacer: 'enviar', alcanzable: e.datos !== 'largos',
  novedades: [
    { id: 'a', archivo: 'avance-24-11.xlsx', cuando: '2026-11-25T01:12:00Z', resultado: 'programada', detalle: 'Se enviará hoy a las 22:41, si Puente SIC está abierto o junto al reloj.', borradorId: 'b0', envioId: 'e1' },
    { id: 'b', archivo: 'Informe consolidado de avance de participantes segundo semestre versión final (3) definitiva.xlsx', cuando: '2026-11-24T21:12:00Z', resultado: 'con-errores', detalle: '', borradorId: 'b0', envioId: null },
    { id: 'c', archivo: 'export.csv', cuando: '2026-11-23T21:12:00Z', resultado: 'no-abierta', detalle: 'No se reconocen las columnas. Descargue la plantilla, copie en ella sus datos e impórtela.', borradorId: null, envioId: null },
  ],
}
