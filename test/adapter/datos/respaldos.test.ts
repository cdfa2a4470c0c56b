import '../credenciales/sin-electron.ts'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hacerTarea, type Tarea } from '../../../electron/proceso-datos/tareas.ts'
import { crearRespaldos, type Respaldos } from '../../../electron/respaldos.ts'
import { A, abrirOficina, codigo, finDeEnvio, muestra, valor, type Oficina } from '../perfiles/soporte.ts'

let o: Oficina
let ahora = new Date('2026-11-25T15:00:00Z')
const de = (oficina: Oficina): Respaldos => crearRespaldos({ ...oficina.partes, ahora: () => ahora, tareas: (tarea, entrada) => Promise.resolve(hacerTarea({ tarea, entrada } as Tarea) as never) }, oficina.espacios)
beforeEach(async () => {
  ahora = new Date('2026-11-25T15:00:00Z')
  o = await abrirOficina()
  valor(await o.perfiles.agregar(A))
})
afterEach(async () => { await o.cerrar() })
const copias = (carpeta = path.join(o.carpeta, 'respaldos')): string[] => (existsSync(carpeta) ? readdirSync(carpeta).sort() : [])
const FRASE = 'caballo lámpara otoño río'

async function enviar(oficina: Oficina): Promise<void> {
  const espacio = oficina.espacios.actual()
  const { id } = valor(await espacio?.importar(await muestra()) ?? Promise.reject(new Error('no space')) as never)
  const fin = finDeEnvio(oficina)
  valor(await espacio?.envios.enviar({ borradorId: id }) as never)
  await fin
}

it('makes one a day by itself, told where it is, and keeps as many as it says', async () => {
  const r = de(o)
  await r.delDia()
  await r.delDia()
  expect(copias()).toHaveLength(1)
  for (let dia = 1; dia < 60; dia++) { ahora = new Date(Date.UTC(2026, 10, 25 + dia, 15)); await r.delDia() }
  expect(copias()).toHaveLength(11)
  expect(await r.estado()).toMatchObject({ rutOtec: A.rutOtec, conFrase: false, copias: 11, falla: null, esLaPropia: true })
  expect(r.noticias()).toEqual([])
}, 60_000)

it('a folder that is not there is told, stops nothing, and is tried again', async () => {
  const r = de(o)
  const usb = path.join(o.carpeta, 'usb')
  await r.ponerCarpeta(usb)
  await r.delDia()
  expect((await r.estado()).falla?.codigo).toBe('respaldo-no-alcanza')
  expect(r.noticias()).toHaveLength(1)
  expect((await r.estado()).copias).toBeNull()
  expect(codigo(await r.hacer())).toBe('respaldo-no-alcanza')
  mkdirSync(usb)
  await r.delDia()
  expect(copias(usb)).toHaveLength(1)
  expect((await r.estado()).falla).toBeNull()
  expect(r.noticias()).toEqual([])
})

it('with the words it opens in another computer, where it becomes the OTEC on screen, without token', async () => {
  await enviar(o)
  const r = de(o)
  expect(codigo(await r.ponerFrase('corta'))).toBe('respaldo-frase-corta')
  valor(await r.ponerFrase(FRASE))
  valor(await r.hacer())
  const [archivo = ''] = copias()
  const otro = await abrirOficina()
  try {
    const suyo = de(otro)
    const elegido = valor(suyo.elegir(path.join(o.carpeta, 'respaldos', archivo)))
    expect(elegido.pideFrase).toBe(true)
    expect(codigo(await suyo.mirar(elegido.id, 'otra frase cualquiera'))).toBe('respaldo-otra-clave')
    expect(codigo(await suyo.restaurar(elegido.id, FRASE, ''))).toBe('respaldo-respaldo-no-elegido')
    expect(valor(await suyo.mirar(elegido.id, FRASE))).toMatchObject({ rutOtec: A.rutOtec, nombre: A.nombre, envios: 1, borradores: 1, aqui: null })
    expect(otro.disco.lista()).toEqual([])
    valor(await suyo.restaurar(elegido.id, FRASE, ''))
    expect(otro.espacios.actual()?.lugar).toMatchObject({ nombre: 'real', rutOtec: A.rutOtec })
    expect(otro.espacios.actual()?.credenciales.perfil()).toMatchObject({ nombre: A.nombre, tokenFinal: null })
    expect(valor(otro.espacios.actual()?.envios.lista() as never)).toHaveLength(1)
    expect(valor(await otro.espacios.actual()?.planillas.lista() as never)).toHaveLength(1)
  } finally { await otro.cerrar() }
})

it('without words it only serves here, and the other computer says so', async () => {
  const r = de(o)
  valor(await r.hacer())
  const [archivo = ''] = copias()
  const otro = await abrirOficina()
  try { expect(codigo(de(otro).elegir(path.join(o.carpeta, 'respaldos', archivo)))).toBe('respaldo-otro-equipo') } finally { await otro.cerrar() }
  const escrito = readFileSync(path.join(o.carpeta, 'respaldo.json'), 'utf8')
  expect(escrito).not.toContain(FRASE)
})

it('replacing asks for the RUT, and what was here is kept aside first: it can be gone back to', async () => {
  const r = de(o)
  valor(await r.hacer())
  const [vacio = ''] = copias()
  await enviar(o)
  const elegido = valor(r.elegir(path.join(o.carpeta, 'respaldos', vacio)))
  expect(valor(await r.mirar(elegido.id, null))).toMatchObject({ envios: 0, aqui: { envios: 1 } })
  expect(codigo(await r.restaurar(elegido.id, null, '77654308-K'))).toBe('respaldo-confirmacion-otra')
  valor(await r.restaurar(elegido.id, null, '76.123.456-0'))
  expect(valor(o.espacios.actual()?.envios.lista() as never)).toHaveLength(0)
  expect(o.espacios.actual()?.credenciales.perfil()?.tokenFinal).toBe(A.token.slice(-4))
  const aparte = copias().find((n) => n.normalize('NFC').includes('antes de restaurar')) ?? ''
  const vuelta = valor(r.elegir(path.join(o.carpeta, 'respaldos', aparte)))
  valor(await r.mirar(vuelta.id, null))
  valor(await r.restaurar(vuelta.id, null, A.rutOtec))
  expect(valor(o.espacios.actual()?.envios.lista() as never)).toHaveLength(1)
})

it('when what is here cannot be kept aside, nothing is replaced', async () => {
  const r = de(o)
  valor(await r.hacer())
  const [archivo = ''] = copias()
  await enviar(o)
  const fuera = path.join(o.carpeta, 'fuera.respaldo')
  renameSync(path.join(o.carpeta, 'respaldos', archivo), fuera)
  const elegido = valor(r.elegir(fuera))
  valor(await r.mirar(elegido.id, null))
  rmSync(path.join(o.carpeta, 'respaldos'), { recursive: true })
  o.sellador.abierto = false
  expect(codigo(await r.restaurar(elegido.id, null, A.rutOtec))).toBe('respaldo-sin-copia-previa')
  expect(valor(o.espacios.actual()?.envios.lista() as never)).toHaveLength(1)
})

it('the practice is not backed up', async () => {
  const r = de(o)
  valor(await o.espacios.entrar('practica'))
  expect(codigo(await r.hacer())).toBe('respaldo-sin-otec')
})
