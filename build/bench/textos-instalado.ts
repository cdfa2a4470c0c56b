export const TEXTOS_INSTALADO = {
  peso: 'lo que ocupa instalado',
  reposo: 'el programa en reposo',
  jornada: (dias: number) => `${String(dias)} días de trabajo seguidos`,
  medidas: {
    instalado: 'Tamaño instalado',
    programa: '  de eso, lo nuestro (app.asar)',
    paquetes: 'Paquetes ajenos que viajan dentro',
    memoria: 'Memoria en reposo (PSS de todos los procesos)',
    procesador: 'Procesador en reposo',
    despertares: 'Veces que se despierta en reposo',
    memoriaTras: (dias: number) => `Memoria tras ${String(dias)} días de trabajo`,
    abiertosTras: (dias: number) => `Archivos abiertos tras ${String(dias)} días de trabajo`,
  },
  referencias: {
    electronSolo: 'el mismo Electron, sin programa',
    minimos: 'Electron y React pelados',
    vacia: 'ventana vacía y endurecida, mismo Electron',
    alComienzo: 'el mismo programa, ya tibio',
  },
} as const
