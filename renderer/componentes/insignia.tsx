import type { RegistroSence } from '../../shared/ipc/modelos-historial.ts'
import type { EstadoEnvio, ResultadoAlumno } from '../../shared/ipc/modelos.ts'
import { ESTADOS, RESULTADOS } from '../textos/envio.ts'
import { HISTORIAL } from '../textos/envios.ts'
import { Icono, type NombreIcono } from './icono.tsx'
import type { Tono } from './mensaje.tsx'

/** A state in a word, with its shape: colour is never the only sign. */
export function Insignia({ tono, icono, children }: { tono: Tono; icono?: NombreIcono; children: React.ReactNode }) {
  return (
    <span className="insignia" data-tono={tono}>
      {icono && <Icono nombre={icono} tamano={14} />}
      {children}
    </span>
  )
}

export const TONO_DE_ESTADO: Record<EstadoEnvio, { tono: Tono; icono: NombreIcono }> = {
  borrador: { tono: 'neutro', icono: 'reloj' },
  listo: { tono: 'neutro', icono: 'reloj' },
  programado: { tono: 'info', icono: 'reloj' },
  vencido: { tono: 'aviso', icono: 'aviso' },
  enviando: { tono: 'info', icono: 'reloj' },
  reintentando: { tono: 'info', icono: 'reloj' },
  aceptado: { tono: 'exito', icono: 'visto' },
  'aceptado-con-rechazos': { tono: 'aviso', icono: 'aviso' },
  rechazado: { tono: 'error', icono: 'cerrar' },
  desconocido: { tono: 'aviso', icono: 'duda' },
  conciliando: { tono: 'info', icono: 'duda' },
  fallido: { tono: 'error', icono: 'cerrar' },
  cancelado: { tono: 'neutro', icono: 'cerrar' },
}
const TONO_DE_RESULTADO: Record<ResultadoAlumno['resultado'], { tono: Tono; icono: NombreIcono }> = {
  aceptado: { tono: 'exito', icono: 'visto' },
  rechazado: { tono: 'error', icono: 'cerrar' },
  desconocido: { tono: 'aviso', icono: 'duda' },
  'no-enviado': { tono: 'neutro', icono: 'reloj' },
}

export const InsigniaEstado = ({ estado }: { estado: EstadoEnvio }) => <Insignia {...TONO_DE_ESTADO[estado]}>{ESTADOS[estado]}</Insignia>
export const InsigniaResultado = ({ resultado }: { resultado: ResultadoAlumno['resultado'] }) => <Insignia {...TONO_DE_RESULTADO[resultado]}>{RESULTADOS[resultado]}</Insignia>

/** A record of SENCE's history: states other than accepted and refused are shown as they came. */
export function InsigniaRegistro({ registro }: { registro: Pick<RegistroSence, 'resultado' | 'estadoRegistro'> }) {
  if (registro.resultado === 'otro') return <Insignia tono="neutro">{HISTORIAL.resultados.otro(registro.estadoRegistro)}</Insignia>
  return <Insignia {...TONO_DE_RESULTADO[registro.resultado]}>{HISTORIAL.resultados[registro.resultado]}</Insignia>
}
