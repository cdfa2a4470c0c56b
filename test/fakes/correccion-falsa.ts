import type { CorreccionVista } from '../../shared/ipc/modelos-correccion.ts'
import type { Escenario } from './escenario.ts'

/** What a corrected workbook brings, as main would answer it. */
export function correccionDeEjemplo(e: Escenario): CorreccionVista {
  const largos = e.datos === 'largos'
  const n = e.datos === 'no' ? 0 : largos ? 480 : 14
  const cambios = Array.from({ length: Math.min(n, 300) }, (_, i) => ({
    hoja: 'Modulos', fila: i + 2, letra: 'G', titulo: 'Avance del módulo (%)', antes: i % 4 === 0 ? '' : largos ? 'Cuarenta y cinco por ciento aproximadamente, según la plataforma' : '45,5', despues: String(46 + (i % 50)), pisada: i === 2,
  }))
  return { nombreArchivo: largos ? 'Informe consolidado de avance de participantes segundo semestre versión final (3) definitiva.xlsx' : 'avance-noviembre.xlsx', celdas: n, cambios, quitadas: n === 0 ? 0 : 3, nuevas: largos ? 2 : 0, sinHoja: [] }
}
