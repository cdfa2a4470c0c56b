import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leerCarpeta } from '../../../electron/adapters/diagnostico.ts'
import { abrirRegistro } from '../../../electron/adapters/registro.ts'
import { crearServicioDiagnostico } from '../../../electron/services/diagnostico.ts'
import type { DatoEquipo, DatoUso, FuentesDiagnostico } from '../../../electron/services/puertos-diagnostico.ts'
import { TEXTOS_DIAGNOSTICO } from '../../../electron/services/textos-diagnostico.ts'
import { DiagnosticoSchema } from '../../../shared/ipc/modelos-diagnostico.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

const TOKEN = 'A7C3F19E-5B2D-4E68-9F01-3C8D7E6B5A42'
let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })

const todos = <K extends string>(nombres: Record<K, string>, valor: string): Record<K, string> =>
  Object.fromEntries(Object.keys(nombres).map((k) => [k, valor])) as Record<K, string>
const servicio = (mas: Partial<FuentesDiagnostico> = {}) => {
  const registro = path.join(carpeta.ruta, 'registro')
  return crearServicioDiagnostico({
    reloj: { ahora: () => new Date('2026-11-25T03:04:05Z') },
    fuentes: { ...leerCarpeta(carpeta.ruta, registro), equipo: () => todos<DatoEquipo>(TEXTOS_DIAGNOSTICO.equipo.datos, 'E'), uso: () => Promise.resolve(todos<DatoUso>(TEXTOS_DIAGNOSTICO.uso.datos, 'U')), ...mas },
  })
}
const escribir = (nombre: string, texto: string): void => {
  const archivo = path.join(carpeta.ruta, nombre)
  mkdirSync(path.dirname(archivo), { recursive: true })
  writeFileSync(archivo, texto)
}

describe('the exported diagnosis', () => {
  it('shows to the letter what it saves', async () => {
    abrirRegistro(path.join(carpeta.ruta, 'registro')).info('hola')
    const s = servicio()
    const d = DiagnosticoSchema.parse(await s.preparar())
    const texto = s.texto(d.id) ?? ''
    expect(d.partes.map((p) => p.titulo)).toEqual(['Qué es esto', 'Este computador', 'Cómo está puesto el programa', 'Archivos del programa', 'Registro: puente-sic.log'])
    expect(texto).toBe(d.partes.map((p) => `===== ${p.titulo} =====\n\n${p.texto.trim()}\n`).join('\n'))
    expect(d.bytes).toBe(Buffer.byteLength(texto))
    expect(texto).toContain('25-11-26, 00:04:05')
  })

  it('saves nothing but what was shown last', async () => {
    const s = servicio()
    const primero = await s.preparar()
    const segundo = await s.preparar()
    expect(s.texto(primero.id)).toBeNull()
    expect(s.texto('inventado')).toBeNull()
    expect(s.texto(segundo.id)).toContain('Diagnóstico de Puente SIC')
  })

  it('names the program’s files with their size, never what is in them, and passes over Chromium’s caches', async () => {
    escribir('real/diario.db', `${TOKEN} Pérez`)
    escribir('GPUCache/data_0', 'x')
    escribir('Local Storage/leveldb/LOG', 'x')
    escribir('grande.bin', 'x'.repeat(3_000_000))
    const s = servicio()
    const { id } = await s.preparar()
    const texto = s.texto(id) ?? ''
    expect(texto).toMatch(/1 KB {2}\S+ \S+ {2}real\/diario\.db/)
    expect(texto).toMatch(/2\.930 KB .*grande\.bin/)
    expect(texto).not.toMatch(/GPUCache|leveldb|Pérez/)
  })

  it('takes personal data out once more, also of a log that another hand wrote', async () => {
    escribir('registro/puente-sic.log', `rut 12.345.678-5 token=${TOKEN} de ana@otec.cl`)
    escribir('registro/puente-sic.2.log', 'vieja')
    escribir('registro/puente-sic.1.log', 'media')
    const s = servicio({ uso: () => Promise.resolve(todos<DatoUso>(TEXTOS_DIAGNOSTICO.uso.datos, TOKEN)) })
    const d = await s.preparar()
    const texto = s.texto(d.id) ?? ''
    expect(texto).not.toMatch(/A7C3F19E|12\.345|ana@/i)
    expect(texto).toContain('rut [rut] token=[token] de [correo]')
    expect(d.partes.slice(4).map((p) => p.titulo)).toEqual(['puente-sic.log', 'puente-sic.1.log', 'puente-sic.2.log'].map((n) => `Registro: ${n}`))
  })

  it('is whole without a log and without a single file', async () => {
    expect((await servicio().preparar()).partes.map((p) => p.texto)).toContain('Ninguno.')
  })
})
