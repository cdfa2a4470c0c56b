import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PREVIO } from '../../textos/envio.ts'
import type { PrevioCurso } from './tabla-previo.tsx'

/** The exact JSON of one course, token hidden. */
export function DialogoJson({ borradorId, curso, alCerrar }: { borradorId: string; curso: PrevioCurso | null; alCerrar: () => void }) {
  return (
    <Dialogo titulo={PREVIO.jsonTitulo} abierto={curso !== null} alCerrar={alCerrar} ancho="grande">
      {curso && <Contenido borradorId={borradorId} curso={curso} />}
    </Dialogo>
  )
}

function Contenido({ borradorId, curso }: { borradorId: string; curso: PrevioCurso }) {
  const { datos, falla } = useConsulta('envio:json', { borradorId, codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo })
  return (
    <>
      <p className="suave">{PREVIO.jsonDetalle(curso.codigoGrupo)}</p>
      {datos && datos.partes > 1 && <p className="suave">{PREVIO.jsonPartes(datos.partes)}</p>}
      {falla && <MensajeFalla falla={falla} />}
      {datos ? <BloqueTexto etiqueta={PREVIO.jsonEtiqueta} texto={datos.json} /> : !falla && <p className="suave">{COMUNES.cargando}</p>}
    </>
  )
}
