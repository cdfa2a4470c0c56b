/** Review: the rows of the workbook with what is wrong in each cell, to be put right on the spot. */
import './revision.css'
import { useMemo, useState } from 'react'
import type { BorradorResumen, FiltroFilas } from '../../../shared/ipc/modelos.ts'
import { useFocoInicial } from '../../componentes/use-foco-inicial.ts'
import { Grilla } from '../../grilla/grilla.tsx'
import type { LugarMenu } from '../../grilla/tipos.ts'
import { TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { AvisoCorrespondencia, ElegirColumnas } from '../asistente/aviso-correspondencia.tsx'
import { FallaRevision, NotasArchivo } from './avisos-revision.tsx'
import { Barra } from './barra.tsx'
import { BuscarReemplazar, type ModoBusqueda } from './buscar-reemplazar.tsx'
import { ConfirmarFilas } from './confirmar-filas.tsx'
import { EstadoRango } from './estado-rango.tsx'
import { MenuDeRevision } from './menu-de-revision.tsx'
import { PanelProblemas } from './panel-problemas.tsx'
import { ID_PANEL, idPestana, Pestanas } from './pestanas.tsx'
import { ResumenCursos } from './resumen-cursos.tsx'
import { SinFilas } from './sin-filas.tsx'
import { TiraDetalle } from './tira-detalle.tsx'
import { useAtajos } from './use-atajos.ts'
import { useRevision } from './use-revision.ts'

export interface PantallaRevisionProps {
  resumen: BorradorResumen
  /** Rows on view at first. */
  filtroInicial: FiltroFilas
  /** After each command: the draft as it stands. */
  alCambiar(resumen: BorradorResumen): void
  alContinuar(): void
}

/** Under this width the list of problems would leave the grid too narrow: it starts closed. */
const ANCHO_CON_PANEL = 1200

export function PantallaRevision({ resumen, filtroInicial, alCambiar, alContinuar }: PantallaRevisionProps) {
  const r = useRevision({ resumen, filtroInicial, alCambiar })
  const [panelAbierto, setPanelAbierto] = useState(() => window.innerWidth >= ANCHO_CON_PANEL)
  const abrirPanel = (abierto: boolean): void => {
    setPanelAbierto(abierto)
    // Rows filtered, and F8 bound, by something that is no longer on view would be a riddle.
    if (!abierto) r.abrirCausa(null)
  }
  const titulo = useFocoInicial()
  const { filtrada } = r
  const { quitarFiltros: mostrarTodas } = r.vista
  const vacia = useMemo(() => <SinFilas filtrada={filtrada} alMostrarTodas={mostrarTodas} />, [filtrada, mostrarTodas])
  const [busqueda, setBusqueda] = useState<ModoBusqueda | null>(null)
  const [menu, setMenu] = useState<LugarMenu | null>(null)
  useAtajos({
    deshacer: () => void r.comandos.deshacer(),
    rehacer: () => void r.comandos.rehacer(),
    siguiente: () => r.recorrido.ir('siguiente'),
    anterior: () => r.recorrido.ir('anterior'),
    buscar: () => setBusqueda('buscar'),
    reemplazar: () => setBusqueda('reemplazar'),
  })

  return (
    <div className="revision">
      <header className="revision-cabecera">
        <h1 ref={titulo} tabIndex={-1}>{T.titulo}</h1>
        <NotasArchivo notas={resumen.notas}><ElegirColumnas resumen={resumen} /></NotasArchivo>
        <AvisoCorrespondencia resumen={resumen} />
      </header>
      {r.falla && <FallaRevision falla={r.falla} alCerrar={r.cerrarFalla} />}
      <div className="revision-cuerpo">
        <div className="revision-hojas">
          <Pestanas tablas={resumen.tablas} elegida={r.tabla.id} alElegir={r.mostrarTabla} />
          <div id={ID_PANEL} role="tabpanel" aria-labelledby={idPestana(r.tabla.id)} className="revision-hoja">
            <Barra
              resumen={resumen}
              vista={r.vista} alQuitarFiltros={r.quitarFiltros} alFallar={r.alFallar}
              alAbrirBusqueda={() => setBusqueda('buscar')} alAgregarFila={() => void r.edicion.agregarFilas(1)}
              campoBuscar={r.campoBuscar} alEncontrar={() => r.grilla.current?.enfocar()}
              mostradas={r.indice?.ids.length ?? 0} total={r.tabla.filas}
              panelAbierto={panelAbierto} alAbrirPanel={abrirPanel}
              alDeshacer={() => void r.comandos.deshacer()} alRehacer={() => void r.comandos.rehacer()} alIrACambio={n => void r.comandos.irACambio(n)}
              alSiguiente={() => r.recorrido.ir('siguiente')} alAnterior={() => r.recorrido.ir('anterior')}
              alIncluirMostradas={r.incluirMostradas}
            />
            {busqueda && (
              <BuscarReemplazar
                resumen={resumen} tabla={r.tabla.id} foco={r.lugar} modo={busqueda} alCambiarModo={setBusqueda}
                comandos={r.comandos} irACelda={r.recorrido.irACelda} decir={r.decir} alFallar={r.alFallar}
                alCerrar={() => { setBusqueda(null); r.grilla.current?.enfocar() }}
              />
            )}
            <div className="revision-grilla">
              {r.indice
                ? <Grilla
                    key={r.tabla.id}
                    ref={r.grilla}
                    etiqueta={T.grilla(r.tabla.hoja)}
                    columnas={r.columnas} ids={r.indice.ids} cache={r.cache} vacia={vacia}
                    seleccion={r.seleccion} acciones={r.edicion.deRango} orden={r.vista.orden} alOrdenar={r.ordenar} alAbrirMenu={setMenu}
                    alEditar={r.editar} alIncluir={r.incluir} alEnfocar={r.setFoco}
                  />
                : <p className="suave revision-cargando">{T.cargandoFilas}</p>}
            </div>
            <div className="revision-tira">
              <TiraDetalle foco={r.foco} pos={r.posFoco} cache={r.cache} columnas={r.columnas} />
              <EstadoRango seleccion={r.seleccion} />
            </div>
          </div>
        </div>
        {panelAbierto && (
          <PanelProblemas
            resumen={resumen} nivel={r.nivel} alElegirNivel={r.setNivel}
            causa={r.causa} alAbrirCausa={r.abrirCausa} soloFilas={r.vista.causa !== null} alFiltrarFilas={r.filtrarPorCausa}
            alArreglar={(...x) => void r.comandos.arreglar(...x)}
            actual={r.recorrido.actual} alIr={r.recorrido.irAProblema}
            alCerrar={() => abrirPanel(false)} alFallar={r.alFallar}
          />
        )}
      </div>
      <ResumenCursos resumen={resumen} dicho={r.dicho} alContinuar={alContinuar} />
      {menu && <MenuDeRevision r={r} lugar={menu} alCerrar={() => setMenu(null)} alReemplazar={() => setBusqueda('reemplazar')} />}
      {r.edicion.porConfirmar && <ConfirmarFilas cuantas={r.edicion.porConfirmar.filasSinLugar} alResponder={r.edicion.confirmar} />}
    </div>
  )
}
