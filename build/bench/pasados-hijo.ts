/** Opens one large past send out of a journal with many, as the window asks for it: read, checked by the contract, packed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serialize } from 'node:v8'
import Database from 'libsql'
import { abrirDiario } from '../../electron/adapters/diario.ts'
import { escritura } from '../../electron/adapters/diario-escritura.ts'
import { migrar } from '../../electron/adapters/diario-esquema.ts'
import { detalleDe } from '../../electron/services/detalle.ts'
import { requests } from '../../shared/ipc/contract.ts'
import { calcularDv } from '../../shared/domain/rut.ts'

export interface PedidoPasados { cuantos: number; alumnos: number; veces: number }
export interface MedidaPasados { ms: number[]; pasaBytes: number; cuerposBytes: number }

const p = JSON.parse(process.argv[2] ?? '{}') as PedidoPasados
const EN = '2026-11-24T18:30:12.000Z'
const registro = { info: () => undefined, aviso: () => undefined, error: (que: string, error?: unknown) => { console.error(que, error); return 'incidente' } }

function llenar(archivo: string): number {
  const db = new Database(archivo)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF') // nothing of it has to survive
  migrar(db)
  const diario = escritura(db)
  let bytes = 0
  for (let i = 0; i < p.cuantos; i++) {
    const id = `e${i}`
    const alumnos = Array.from({ length: i === Math.floor(p.cuantos / 2) ? p.alumnos : 5 }, (_, n) => ({ rutAlumno: 10_000_000 + n * 37, dvAlumno: calcularDv(10_000_000 + n * 37) }))
    // Two kilobytes an alumno each way: eight módulos, as they travel.
    const cuerpo = `{"listaAlumnos":"${'x'.repeat(alumnos.length * 2000)}"}`
    diario.crearEnvio({ id, creadoEn: EN, borradorId: 'b', nombreArchivo: 'avance.xlsx', rutOtec: '76123456-0' })
    diario.agregarLlamada(id, { id: `l${i}`, codigoEnvio: `PSIC-${i}`, codigoOferta: 'OF', codigoGrupo: 'GR', cuerpo, sha256: 'f'.repeat(64), alumnos })
    diario.sellarEnvio(id, null)
    diario.marcarEnviando(`l${i}`, EN)
    diario.cerrarLlamada(`l${i}`, {
      estado: 'aceptado', causa: null, respondidoEn: EN, httpEstado: 200, idProceso: '7', respuestaSic: null, parcial: null, avances: [],
      respuesta: { octetos: Buffer.from(cuerpo), tipoContenido: 'application/json' }, veredictos: alumnos.map((a) => ({ ...a, resultado: 'aceptado', codigo: null, mensaje: null })),
    })
    if (alumnos.length === p.alumnos) bytes = 2 * cuerpo.length
  }
  db.close()
  return bytes
}

const carpeta = mkdtempSync(path.join(tmpdir(), 'puente-bench-pasados-'))
try {
  const archivo = path.join(carpeta, 'diario.db')
  const cuerposBytes = llenar(archivo)
  const diario = abrirDiario({ archivo, clave: null })
  const ms: number[] = []
  let pasaBytes = 0
  for (let i = 0; i <= p.veces; i++) {
    const antes = performance.now()
    const dicho = requests['envios:detalle'].output.parse(detalleDe({ diario, registro }, `e${Math.floor(p.cuantos / 2)}`))
    pasaBytes = serialize(dicho).byteLength
    if (!dicho.ok || dicho.valor.alumnos !== p.alumnos) throw new Error('it is not the one')
    if (i > 0) ms.push(performance.now() - antes) // the first would measure the compiler
  }
  diario.cerrar()
  const dicha: MedidaPasados = { ms, pasaBytes, cuerposBytes }
  console.log(JSON.stringify(dicha))
} finally { rmSync(carpeta, { recursive: true, force: true }) }
