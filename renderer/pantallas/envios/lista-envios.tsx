import { useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { EnvioFila } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Buscador } from '../../componentes/buscador.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { InsigniaEstado } from '../../componentes/insignia.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { useNoche } from '../../estado/use-noche.ts'
import { VISTA_DE_SECCION } from '../../estado/vista.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { ALUMNOS, ESTADOS } from '../../textos/envio.ts'
import { ENVIOS } from '../../textos/envios.ts'

const sinTildes = (t: string): string => t.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const textoDe = (e: EnvioFila): string =>
  sinTildes([formatInstante(e.creadoEn), e.nombreArchivo, e.rutOtec, ESTADOS[e.estado], ...e.cursos.flatMap(c => [c.codigoOferta, c.codigoGrupo])].join(' '))

/** Sends that this computer made, newest first. */
export function ListaEnvios() {
  const { ir, control } = useApp()
  const noche = useNoche()
  const { datos, falla, recargar } = useConsulta('envios:lista', {}, [control.conciliados, noche])
  const [buscar, setBuscar] = useState('')
  if (falla) return <div className="pestana"><MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} /></div>
  if (!datos) return <p className="suave pestana">{COMUNES.cargando}</p>
  if (datos.length === 0) {
    const { titulo, detalle, boton } = ENVIOS.vacio
    return <EstadoVacio icono="envios" titulo={titulo} detalle={detalle}><Boton onPress={() => { ir(VISTA_DE_SECCION.planilla) }}>{boton}</Boton></EstadoVacio>
  }
  const palabras = sinTildes(buscar).split(/\s+/).filter(Boolean)
  const pasan = datos.filter(e => palabras.every(p => textoDe(e).includes(p)))
  return (
    <div className="pila pestana">
      <div className="filtros">
        <div className="filtros-buscar filtros-ancho"><Buscador etiqueta={ENVIOS.buscar} marcador={ENVIOS.buscarAyuda} valor={buscar} alCambiar={setBuscar} /></div>
        <p className="suave chico" role="status">{ENVIOS.total(pasan.length)}</p>
      </div>
      {pasan.length === 0
        ? <EstadoVacio icono="buscar" titulo={ENVIOS.sinResultados.titulo} detalle={ENVIOS.sinResultados.detalle(buscar)} />
        : <TablaEnvios envios={pasan} alAbrir={envioId => { ir({ seccion: 'envios', pestana: 'local', envioId }) }} />}
    </div>
  )
}

function TablaEnvios({ envios, alAbrir }: { envios: readonly EnvioFila[]; alAbrir: (id: string) => void }) {
  const c = ENVIOS.columnas
  return (
    <Tabla nombre={ENVIOS.tabla} encabezado={
      <tr>
        {[c.fecha, c.archivo, c.alumnos, c.resultado].map(t => <th key={t} scope="col">{t}</th>)}
      </tr>
    }>
      {envios.map(e => (
        // The row as a whole is a convenience for the mouse; the button in it is what the keyboard and readers use.
        <tr key={e.id} className="fila-abrible" onClick={() => { alAbrir(e.id) }}>
          <td className="sin-quiebre"><Boton variante="enlace" aria-label={ENVIOS.abrir(formatInstante(e.creadoEn), e.nombreArchivo)} onPress={() => { alAbrir(e.id) }}>{formatInstante(e.creadoEn)}</Boton></td>
          <td className="celda-archivo">
            <p className="cortado" title={e.nombreArchivo}>{e.nombreArchivo}</p>
            <p className="suave chico cortado" title={e.cursos.map(x => x.codigoGrupo).join(', ')}>{e.cursos.length > 1 ? `${ENVIOS.masCursos(e.cursos.length)}: ` : ''}{e.cursos.map(x => x.codigoGrupo).join(', ')}</p>
          </td>
          <td className="celda-totales">
            <p>{numero(e.alumnos)}</p>
            <p className="suave chico">{ALUMNOS.totales(e.aceptados, e.rechazados, e.desconocidos)}</p>
          </td>
          <td><InsigniaEstado estado={e.estado} /></td>
        </tr>
      ))}
    </Tabla>
  )
}
