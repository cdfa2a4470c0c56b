import './sin-electron.ts'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { AJUSTES_INICIALES, abrirAjustes } from '../../../electron/adapters/ajustes.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })

it('begins with the official address, ten minutes and parts of 500, keeps what is changed, and leaves the rest', () => {
  const ajustes = abrirAjustes(carpeta.ruta)
  expect(ajustes.leer()).toEqual({ urlBase: 'https://auladigital.sence.cl/gestor/API/avance-sic', tiempoEsperaSegundos: 600, tema: 'sistema', alumnosPorParte: 500, pausaSegundos: 3, proxy: 'sistema', actualizarSolo: true })
  expect(ajustes.guardar({ tema: 'oscuro', urlBase: undefined })).toEqual({ ok: true, valor: { ...AJUSTES_INICIALES, tema: 'oscuro' } })
  expect(ajustes.guardar({ urlBase: ' https://otro.example.cl/api/ ' })).toMatchObject({ ok: true, valor: { urlBase: 'https://otro.example.cl/api' } })
  expect(abrirAjustes(carpeta.ruta).leer()).toEqual({ ...AJUSTES_INICIALES, tema: 'oscuro', urlBase: 'https://otro.example.cl/api' })
})

it.each(['http://auladigital.sence.cl/x', 'https://a:b@sence.cl', 'https://sence.cl/?token=1', 'sence.cl', ''])('refuses the address %s and changes nothing', (urlBase) => {
  const ajustes = abrirAjustes(carpeta.ruta)
  expect(ajustes.guardar({ urlBase, tema: 'claro' })).toMatchObject({ ok: false, falla: { codigo: 'direccion-no-permitida' } })
  expect(ajustes.leer()).toEqual(AJUSTES_INICIALES)
})

it('takes http on this computer, refuses an impossible wait', () => {
  const ajustes = abrirAjustes(carpeta.ruta)
  expect(ajustes.guardar({ urlBase: 'http://127.0.0.1:8080/api' })).toMatchObject({ ok: true })
  expect(ajustes.guardar({ tiempoEsperaSegundos: 4 })).toMatchObject({ ok: false, falla: { codigo: 'ajustes-invalidos' } })
})

it('a wrong value in the file counts as the initial one and hides no other; a damaged file, as none', () => {
  const archivo = path.join(carpeta.ruta, 'ajustes.json')
  writeFileSync(archivo, JSON.stringify({ urlBase: 'http://malo.example/', tiempoEsperaSegundos: 'mucho', pausaSegundos: 0, proxy: 'cualquiera', tema: 'oscuro' }))
  expect(abrirAjustes(carpeta.ruta).leer()).toEqual({ ...AJUSTES_INICIALES, tema: 'oscuro' })
  writeFileSync(archivo, '{')
  expect(abrirAjustes(carpeta.ruta).leer()).toEqual(AJUSTES_INICIALES)
})
