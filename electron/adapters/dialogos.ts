/** The system's open and save dialogs. The page never names a path: it asks, and the person chooses here. */
import { dialog, type BrowserWindow } from 'electron'
import { EXTENSION_RESPALDO } from '../../shared/domain/respaldos.ts'
import { EXTENSIONES_PLANILLA } from '../../shared/planilla/extensiones.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'

const { dialogo } = TEXTOS_NATIVOS

export interface Dialogos {
  /** null: the person cancelled. */
  elegirPlanilla(): Promise<string | null>
  /** `titulo`: of the folder to watch unless told. */
  elegirCarpeta(titulo?: string): Promise<string | null>
  elegirRespaldo(): Promise<string | null>
  elegirCertificado(): Promise<string | null>
  guardarPlanilla(titulo: string, nombre: string): Promise<string | null>
  /** `extension`: 'txt' unless told. */
  guardarTexto(titulo: string, nombre: string, extension?: 'txt' | 'json'): Promise<string | null>
  guardarZip(titulo: string, nombre: string): Promise<string | null>
  guardarPdf(titulo: string, nombre: string): Promise<string | null>
}

export function crearDialogos(ventana: () => BrowserWindow | null, carpetaInicial: string): Dialogos {
  // With a parent the dialog is modal to the window; without one it still opens.
  const con = <O, R>(abrir: ((v: BrowserWindow, o: O) => Promise<R>) & ((o: O) => Promise<R>), opciones: O): Promise<R> => {
    const padre = ventana()
    return padre === null ? abrir(opciones) : abrir(padre, opciones)
  }
  const guardar = async (titulo: string, nombre: string, clase: string, extension: string): Promise<string | null> => {
    const { canceled, filePath } = await con(dialog.showSaveDialog.bind(dialog), {
      title: titulo, defaultPath: `${carpetaInicial}/${nombre}`, filters: [{ name: clase, extensions: [extension] }],
    })
    if (canceled || filePath === '') return null
    return filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
  }
  return {
    async elegirPlanilla() {
      const { canceled, filePaths } = await con(dialog.showOpenDialog.bind(dialog), {
        title: dialogo.abrir, properties: ['openFile' as const],
        filters: [{ name: dialogo.planillas, extensions: [...EXTENSIONES_PLANILLA] }, { name: dialogo.todos, extensions: ['*'] }],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    guardarZip: (titulo, nombre) => guardar(titulo, nombre, dialogo.comprimidos, 'zip'),
    async elegirRespaldo() {
      const { canceled, filePaths } = await con(dialog.showOpenDialog.bind(dialog), {
        title: dialogo.elegirRespaldo, properties: ['openFile' as const],
        filters: [{ name: dialogo.respaldos, extensions: [EXTENSION_RESPALDO] }, { name: dialogo.todos, extensions: ['*'] }],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    async elegirCarpeta(titulo = dialogo.elegirCarpeta) {
      const { canceled, filePaths } = await con(dialog.showOpenDialog.bind(dialog), { title: titulo, properties: ['openDirectory' as const, 'createDirectory' as const] })
      return canceled ? null : (filePaths[0] ?? null)
    },
    guardarPdf: (titulo, nombre) => guardar(titulo, nombre, dialogo.pdf, 'pdf'),
    guardarPlanilla: (titulo, nombre) => guardar(titulo, nombre, dialogo.planillas, 'xlsx'),
    guardarTexto: (titulo, nombre, extension = 'txt') => guardar(titulo, nombre, extension === 'json' ? dialogo.json : dialogo.textos, extension),
    async elegirCertificado() {
      const { canceled, filePaths } = await con(dialog.showOpenDialog.bind(dialog), {
        title: dialogo.elegirCertificado, properties: ['openFile' as const],
        filters: [{ name: dialogo.certificados, extensions: ['crt', 'cer', 'pem', 'der'] }, { name: dialogo.todos, extensions: ['*'] }],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}
