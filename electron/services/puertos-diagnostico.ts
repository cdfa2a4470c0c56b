/** Where the diagnosis gets what it tells. None of it may hold a RUT, a token or a workbook's content; it is scrubbed again anyway. */
export type DatoEquipo = 'version' | 'empaquetado' | 'electron' | 'chromium' | 'node' | 'sistema' | 'procesador' | 'memoria' | 'pantallas' | 'idioma' | 'zona'
export type DatoUso = 'modo' | 'otec' | 'cifrado' | 'diario' | 'servicio' | 'espera' | 'partes' | 'tema' | 'noticias' | 'envios'

export interface ArchivoGuardado {
  /** Relative to the folder of the program's data, with `/`. */
  ruta: string
  bytes: number
  modificadoEn: Date
}

export interface FuentesDiagnostico {
  equipo(): Record<DatoEquipo, string>
  uso(): Promise<Record<DatoUso, string>>
  archivos(): Promise<readonly ArchivoGuardado[]>
  /** Newest first. */
  registros(): Promise<readonly { nombre: string; texto: string }[]>
}
