/** What this process is asked to do, one task and then it ends; and how a task can fail. */
import type { Manifiesto, PedidoRespaldo, Secretos } from './respaldo.ts'
import { hacerRespaldo, leerRespaldo } from './respaldo.ts'
import { claveDeFrase, CofreError } from './cofre.ts'
import { EnUsoError, restaurar, type PedidoRestaurar } from './restauracion.ts'

interface Entradas {
  derivar: { frase: string; sal: string }
  respaldar: PedidoRespaldo
  mirar: { archivo: string; secretos: Secretos }
  restaurar: PedidoRestaurar
}
interface Valores {
  /** 32 bytes, hexadecimal. */
  derivar: { clave: string }
  respaldar: { bytes: number }
  mirar: Omit<Manifiesto, 'clave'>
  restaurar: { desconocidas: number; vencidas: number }
}
export type NombreTarea = keyof Entradas
export type EntradaTarea<N extends NombreTarea> = Entradas[N]
export type ValorTarea<N extends NombreTarea> = Valores[N]
export type Tarea = { [N in NombreTarea]: { tarea: N; entrada: Entradas[N] } }[NombreTarea]

export const CAUSAS_TAREA = ['no-es-respaldo', 'version-nueva', 'otra-clave', 'danado', 'en-uso', 'sin-espacio', 'no-alcanza', 'imprevista'] as const
export type CausaTarea = (typeof CAUSAS_TAREA)[number]
export type RespuestaTarea<N extends NombreTarea> = { ok: true; valor: Valores[N] } | { ok: false; causa: CausaTarea; detalle: string }

const HACER: { readonly [N in NombreTarea]: (entrada: Entradas[N]) => Valores[N] } = {
  derivar: ({ frase, sal }) => ({ clave: claveDeFrase(frase, sal) }),
  respaldar: (p) => ({ bytes: hacerRespaldo(p).bytes }),
  mirar: ({ archivo, secretos }) => {
    const { clave: _clave, ...manifiesto } = leerRespaldo(archivo, secretos, null)
    return manifiesto
  },
  restaurar: (p) => {
    const { desconocidas, vencidas } = restaurar(p)
    return { desconocidas, vencidas }
  },
}

export function hacerTarea(t: Tarea): RespuestaTarea<NombreTarea> {
  try {
    return { ok: true, valor: (HACER[t.tarea] as (e: unknown) => Valores[NombreTarea])(t.entrada) }
  } catch (error) {
    return { ok: false, causa: causaDe(error), detalle: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** The place went away, was never there, or does not let itself be written. */
const LUGAR: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENODEV', 'ENXIO', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ETIMEDOUT', 'EBUSY', 'UNKNOWN', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'])
function causaDe(error: unknown): CausaTarea {
  if (error instanceof CofreError) return error.causa
  if (error instanceof EnUsoError) return 'en-uso'
  const { code } = error as { code?: unknown }
  const codigo = typeof code === 'string' ? code : ''
  if (codigo === 'ENOSPC' || codigo === 'EDQUOT' || codigo.startsWith('SQLITE_FULL')) return 'sin-espacio'
  if (codigo.startsWith('SQLITE_NOTADB') || codigo.startsWith('SQLITE_CORRUPT')) return 'danado'
  return LUGAR.has(codigo) ? 'no-alcanza' : 'imprevista'
}
