import './archivo.css'
import type { Ficha, RegistroArchivo } from '../../../shared/ipc/modelos-archivo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Paginas } from '../../componentes/paginas.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useArchivo } from '../../estado/use-archivo.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { VISTA_DE_SECCION, type VistaEnvios } from '../../estado/vista.ts'
import { ARCHIVO } from '../../textos/archivo.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { ENVIOS } from '../../textos/envios.ts'
import { BotonExcel } from './boton-excel.tsx'
import { FiltrosEnvios, SIN_FILTRO, hayFiltro } from './filtros-envios.tsx'
import { RegistrosHallados } from './registros-hallados.tsx'
import { TablaEnvios, claveDeFicha } from './tabla-envios.tsx'

const POR_PAGINA = 50

/** Every send, of this computer and of SENCE's history, newest first. What is looked for stays in the view. */
export function ListaEnvios({ vista }: { vista: VistaEnvios }) {
  const { ir } = useApp()
  const vez = useArchivo()
  const filtro = vista.filtro ?? SIN_FILTRO
  const desde = vista.desde ?? 0
  const { datos, falla, recargar } = useConsulta('archivo:fichas', { consulta: filtro, desde, cuantas: POR_PAGINA }, vez)
  const buscando = hayFiltro(filtro)
  const abrir = (que: Pick<Ficha | RegistroArchivo, 'envioId' | 'procesoPk'>): void => {
    ir({ seccion: 'envios', pestana: 'local', filtro, desde, foco: claveDeFicha(que), ...(que.envioId !== null ? { envioId: que.envioId } : que.procesoPk !== null ? { procesoPk: que.procesoPk } : {}) })
  }
  if (falla && !datos) return <div className="pestana"><MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} /></div>
  if (!datos) return <p className="suave pestana">{COMUNES.cargando}</p>
  if (datos.total === 0 && !buscando && datos.pendiente === null) {
    const { titulo, detalle, boton } = ENVIOS.vacio
    return <EstadoVacio icono="envios" titulo={titulo} detalle={detalle}><Boton onPress={() => { ir(VISTA_DE_SECCION.planilla) }}>{boton}</Boton></EstadoVacio>
  }
  const faltaAlguno = datos.filas.some(f => f.esperadas > f.conocidas)
  return (
    <div className="pila pestana">
      <FiltrosEnvios filtro={filtro} total={datos.total} alCambiar={f => { ir({ seccion: 'envios', pestana: 'local', filtro: f }) }}>
        {datos.total > 0 && <BotonExcel lista={{ lista: 'envios', consulta: filtro }} />}
      </FiltrosEnvios>
      {falla && <MensajeFalla falla={falla} acciones={<Boton onPress={recargar}>{COMUNES.reintentar}</Boton>} />}
      {datos.pendiente !== null && <p className="suave chico" role="status">{ARCHIVO.preparando(datos.pendiente.hechas, datos.pendiente.total)}</p>}
      {buscando && <RegistrosHallados key={JSON.stringify(filtro)} filtro={filtro} vez={vez} alAbrir={abrir} alAbrirAlumno={alumno => { ir({ seccion: 'envios', pestana: 'local', filtro, desde, alumno }) }} />}
      {datos.total === 0
        ? <EstadoVacio icono="buscar" titulo={ENVIOS.sinResultados.titulo} detalle={filtro.texto === '' ? ENVIOS.sinResultados.sinTexto : ENVIOS.sinResultados.detalle(filtro.texto)} />
        : <>
          <TablaEnvios fichas={datos.filas} consultadoEn={datos.consultadoEn} foco={vista.foco} alAbrir={abrir} />
          {faltaAlguno && <p className="suave chico">{ARCHIVO.paciencia}</p>}
          <Paginas etiqueta={ENVIOS.tabla} desde={desde} cuantas={POR_PAGINA} total={datos.total} alIr={d => { ir({ seccion: 'envios', pestana: 'local', filtro, desde: d }) }} />
        </>}
    </div>
  )
}
