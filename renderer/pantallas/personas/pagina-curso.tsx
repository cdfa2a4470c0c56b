import './personas.css'
import { useState } from 'react'
import { Button, Group, Input, Label, NumberField } from 'react-aria-components'
import { diasSinInformar, porTerminar, porTramos, puntosDeAtraso } from '../../../shared/domain/atraso.ts'
import { esFechaIso, formatFecha, hoyEnSantiago } from '../../../shared/domain/fecha.ts'
import type { AlumnoDeCurso } from '../../../shared/ipc/modelos-personas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Elegir } from '../../componentes/elegir.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { InsigniaResultado } from '../../componentes/insignia.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { TablaOrdenable, type Columna } from '../../componentes/tabla-ordenable.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useArchivo } from '../../estado/use-archivo.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import type { VistaEnvios } from '../../estado/vista.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { CURSO, porcentaje, tiempo, type ListaCurso } from '../../textos/personas.ts'
import { BotonExcel } from '../envios/boton-excel.tsx'
import { useNombres, type Nombres } from '../envio/use-nombres.ts'
import { BotonPlantillaDe } from '../planilla/plantilla-con.tsx'

const DIAS_DE_COSTUMBRE = 7
const LISTAS = Object.keys(CURSO.listas) as ListaCurso[]
type Fila = AlumnoDeCurso & { atraso: number; dias: number | null }

/** How a course goes: how many are where, and who needs to be looked at. */
export function PaginaCurso({ vista, curso }: { vista: VistaEnvios; curso: { oferta: string; grupo: string } }) {
  const { ir } = useApp()
  const { datos, falla, recargar } = useConsulta('archivo:curso', curso, useArchivo())
  const nombres = useNombres(datos?.envioId ?? null)
  const { curso: _curso, ...atras } = vista
  const volver = <Boton icono="izquierda" onPress={() => { ir(atras) }}>{COMUNES.volver}</Boton>
  const titulo = CURSO.titulo(curso.grupo || curso.oferta)
  if (datos === null) return <Pagina titulo={titulo} acciones={volver}>{falla ? <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} /> : <p className="suave">{COMUNES.cargando}</p>}</Pagina>
  if (datos.alumnos.length === 0) return <Pagina titulo={titulo} acciones={volver}><EstadoVacio icono="buscar" titulo={CURSO.vacio.titulo} detalle={CURSO.vacio.detalle} /></Pagina>
  return (
    <Pagina titulo={titulo} subtitulo={CURSO.subtitulo(curso.oferta, datos.alumnos.length)} acciones={<>{datos.envioId !== null && <BotonPlantillaDe envioId={datos.envioId} />}{volver}</>}>
      <Distribucion alumnos={datos.alumnos} />
      <Listas curso={curso} alumnos={datos.alumnos} nombres={nombres} alAbrir={alumno => { ir({ ...vista, alumno }) }} />
    </Pagina>
  )
}

/** Bars that are the rows of a table: the plot and its equivalent are one. */
function Distribucion({ alumnos }: { alumnos: readonly AlumnoDeCurso[] }) {
  const tramos = porTramos(alumnos.map(a => a.avance))
  const sin = alumnos.filter(a => a.avance === null).length
  const filas = [...tramos.map((n, i) => ({ texto: CURSO.tramo(i), n })), ...(sin > 0 ? [{ texto: CURSO.sinAceptar, n: sin }] : [])]
  const mayor = Math.max(1, ...filas.map(f => f.n))
  return (
    <div className="tramos">
      <h2>{CURSO.distribucion}</h2>
      <Tabla nombre={CURSO.distribucion} densa encabezado={<tr><th scope="col">{CURSO.tramos.avance}</th><th scope="col" colSpan={2}>{CURSO.tramos.alumnos}</th></tr>}>
        {filas.map(f => <tr key={f.texto}><th scope="row" className="sin-quiebre">{f.texto}</th><td>{numero(f.n)}</td><td className="tramo-celda">{f.n > 0 && <span className="tramo-barra" style={{ inlineSize: `${(100 * f.n) / mayor}%` }} />}</td></tr>)}
      </Tabla>
    </div>
  )
}

function Listas({ curso, alumnos, nombres, alAbrir }: { curso: { oferta: string; grupo: string }; alumnos: readonly AlumnoDeCurso[]; nombres: Nombres; alAbrir: (rut: number) => void }) {
  const [lista, setLista] = useState<ListaCurso>('todos')
  const [dias, setDias] = useState(DIAS_DE_COSTUMBRE)
  const [hoy] = useState(() => hoyEnSantiago(new Date()))
  const todas: readonly Fila[] = alumnos.map(a => ({ ...a, atraso: puntosDeAtraso({ avance: a.avance, inicio: dia(a.inicio), fin: dia(a.fin) }, hoy), dias: diasSinInformar(a.informadoEn, hoy) }))
  const esta: Record<ListaCurso, (f: Fila) => boolean> = {
    todos: () => true, atrasados: f => f.atraso > 0, 'sin-informar': f => f.dias === null || f.dias >= dias, terminan: f => porTerminar({ avance: f.avance, fin: dia(f.fin) }, hoy),
  }
  const filas = todas.filter(esta[lista])
  const c = CURSO.columnas
  const columnas: readonly Columna<Fila>[] = [
    { id: 'alumno', texto: c.alumno, cabeza: true, valor: f => f.rutNumero, celda: f => <><Boton variante="enlace" onPress={() => { alAbrir(f.rutNumero) }}>{f.rut}</Boton>{nombres.has(f.rut) && <p className="suave chico">{nombres.get(f.rut)}</p>}</> },
    { id: 'avance', texto: c.avance, valor: f => f.avance, celda: f => f.avance === null ? COMUNES.sinDato : porcentaje(f.avance) },
    { id: 'atraso', texto: c.atraso, valor: f => f.atraso, celda: f => CURSO.atraso(f.atraso) },
    { id: 'dias', texto: c.dias, valor: f => f.dias ?? Infinity, celda: f => CURSO.diasSin(f.dias) },
    { id: 'fin', texto: c.fin, valor: f => f.fin, celda: f => f.fin === null ? COMUNES.sinDato : esFechaIso(f.fin) ? formatFecha(f.fin) : f.fin },
    { id: 'tiempo', texto: c.tiempo, valor: f => f.segundos, celda: f => f.segundos === null ? COMUNES.sinDato : tiempo(f.segundos) },
    { id: 'ultimo', texto: c.ultimo, valor: f => CURSO.ultimo(f.ultimo), celda: f => <InsigniaResultado resultado={f.ultimo} /> },
  ]
  return (
    <div className="pila">
      <h2>{CURSO.listas[lista]}</h2>
      <div className="curso-listas">
        <Elegir etiqueta={CURSO.lista} elegida={lista} opciones={LISTAS.map(id => ({ id, texto: CURSO.listas[id] }))} alElegir={setLista} />
        {lista === 'sin-informar' && <NumberField value={dias} minValue={1} maxValue={365} onChange={n => { if (!Number.isNaN(n)) setDias(n) }}><Label>{CURSO.dias}</Label><Group><Input /><Button slot="decrement">−</Button><Button slot="increment">+</Button></Group></NumberField>}
        {filas.length > 0 && <BotonExcel lista={{ lista: 'curso', ...curso, ruts: filas.map(f => f.rutNumero) }} />}
      </div>
      <p className="suave">{CURSO.reglas[lista]} <span role="status">{CURSO.cuantos(filas.length, alumnos.length)}.</span></p>
      {filas.length === 0 ? <p>{CURSO.ninguno}</p> : <TablaOrdenable key={lista} nombre={CURSO.listas[lista]} columnas={columnas} filas={filas} clave={f => String(f.rutNumero)} inicial={ORDENES[lista]} />}
    </div>
  )
}

/** What matters most, first. */
const ORDENES: Record<ListaCurso, { id: string; baja: boolean }> = { todos: { id: 'alumno', baja: false }, atrasados: { id: 'atraso', baja: true }, 'sin-informar': { id: 'dias', baja: true }, terminan: { id: 'fin', baja: false } }
/** What was sent is a date; were it not, nobody is behind by it. */
const dia = (f: string | null): string | null => f !== null && esFechaIso(f) ? f : null
