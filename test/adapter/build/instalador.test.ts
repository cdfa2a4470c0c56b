/** What cannot be built here is at least held against the tools' own rules: builder's schema, NSIS's compiler, signing's variables. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { comprobarNativos, configuracion, NATIVOS } from '../../../build/electron-builder.ts'
import { firmaDe } from '../../../build/firma.ts'
import { correr } from '../../../build/procesos.ts'
import { RAIZ } from '../../../build/rutas.ts'
import { asegurarSistema } from '../../../build/system-libs.ts'

const requerir = createRequire(import.meta.url)
const { validateConfiguration } = requerir(path.join(path.dirname(requerir.resolve('app-builder-lib')), 'util', 'config', 'config.js')) as { validateConfiguration(c: unknown, log: unknown): Promise<void> }
const registro = { add: () => undefined }
const ELECTRON = { ruta: '/opt/electron/electron', version: '45.4.1', origen: 'oficial' as const }
const FIRMA = { CSC_LINK: 'certificado.p12', APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' }
const de = (env: Record<string, string> = {}, actualizaciones: { url: string; clave: string } | null = null) => configuracion(ELECTRON, '/salida', { env, actualizaciones })

let carpeta = ''
beforeEach(() => { carpeta = mkdtempSync(path.join(tmpdir(), 'puente-instalador-')) })
afterEach(() => { rmSync(carpeta, { recursive: true }) })

describe('the builder’s configuration', () => {
  it.each([['unsigned', de()], ['signed', de(FIRMA)], ['with updates', de(FIRMA, { url: 'https://actualizaciones.invalid/puente-sic', clave: 'MCowBQYDK2VwAyEA' })]])('is valid: %s', async (_nombre, c) => {
    await expect(validateConfiguration(c, registro)).resolves.toBeUndefined()
  })
  it('is looked at: a wrong word is found', async () => {
    await expect(validateConfiguration({ ...de(), unClic: true }, registro)).rejects.toThrow(/unClic/)
  })

  it('makes what each system’s people expect', () => {
    const c = de()
    expect(c.linux?.target).toEqual(['AppImage', 'deb'])
    expect(c.win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }])
    expect(c.mac?.target).toEqual([{ target: 'dmg', arch: ['universal'] }, { target: 'zip', arch: ['universal'] }])
    expect(c.nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false })
    for (const s of [c.linux, c.mac]) expect([s?.fileAssociations].flat().map((a) => (a as { ext: string }).ext)).toEqual(['xlsx', 'xls', 'ods', 'csv'])
  })

  it('says in the name of the file that it is not signed, and insists on signing when it can', () => {
    for (const [sistema, nombre] of [['win', '-sin-firma.'], ['mac', '-sin-firma.']] as const) {
      expect(de()[sistema]).toMatchObject({ artifactName: expect.stringContaining(nombre) as unknown, forceCodeSigning: false })
      expect(de(FIRMA)[sistema]).toMatchObject({ artifactName: expect.not.stringContaining(nombre) as unknown, forceCodeSigning: true })
    }
    expect(de().mac).toMatchObject({ identity: '-', notarize: false, hardenedRuntime: false })
    expect(de(FIRMA).mac).toMatchObject({ notarize: true, hardenedRuntime: true })
    expect(de(FIRMA).mac).not.toHaveProperty('identity')
  })

  it('looks for updates only where it was told to', () => {
    expect(de().publish).toBeNull()
    expect(de()).not.toHaveProperty('extraMetadata')
    const con = de({}, { url: 'https://a.invalid/', clave: 'MCow' })
    expect(con).toMatchObject({ publish: { provider: 'generic', url: 'https://a.invalid/' }, extraMetadata: { puenteActualizaciones: { clave: 'MCow' } } })
  })
})

describe('what the environment brings for signing', () => {
  it.each([
    [{}, { windows: false, mac: false, notarizar: false }],
    [{ CSC_LINK: '' }, { windows: false, mac: false, notarizar: false }],
    [{ WIN_CSC_LINK: 'x' }, { windows: true, mac: false, notarizar: false }],
    [{ CSC_NAME: 'x' }, { windows: false, mac: true, notarizar: false }],
    [{ CSC_LINK: 'x', APPLE_ID: 'a', APPLE_TEAM_ID: 'c' }, { windows: true, mac: true, notarizar: false }],
    [{ CSC_LINK: 'x', APPLE_API_KEY: 'a', APPLE_API_KEY_ID: 'b', APPLE_API_ISSUER: 'c' }, { windows: true, mac: true, notarizar: true }],
    [{ APPLE_ID: 'a', APPLE_APP_SPECIFIC_PASSWORD: 'b', APPLE_TEAM_ID: 'c' }, { windows: false, mac: false, notarizar: false }],
  ])('%j', (env, firma) => { expect(firmaDe(env)).toEqual(firma) })
})

describe('the native databases in a package', () => {
  const poner = (...nombres: string[]): void => { for (const n of nombres) mkdirSync(path.join(carpeta, 'app.asar.unpacked', 'node_modules', '@libsql', n), { recursive: true }) }
  it.each(Object.keys(NATIVOS))('are those of %s and no other', (plataforma) => {
    const suyos = NATIVOS[plataforma] ?? []
    expect(() => { comprobarNativos(carpeta, plataforma) }).toThrow(/lleva ninguna/)
    poner(...suyos)
    comprobarNativos(carpeta, plataforma)
    poner('freebsd-x64')
    expect(() => { comprobarNativos(carpeta, plataforma) }).toThrow(/freebsd-x64/)
  })
})

describe('the script of the Windows installer', () => {
  it('compiles as builder’s own would include it, without a warning', async () => {
    await asegurarSistema('', ['instalador'])
    const guion = path.join(carpeta, 'prueba.nsi')
    // What builder's templates define and include round ours; their plugins are downloaded and are not at hand here.
    writeFileSync(guion, `\ufeffUnicode true
!include LogicLib.nsh
!include FileFunc.nsh
!define PRODUCT_NAME "Puente SIC"
!define APP_EXECUTABLE_FILENAME "Puente SIC.exe"
!define isUpdated '"$R9" == "1"'
!include "${path.join(RAIZ, 'build', 'instalador.nsh')}"
Name "prueba"
OutFile "${path.join(carpeta, 'prueba.exe')}"
InstallDir "$LOCALAPPDATA\\prueba"
Section
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\\un.exe"
  !insertmacro customInstall
SectionEnd
Section Uninstall
  !insertmacro customUnInstall
SectionEnd
`)
    const { codigo, salida } = await correr('makensis', ['-V4', '-WX', '-INPUTCHARSET', 'UTF8', guion], { modo: 'callar' })
    expect(codigo, salida).toBe(0)
    for (const orden of ['WriteRegStr', 'FileWrite', 'DeleteRegKey', 'MessageBox', 'RMDir']) expect(salida).toContain(`${orden}: `)
  })
})
