/** "Reemplazar todas": how the cells would be, before it is done. */
import type { PedidoBusqueda } from '../../../shared/ipc/modelos-edicion.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { TEXTOS_CAUSAS } from '../../textos/causas.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'

const T = TEXTOS_EDICION.reemplazo
/** A short text in one line; a long one as it fits. */
const claseDe = (texto: string): string => (texto.length <= 24 ? 'sin-quiebre' : '')
interface DialogoProps { resumen: BorradorResumen; pedido: PedidoBusqueda; por: string; alCerrar(): void; alAplicar(cuantas: number): void }

export function DialogoReemplazo({ resumen, pedido, por, alCerrar, alAplicar }: DialogoProps) {
  const { datos, falla } = useConsulta('borrador:reemplazos', { id: resumen.id, ...pedido, por }, resumen.version)
  const r = datos?.reemplazos ?? null
  return (
    <Dialogo
      titulo={T.titulo} abierto alCerrar={alCerrar} ancho="grande"
      acciones={<>
        <Boton onPress={alCerrar}>{COMUNES.cancelar}</Boton>
        {r && <Boton variante="primario" autoFocus isDisabled={r.cambian === 0} onPress={() => alAplicar(r.cambian)}>{T.boton(r.cambian)}</Boton>}
      </>}
    >
      {falla && <MensajeFalla falla={falla} />}
      {!r && !falla && <p className="suave">{COMUNES.cargando}</p>}
      {r && <p className="suave">{r.cambian === 0 ? T.nada : T.alcance(pedido.texto, por, r.cambian)}</p>}
      {r && r.ejemplos.length > 0 && (
        <div className="arreglo-vista">
          <h3>{TEXTOS_CAUSAS.antesYDespues}</h3>
          <Tabla nombre={TEXTOS_CAUSAS.antesYDespues} densa encabezado={<tr><th scope="col">{T.hoja}</th><th scope="col">{TEXTOS_CAUSAS.fila}</th><th scope="col">{TEXTOS_CAUSAS.quien}</th><th scope="col">{T.columna}</th><th scope="col">{TEXTOS_CAUSAS.antes}</th><th scope="col">{TEXTOS_CAUSAS.despues}</th></tr>}>
            {r.ejemplos.map((e, i) => (
              <tr key={i}>
                <td className="sin-quiebre">{e.hoja}</td><td>{e.fila === null ? COMUNES.sinDato : numero(e.fila)}</td><td>{e.quien}</td><td>{e.columna}</td><td className={claseDe(e.antes)}>{e.antes}</td>
                <td className={claseDe(e.despues)}>{e.despues === '' ? <span className="suave">{TEXTOS_CAUSAS.vacia}</span> : e.despues}</td>
              </tr>
            ))}
          </Tabla>
          <p className="suave chico">{[r.cambian > r.ejemplos.length ? `${TEXTOS_CAUSAS.mas(r.cambian - r.ejemplos.length)}.` : '', TEXTOS_CAUSAS.seDeshace].filter(t => t !== '').join(' ')}</p>
        </div>
      )}
    </Dialogo>
  )
}
