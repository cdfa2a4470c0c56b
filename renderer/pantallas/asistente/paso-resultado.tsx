import { useState } from 'react'
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components'
import type { BorradorResumen, CeldaVista } from '../../../shared/ipc/modelos.ts'
import type { Preparacion, VistaPreparada } from '../../../shared/ipc/modelos-asistente.ts'
import { columnaDeKey } from '../../../shared/planilla/columnas.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { Pagina } from '../../componentes/pagina.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { ASISTENTE } from '../../textos/asistente.ts'
import { COMUNES, numero } from '../../textos/comunes.ts'
import type { Asistente } from './use-asistente.ts'

const T = ASISTENTE.resultado

interface Propiedades { a: Asistente; preparacion: Preparacion; reemplaza: BorradorResumen | null; pasos: React.ReactNode; cancelar: React.ReactNode; volver: React.ReactNode }

/** The first rows as they will be read, and whether that is to be remembered. */
export function PasoResultado({ a, preparacion, reemplaza, pasos, cancelar, volver }: Propiedades) {
  const { control } = useApp()
  const [vista, setVista] = useState(0)
  const [primera, ...mas] = a.todas
  const { datos, falla } = useConsulta('planilla:vistaPreparada', { id: preparacion.id, correspondencia: a.todas[vista] ?? a.correspondencia })
  const [recordar, setRecordar] = useState(true)
  const [nombre, setNombre] = useState(a.columnas?.recordada ?? preparacion.nombreArchivo.replace(/\.[^.]{1,5}$/, ''))
  const sinNombre = recordar && nombre.trim() === ''
  const abrir = (): void => { void control.abrirPreparada({
    id: preparacion.id, correspondencia: primera ?? a.correspondencia, juntas: [...a.juntas], mas, recordar: recordar ? nombre.trim().slice(0, 100) : null,
  }, reemplaza) }
  return (
    <Pagina titulo={T.titulo} subtitulo={T.detalle} acciones={pasos} pie={<>
      {cancelar}
      <span className="asistente-hueco" />
      {volver}
      <Boton variante="primario" isDisabled={sinNombre || datos === null} onPress={abrir}>{T.abrir}</Boton>
    </>}>
      {falla && <MensajeFalla falla={falla} />}
      {a.juntas.length > 0 && <Mensaje tono="info" titulo={T.juntas([a.correspondencia.hoja, ...a.juntas])} />}
      {a.todas.length > 1 && (
        <RadioGroup className="react-aria-RadioGroup asistente-vistas" orientation="horizontal" value={String(vista)} onChange={v => { setVista(Number(v)) }}>
          <Label>{T.cual}</Label>
          {a.todas.map((c, i) => <Radio key={c.hoja} value={String(i)}>{T.parte(c.clase === undefined || c.clase === 'unica' ? '' : ASISTENTE.partes[c.clase].nombre, c.hoja)}</Radio>)}
        </RadioGroup>
      )}
      {datos && datos.vacias.length > 0 && <Mensaje tono="aviso" titulo={T.vacias(datos.vacias)} />}
      {datos && (datos.filas.length === 0 ? <p className="suave">{T.sinFilas}</p> : <Vista vista={datos} />)}
      <section className="tarjeta pila-corta">
        <Checkbox isSelected={recordar} onChange={setRecordar}><span>{T.recordar} <span className="suave chico">{T.recordarDetalle}</span></span></Checkbox>
        {recordar && <Campo etiqueta={T.nombre} ayuda={T.nombreAyuda} error={sinNombre ? T.nombreFalta : null} value={nombre} onChange={setNombre} maxLength={100} />}
      </section>
    </Pagina>
  )
}

function Vista({ vista: { columnas, filas } }: { vista: VistaPreparada }) {
  return (
    <Tabla nombre={T.tabla} densa encabezado={<tr><th scope="col">{T.fila}</th>{columnas.map(c => <th key={c.key} scope="col">{columnaDeKey(c.key)?.titulo ?? c.titulo}{c.letra !== '' && <span className="asistente-suyo suave">{ASISTENTE.columnas.opcion(c.letra, c.titulo)}</span>}</th>)}</tr>}>
      {filas.map(f => (
        <tr key={f.id}>
          <th scope="row">{f.fila === null ? COMUNES.sinDato : numero(f.fila)}</th>
          {columnas.map((c, i) => <Celda key={c.key} celda={f.celdas[i]} />)}
        </tr>
      ))}
    </Tabla>
  )
}

function Celda({ celda }: { celda: CeldaVista | undefined }) {
  if (!celda) return <td>{COMUNES.sinDato}</td>
  const { texto, convertido, nivel, mensaje } = celda
  return (
    <td className="asistente-celda" data-nivel={nivel ?? undefined} title={mensaje ?? undefined}>
      {nivel !== null && nivel !== 'informacion' && <Icono nombre={nivel} tamano={14} />}
      {convertido === null || convertido === texto ? texto : <><span className="suave">{texto}</span> → {convertido}</>}
      {nivel !== null && nivel !== 'informacion' && <span className="solo-lector"> {mensaje}</span>}
    </td>
  )
}
