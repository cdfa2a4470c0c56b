/** What is known of the cell in focus, in words, without a mouse: one Tab away from the grid. */
import './tira-detalle.css'
import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import type { CeldaVista, FilaVista } from '../../../shared/ipc/modelos.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { CacheFilas } from '../../grilla/cache-filas.ts'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import type { ColumnaGrilla, Foco } from '../../grilla/tipos.ts'
import { nombreNivel, TEXTOS_GRILLA, TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { ayudaDeColumna, quienEsLaFila } from './columnas-grilla.ts'

interface TiraProps { foco: Foco | null; pos: number; cache: CacheFilas; columnas: readonly ColumnaGrilla[] }

export function TiraDetalle({ foco, pos, cache, columnas }: TiraProps) {
  const id = foco?.filaId ?? null
  const observar = useCallback((f: () => void) => (id === null || pos === -1 ? () => undefined : cache.observar(id, pos, f)), [cache, id, pos])
  const fila = useSyncExternalStore(observar, () => (id === null ? undefined : cache.fila(id)))
  return <section className="revision-detalle" aria-label={T.detalle} tabIndex={0}>{contenido(foco, fila, columnas)}</section>
}

function contenido(foco: Foco | null, fila: FilaVista | undefined, columnas: readonly ColumnaGrilla[]): ReactNode {
  const columna = columnas.find(c => c.key === foco?.columna)
  if (!foco || (foco.filaId === null && !columna)) return <p className="suave">{T.sinCelda}</p>
  if (foco.filaId === null) return columna && <><p className="revision-detalle-lugar">{columna.titulo}</p><Ayuda columna={columna} /></>
  if (!fila) return <p className="suave">{TEXTOS_GRILLA.cargando}</p>
  if (!columna) return <DetalleFila fila={fila} columnas={columnas} />
  const celda = fila.celdas[columnas.indexOf(columna)]
  return celda && <DetalleCelda fila={fila} celda={celda} columna={columna} columnas={columnas} />
}

function DetalleCelda({ fila, celda, columna, columnas }: { fila: FilaVista; celda: CeldaVista; columna: ColumnaGrilla; columnas: readonly ColumnaGrilla[] }) {
  return (
    <>
      <p className="revision-detalle-lugar">
        <span>{T.lugarCelda(fila.fila, columna.titulo, columna.letra)}</span>
        <span className="cortado">{quienEsLaFila(fila, columnas)}</span>
        {celda.editada && <span className="revision-editada">{TEXTOS_GRILLA.editada}</span>}
      </p>
      {celda.nivel && celda.mensaje !== null
        ? <Hallazgo nivel={celda.nivel} mensaje={celda.mensaje} queHacer={celda.queHacer} />
        : celda.texto !== '' && <p className="revision-detalle-texto">{celda.texto}</p>}
      {celda.convertido !== null && <Conversion original={celda.texto} convertido={celda.convertido} />}
      {fila.excluida && <p>{T.filaFuera}</p>}
      {celda.nivel !== 'error' && !fila.excluida && <Ayuda columna={columna} />}
    </>
  )
}

function DetalleFila({ fila, columnas }: { fila: FilaVista; columnas: readonly ColumnaGrilla[] }) {
  const malas = columnas.filter((_, i) => fila.celdas[i]?.nivel === 'error' || fila.celdas[i]?.nivel === 'aviso')
  return (
    <>
      <p className="revision-detalle-lugar"><span>{T.lugarFila(fila.fila)}</span><span className="cortado">{quienEsLaFila(fila, columnas)}</span></p>
      {fila.nivel && fila.mensaje !== null && <Hallazgo nivel={fila.nivel} mensaje={fila.mensaje} queHacer={fila.queHacer} />}
      {fila.excluida && <p>{T.filaFuera}</p>}
      {malas.length > 0 && !fila.excluida && <p>{T.filaConProblemas(malas.map(c => c.titulo))}</p>}
      {malas.length === 0 && fila.mensaje === null && !fila.excluida && <p className="suave">{T.celdaBien}</p>}
    </>
  )
}

function Hallazgo({ nivel, mensaje, queHacer }: { nivel: Nivel; mensaje: string; queHacer: string | null }) {
  return (
    <>
      <p className="revision-detalle-mensaje" data-nivel={nivel}><MarcaNivel nivel={nivel} /><span>{nombreNivel(nivel)}: {mensaje}</span></p>
      {queHacer !== null && queHacer !== '' && <p>{queHacer}</p>}
    </>
  )
}

function Conversion({ original, convertido }: { original: string; convertido: string }) {
  return (
    <dl className="revision-conversion">
      <div><dt>{T.original}</dt><dd>{original === '' ? T.celdaVacia : original}</dd></div>
      <div><dt>{T.convertido}</dt><dd>{convertido}</dd></div>
    </dl>
  )
}

function Ayuda({ columna }: { columna: ColumnaGrilla }) {
  const ayuda = ayudaDeColumna(columna.key)
  return (
    <p className="suave chico">
      {columna.letra === '' ? `${T.columnaSinLetra} ` : ''}{ayuda}
    </p>
  )
}
