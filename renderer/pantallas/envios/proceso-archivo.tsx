import { useState } from 'react'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { EstadoVacio } from '../../componentes/estado-vacio.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { ARCHIVO } from '../../textos/archivo.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { DETALLE, ENVIOS, HISTORIAL } from '../../textos/envios.ts'
import { GUARDADO } from '../../textos/historial.ts'
import { BotonExcel } from './boton-excel.tsx'
import { RegistrosSence } from './registros-sence.tsx'

/** A process that SENCE shows and that did not go out of this computer, as it came. */
export function ProcesoArchivo({ procesoPk, alVolver }: { procesoPk: number; alVolver: () => void }) {
  const [crudo, setCrudo] = useState<string | null>(null)
  const { datos: p, falla, cargando } = useConsulta('historial:proceso', { pk: procesoPk })
  const volver = <Boton icono="izquierda" onPress={alVolver}>{DETALLE.volver}</Boton>
  if (p === null) {
    return (
      <Pagina titulo={ENVIOS.titulo} acciones={volver}>
        {falla ? <MensajeFalla falla={falla} /> : cargando ? <p className="suave">{COMUNES.cargando}</p> : <EstadoVacio icono="buscar" titulo={ARCHIVO.detalleProceso.noEsta.titulo} detalle={ARCHIVO.detalleProceso.noEsta.detalle} />}
      </Pagina>
    )
  }
  const d = HISTORIAL.datos
  const filas = [[ENVIOS.columnas.fecha, p.fecha], [d.codigo, p.codigoExterno], [d.estado, p.estado], [d.observaciones, p.observaciones], [d.observacionesSic, p.observacionesSic], [GUARDADO.leido, formatInstante(p.leidoEn)]] as const
  return (
    <Pagina titulo={ARCHIVO.proceso(p.idProceso)} subtitulo={ARCHIVO.detalleProceso.explicacion} acciones={<><BotonExcel lista={{ lista: 'proceso', pk: procesoPk }} /><Boton icono="codigo" onPress={() => { setCrudo(p.crudo) }}>{HISTORIAL.crudo}</Boton>{volver}</>}>
      <dl className="datos">{filas.map(([nombre, valor]) => valor !== null && <div key={nombre}><dt>{nombre}</dt><dd>{valor}</dd></div>)}</dl>
      {p.marcas.map(m => <p key={m} className="suave">{ARCHIVO.marcas[m]}</p>)}
      <p className="suave chico" role="status">{ARCHIVO.detalleProceso.registros(p.registros)}</p>
      <RegistrosSence proceso={p} alVerCrudo={setCrudo} />
      <Dialogo titulo={HISTORIAL.crudoTitulo} abierto={crudo !== null} alCerrar={() => { setCrudo(null) }} ancho="grande">
        <p className="suave">{HISTORIAL.crudoDetalle}</p>
        <BloqueTexto etiqueta={HISTORIAL.crudoTitulo} texto={crudo ?? ''} />
      </Dialogo>
    </Pagina>
  )
}
