/** The menu of the cells chosen, bound to what the screen can do. */
import type { LugarMenu } from '../../grilla/tipos.ts'
import { MenuCelda } from './menu-celda.tsx'
import type { EstadoRevision } from './use-revision.ts'

interface MenuProps { r: EstadoRevision; lugar: LugarMenu; alCerrar(): void; alReemplazar(): void }
/** Rows looked at to know whether some were added: the ones on view are enough to offer it. */
const MIRADAS = 1000

export function MenuDeRevision({ r, lugar, alCerrar, alReemplazar }: MenuProps) {
  const caja = r.seleccion.actual
  if (!caja) return null
  const { edicion, vista, columnas, cache } = r
  const ids = r.indice?.ids.slice(caja.f0, Math.min(caja.f1 + 1, caja.f0 + MIRADAS)) ?? []
  const rut = columnas.findIndex(c => c.key === 'alumno.rut')
  const deLaFila = cache.fila(ids[0] ?? -1)?.celdas[rut]?.texto ?? ''
  const columna = columnas[caja.c0]?.key
  return (
    <MenuCelda
      lugar={lugar} caja={caja} ordenada={vista.orden !== null} agregadas={ids.filter(id => cache.fila(id)?.fila === null).length}
      conAlumno={caja.f0 === caja.f1 && deLaFila !== ''}
      alCerrar={() => { alCerrar(); r.grilla.current?.enfocar() }}
      acciones={{
        copiar: () => edicion.deRango.copiar(caja, null, false),
        cortar: () => edicion.deRango.copiar(caja, null, true),
        vaciar: () => edicion.deRango.vaciar(caja),
        abajo: () => edicion.deRango.rellenarAbajo(caja),
        columna: () => r.seleccion.elegirColumna(caja.c0),
        fila: () => r.seleccion.elegirFilas(caja.f0),
        ordenar: sentido => r.ordenar(sentido === null || columna === undefined ? null : { columna, sentido }),
        soloAlumno: () => vista.setAlumno(deLaFila),
        reemplazar: alReemplazar,
        agregar: () => void edicion.agregarFilas(1),
        quitar: () => edicion.quitarFilas(caja),
        incluir: si => edicion.incluir(caja, si),
      }}
    />
  )
}
