import { describe, expect, it } from 'vitest'
import { revisarCapas } from '../../../build/lint-capas.ts'

/** A bad file for each rule: where it stands and what it says. */
const MALOS: readonly [regla: string, archivo: string, texto: string][] = [
  ['shared-puro', 'shared/domain/x.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync`],
  ['shared-puro', 'shared/domain/x.ts', `import type { App } from 'electron'\nexport type A = App`],
  ['shared-puro', 'shared/domain/x.ts', `import { useState } from 'react'\nexport const a = useState`],
  ['shared-puro', 'shared/domain/x.ts', `import { a } from '../../electron/textos.ts'\nexport const b = a`],
  ['shared-puro', 'shared/domain/x.ts', `export const a = () => import('node:os')`],
  ['shared-puro', 'shared/domain/x.ts', `export type A = import('../../renderer/a.ts').A`],
  ['ventana-aparte', 'renderer/a.tsx', `import { a } from '../electron/textos.ts'\nexport const b = a`],
  ['ventana-aparte', 'renderer/a.tsx', `import path from 'node:path'\nexport const b = path`],
  ['ventana-aparte', 'renderer/a.tsx', `export const leer = () => import('xlsx')`],
  ['producto-sin-herramientas', 'electron/main.ts', `import { a } from '../build/rutas.ts'\nexport const b = a`],
  ['producto-sin-herramientas', 'electron/ipc/a.ts', `import { a } from '../../renderer/puente.ts'\nexport const b = a`],
  ['servicios-puros', 'electron/services/envios.ts', `import { app } from 'electron'\nexport const a = app`],
  ['servicios-puros', 'electron/services/envios.ts', `import { readFile } from 'node:fs/promises'\nexport const a = readFile`],
  ['servicios-puros', 'electron/services/envios.ts', `import { request } from 'undici'\nexport const a = request`],
  ['servicios-puros', 'electron/services/envios.ts', `import { a } from '../adapters/diario.ts'\nexport const b = a`],
  ['adaptadores-abajo', 'electron/adapters/diario.ts', `import { a } from '../ipc/registrar.ts'\nexport const b = a`],
  ['adaptadores-abajo', 'electron/gestor/servidor.ts', `import { a } from '../espacios.ts'\nexport const b = a`],
  ['electron-en-su-lugar', 'electron/proceso-planilla/entrada.ts', `import { app } from 'electron'\nexport const a = app`],
  ['ipc-crudo', 'electron/menu.ts', `import { ipcMain } from 'electron'\nexport const a = ipcMain`],
  ['ipc-crudo', 'electron/main.ts', `import { ipcMain } from 'electron'\nipcMain.handle('x', () => 1)`],
  ['ipc-crudo', 'electron/ventana.ts', `import * as e from 'electron'\ne.ipcMain.on('x', () => undefined)`],
  ['ipc-crudo', 'electron/ventana.ts', `import { ipcRenderer } from 'electron'\nexport const a = ipcRenderer`],
  ['grilla-adaptada', 'renderer/pantallas/a.tsx', `import { DataGrid } from 'react-data-grid'\nexport const a = DataGrid`],
  ['puente-unico', 'renderer/pantallas/a.tsx', `export const a = () => window.puente.pedir('app:estado', {})`],
  ['puente-unico', 'renderer/pantallas/a.tsx', `export const a = () => globalThis['puente']`],
  ['con-extension', 'shared/domain/a.ts', `import { b } from './rut'\nexport const a = b`],
  ['sin-default', 'shared/domain/a.ts', `export default function a() {}`],
  ['sin-barril', 'renderer/grilla/index.ts', `export * from './grilla.tsx'`],
  ['no-se-lee', 'shared/domain/a.ts', `export const = 1`],
]

describe('architecture rules', () => {
  it.each(MALOS)('%s: %s %j', (regla, archivo, texto) => {
    const faltas = revisarCapas(archivo, texto)
    expect(faltas.map((f) => f.regla)).toContain(regla)
    expect(faltas[0]?.mensaje).not.toBe('')
  })

  it('names the line', () => {
    expect(revisarCapas('shared/a.ts', `export const a = 1\n\nimport 'node:fs'`)).toMatchObject([{ regla: 'shared-puro', linea: 3 }])
  })

  it.each([
    ['shared/domain/a.ts', `import { z } from 'zod'\nimport type { B } from './b.ts'\nexport const a = z.string()\nexport type A = B`],
    ['renderer/puente.ts', `export const puente = window.puente`],
    ['renderer/grilla/a.tsx', `import { DataGrid } from 'react-data-grid'\nimport './a.css'\nexport const a = <DataGrid />`],
    ['electron/services/a.ts', `import { createHash } from 'node:crypto'\nimport type { P } from './puertos.ts'\nexport const a = createHash\nexport type A = P`],
    ['electron/adapters/sellador.ts', `import { safeStorage } from 'electron'\nimport type { Sellador } from '../services/puertos.ts'\nexport const a = safeStorage\nexport type A = Sellador`],
    ['electron/main.ts', `import { ipcMain } from 'electron'\nimport { registrar } from './ipc/registrar.ts'\nregistrar(ipcMain)`],
    ['electron/ipc/registrar.ts', `import type { IpcMain } from 'electron'\nexport const r = (ipcMain: IpcMain) => { ipcMain.handle('x', () => 1) }`],
    ['electron/preload.ts', `import { contextBridge, ipcRenderer } from 'electron'\ncontextBridge.exposeInMainWorld('puente', ipcRenderer.invoke('x'))`],
    ['build/vitest.config.ts', `export default {}`],
  ])('leaves %s alone', (archivo, texto) => {
    expect(revisarCapas(archivo, texto)).toEqual([])
  })
})
