import './resumen-cursos.css'
import './edicion.css'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { BorradorResumen, ResumenCurso } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { numero } from '../../textos/comunes.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'
import { TEXTOS_REVISION as T } from '../../textos/revision.ts'
import { cuentasDeCursos, razonDeNoContinuar } from './cuentas-cursos.ts'

/** Foot of the screen: what could be sent as it stands, what the last command did (`dicho`), and the way on. */
export function ResumenCursos({ resumen, dicho, alContinuar }: { resumen: BorradorResumen; dicho: string; alContinuar(): void }) {
  const total = cuentasDeCursos(resumen.cursos)
  const razon = razonDeNoContinuar(total)
  return (
    <footer className="revision-pie" aria-label={T.resumenCursos} role="group">
      <div className="revision-pie-cuentas">
        <p className="revision-pie-total">
          <strong>{T.enviables(total.enviables, total.alumnos)}</strong>
          {total.conError > 0 && <span className="revision-cuenta" data-nivel="error"><MarcaNivel nivel="error" />{T.conErrores(total.conError)}</span>}
        </p>
        <p className="suave chico" id="revision-razon">{razon ?? (total.conError > 0 ? T.quedanFuera(total.conError) : T.todoListo)}</p>
        {resumen.sinCambiosTrasRechazo > 0 && <p className="chico revision-sin-cambios"><MarcaNivel nivel="aviso" /><span>{TEXTOS_EDICION.rechazados(resumen.sinCambiosTrasRechazo)}</span></p>}
      </div>
      <p role="status" className="revision-estado chico" title={dicho}>{dicho}</p>
      {resumen.cursos.length > 0 && (
        <DialogTrigger>
          <Boton>{resumen.cursos.length === 1 ? T.verCurso : T.verCursos(resumen.cursos.length)}</Boton>
          <Popover placement="top end" className="react-aria-Popover revision-cursos">
            <Dialog aria-label={T.resumenCursos}><TablaCursos cursos={resumen.cursos} /></Dialog>
          </Popover>
        </DialogTrigger>
      )}
      <Boton variante="primario" iconoFinal="derecha" isDisabled={razon !== null} aria-describedby="revision-razon" onPress={alContinuar}>{T.continuar}</Boton>
    </footer>
  )
}

function TablaCursos({ cursos }: { cursos: readonly ResumenCurso[] }) {
  return (
    <table className="revision-tabla-cursos">
      <thead>
        <tr>
          <th scope="col">{T.columnaCurso}</th><th scope="col">{T.columnaGrupo}</th>
          <th scope="col" className="numero">{T.columnaAlumnos}</th><th scope="col" className="numero">{T.columnaEnviables}</th><th scope="col" className="numero">{T.columnaConError}</th>
        </tr>
      </thead>
      <tbody>
        {cursos.map(c => (
          <tr key={`${c.codigoOferta} ${c.codigoGrupo}`}>
            <th scope="row">{c.codigoOferta || T.sinCodigo}</th><td>{c.codigoGrupo || T.sinCodigo}</td>
            <td className="numero">{numero(c.alumnos)}</td><td className="numero">{numero(c.enviables)}</td><td className="numero">{numero(c.conError)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
