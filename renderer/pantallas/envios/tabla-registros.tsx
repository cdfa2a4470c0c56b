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
          {[c.rut, c.modulo, c.avance, c.ejecucion, c.resultado].map(t => <th key={t} scope="col">{t}</th>)}
          <th scope="col"><span className="solo-lector">{HISTORIAL.crudo}</span></th>
        </tr>
      }>
        {proceso.registros.slice(0, visibles).map((r, i) => (
          <tr key={i}>
            <th scope="row" className="mono sin-quiebre">{o(r.rut)}</th>
            <td className="celda-modulo"><p>{o(r.modulo)}</p><p className="suave chico" title={o(r.oferta)}>{o(r.grupo)}</p></td>
            <td className="sin-quiebre"><p>{porcentaje(r.moduloAvance)}</p><p className="suave chico">{HISTORIAL.avanceAlumno(porcentaje(r.avance))}</p></td>
            <td className="sin-quiebre">{dia(r.fechaEjecucion)}</td>
            <td className="celda-texto"><InsigniaRegistro registro={r} />{r.observacion !== null && <p className="chico">{r.observacion}</p>}</td>
            <td><BotonIcono nombre={HISTORIAL.crudo} icono="codigo" onPress={() => { alVerCrudo(r.crudo) }} /></td>
          </tr>
        ))}
      </Tabla>
      {proceso.registros.length > visibles && <Boton variante="fantasma" onPress={() => { setVisibles(n => n + TANDA * 5) }}>{COMUNES.mostrarMas(Math.min(TANDA * 5, proceso.registros.length - visibles))}</Boton>}
    </>
  )
}
