import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { Ficha } from '../../../shared/ipc/modelos-archivo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Insignia, InsigniaEstado } from '../../componentes/insignia.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { ARCHIVO } from '../../textos/archivo.ts'
import { numero } from '../../textos/comunes.ts'
import { ALUMNOS } from '../../textos/envio.ts'
import { ENVIOS } from '../../textos/envios.ts'

/** How a row is told from the others, to come back to it. */
export const claveDeFicha = (f: Pick<Ficha, 'envioId' | 'procesoPk'>): string => f.envioId ?? `sence-${f.procesoPk ?? ''}`

interface Propiedades { fichas: readonly Ficha[]; consultadoEn: string | null; foco: string | undefined; alAbrir: (f: Ficha) => void }

export function TablaEnvios({ fichas, consultadoEn, foco, alAbrir }: Propiedades) {
  const c = ENVIOS.columnas
  return (
    <Tabla nombre={ENVIOS.tabla} encabezado={
      <tr>
        {[c.fecha, c.archivo, c.alumnos, c.resultado].map(t => <th key={t} scope="col">{t}</th>)}
      </tr>
    }>
      {fichas.map(f => (
        // The row as a whole is a convenience for the mouse; the button in it is what the keyboard and readers use.
        <tr key={claveDeFicha(f)} className="fila-abrible" onClick={() => { alAbrir(f) }}>
          <td className="sin-quiebre"><Boton variante="enlace" autoFocus={foco === claveDeFicha(f)} aria-label={nombreDe(f)} onPress={() => { alAbrir(f) }}>{fechaDe(f)}</Boton></td>
          <td className="celda-archivo"><Que ficha={f} /></td>
          <td className="celda-totales">
            <p>{numero(f.alumnos)}</p>
            <p className="suave chico">{ALUMNOS.totales(f.aceptados, f.rechazados, f.desconocidos)}</p>
          </td>
          <td className="celda-desenlace">{f.estado !== null && <InsigniaEstado estado={f.estado} />}<Presencia ficha={f} consultadoEn={consultadoEn} />{f.marcas.map(m => <p key={m} className="chico marca-sence">{ARCHIVO.marcas[m]}</p>)}</td>
        </tr>
      ))}
    </Tabla>
  )
}

/** SENCE's own text when it is no date. */
const fechaDe = (f: Ficha): string => f.fecha !== null ? formatInstante(f.fecha) : f.procesos[0]?.fecha ?? ARCHIVO.sinFecha
const nombreDe = (f: Ficha): string => f.nombreArchivo === null ? ARCHIVO.abrirProceso(f.procesos[0]?.idProceso ?? null, fechaDe(f)) : ENVIOS.abrir(fechaDe(f), f.nombreArchivo)

function Que({ ficha: f }: { ficha: Ficha }) {
  const titulo = f.nombreArchivo ?? ARCHIVO.proceso(f.procesos[0]?.idProceso ?? null)
  const grupos = f.cursos.map(x => x.codigoGrupo || x.codigoOferta).filter(x => x !== '').join(', ')
  return (
    <>
      <p className="cortado" title={titulo}>{titulo}</p>
      <p className="suave chico cortado" title={grupos}>{f.cursos.length > 1 ? `${ENVIOS.masCursos(f.cursos.length)}: ` : ''}{grupos}</p>
    </>
  )
}

function Presencia({ ficha: f, consultadoEn }: { ficha: Ficha; consultadoEn: string | null }) {
  const t = ARCHIVO.presencia
  if (f.origen === 'sence') return <Insignia tono="info" icono="info">{t.sence}</Insignia>
  return <p className="suave chico">{palabrasDePresencia(f, consultadoEn)}</p>
}
function palabrasDePresencia(f: Ficha, consultadoEn: string | null): string {
  const t = ARCHIVO.presencia
  if (f.origen === 'ambos') return t.ambos
  if (f.esperadas === 0) return t.noCorresponde
  if (f.conocidas > 0) return t.parte(f.conocidas, f.esperadas)
  return consultadoEn === null || (f.fecha ?? '') > consultadoEn ? t.sinPreguntar : t.todavia
}
