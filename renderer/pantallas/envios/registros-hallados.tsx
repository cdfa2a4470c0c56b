import { useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { ConsultaArchivo, RegistroArchivo } from '../../../shared/ipc/modelos-archivo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Insignia, InsigniaResultado } from '../../componentes/insignia.tsx'
import { Paginas } from '../../componentes/paginas.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { ARCHIVO, porcentajeDeSence as porcentaje } from '../../textos/archivo.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { BotonExcel } from './boton-excel.tsx'

const POR_PAGINA = 10

/** When the search names an alumno by the RUT: each time that the alumno was reported, and what SENCE said. */
export function RegistrosHallados({ filtro, vez, alAbrir, alAbrirAlumno }: { filtro: ConsultaArchivo; vez: unknown; alAbrir: (r: RegistroArchivo) => void; alAbrirAlumno: (rut: number) => void }) {
  const [desde, setDesde] = useState(0)
  const { datos } = useConsulta('archivo:registros', { consulta: filtro, desde, cuantos: POR_PAGINA }, vez)
  const primero = datos?.registros[0]
  if (datos === null || primero === undefined) return null
  const t = ARCHIVO.registros
  const c = t.columnas
  return (
    <section className="pila" aria-labelledby="registros-hallados">
      <div className="fila">
        <h2 id="registros-hallados">{t.titulo(datos.total, datos.alumnos, primero.rut)}</h2>
        <BotonExcel lista={{ lista: 'registros', consulta: filtro }} />
      </div>
      <Tabla nombre={t.tabla} densa encabezado={<tr>{[c.rut, c.modulo, c.avance, c.resultado, c.envio].map(x => <th key={x} scope="col">{x}</th>)}</tr>}>
        {datos.registros.map((r, i) => (
          <tr key={i} className="fila-abrible" onClick={() => { alAbrir(r) }}>
            <th scope="row" className="mono sin-quiebre" onClick={ev => { ev.stopPropagation() }}>{r.rutNumero === null || r.rutNumero === 0 ? r.rut : <EnlaceAlumno rut={r.rut} numero={r.rutNumero} alAbrir={alAbrirAlumno} />}</th>
            <td className="celda-archivo"><p className="cortado" title={r.codigoModulo}>{r.codigoModulo || COMUNES.sinDato}</p><p className="suave chico cortado" title={`${r.codigoOferta} · ${r.codigoGrupo}`}>{r.codigoGrupo || r.codigoOferta}</p></td>
            <td className="sin-quiebre"><p>{porcentaje(r.avance)}</p><p className="suave chico">{t.alumno(porcentaje(r.avanceAlumno))}</p></td>
            <td className="celda-texto">{r.resultado === 'otro' ? <Insignia tono="neutro">{t.otro}</Insignia> : <InsigniaResultado resultado={r.resultado} />}{r.mensaje !== null && <p className="chico">{r.codigo === null ? '' : `${r.codigo}: `}{r.mensaje}</p>}</td>
            <td className="sin-quiebre"><Boton variante="enlace" aria-label={t.abrir(fechaDe(r), r.rut, r.codigoModulo)} onPress={() => { alAbrir(r) }}>{fechaDe(r)}</Boton></td>
          </tr>
        ))}
      </Tabla>
      <Paginas etiqueta={t.tabla} desde={desde} cuantas={POR_PAGINA} total={datos.total} alIr={setDesde} />
    </section>
  )
}

function EnlaceAlumno({ rut, numero, alAbrir }: { rut: string; numero: number; alAbrir: (rut: number) => void }) {
  return <Boton variante="enlace" aria-label={ARCHIVO.registros.abrirAlumno(rut)} onPress={() => { alAbrir(numero) }}>{rut}</Boton>
}

const fechaDe = (r: RegistroArchivo): string => r.fecha === null ? ARCHIVO.sinFecha : formatInstante(r.fecha)
