import type { WebPreferences } from 'electron'

/** The page is a hostile guest: no Node, own world, sandboxed process, nothing that could load or run more than it came with. */
export const preferenciasSeguras = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false, // its dictionaries are downloaded, and what people type here are names and RUTs
  safeDialogs: true,
})
