import { useState } from 'react'
import { Form } from 'react-aria-components'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import { formatRut, parseRut } from '../../../shared/domain/rut.ts'
import type { RespaldoElegido, RespaldoVisto } from '../../../shared/ipc/modelos-respaldo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { rutConPuntos } from '../../estado/otec.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { RESPALDO } from '../../textos/respaldo.ts'

const t = RESPALDO.restauracion

/** The button, and the dialog behind it: which file, with what it opens, what is inside, and only then doing it. */
export function RestaurarRespaldo() {
  const [elegido, setElegido] = useState<RespaldoElegido | null>(null)
  const [visto, setVisto] = useState<RespaldoVisto | null>(null)
  const [frase, setFrase] = useState('')
  const [elegir, eligiendo] = useAccion('respaldo:elegir')
  const [mirar, mirando] = useAccion('respaldo:mirar')
  const cerrar = (): void => { setElegido(null); setVisto(null); setFrase('') }

  async function abrir(e: RespaldoElegido, con: string | null): Promise<void> {
    const v = await mirar({ id: e.id, frase: con })
    if (v !== null) setVisto(v)
    else if (con === null) cerrar()
  }
  async function alElegir(): Promise<void> {
    const e = await elegir({})
    if (e === null) return
    setElegido(e)
    if (!e.pideFrase) await abrir(e, null)
  }
  return (
    <>
      <Boton isPending={eligiendo} onPress={() => { void alElegir() }}>{RESPALDO.restaurar}</Boton>
      <Dialogo titulo={t.titulo} abierto={elegido !== null} alCerrar={cerrar}>
        {elegido && (visto ? <Visto elegido={elegido} visto={visto} frase={elegido.pideFrase ? frase : null} alCerrar={cerrar} />
          : !elegido.pideFrase ? <p role="status">{t.abriendo}</p> : (
            <Form className="pila" onSubmit={e => { e.preventDefault(); void abrir(elegido, frase) }}>
              <p>{t.pideFrase(elegido.archivo)}</p>
              <Campo etiqueta={t.campo} type="password" value={frase} onChange={setFrase} maxLength={500} autoComplete="off" spellCheck="false" autoFocus />
              {mirando && <p role="status" className="suave">{t.abriendo}</p>}
              <div className="fila">
                <Boton variante="primario" type="submit" isDisabled={frase === ''} isPending={mirando}>{t.abrir}</Boton>
                <Boton variante="fantasma" onPress={cerrar}>{COMUNES.cancelar}</Boton>
              </div>
            </Form>
          ))}
      </Dialogo>
    </>
  )
}

function Visto({ elegido, visto: v, frase, alCerrar }: { elegido: RespaldoElegido; visto: RespaldoVisto; frase: string | null; alCerrar: () => void }) {
  const { ponerEstado } = useApp()
  const [escrito, setEscrito] = useState('')
  const [restaurar, ocupado] = useAccion('respaldo:restaurar')
  const leido = parseRut(escrito)
  const calza = v.aqui === null || (leido.ok && formatRut(leido.rut, 'guion') === v.rutOtec)
  const quien = v.nombre === '' ? rutConPuntos(v.rutOtec) : v.nombre
  async function alRestaurar(): Promise<void> {
    if (!calza) return
    const nuevo = await restaurar({ id: elegido.id, frase, confirmacion: escrito })
    if (nuevo === null) return
    alCerrar()
    ponerEstado(nuevo)
    avisar({ tono: 'exito', titulo: t.lista(quien) })
  }
  return (
    <Form className="pila" onSubmit={e => { e.preventDefault(); void alRestaurar() }}>
      <dl className="datos">
        <div><dt>{t.otec}</dt><dd>{v.nombre === '' ? null : `${v.nombre}, `}<span className="mono">{rutConPuntos(v.rutOtec)}</span></dd></div>
        <div><dt>{t.hecho}</dt><dd>{formatInstante(v.creadoEn)}</dd></div>
        <div><dt>{t.contiene}</dt><dd>{t.contenido(v.envios, v.borradores)}</dd></div>
        <div><dt>{t.ultimo}</dt><dd>{v.ultimoEnvio === null ? t.sinEnvios : formatInstante(v.ultimoEnvio)}</dd></div>
      </dl>
      {v.aqui === null ? <p>{t.nueva}</p> : (
        <Mensaje tono="aviso" titulo={t.reemplaza}>
          <p>{t.reemplazaDetalle(v.aqui.envios, v.aqui.borradores, v.aqui.ultimoEnvio === null ? null : formatInstante(v.aqui.ultimoEnvio))}</p>
          {v.aqui.ultimoEnvio !== null && v.aqui.ultimoEnvio > v.creadoEn && <p><strong>{t.masNuevo}.</strong></p>}
        </Mensaje>
      )}
      <p className="suave chico">{t.enCurso}</p>
      {v.aqui !== null && (
        <>
          <p>{t.escriba(rutConPuntos(v.rutOtec))}</p>
          <Campo etiqueta={t.rut} value={escrito} onChange={setEscrito} maxLength={20} autoComplete="off" spellCheck="false" autoFocus mono />
        </>
      )}
      <div className="fila">
        <Boton variante="fantasma" onPress={alCerrar}>{COMUNES.cancelar}</Boton>
        <Boton variante={v.aqui === null ? 'primario' : 'peligro'} type="submit" isDisabled={!calza} isPending={ocupado}>{v.aqui === null ? t.agregar : t.reemplazar}</Boton>
      </div>
    </Form>
  )
}
