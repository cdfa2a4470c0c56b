/** Draws build/icon.svg as the files that the installers ask for: icon.png, icon.ico, icon.icns. Run by hand after changing the drawing. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright'
import { asegurarElectron } from './electron-runtime.ts'
import { prepararVacia } from './bench/ventana-vacia.ts'
import { conPantalla } from './pantalla.ts'
import { principal } from './procesos.ts'

const aqui = (nombre: string): string => path.join(import.meta.dirname, nombre)

/** A PNG inside an .ico (readable since Windows Vista). */
function ico(imagenes: ReadonlyMap<number, Buffer>): Buffer {
  const cabecera = Buffer.alloc(6 + 16 * imagenes.size)
  cabecera.writeUInt16LE(1, 2)
  cabecera.writeUInt16LE(imagenes.size, 4)
  let posicion = cabecera.length
  let i = 6
  for (const [lado, png] of imagenes) {
    cabecera.writeUInt8(lado % 256, i) // 256 is written as 0
    cabecera.writeUInt8(lado % 256, i + 1)
    cabecera.writeUInt16LE(1, i + 4)
    cabecera.writeUInt16LE(32, i + 6)
    cabecera.writeUInt32LE(png.length, i + 8)
    cabecera.writeUInt32LE(posicion, i + 12)
    posicion += png.length
    i += 16
  }
  return Buffer.concat([cabecera, ...imagenes.values()])
}

/** PNGs inside an .icns, each under the type that macOS gives its size. */
function icns(imagenes: ReadonlyMap<number, Buffer>): Buffer {
  const tipos: Readonly<Record<number, string>> = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' }
  const partes = [...imagenes].flatMap(([lado, png]) => {
    const tipo = tipos[lado]
    if (tipo === undefined) return []
    const cabecera = Buffer.alloc(8)
    cabecera.write(tipo, 0, 'latin1')
    cabecera.writeUInt32BE(png.length + 8, 4)
    return [cabecera, png]
  })
  const total = Buffer.alloc(8)
  total.write('icns', 0, 'latin1')
  total.writeUInt32BE(8 + partes.reduce((n, p) => n + p.length, 0), 4)
  return Buffer.concat([total, ...partes])
}

principal(async () => {
  const electron = await asegurarElectron()
  const svg = `data:image/svg+xml;base64,${readFileSync(aqui('icon.svg')).toString('base64')}`
  const imagenes = await conPantalla(true, async (env) => {
    const app = await _electron.launch({ executablePath: electron.ruta, args: ['--disable-gpu', prepararVacia()], env: { ...process.env as Record<string, string>, ...env } })
    const page = await app.firstWindow()
    const hechas = new Map<number, Buffer>()
    for (const lado of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const url = await page.evaluate(async ({ origen, lado: l }) => {
        const imagen = new Image(l, l)
        imagen.src = origen
        await imagen.decode()
        const lienzo = document.createElement('canvas')
        lienzo.width = lienzo.height = l
        lienzo.getContext('2d')?.drawImage(imagen, 0, 0, l, l)
        return lienzo.toDataURL('image/png')
      }, { origen: svg, lado })
      hechas.set(lado, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
    }
    await app.close()
    return hechas
  })
  const hasta = (maximo: number): Map<number, Buffer> => new Map([...imagenes].filter(([lado]) => lado <= maximo))
  writeFileSync(aqui('icon.png'), imagenes.get(1024) ?? Buffer.alloc(0))
  writeFileSync(aqui('icon.ico'), ico(hasta(256)))
  writeFileSync(aqui('icon.icns'), icns(imagenes))
  return 0
})
