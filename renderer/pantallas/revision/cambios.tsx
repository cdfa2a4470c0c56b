/** The list of what the person did to the draft: each entry leads back to the moment after it. */
import './causas.css'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, ListBox, ListBoxItem, Popover, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { CambioVista } from '../../../shared/ipc/modelos-causas.ts'
import { Icono } from '../../componentes/icono.tsx'
import { MensajeFalla } from '../../componentes/mensaje.tsx'
import { useConsulta } from '../../estado/use-consulta.ts'
import { TEXTOS_CAUSAS as T } from '../../textos/causas.ts'
import { COMUNES } from '../../textos/comunes.ts'

interface CambiosProps { id: string; version: number; alIr(aplicados: number): void }

export function BotonCambios(p: CambiosProps) {
  const [abierto, setAbierto] = useState(false)
  return (
    <DialogTrigger isOpen={abierto} onOpenChange={setAbierto}>
      <TooltipTrigger delay={500}>
        <Button aria-label={T.cambios} data-variante="fantasma" data-icono=""><Icono nombre="reloj" /></Button>
        <Tooltip placement="bottom">{T.cambiosTitulo}</Tooltip>
      </TooltipTrigger>
      <Popover placement="bottom end"><Dialog aria-label={T.cambiosTitulo}>{abierto && <ListaCambios {...p} />}</Dialog></Popover>
    </DialogTrigger>
  )
}

interface Entrada { n: number; cambio: CambioVista | null }

function ListaCambios({ id, version, alIr }: CambiosProps) {
  const { datos, falla } = useConsulta('borrador:cambios', { id }, version)
  const c = datos?.cambios ?? null
  // The last one first, and the draft as it was opened at the end.
  const entradas: Entrada[] = c ? [...c.cambios.toReversed().map(cambio => ({ n: cambio.n, cambio })), { n: 0, cambio: null }] : []
  return (
    <div className="cambios">
      <Heading slot="title" level={2}>{T.cambiosTitulo}</Heading>
      {falla && <MensajeFalla falla={falla} />}
      {!c && !falla && <p className="suave">{COMUNES.cargando}</p>}
      {c?.total === 0 && <p className="suave">{T.sinCambios}</p>}
      {c && c.total > 0 && (
        <>
          <p className="suave chico">{T.cambiosAyuda}</p>
          <ListBox
            className="react-aria-ListBox cambios-lista" aria-label={T.cambiosTitulo} items={entradas} dependencies={[c]} selectionMode="none" autoFocus
            onAction={k => { if (Number(k) !== c.aplicados) alIr(Number(k)) }}
          >
            {e => <Cambio entrada={e} aplicados={c.aplicados} />}
          </ListBox>
          {c.total > c.cambios.length && <p className="suave chico">{T.soloUltimos(c.cambios.length, c.total)}</p>}
        </>
      )}
    </div>
  )
}

function Cambio({ entrada: { n, cambio }, aplicados }: { entrada: Entrada; aplicados: number }) {
  const texto = cambio?.texto ?? T.comoSeImporto
  const estado = n === aplicados ? T.aqui : n > aplicados ? T.deshecho : null
  return (
    <ListBoxItem id={n} textValue={[texto, cambio?.detalle, estado].filter(t => t != null).join('. ')} data-actual={n === aplicados || undefined} data-deshecho={n > aplicados || undefined}>
      <span className="cambios-numero" aria-hidden="true">{n === 0 ? '' : n}</span>
      <span className="cambios-texto">
        <span>{texto}</span>
        {cambio?.detalle != null && <span className="suave chico">{cambio.detalle}</span>}
        {estado !== null && <span className="suave chico">{estado}</span>}
      </span>
    </ListBoxItem>
  )
}
