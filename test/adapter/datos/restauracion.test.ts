import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tomarCandado } from '../../../electron/adapters/candado.ts'
import { abrirDiario } from '../../../electron/adapters/diario.ts'
import { terminarDeRestaurar } from '../../../electron/adapters/perfiles-restaurados.ts'
import { CofreError } from '../../../electron/proceso-datos/cofre.ts'
import { hacerRespaldo } from '../../../electron/proceso-datos/respaldo.ts'
import { EnUsoError, restaurar, type PedidoRestaurar } from '../../../electron/proceso-datos/restauracion.ts'
import { CLAVE, carpetaTemporal, envio, llamada } from '../diario/soporte.ts'
import { LLAVE, OTEC, OTRA_CLAVE, nombresEn, otecConDatos, pedidoDe, volcar } from './soporte.ts'

let temporal: ReturnType<typeof carpetaTemporal>
let archivo: string
beforeEach(() => {
  temporal = carpetaTemporal()
  archivo = path.join(temporal.ruta, 'copia.respaldo')
  const { carpeta } = otecConDatos(path.join(temporal.ruta, 'otro-equipo'))
  hacerRespaldo(pedidoDe(carpeta, archivo))
})
afterEach(() => { temporal.borrar() })

const real = (): string => path.join(temporal.ruta, 'real')
const pedido = (mas: Partial<PedidoRestaurar> = {}): PedidoRestaurar => {
  mkdirSync(real(), { recursive: true })
  return { archivo, secretos: { frase: null, llaves: [LLAVE] }, carpetaReal: real(), clave: OTRA_CLAVE, ahora: '2026-11-25T12:30:00.000Z', rutOtec: OTEC, creadoEn: '2026-11-25T12:00:00.000Z', ...mas }
}
const estados = (): Record<string, string> => {
  const diario = abrirDiario({ archivo: path.join(real(), OTEC, 'diario.db'), clave: OTRA_CLAVE })
  try {
    diario.recuperar()
    return Object.fromEntries(diario.envios().flatMap((e) => e.llamadas.map((l) => [l.id, l.estado])))
  } finally { diario.cerrar() }
}

it('a backup of another computer is an OTEC of this one, under this one\'s key, and nothing of it can go out by itself', () => {
  expect(restaurar(pedido())).toMatchObject({ desconocidas: 2, vencidas: 1, manifiesto: { envios: 4 } })
  expect(estados()).toEqual({ l1: 'aceptado-con-rechazos', l2: 'desconocido', l3: 'desconocido', l4: 'vencido' })
  const diario = abrirDiario({ archivo: path.join(real(), OTEC, 'diario.db'), clave: OTRA_CLAVE })
  expect(diario.cifrado).toBe(true)
  expect(diario.programados()).toEqual([])
  expect(diario.inciertas(OTEC).map((l) => l.codigoEnvio)).toEqual(['PSIC-l2', 'PSIC-l3'])
  expect(diario.sinConfirmar(OTEC)).toHaveLength(2)
  diario.cerrar()
  const antes = volcar(path.join(temporal.ruta, 'otro-equipo', 'real', OTEC, 'borradores.db'), CLAVE)
  expect(volcar(path.join(real(), OTEC, 'borradores.db'), OTRA_CLAVE)).toEqual(antes)
  expect(volcar(path.join(real(), OTEC, 'diario.db'), OTRA_CLAVE)['contenido']).toEqual(volcar(path.join(temporal.ruta, 'otro-equipo', 'real', OTEC, 'diario.db'), CLAVE)['contenido'])
  expect(nombresEn(real())).toEqual([OTEC])
})

it('where this computer keeps nothing sealed it lies in clear, as all does there', () => {
  restaurar(pedido({ clave: null }))
  expect(volcar(path.join(real(), OTEC, 'diario.db'), null)['envio']).toHaveLength(4)
})

it('takes the place of what was here, but for the token, which is of this computer', () => {
  mkdirSync(path.join(real(), OTEC), { recursive: true })
  const suyo = abrirDiario({ archivo: path.join(real(), OTEC, 'diario.db'), clave: OTRA_CLAVE })
  suyo.crearEnvio(envio('otro'))
  suyo.agregarLlamada('otro', llamada('otra'))
  suyo.cerrar()
  writeFileSync(path.join(real(), OTEC, 'credenciales.json'), '{"perfil":"de aquí"}')
  restaurar(pedido())
  expect(Object.keys(estados())).toEqual(['l4', 'l3', 'l2', 'l1'])
  expect(volcar(path.join(real(), OTEC, 'diario.db'), OTRA_CLAVE)['envio']).toHaveLength(4)
  expect(nombresEn(real())).toEqual([OTEC])
})

it('wrong words, a cut file, another file under its name, or a folder in use change nothing', () => {
  mkdirSync(path.join(real(), OTEC), { recursive: true })
  writeFileSync(path.join(real(), OTEC, 'marca'), 'lo de antes')
  const malo = (mas: Partial<PedidoRestaurar>, clase: new (...a: never[]) => Error): void => {
    expect(() => restaurar(pedido(mas))).toThrow(clase)
    expect(nombresEn(real())).toEqual([OTEC])
    expect(nombresEn(path.join(real(), OTEC))).toContain('marca')
  }
  malo({ secretos: { frase: 'otra cosa', llaves: [] } }, CofreError)
  malo({ creadoEn: '2026-11-25T12:00:01.000Z' }, CofreError)
  const candado = tomarCandado(path.join(real(), OTEC, 'diario.db'))
  malo({}, EnUsoError)
  candado?.soltar()
})

it.each([1, 2, 3])('stopped at rename %i of its three, the next start finds the old one or the new one, whole', (cual) => {
  mkdirSync(path.join(real(), OTEC), { recursive: true })
  writeFileSync(path.join(real(), OTEC, 'marca'), 'lo de antes')
  let van = 0
  const cortada = (de: string, a: string): void => { if (++van >= cual) throw new Error('power cut'); renameSync(de, a) }
  expect(() => restaurar(pedido(), cortada as typeof renameSync)).toThrow('power cut')
  terminarDeRestaurar(real())
  expect(nombresEn(real())).toEqual([OTEC])
  const dentro = nombresEn(path.join(real(), OTEC))
  expect(dentro.includes('marca')).toBe(!dentro.includes('diario.db'))
})

it('killed at any instant, the same', async () => {
  const visto = new Set<boolean>()
  for (const espera of [2, 5, 6, 8, 30]) {
    const raiz = path.join(temporal.ruta, `muerte-${espera}`)
    const lugar = path.join(raiz, 'real', OTEC)
    mkdirSync(lugar, { recursive: true })
    writeFileSync(path.join(lugar, 'marca'), 'lo de antes')
    await matar(raiz, espera)
    terminarDeRestaurar(path.join(raiz, 'real'))
    expect(nombresEn(path.join(raiz, 'real'))).toEqual([OTEC])
    const nueva = existsSync(path.join(lugar, 'diario.db'))
    visto.add(nueva)
    expect(existsSync(path.join(lugar, 'marca'))).toBe(!nueva)
    if (nueva) expect(volcar(path.join(lugar, 'diario.db'), OTRA_CLAVE)['envio']).toHaveLength(4)
  }
  expect(visto).toEqual(new Set([false, true]))
})

/** The child says each step that its disk is asked for; it dies at number `paso`, in the middle of whatever follows. */
function matar(raiz: string, paso: number): Promise<void> {
  return new Promise((listo, fallar) => {
    const hijo = spawn(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'restaurador.ts'), JSON.stringify({ ...pedido(), carpetaReal: path.join(raiz, 'real') })], { stdio: ['ignore', 'pipe', 'inherit'] })
    let dichos = 0
    hijo.stdout.on('data', (b: Buffer) => {
      dichos += b.toString().split('\n').length - 1
      if (dichos > paso) hijo.kill('SIGKILL')
    })
    hijo.on('error', fallar)
    hijo.on('close', () => { listo() })
  })
}

it('what a crash left of a preparation goes', () => {
  mkdirSync(path.join(real(), `.preparando-${OTEC}-00000000`), { recursive: true })
  terminarDeRestaurar(real())
  expect(readdirSync(real())).toEqual([])
})
