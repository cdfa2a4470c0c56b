import { Fragment, useState } from 'react'
import type { PrevioEnvio } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { numero } from '../../textos/comunes.ts'
import { PREVIO } from '../../textos/envio.ts'
import { ArbolCurso } from './arbol-curso.tsx'

export type PrevioCurso = PrevioEnvio['cursos'][number]

const CUENTAS = ['nuevos', 'mas', 'iguales', 'menos'] as const
const TONOS: Record<(typeof CUENTAS)[number], string | undefined> = { nuevos: undefined, mas: 'exito', iguales: 'aviso', menos: 'error' }

/** One row a course; the counts of módulos say what would change. */
export function TablaPrevio({ borradorId, version, cursos, alVerJson }: { borradorId: string; version: number; cursos: readonly PrevioCurso[]; alVerJson: (c: PrevioCurso) => void }) {
  const c = PREVIO.columnas
  const [abiertos, setAbiertos] = useState<ReadonlySet<string>>(new Set())
  const alternar = (clave: string): void => { setAbiertos(antes => antes.has(clave) ? new Set([...antes].filter(x => x !== clave)) : new Set([...antes, clave])) }
  return (
    <Tabla nombre={PREVIO.tabla} encabezado={<>
      <tr>
        <th scope="col" rowSpan={2}>{c.curso}</th>
        <th scope="col" rowSpan={2} className="numero">{c.alumnos}</th>
        <th scope="col" rowSpan={2} className="numero">{c.modulos}</th>
        <th scope="colgroup" colSpan={4} className="tabla-grupo">{PREVIO.columnasGrupo}</th>
        <th scope="col" rowSpan={2} className="numero">{c.conErrores}</th>
      </tr>
      <tr>{CUENTAS.map(k => <th key={k} scope="col" className="numero">{c[k]}</th>)}</tr>
    </>}>
      {cursos.map(x => {
        const clave = `${x.codigoOferta}|${x.codigoGrupo}`
        const abierto = abiertos.has(clave)
        return (
        <Fragment key={clave}>
        <tr>
          <th scope="row" className="celda-curso">
            <p className="fuerte dos-lineas" title={x.codigoGrupo}>{x.codigoGrupo}</p>
            <p className="suave chico dos-lineas" title={x.codigoOferta}>{x.codigoOferta}</p>
            {x.partes > 1 && <p className="suave chico">{PREVIO.enPartes(x.partes)}</p>}
            {x.enviables === 0 && <Insignia tono="neutro">{PREVIO.noSeEnvia}</Insignia>}
            <p className="celda-acciones">
              {x.alumnos > 0 && <Boton variante="enlace" icono={abierto ? 'abajo' : 'derecha'} aria-expanded={abierto} aria-label={PREVIO.verAlumnosDe(x.codigoGrupo)} onPress={() => { alternar(clave) }}>{PREVIO.verAlumnos}</Boton>}
              {x.enviables > 0 && <Boton variante="enlace" aria-label={PREVIO.verJsonDe(x.codigoGrupo)} onPress={() => { alVerJson(x) }}>{PREVIO.verJson}</Boton>}
            </p>
          </th>
          <td className="numero fuerte">{numero(x.enviables)}</td>
          <td className="numero">{numero(x.modulos)}</td>
          {CUENTAS.map(k => <td key={k} className="numero" data-tono={x[k] > 0 ? TONOS[k] : 'cero'}>{numero(x[k])}</td>)}
          <td className="numero" data-tono={x.conError > 0 ? 'error' : 'cero'}>{numero(x.conError)}</td>
        </tr>
        {abierto && <tr><td colSpan={8} className="celda-arbol"><ArbolCurso borradorId={borradorId} version={version} curso={x} /></td></tr>}
        </Fragment>
        )
      })}
    </Tabla>
  )
}
