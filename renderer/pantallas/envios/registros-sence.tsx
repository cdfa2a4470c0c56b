import { useState } from 'react'
import { esFechaIso } from '../../../shared/domain/fecha.ts'
import { FILTROS_REGISTROS, type FiltroRegistros, type ProcesoSence, type RegistroSence } from '../../../shared/ipc/modelos-historial.ts'
import { BotonIcono } from '../../componentes/boton.tsx'
import { Elegir } from '../../componentes/elegir.tsx'
import { Insignia, InsigniaRegistro } from '../../componentes/insignia.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Paginas } from '../../componentes/paginas.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { avisarFalla } from '../../estado/avisos.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { pedir } from '../../puente.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { HISTORIAL } from '../../textos/envios.ts'
import { GUARDADO } from '../../textos/historial.ts'
import { porcentajeDeSence as porcentaje } from '../../textos/archivo.ts'

/** A process may hold tens of thousands: as many as one looks at. */
const POR_PAGINA = 100
const o = (v: string | null): string => v ?? COMUNES.sinDato

/** Records of a process: one per alumno, módulo and actividad, as SENCE wrote them. */
export function RegistrosSence({ proceso: p, alVerCrudo }: { proceso: ProcesoSence; alVerCrudo: (crudo: string) => void }) {
  const [filtro, setFiltro] = useState<FiltroRegistros>('todos')
  const [desde, setDesde] = useState(0)
  const { datos, falla } = useConsulta('historial:registros', { pk: p.pk, filtro, desde, cuantos: POR_PAGINA })
  const c = HISTORIAL.columnas

  async function verCrudo(orden: number): Promise<void> {
    const r = await pedir('historial:crudo', { pk: p.pk, orden })
    if (r.ok) alVerCrudo(r.valor.crudo ?? COMUNES.sinDato)
    else avisarFalla(r.falla)
  }

  return (
    <div className="pila">
      <Elegir<FiltroRegistros> etiqueta={GUARDADO.mostrar} elegida={filtro} opciones={FILTROS_REGISTROS.map(id => ({ id, texto: GUARDADO.filtros[id] }))} alElegir={f => { setFiltro(f); setDesde(0) }} />
      {falla && <MensajeFalla falla={falla} />}
      {datos?.total === 0 && <p className="suave">{GUARDADO.sinRegistros}</p>}
      {datos !== null && datos.total > 0 && (
        <Tabla nombre={HISTORIAL.tabla(p.idProceso)} densa encabezado={
          <tr>
            {[c.rut, c.modulo, c.avance, c.ejecucion, c.resultado].map(t => <th key={t} scope="col">{t}</th>)}
            <th scope="col"><span className="solo-lector">{HISTORIAL.crudo}</span></th>
          </tr>
        }>
          {datos.registros.map(r => (
            <tr key={r.orden}>
              <th scope="row" className="mono sin-quiebre">{o(r.rut)}{r.deOtraOtec && <p><Insignia tono="aviso" icono="aviso">{GUARDADO.deOtraOtec}</Insignia></p>}</th>
              <td className="celda-modulo"><p>{o(r.modulo)}{r.actividad !== null && <span className="suave"> · {r.actividad}</span>}</p><p className="suave chico" title={o(r.oferta)}>{o(r.grupo)}</p></td>
              <td className="sin-quiebre"><p>{porcentaje(r.moduloAvance)}</p><p className="suave chico">{HISTORIAL.avanceAlumno(porcentaje(r.avance))}</p></td>
              <td><Ejecucion registro={r} /></td>
              <td className="celda-texto"><InsigniaRegistro registro={r} />{r.observacion !== null && <p className="chico">{r.observacion}</p>}</td>
              <td><BotonIcono nombre={HISTORIAL.crudo} icono="codigo" onPress={() => { void verCrudo(r.orden) }} /></td>
            </tr>
          ))}
        </Tabla>
      )}
      {datos !== null && datos.total > POR_PAGINA && <Paginas etiqueta={HISTORIAL.tabla(p.idProceso)} desde={desde} cuantas={POR_PAGINA} total={datos.total} alIr={setDesde} />}
    </div>
  )
}

/** A day that does not exist is shown as it came, and said. */
function Ejecucion({ registro: { fechaEjecucion: f } }: { registro: RegistroSence }) {
  if (f === null) return <>{COMUNES.sinDato}</>
  const dia = f.slice(0, 10)
  if (esFechaIso(dia)) return <span className="sin-quiebre">{dia.split('-').reverse().join('-')}</span>
  return <><p>{f}</p><p className="chico suave">{GUARDADO.fechaRara}</p></>
}
