/** Which rows are shown, beyond the level and the text: by course, by problem, by alumno. Drawn only while it is open. */
import './edicion.css'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { esCausa } from '../../../shared/domain/causas.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Icono } from '../../componentes/icono.tsx'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'
import { useCausas } from './use-causas.ts'
import type { Vista } from './use-vista.ts'

const T = TEXTOS_EDICION.filtros
const TODAS = 'todas'

interface FiltrosProps { resumen: BorradorResumen; vista: Vista; alQuitar(): void; alFallar(f: Falla): void }

export function BotonFiltros(p: FiltrosProps) {
  const [abierto, setAbierto] = useState(false)
  return (
    <DialogTrigger isOpen={abierto} onOpenChange={setAbierto}>
      <Button data-variante={p.vista.enUso === 0 ? 'fantasma' : 'secundario'} className="react-aria-Button revision-boton-filtros"><Icono nombre="ajustes" tamano={16} /><span>{T.boton(p.vista.enUso)}</span></Button>
      <Popover placement="bottom end"><Dialog aria-label={T.titulo}>{abierto && <Filtros {...p} />}</Dialog></Popover>
    </DialogTrigger>
  )
}

function Filtros({ resumen, vista, alQuitar, alFallar }: FiltrosProps) {
  const causas = useCausas({ id: resumen.id, version: resumen.version, activa: true, alFallar })
  const cursos = resumen.cursos.map((c, i) => ({ ...c, id: String(i) }))
  const curso = cursos.find(c => c.codigoOferta === vista.curso?.codigoOferta && c.codigoGrupo === vista.curso.codigoGrupo)?.id ?? TODAS
  return (
    <div className="revision-filtros">
      <Campo etiqueta={T.alumno} ayuda={T.alumnoAyuda} value={vista.alumno} onChange={vista.setAlumno} maxLength={200} autoFocus />
      <Elegir etiqueta={T.curso} elegida={curso} opciones={[{ id: TODAS, texto: T.todosLosCursos }, ...cursos.map(c => ({ id: c.id, texto: [c.codigoOferta, c.codigoGrupo].filter(x => x !== '').join(' · ') }))]}
        alElegir={k => {
          const c = cursos.find(x => x.id === k)
          vista.setCurso(c ? { codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo } : null)
        }}
      />
      <Elegir etiqueta={T.causa} elegida={vista.causa ?? TODAS} opciones={[{ id: TODAS, texto: T.todasLasCausas }, ...(causas ?? []).map(c => ({ id: c.causa, texto: T.conCuenta(c.titulo, c.cuantas) }))]}
        alElegir={k => vista.setCausa(esCausa(k) ? k : null)}
      />
      <Boton onPress={alQuitar} isDisabled={!vista.filtrada}>{T.quitar}</Boton>
    </div>
  )
}

interface ElegirProps { etiqueta: string; elegida: string; opciones: { id: string; texto: string }[]; alElegir(id: string): void }

function Elegir({ etiqueta, elegida, opciones, alElegir }: ElegirProps) {
  return (
    <Select value={elegida} onChange={k => alElegir(String(k))}>
      <Label>{etiqueta}</Label>
      <Button><SelectValue /><Icono nombre="abajo" /></Button>
      <Popover><ListBox items={opciones}>{o => <ListBoxItem id={o.id} textValue={o.texto}>{o.texto}</ListBoxItem>}</ListBox></Popover>
    </Select>
  )
}
