import './personas.css'
import { lazy, Suspense, useState } from 'react'
import { diasEntre } from '../../../shared/domain/atraso.ts'
import { esFechaIso, formatFecha, formatInstante, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { PuntoAlumno } from '../../../shared/ipc/modelos-personas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Elegir } from '../../componentes/elegir.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useArchivo } from '../../estado/use-archivo.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import type { VistaEnvios } from '../../estado/vista.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { ALUMNO, porcentaje, tiempo } from '../../textos/personas.ts'
import { BotonExcel } from '../envios/boton-excel.tsx'
import { useNombres } from '../envio/use-nombres.ts'
import { ClaveFormas } from './forma-marca.tsx'
import { seriesDe } from './series.ts'
import { TablaPuntos } from './tabla-puntos.tsx'

/** The library that draws is read when there is something to draw. */
const GraficoAvance = lazy(async () => ({ default: (await import('./grafico-avance.tsx')).GraficoAvance }))

/** How an alumno goes, course by course: a plot, or the same as a table. */
export function PaginaAlumno({ vista, rut }: { vista: VistaEnvios; rut: number }) {
  const { ir } = useApp()
  const { datos, falla, recargar } = useConsulta('archivo:alumno', { rut }, useArchivo())
  const nombres = useNombres(datos?.puntos.findLast(p => p.envioId !== null)?.envioId ?? null)
  const [elegido, setElegido] = useState<string | null>(null)
  const { alumno: _alumno, ...atras } = vista
  const volver = <Boton icono="izquierda" onPress={() => { ir(atras) }}>{COMUNES.volver}</Boton>
  if (datos === null) return <Pagina titulo={ALUMNO.titulo('')} acciones={volver}>{falla ? <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} /> : <p className="suave">{COMUNES.cargando}</p>}</Pagina>
  const nombre = nombres.get(datos.rut)
  const cursos = cursosDe(datos.puntos)
  const clave = elegido ?? (vista.curso === undefined ? cursos[0]?.clave : claveDe(vista.curso.oferta, vista.curso.grupo)) ?? ''
  const curso = cursos.find(c => c.clave === clave) ?? cursos[0]
  return (
    <Pagina titulo={ALUMNO.titulo(datos.rut)} {...(nombre === undefined ? {} : { subtitulo: nombre })} acciones={<>{curso !== undefined && <BotonExcel lista={{ lista: 'alumno', rut }} />}{volver}</>}>
      {curso === undefined ? <EstadoVacio icono="buscar" titulo={ALUMNO.vacio.titulo} detalle={ALUMNO.vacio.detalle} /> : <>
        <div className="curso-listas">
          {cursos.length > 1 && <Elegir etiqueta={ALUMNO.curso} elegida={curso.clave} opciones={cursos.map(c => ({ id: c.clave, texto: c.texto }))} alElegir={setElegido} />}
          {curso.oferta !== '' && <Boton icono="lista" onPress={() => { ir({ ...atras, curso: { oferta: curso.oferta, grupo: curso.grupo } }) }}>{ALUMNO.verCurso}{cursos.length > 1 ? '' : ` ${curso.texto}`}</Boton>}
        </div>
        <AlumnoEnCurso key={curso.clave} puntos={curso.puntos} alAbrir={p => { ir({ ...vista, ...(p.envioId !== null ? { envioId: p.envioId } : p.procesoPk !== null ? { procesoPk: p.procesoPk } : {}) }) }} />
        {datos.total > datos.puntos.length && <p className="suave chico">{ALUMNO.recortado(datos.puntos.length, datos.total)}</p>}
      </>}
    </Pagina>
  )
}

function AlumnoEnCurso({ puntos, alAbrir }: { puntos: readonly PuntoAlumno[]; alAbrir: (p: PuntoAlumno) => void }) {
  const [comoTabla, setComoTabla] = useState(false)
  const series = seriesDe(puntos, ALUMNO.total)
  const ultimo = puntos.findLast(p => p.resultado === 'aceptado' && p.avanceAlumno !== null)
  const plazo = puntos.findLast(p => p.inicio !== null && p.fin !== null)
  const d = ALUMNO.datos
  const datos: readonly (readonly [string, string | null])[] = [
    [d.avance, ultimo?.avanceAlumno == null ? null : porcentaje(ultimo.avanceAlumno)], [d.estado, ultimo?.estadoAlumno == null ? null : ALUMNO.estados[ultimo.estadoAlumno] ?? String(ultimo.estadoAlumno)],
    [d.tiempo, ultimo?.segundosAlumno == null ? null : tiempo(ultimo.segundosAlumno)], [d.plazo, plazo === undefined ? null : ALUMNO.plazo(fecha(plazo.inicio), fecha(plazo.fin))],
    [d.ultimo, ultimo?.fecha == null ? null : formatInstante(ultimo.fecha)],
  ]
  return <>
    <dl className="datos">{datos.map(([nombre, valor]) => valor !== null && <div key={nombre}><dt>{nombre}</dt><dd>{valor}</dd></div>)}</dl>
    <p>{resumenDe(puntos)}</p>
    <div className="pila">
      <div className="fila"><h2>{comoTabla ? ALUMNO.tabla : ALUMNO.grafico}</h2><Boton onPress={() => { setComoTabla(!comoTabla) }}>{comoTabla ? ALUMNO.verGrafico : ALUMNO.verTabla}</Boton></div>
      {comoTabla ? <TablaPuntos puntos={puntos} alAbrir={alAbrir} /> : series.length === 0 ? <p className="suave">{ALUMNO.sinPuntos}</p> : <>
        <Suspense fallback={<p className="suave grafico-espera">{COMUNES.cargando}</p>}><GraficoAvance nombre={ALUMNO.grafico} series={series} alAbrir={alAbrir} /></Suspense>
        <ClaveFormas />
        <p className="suave chico">{ALUMNO.teclas}</p>
      </>}
    </div>
  </>
}

const fecha = (f: string | null): string => f === null ? COMUNES.sinDato : esFechaIso(f) ? formatFecha(f) : f

/** The plot in a sentence: what SENCE accepted first and last. */
function resumenDe(puntos: readonly PuntoAlumno[]): string {
  const aceptados = puntos.filter(p => p.resultado === 'aceptado' && p.avanceAlumno !== null && p.fecha !== null)
  const [primero, ultimo] = [aceptados[0], aceptados.at(-1)]
  if (primero?.fecha == null || primero.avanceAlumno === null || ultimo?.fecha == null || ultimo.avanceAlumno === null) return ALUMNO.ninguno
  const fin = ultimo.fin
  return ALUMNO.resumen({
    desde: primero.avanceAlumno, fechaDesde: hoyEnSantiago(new Date(primero.fecha)), hasta: ultimo.avanceAlumno, fechaHasta: hoyEnSantiago(new Date(ultimo.fecha)),
    dias: fin !== null && esFechaIso(fin) ? diasEntre(hoyEnSantiago(new Date()), fin) : null,
  })
}

interface CursoDeAlumno { clave: string; oferta: string; grupo: string; texto: string; puntos: PuntoAlumno[] }
const claveDe = (oferta: string, grupo: string): string => JSON.stringify([oferta, grupo])

/** The one of the newest record first. */
function cursosDe(puntos: readonly PuntoAlumno[]): CursoDeAlumno[] {
  const cursos = new Map<string, CursoDeAlumno>()
  for (const p of puntos.toReversed()) {
    const clave = claveDe(p.codigoOferta, p.codigoGrupo)
    const curso = cursos.get(clave) ?? { clave, oferta: p.codigoOferta, grupo: p.codigoGrupo, texto: p.codigoGrupo || p.codigoOferta || ALUMNO.sinCurso, puntos: [] }
    curso.puntos.unshift(p)
    cursos.set(clave, curso)
  }
  return [...cursos.values()]
}
