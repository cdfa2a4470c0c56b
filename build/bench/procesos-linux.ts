/** What a process and all that it started take of the machine, as Linux's /proc tells it. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Gasto {
  /** Proportional set size: memory shared with others counts in its part. */
  pssMiB: number
  /** Processor time since each began, milliseconds. */
  cpuMs: number
  /** Times that its threads went to sleep by themselves: as many as they were woken. */
  despertares: number
  /** Files, sockets and pipes that are open. */
  abiertos: number
}

const HERTZ = 100 // USER_HZ, the same on every Linux that Electron runs on
const leer = (ruta: string): string => { try { return readFileSync(ruta, 'utf8') } catch { return '' } } // it may end while it is looked at
const listar = (ruta: string): string[] => { try { return readdirSync(ruta) } catch { return [] } }

function familia(pid: number): number[] {
  const hijos = listar(`/proc/${String(pid)}/task`).flatMap((t) => leer(`/proc/${String(pid)}/task/${t}/children`).split(' ')).filter((h) => h !== '').map(Number)
  return [pid, ...hijos.flatMap(familia)]
}

export function gastoDe(pid: number): Gasto {
  const suma: Gasto = { pssMiB: 0, cpuMs: 0, despertares: 0, abiertos: 0 }
  for (const p of familia(pid)) {
    suma.pssMiB += Number(/^Pss:\s+(\d+)/m.exec(leer(`/proc/${String(p)}/smaps_rollup`))?.[1] ?? 0) / 1024
    // The name, in brackets, may hold blanks; after it, utime and stime are the 12th and 13th.
    const campos = leer(`/proc/${String(p)}/stat`).split(') ')[1]?.split(' ') ?? []
    suma.cpuMs += (Number(campos[11] ?? 0) + Number(campos[12] ?? 0)) * 1000 / HERTZ
    for (const t of listar(`/proc/${String(p)}/task`)) suma.despertares += Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(leer(`/proc/${String(p)}/task/${t}/status`))?.[1] ?? 0)
    suma.abiertos += listar(`/proc/${String(p)}/fd`).length
  }
  return suma
}
