import { useState } from 'react'
import type { ProcesoHistorial } from '../../../shared/ipc/modelos.ts'
import { Boton, BotonIcono } from '../../componentes/boton.tsx'
import { InsigniaRegistro } from '../../componentes/insignia.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { COMUNES } from '../../textos/comunes.ts'
import { HISTORIAL } from '../../textos/envios.ts'

const TANDA = 100
const o = (v: string | null): string => v ?? COMUNES.sinDato
/** `45.00000` → `45 %`; what is not a number, as it came. */
const porcentaje = (v: string | null): string => v === null ? COMUNES.sinDato : /^\d+(\.\d+)?$/.test(v) ? `${Number(v)} %` : v
const dia = (v: string | null): string => v === null ? COMUNES.sinDato : v.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, '$3-$2-$1')

/** Records of a process: one per alumno, módulo and actividad. */
export function TablaRegistros({ proceso, alVerCrudo }: { proceso: ProcesoHistorial; alVerCrudo: (crudo: string) => void }) {
  const [visibles, setVisibles] = useState(TANDA)
  const c = HISTORIAL.columnas
  return (
    <>
      <Tabla nombre={HISTORIAL.tabla(proceso.idProceso)} densa encabezado={
        <tr>
          {[c.rut, c.curso, c.modulo].map(t => <th key={t} scope="col">{t}</th>)}
          {[c.avance, c.moduloAvance].map(t => <th key={t} scope="col" className="numero">{t}</th>)}
          {[c.ejecucion, c.resultado, c.observacion].map(t => <th key={t} scope="col">{t}</th>)}
          <td />
        </tr>
      }>
        {proceso.registros.slice(0, visibles).map((r, i) => (
          <tr key={i}>
            <th scope="row" className="mono sin-quiebre">{o(r.rut)}</th>
            <td className="celda-curso"><span className="cortado" title={`${o(r.oferta)} ${o(r.grupo)}`}>{o(r.grupo)}</span></td>
            <td>{o(r.modulo)}</td>
            <td className="numero">{porcentaje(r.avance)}</td>
            <td className="numero">{porcentaje(r.moduloAvance)}</td>
            <td className="sin-quiebre">{dia(r.fechaEjecucion)}</td>
            <td><InsigniaRegistro registro={r} /></td>
            <td className="celda-texto">{r.observacion ?? ''}</td>
            <td><BotonIcono nombre={HISTORIAL.crudo} icono="codigo" onPress={() => { alVerCrudo(r.crudo) }} /></td>
          </tr>
        ))}
      </Tabla>
      {proceso.registros.length > visibles && <Boton variante="fantasma" onPress={() => { setVisibles(n => n + TANDA * 5) }}>{COMUNES.mostrarMas(Math.min(TANDA * 5, proceso.registros.length - visibles))}</Boton>}
    </>
  )
}
