import { useState } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { formatInstante } from '../../../shared/domain/fecha.ts'
import type { FilaComparada } from '../../../shared/ipc/modelos-historial.ts'
import type { LlamadaVista } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { Paginas } from '../../componentes/paginas.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { COMPARACION } from '../../textos/historial.ts'
import { useHistorial } from './use-historial.ts'
import './historial.css'

const POR_PAGINA = 100

/** What SENCE recorded of a call against what was sent in it, folded away until it is wanted. */
export function ComparacionSence({ envioId, llamada: l }: { envioId: string; llamada: LlamadaVista }) {
  const [abierto, setAbierto] = useState(false)
  // What surely never left has nothing to be recorded.
  if (l.enviadoEn === null) return null
  return (
    <Disclosure isExpanded={abierto} onExpandedChange={setAbierto}>
      <Heading level={3}><Button slot="trigger"><Icono nombre="derecha" tamano={16} />{COMPARACION.titulo}</Button></Heading>
      <DisclosurePanel>{abierto && <Contenido envioId={envioId} llamada={l} />}</DisclosurePanel>
    </Disclosure>
  )
}

function Contenido({ envioId, llamada: l }: { envioId: string; llamada: LlamadaVista }) {
  const { vez } = useHistorial()
  const [todas, setTodas] = useState(false)
  const [desde, setDesde] = useState(0)
  const { datos: c, falla, recargar } = useConsulta('historial:comparar', { envioId, llamadaId: l.id, todas, desde, cuantas: POR_PAGINA }, vez)
  const [actualizar, actualizando] = useAccion('historial:actualizar')
  if (falla) return <MensajeFalla falla={falla} />
  if (c === null) return <p className="suave">{COMUNES.cargando}</p>
  const preguntar = <Boton icono="buscar" isPending={actualizando} onPress={() => { void actualizar({ codigoExterno: l.codigoEnvio }).then(recargar) }}>{COMPARACION.actualizar}</Boton>
  if (c.procesos.length === 0) return <Mensaje tono="info" titulo={COMPARACION.sinRegistro.titulo} acciones={preguntar}><p>{COMPARACION.sinRegistro.detalle}</p></Mensaje>
  const nadaDistinto = c.distintas + c.soloEnviado + c.soloSence === 0
  return (
    <div className="comparacion">
      <p className="suave chico">{COMPARACION.nota}{c.leidoEn !== null && ` ${COMPARACION.leido(formatInstante(c.leidoEn), COMPARACION.procesos(c.procesos))}`}</p>
      {nadaDistinto ? <Mensaje tono="exito" titulo={COMPARACION.igual(c.iguales)} /> : <p className="fuerte" role="status">{COMPARACION.resumen(c)}</p>}
      {c.distintas + c.soloSence > 0 && <p>{COMPARACION.queHacer.distinta}</p>}
      {c.soloEnviado > 0 && <p>{COMPARACION.queHacer.falta}</p>}
      <div className="fila">
        {preguntar}
        {c.iguales > 0 && <Boton variante="fantasma" aria-pressed={todas} onPress={() => { setTodas(t => !t); setDesde(0) }}>{COMPARACION.verTodas}</Boton>}
      </div>
      {c.filas.length > 0 && <TablaDiferencias grupo={l.codigoGrupo} filas={c.filas} />}
      {c.total > POR_PAGINA && <Paginas etiqueta={COMPARACION.tabla(l.codigoGrupo)} desde={desde} cuantas={POR_PAGINA} total={c.total} alIr={setDesde} />}
    </div>
  )
}

function TablaDiferencias({ grupo, filas }: { grupo: string; filas: readonly FilaComparada[] }) {
  const t = COMPARACION.columnas
  return (
    <Tabla nombre={COMPARACION.tabla(grupo)} densa encabezado={<tr>{[t.rut, t.modulo, t.campo, t.enviado, t.registrado].map(x => <th key={x} scope="col">{x}</th>)}</tr>}>
      {filas.flatMap(f => renglones(f).map((r, i) => (
        <tr key={`${f.rut} ${f.modulo ?? ''} ${f.donde} ${i}`}>
          <th scope="row" className="mono sin-quiebre">{f.rut === '' ? COMUNES.sinDato : f.rut}</th>
          <td>{f.modulo === null ? COMPARACION.alumno : f.modulo === '' ? COMUNES.sinDato : f.modulo}{f.rechazado && i === 0 && <p><Insignia tono="error" icono="cerrar">{COMPARACION.rechazado}</Insignia></p>}</td>
          <td>{r.campo}</td><td>{r.enviado}</td><td>{r.registrado}</td>
        </tr>
      )))}
    </Tabla>
  )
}

/** A row for each field that differs; one alone where all of it is on one side, or nothing differs. */
function renglones(f: FilaComparada): { campo: string; enviado: string; registrado: string }[] {
  const nada = COMPARACION.sinValor
  if (f.donde === 'solo-enviado') return [{ campo: COMUNES.sinDato, enviado: f.campos.map(c => `${COMPARACION.campos[c.campo]}: ${c.enviado ?? nada}`).join(', '), registrado: COMPARACION.noEsta }]
  if (f.donde === 'solo-sence') return [{ campo: COMUNES.sinDato, enviado: COMPARACION.noSeEnvio, registrado: f.campos.map(c => `${COMPARACION.campos[c.campo]}: ${c.registrado ?? nada}`).join(', ') || COMUNES.sinDato }]
  const distintos = f.campos.filter(c => !c.igual)
  if (distintos.length === 0) return [{ campo: COMPARACION.filaIgual, enviado: COMUNES.sinDato, registrado: COMUNES.sinDato }]
  return distintos.map(c => ({ campo: COMPARACION.campos[c.campo], enviado: c.enviado ?? nada, registrado: c.registrado ?? nada }))
}
