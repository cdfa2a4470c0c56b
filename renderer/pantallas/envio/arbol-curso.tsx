import './arbol-curso.css'
import { useDeferredValue, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { AlumnoPrevio, FiltroCambio } from '../../../shared/ipc/modelos-previo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Buscador } from '../../componentes/buscador.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { MensajeFalla, type Tono } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { ARBOL as T, PREVIO } from '../../textos/envio.ts'
import type { PrevioCurso } from './tabla-previo.tsx'

const CUENTA = { nuevo: 'nuevos', mas: 'mas', igual: 'iguales', menos: 'menos' } as const
const FILTROS: readonly FiltroCambio[] = ['todos', 'nuevo', 'mas', 'igual', 'menos']
const TONO: Record<keyof typeof CUENTA, Tono> = { nuevo: 'info', mas: 'exito', igual: 'aviso', menos: 'error' }
/** Alumnos drawn at a time. */
const TANDA = 25
/** Up to so many, each is shown with its módulos from the start. */
const ABIERTOS = 5

/** A course of the preview: each alumno, and under it its módulos against what SENCE last accepted. */
export function ArbolCurso({ borradorId, version, curso: c }: { borradorId: string; version: number; curso: PrevioCurso }) {
  const { control } = useApp()
  const [filtro, setFiltro] = useState<FiltroCambio>('todos')
  const [buscar, setBuscar] = useState('')
  const [cuantos, setCuantos] = useState(TANDA)
  const [excluir, excluyendo] = useAccion('borrador:excluirSinCambios')
  const { codigoOferta, codigoGrupo } = c
  const { datos, falla } = useConsulta('envio:arbol', { borradorId, codigoOferta, codigoGrupo, filtro, buscar: useDeferredValue(buscar), desde: 0, cuantos }, version)
  const cuenta = (f: FiltroCambio): number => f === 'todos' ? c.modulos : c[CUENTA[f]]

  async function dejarFuera(): Promise<void> {
    const resumen = await excluir({ id: borradorId, curso: { codigoOferta, codigoGrupo } })
    if (!resumen) return
    control.hecho({ tipo: 'cambiada', resumen })
    avisar({ tono: 'exito', titulo: PREVIO.iguales.hecho, detalle: PREVIO.iguales.hechoDetalle })
  }

  return (
    <section className="arbol" aria-label={T.tabla(codigoGrupo)}>
      <div className="filtros">
        <ToggleButtonGroup aria-label={T.filtro} selectionMode="single" disallowEmptySelection selectedKeys={[filtro]} onSelectionChange={s => { setFiltro(FILTROS.find(f => s.has(f)) ?? 'todos'); setCuantos(TANDA) }}>
          {FILTROS.filter(f => f === 'todos' || cuenta(f) > 0 || f === filtro).map(f => <ToggleButton key={f} id={f}>{T.filtros[f]} <span className="suave">{numero(cuenta(f))}</span></ToggleButton>)}
        </ToggleButtonGroup>
        <div className="filtros-buscar"><Buscador etiqueta={T.buscar} valor={buscar} alCambiar={t => { setBuscar(t); setCuantos(TANDA) }} /></div>
        {c.iguales > 0 && <Boton isPending={excluyendo} onPress={() => { void dejarFuera() }}>{T.dejarFuera(c.iguales)}</Boton>}
      </div>
      {falla && <MensajeFalla falla={falla} />}
      {datos && <p className="suave chico" role="status">{datos.total === 0 ? T.ninguno : T.mostrados(datos.alumnos.length, datos.total)}</p>}
      {datos && datos.total > 0 && (
        <table className="tabla arbol-tabla" data-densa="" aria-label={T.tabla(codigoGrupo)}>
          <thead>
            <tr>{[T.columnas.alumno, T.columnas.antes, T.columnas.ahora, T.columnas.cambio].map((t, i) => <th key={t} scope="col" className={i === 2 ? 'numero' : undefined}>{t}</th>)}</tr>
          </thead>
          {datos.alumnos.map((a, i) => <Alumno key={`${a.rut} ${i} ${filtro}`} alumno={a} abierto={filtro !== 'todos' || datos.total <= ABIERTOS} />)}
        </table>
      )}
      {datos && datos.alumnos.length < datos.total && <Boton variante="fantasma" onPress={() => { setCuantos(n => n + TANDA * 4) }}>{COMUNES.mostrarMas(Math.min(TANDA * 4, datos.total - datos.alumnos.length))}</Boton>}
    </section>
  )
}

/** Its own row opens and closes those of its módulos. */
function Alumno({ alumno: a, abierto: alPrincipio }: { alumno: AlumnoPrevio; abierto: boolean }) {
  const [abierto, setAbierto] = useState(alPrincipio)
  const quien = a.nombre ?? a.rut
  const cambios = (Object.keys(CUENTA) as (keyof typeof CUENTA)[]).map(k => ({ k, n: a.modulos.filter(m => m.cambio === k).length })).filter(x => x.n > 0)
  return (
    <tbody className="arbol-alumno">
      <tr>
        <th scope="rowgroup" colSpan={2}><div className="arbol-quien">
          <Boton variante="fantasma" icono={abierto ? 'abajo' : 'derecha'} aria-expanded={abierto} aria-label={T.modulos(quien)} onPress={() => { setAbierto(x => !x) }}>{quien}</Boton>
          {a.nombre !== null && <span className="suave chico mono sin-quiebre">{a.rut}</span>}
        </div></th>
        <td className="numero">{a.avance === null ? COMUNES.sinDato : T.porcentaje(a.avance)}</td>
        <td className="arbol-cambios">
          {!a.seEnvia && <Insignia tono="error" icono="error">{T.noSeEnvia}</Insignia>}
          {cambios.map(({ k, n }) => <span key={k} className="arbol-cuenta" data-tono={TONO[k]}>{T.filtros[k]} {numero(n)}</span>)}
        </td>
      </tr>
      {abierto && a.modulos.map((m, i) => (
        <tr key={`${m.codigo} ${i}`} className="arbol-modulo">
          <th scope="row">{m.codigo === '' ? COMUNES.sinDato : m.codigo}</th>
          <td>{m.previo === null ? <span className="suave">{T.sinPrevio}</span> : <>{T.porcentaje(m.previo)}{m.aceptadoEn !== null && <span className="suave chico"> · {formatInstante(m.aceptadoEn)}</span>}</>}</td>
          <td className="numero fuerte">{m.avance === null ? COMUNES.sinDato : T.porcentaje(m.avance)}</td>
          <td>{m.cambio === null ? <span className="suave">{T.sinComparar}</span> : <span className="arbol-cuenta" data-tono={TONO[m.cambio]}><Icono nombre={ICONO[m.cambio]} tamano={14} />{T.cambios[m.cambio]}</span>}</td>
        </tr>
      ))}
    </tbody>
  )
}
const ICONO = { nuevo: 'info', mas: 'arriba', igual: 'aviso', menos: 'abajo' } as const
