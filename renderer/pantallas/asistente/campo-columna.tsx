import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'
import type { ColumnasPreparadas } from '../../../shared/ipc/modelos-asistente.ts'
import type { ColumnaDef } from '../../../shared/planilla/columnas.ts'
import { admiteFijo } from '../../../shared/planilla/correspondencia-faltas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { ASISTENTE } from '../../textos/asistente.ts'
import type { Fuente, Fuentes } from './use-parte.ts'

const T = ASISTENTE.columnas
const NO_VIENE = 'no'
const FIJO = 'fijo'

const nombreDe = (c: ColumnasPreparadas['columnas'][number]): string => T.opcion(c.letra, c.titulo === '' ? T.sinTitulo : c.titulo)
/** The same of the other level: a platform that tells one progress tells it of the alumno and of the módulo. */
const gemelaDe = (key: string): string => (key.startsWith('alumno.') ? key.replace('alumno.', 'modulo.') : key.replace('modulo.', 'alumno.'))

interface Propiedades {
  def: ColumnaDef
  /** Without it no row has a place. */
  obligatoria: boolean
  datos: ColumnasPreparadas
  fuentes: Fuentes
  alPoner: (fuente: Fuente | null) => void
}

/** Where one of our columns comes from: a column of theirs, one value for all rows, or nowhere. */
export function CampoColumna({ def, obligatoria, datos, fuentes, alPoner }: Propiedades) {
  const fuente = fuentes.get(def.key) ?? null
  const valor = fuente === null ? NO_VIENE : fuente.tipo === 'fijo' ? FIJO : String(fuente.indice)
  const columna = fuente?.tipo === 'columna' ? datos.columnas.find(c => c.indice === fuente.indice) : undefined
  const seguridad = columna && datos.propuesta.find(p => p.key === def.key && p.indice === columna.indice)?.seguridad
  const elegir = (clave: string): void => {
    alPoner(clave === NO_VIENE ? null : clave === FIJO ? { tipo: 'fijo', valor: '' } : { tipo: 'columna', indice: Number(clave) })
  }
  const otra = fuente === null ? fuentes.get(gemelaDe(def.key)) : undefined
  const suya = otra?.tipo === 'columna' ? datos.columnas.find(c => c.indice === otra.indice) : undefined
  const ayuda = [columna && columna.ejemplos.length > 0 ? T.ejemplos(columna.ejemplos.slice(0, 2)) : '', seguridad ? `(${T.seguridad[seguridad]})` : ''].filter(t => t !== '').join(' ')
  return (
    <div className="asistente-campo" data-falta={obligatoria && fuente === null ? '' : undefined}>
      <Select value={valor} onChange={k => { elegir(String(k)) }}>
        <Label>{def.titulo}{obligatoria && <span className="suave chico"> · {T.obligatoria}</span>}</Label>
        <Button><SelectValue /><Icono nombre="abajo" /></Button>
        {!suya && <Text slot="description" className="suave chico cortado">{ayuda}</Text>}
        <Popover className="react-aria-Popover asistente-lista">
          <ListBox>
            <ListBoxItem id={NO_VIENE}>{T.noViene}</ListBoxItem>
            {admiteFijo(def.key) && <ListBoxItem id={FIJO}>{T.fijo}</ListBoxItem>}
            {datos.columnas.map((c) => {
              const titulo = nombreDe(c)
              return <ListBoxItem key={c.indice} id={String(c.indice)} textValue={titulo}><span className="cortado">{titulo}</span></ListBoxItem>
            })}
          </ListBox>
        </Popover>
      </Select>
      {suya && <Boton variante="enlace" aria-label={T.tambienPara(def.titulo, nombreDe(suya))} onPress={() => { alPoner({ tipo: 'columna', indice: suya.indice }) }}>{T.tambien(nombreDe(suya))}</Boton>}
      {fuente?.tipo === 'fijo' && (
        <Campo etiqueta={T.valor(def.titulo)} ayuda={def.nota} value={fuente.valor} onChange={v => { alPoner({ tipo: 'fijo', valor: v }) }} maxLength={500} />
      )}
    </div>
  )
}
