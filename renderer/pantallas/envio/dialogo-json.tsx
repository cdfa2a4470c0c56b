import { useState } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { BloqueTexto } from '../../componentes/bloque-texto.tsx'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { pedir } from '../../puente.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PREVIO } from '../../textos/envio.ts'
import { PLANILLA } from '../../textos/planilla.ts'
import type { PrevioCurso } from './tabla-previo.tsx'

/** The exact JSON of one course, part by part, token hidden. */
export function DialogoJson({ borradorId, curso, alCerrar }: { borradorId: string; curso: PrevioCurso | null; alCerrar: () => void }) {
  return (
    <Dialogo titulo={PREVIO.jsonTitulo} abierto={curso !== null} alCerrar={alCerrar} ancho="grande">
      {curso && <Contenido borradorId={borradorId} curso={curso} />}
    </Dialogo>
  )
}

function Contenido({ borradorId, curso }: { borradorId: string; curso: PrevioCurso }) {
  const [parte, setParte] = useState(1)
  const entrada = { borradorId, codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo, parte }
  const { datos, falla } = useConsulta('envio:json', entrada)
  const [guardar, guardando] = useAccion('envio:guardarJson')
  const partes = datos?.partes ?? curso.partes

  async function alGuardar(): Promise<void> {
    const r = await guardar(entrada)
    if (r?.ruta != null) avisar({ tono: 'exito', titulo: PREVIO.jsonGuardado, detalle: r.ruta, accion: { texto: PLANILLA.plantilla.mostrar, hacer: () => { void pedir('app:mostrarEnCarpeta', { que: 'plantilla' }) } } })
  }

  return (
    <>
      <p className="suave">{PREVIO.jsonDetalle(curso.codigoGrupo)}</p>
      <div className="fila">
        {partes > 1 && (
          <Select value={String(parte)} onChange={k => { setParte(Number(k)) }}>
            <Label className="solo-lector">{PREVIO.jsonParte}</Label>
            <Button><SelectValue /><Icono nombre="abajo" /></Button>
            <Popover><ListBox>{Array.from({ length: partes }, (_, i) => <ListBoxItem key={i + 1} id={String(i + 1)}>{PREVIO.jsonParteN(i + 1, partes)}</ListBoxItem>)}</ListBox></Popover>
          </Select>
        )}
        <Boton icono="descargar" isDisabled={datos === null} isPending={guardando} onPress={() => { void alGuardar() }}>{PREVIO.jsonGuardar}</Boton>
      </div>
      {falla && <MensajeFalla falla={falla} />}
      {datos ? <BloqueTexto etiqueta={PREVIO.jsonEtiqueta} texto={datos.json} /> : !falla && <p className="suave">{COMUNES.cargando}</p>}
    </>
  )
}
