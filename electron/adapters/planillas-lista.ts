/** A list, batch by batch, to the process that writes workbooks; the file takes its place when it is whole. */
import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { fallarCon } from '../proceso-planilla/fallas.ts'
import type { Entrada, Metodo, ValorDe } from '../proceso-planilla/mensajes.ts'
import { ListaCortada, type Lista } from '../services/listas/lista.ts'

type Pedir = <M extends Metodo>(metodo: M, entrada: Entrada<M>) => Promise<Result<ValorDe<M>>>

export async function escribirLista(pedir: Pedir, ruta: string, { hoja, columnas, acerca, tandas }: Lista): Promise<Result<{ filas: number }>> {
  const id = randomUUID()
  const temporal = `${ruta}.${id.slice(0, 8)}.tmp`
  const escribir = async (): Promise<Result<{ filas: number }>> => {
    const abierta = await pedir('listaAbrir', { id, ruta: temporal, hoja, columnas: [...columnas], acerca: acerca.map(([a, b]): [string, string] => [a, b]) })
    if (!abierta.ok) return abierta
    for await (const filas of tandas) {
      const r = await pedir('listaFilas', { id, filas: filas.map((f) => [...f]) })
      if (!r.ok) return r
    }
    return pedir('listaCerrar', { id })
  }
  let escrita: Result<{ filas: number }>
  try { escrita = await escribir() } catch (error) {
    await descartar(pedir, temporal)
    if (error instanceof ListaCortada) return fallar(error.falla)
    throw error
  }
  if (!escrita.ok) { await descartar(pedir, temporal); return escrita }
  try { await rename(temporal, ruta) } catch (error) {
    await rm(temporal, { force: true })
    const codigo = error instanceof Error && 'code' in error ? String(error.code) : ''
    return fallarCon(['EACCES', 'EPERM', 'EBUSY'].includes(codigo) ? 'destino-ocupado' : 'destino-ilegible', { nombre: path.basename(ruta) })
  }
  return ok(escrita.valor)
}

async function descartar(pedir: Pedir, temporal: string): Promise<void> {
  await pedir('listaSoltar', {})
  await rm(temporal, { force: true })
}
