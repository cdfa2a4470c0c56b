import './hoy.css'
import { useId, useState } from 'react'
import { formatFecha, formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import { sinReporteHoy } from '../../../shared/domain/hoy.ts'
import type { HoyResumen } from '../../../shared/ipc/modelos-hoy.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono, type NombreIcono } from '../../componentes/icono.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { MensajeFalla, type Tono } from '../../componentes/mensaje.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useArchivo } from '../../estado/use-archivo.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { alumnos, COMUNES } from '../../textos/comunes.ts'
import { HOY } from '../../textos/hoy.ts'

const EN_VISTA = 5
const DE_CLASE: Record<HoyResumen['envios'][number]['clase'], { icono: NombreIcono; tono: Tono }> = {
  desconocido: { icono: 'duda', tono: 'aviso' }, rechazado: { icono: 'error', tono: 'error' }, 'no-llego': { icono: 'sinRed', tono: 'error' },
}

/** What there is to do today; with nothing to do and no course that runs, nothing. */
export function Hoy() {
  const { ir } = useApp()
  const id = useId()
  const { datos, falla, recargar } = useConsulta('hoy:resumen', {}, useArchivo())
  if (falla) return <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} />
  if (datos === null || datos.envios.length + datos.terminan.length + datos.enMarcha.length === 0) return null
  const verCurso = (c: { codigoOferta: string; codigoGrupo: string }): void => { ir({ seccion: 'envios', pestana: 'local', curso: { oferta: c.codigoOferta, grupo: c.codigoGrupo } }) }
  const tareas = [
    ...datos.envios.map(e => (
      <Fila key={`${e.clase} ${e.envioId}`} {...DE_CLASE[e.clase]} titulo={HOY.clases[e.clase]} detalle={HOY.envio(e.nombreArchivo, formatInstante(e.en))} cuantos={alumnos(e.alumnos)}>
        <Boton aria-label={HOY.verEnvioDe(e.clase, e.nombreArchivo, formatInstante(e.en))} onPress={() => { ir({ seccion: 'envios', pestana: 'local', envioId: e.envioId }) }}>{HOY.verEnvio}</Boton>
      </Fila>
    )),
    ...datos.terminan.map(c => (
      <Fila key={`${c.codigoOferta} ${c.codigoGrupo}`} icono="calendario" tono="aviso" titulo={HOY.terminan} detalle={HOY.terminanDetalle(c.codigoGrupo, formatFecha(c.fin))} cuantos={alumnos(c.alumnos)}>
        <Boton aria-label={HOY.verTerminan(c.codigoGrupo)} onPress={() => { verCurso(c) }}>{HOY.verCurso}</Boton>
      </Fila>
    )),
  ]
  const cursos = datos.enMarcha.map(c => (
    <Fila key={`${c.codigoOferta} ${c.codigoGrupo}`} icono="lista" tono="neutro" titulo={c.codigoGrupo} detalle={c.fin === null ? c.codigoOferta : HOY.termina(c.codigoOferta, formatFecha(c.fin))} cuantos={alumnos(c.alumnos)}
      marca={c.reporte === null || sinReporteHoy(c) ? <Insignia tono="aviso" icono="reloj">{HOY.sinReporte(c.diasSinReporte)}</Insignia> : <span className="suave chico">{HOY.reporte(formatFecha(hoyEnSantiago(new Date(c.reporte))))}</span>}>
      <Boton aria-label={HOY.verCursoDe(c.codigoGrupo)} onPress={() => { verCurso(c) }}>{HOY.verCurso}</Boton>
    </Fila>
  ))
  return (
    <section className="pila-corta" aria-labelledby={id}>
      <div className="hoy-cabeza"><h2 id={id}>{HOY.titulo}</h2><p className="suave chico">{HOY.alcance}</p></div>
      {tareas.length > 0 && <Lista titulo={HOY.tareas} filas={tareas} />}
      {cursos.length > 0 && <Lista titulo={HOY.cursos} filas={cursos} />}
    </section>
  )
}

function Lista({ titulo, filas }: { titulo: string; filas: readonly React.ReactNode[] }) {
  const id = useId()
  const [todas, setTodas] = useState(false)
  return (
    <>
      <h3 id={id} className="chico suave">{titulo}</h3>
      <ul className="hoy-lista" aria-labelledby={id}>{todas ? filas : filas.slice(0, EN_VISTA)}</ul>
      {filas.length > EN_VISTA && <div className="fila"><Boton variante="enlace" aria-expanded={todas} onPress={() => { setTodas(!todas) }}>{todas ? HOY.menos : HOY.mas(filas.length - EN_VISTA)}</Boton></div>}
    </>
  )
}

interface PropiedadesFila { icono: NombreIcono; tono: Tono; titulo: string; detalle: string; cuantos: string; marca?: React.ReactNode; children: React.ReactNode }
function Fila({ icono, tono, titulo, detalle, cuantos, marca, children }: PropiedadesFila) {
  return (
    <li className="hoy-fila" data-tono={tono}>
      <Icono nombre={icono} />
      <div className="hoy-palabras">
        <p className="dos-lineas fuerte" title={titulo}>{titulo}</p>
        {marca === undefined ? <p className="suave chico dos-lineas" title={detalle}>{detalle}</p> : <div className="hoy-marcada">{marca}<p className="suave chico cortado" title={detalle}>{detalle}</p></div>}
      </div>
      <span className="hoy-cuantos chico">{cuantos}</span>
      {children}
    </li>
  )
}
