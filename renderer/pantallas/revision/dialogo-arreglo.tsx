/** "Corregir todas": what the person says once for all the cells of a cause in a column, with before and after first. */
import { useState } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Radio, RadioGroup, Select, SelectValue } from 'react-aria-components'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Eleccion, LugarCausa, Propuesta } from '../../../shared/ipc/modelos-causas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { TEXTOS_CAUSAS as T } from '../../textos/causas.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import { ayudaDeColumna } from './columnas-grilla.ts'
import { useDemorado } from './use-demorado.ts'

const ESPERA_VALOR_MS = 180

export interface PorArreglar { causa: Causa; titulo: string; lugar: LugarCausa }
interface DialogoProps {
  id: string
  version: number
  que: PorArreglar
  alCerrar(): void
  /** `cuantas` cells or rows, as the preview said. */
  alAplicar(eleccion: Eleccion & { causa: Causa }, cuantas: number, hace: 'cambiar' | 'dejar-fuera'): void
}

export function DialogoArreglo({ id, version, que, alCerrar, alAplicar }: DialogoProps) {
  const { causa, titulo, lugar } = que
  const [texto, setTexto] = useState<string | null>(null)
  const [dicha, setDicha] = useState<string | null>(null)
  const [unica, setUnica] = useState<string | null>(null)
  const opcion = unica ?? dicha
  const [valor, setValor] = useState('')
  const quieto = useDemorado(valor, ESPERA_VALOR_MS)
  const [textos, setTextos] = useState<Propuesta['textos']>([])
  const dicho = texto ?? textos[0]?.texto ?? null
  const alcance = { causa, tabla: lugar.tabla, columna: lugar.columna ?? '', ...(dicho === null ? {} : { texto: dicho }) }
  const { datos, falla, cargando } = useConsulta('borrador:arreglos', { id, ...alcance, ...(opcion === null ? {} : { opcion }), valor: quieto }, version)
  const p = datos?.propuesta ?? null
  // Known from the first answer on: with a text chosen, the scope is only the cells that say it.
  if (p && textos.length === 0 && p.textos.length > 0) setTextos(p.textos)
  // The only thing that can be done is chosen beforehand; never carried over to a text that has several.
  const sola = p?.opciones.length === 1 ? p.opciones[0]?.id ?? null : null
  if (unica !== sola) setUnica(sola)
  const elegida = p?.opciones.find(o => o.id === opcion) ?? null
  const vista = p?.vista?.opcion === opcion ? p.vista : null
  const listo = vista !== null && vista.cambian > 0 && !cargando && valor === quieto
  const aplicar = (): void => {
    if (vista && elegida) alAplicar({ ...alcance, opcion: elegida.id, ...(elegida.pide === 'valor' ? { valor: quieto } : {}) }, vista.cambian, elegida.hace)
  }
  return (
    <Dialogo
      titulo={T.dialogo(titulo)} abierto alCerrar={alCerrar} ancho="grande"
      acciones={<>
        <Boton onPress={alCerrar}>{COMUNES.cancelar}</Boton>
        {elegida && vista && <Boton variante="primario" onPress={aplicar} isDisabled={!listo}>{elegida.hace === 'cambiar' ? T.corregir(vista.cambian) : T.dejarFuera(vista.cambian)}</Boton>}
      </>}
    >
      <p className="suave">{T.alcance(T.lugar(lugar.hoja, lugar.titulo, lugar.letra), p?.cuantas ?? lugar.cuantas)}</p>
      {falla && <MensajeFalla falla={falla} />}
      {textos.length > 0 && <ElegirTexto textos={textos} elegido={dicho ?? ''} alElegir={setTexto} />}
      {p && p.opciones.length === 0 && <p>{T.sinOpciones}</p>}
      {p && p.opciones.length > 0 && (
        <RadioGroup value={opcion} onChange={setDicha} className="react-aria-RadioGroup arreglo-opciones">
          <Label>{T.queHacer}</Label>
          {p.opciones.map(o => (
            <Radio key={o.id} value={o.id}>
              <span className="arreglo-opcion"><span>{o.titulo}</span>{o.detalle !== null && <span className="suave chico">{o.detalle}</span>}</span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      {elegida?.pide === 'valor' && <Campo etiqueta={T.valor} ayuda={ayudaDeColumna(lugar.columna ?? '')} error={valor === quieto ? p?.objecion ?? null : null} value={valor} onChange={setValor} maxLength={5000} />}
      {vista ? <Vista vista={vista} /> : p && p.opciones.length > 0 && elegida === null && <p className="suave">{T.elija}</p>}
    </Dialogo>
  )
}

function ElegirTexto({ textos, elegido, alElegir }: { textos: Propuesta['textos']; elegido: string; alElegir(texto: string): void }) {
  return (
    <Select value={elegido} onChange={k => alElegir(String(k))}>
      <Label>{T.queTexto}</Label>
      <Button><SelectValue /><Icono nombre="abajo" /></Button>
      <Popover><ListBox>{textos.map(t => <ListBoxItem key={t.texto} id={t.texto}>{T.texto(t.texto, t.cuantas)}</ListBoxItem>)}</ListBox></Popover>
    </Select>
  )
}

function Vista({ vista }: { vista: NonNullable<Propuesta['vista']> }) {
  const mas = vista.cambian - vista.ejemplos.length
  return (
    <div className="arreglo-vista">
      <h3>{T.antesYDespues}</h3>
      <Tabla nombre={T.antesYDespues} densa encabezado={<tr><th scope="col">{T.fila}</th><th scope="col">{T.quien}</th><th scope="col">{T.antes}</th><th scope="col">{T.despues}</th></tr>}>
        {vista.ejemplos.map((e, i) => (
          <tr key={i}>
            <td>{e.fila === null ? COMUNES.sinDato : numero(e.fila)}</td>
            <td>{e.quien}</td>
            <td>{e.antes === '' ? <span className="suave">{T.vacia}</span> : e.antes}</td>
            <td>{e.despues ?? T.quedaFuera}{e.despues === '' && <span className="suave">{T.vacia}</span>}</td>
          </tr>
        ))}
      </Tabla>
      {vista.callan > 0 && <p className="chico revision-sin-cambios"><MarcaNivel nivel="aviso" /><span>{T.callan(vista.callan)}</span></p>}
      <p className="suave chico">{[mas > 0 ? `${T.mas(mas)}.` : '', vista.quedan > 0 ? T.quedan(vista.quedan) : '', T.seDeshace].filter(t => t !== '').join(' ')}</p>
    </div>
  )
}
