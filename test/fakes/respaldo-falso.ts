import type { RespaldoEstado, RespaldoVisto } from '../../shared/ipc/modelos-respaldo.ts'
import type { Escenario } from './escenario.ts'

export const respaldoDeEjemplo = (e: Escenario): RespaldoEstado => ({
  carpeta: e.datos === 'largos' ? '\\\\SERVIDOR-OFICINA\\Compartidos\\Capacitación 2026\\Segundo semestre\\Respaldos de Puente SIC' : '/home/maria/.config/Puente SIC/respaldos', esLaPropia: e.datos !== 'largos',
  conFrase: e.datos === 'largos', puedeSellar: e.cifrado, rutOtec: e.espacio === 'real' ? '76123456-0' : null,
  ultimo: e.datos === 'no' ? null : { en: '2026-11-25T12:05:00Z', archivo: 'Puente SIC 76123456-0 2026-11-25 0905 automático ab12cd.respaldo' }, copias: e.datos === 'no' ? 0 : e.datos === 'largos' ? null : 11, falla: null,
})
export const respaldoVisto = (e: Escenario): RespaldoVisto => ({
  rutOtec: '76123456-0', nombre: 'Capacitación del Sur SpA', creadoEn: '2026-11-24T12:05:00Z', envios: 132, borradores: 7, ultimoEnvio: '2026-11-24T01:31:00Z',
  aqui: e.datos === 'no' ? null : { envios: 134, borradores: 8, ultimoEnvio: '2026-11-25T01:31:00Z' },
})
