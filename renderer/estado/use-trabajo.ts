import { startTransition, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { Input, Output, Valor } from '../../shared/ipc/contract.ts'
import type { BorradorResumen, ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import { abrirSoltado, escuchar, pedir } from '../puente.ts'
import { avisarFalla } from './avisos.ts'
import { avanzar, estaOcupado, SIN_TRABAJO, type Hecho, type Trabajo } from './trabajo.ts'

export interface ControlTrabajo {
  trabajo: Trabajo
  ocupado: boolean
  /** Latest progress of each send of this session. */
  progresos: Readonly<Record<string, ProgresoEnvio>>
  hecho: (h: Hecho) => void
  elegir: () => Promise<void>
  soltar: (archivo: File) => Promise<void>
  abrirMuestra: (muestra: 'con-problemas' | 'sin-problemas') => Promise<void>
  /** Shows what came of a file that main read. */
  recibir: (r: Leida) => Promise<void>
  /** The person says which columns are which: of a file that they choose, or of that draft's. */
  preparar: (de: BorradorResumen | null) => Promise<void>
  /** The workbook that a refusal kept aside. */
  mostrarPreparada: (id: string) => Promise<void>
  abrirPreparada: (pedido: Input<'planilla:importarPreparada'>, reemplaza: BorradorResumen | null) => Promise<void>
  /** Opens a draft; null after telling why it could not. */
  retomar: (id: string) => Promise<BorradorResumen | null>
  /** The draft of the send with only its refused alumnos; false: it was told why not. */
  corregir: (envioId: string) => Promise<boolean>
  /** Grows each time that an outcome came to be known by itself. */
  conciliados: number
  cancelarImportacion: () => void
}

/** What a file came to: a draft to review, one to ask about first, or a workbook whose columns the person has to say. */
type Leida = Output<'planilla:abrirSoltado'>
type Importacion = () => Promise<Output<'planilla:elegir'>>

/** The work in course, which outlives a visit to another section. */
export function useTrabajo(): ControlTrabajo {
  const [trabajo, hecho] = useReducer(avanzar, SIN_TRABAJO)
  const [progresos, setProgresos] = useState<Record<string, ProgresoEnvio>>({})
  const [conciliados, setConciliados] = useState(0)
  const ocupado = estaOcupado(trabajo)
  const ocupadoAhora = useRef(ocupado)
  useEffect(() => { ocupadoAhora.current = ocupado })
  /** A workbook was asked for and main has not answered: only then does progress begin an import. */
  const pedida = useRef(false)

  useEffect(() => {
    const dejar = [
      escuchar('planilla:progreso', progreso => {
        // The system's dialog may stand open for minutes: the import begins when the first progress arrives. Answers and
        // events come by different ways, so that the last progress may arrive after the answer; it begins nothing then.
        if (pedida.current && !ocupadoAhora.current) hecho({ tipo: 'importar' })
        hecho({ tipo: 'progreso', progreso })
      }),
      escuchar('borrador:cambiado', resumen => { hecho({ tipo: 'cambiada', resumen }) }),
      escuchar('envio:conciliado', () => { setConciliados(n => n + 1) }),
      escuchar('envio:progreso', p => {
        setProgresos(antes => ({ ...antes, [p.envioId]: p }))
        if (p.terminado) hecho({ tipo: 'terminada', envioId: p.envioId })
      }),
    ]
    return () => { dejar.forEach(d => { d() }) }
  }, [])

  const recibir = useCallback(async (r: Leida, conPreguntas = true): Promise<void> => {
    if (!r.ok) {
      const preparada = r.falla.preparacion === undefined ? null : await pedir('planilla:preparacion', { id: r.falla.preparacion })
      if (preparada?.ok && preparada.valor.parece) hecho({ tipo: 'preparada', preparacion: preparada.valor, falla: r.falla, reemplaza: null })
      else hecho({ tipo: 'no-abierta', falla: r.falla.codigo === 'importacion-cancelada' ? null : r.falla })
      return
    }
    const resumen = r.valor
    // A corrected workbook of ours brings its changes to the draft that it came from, where its columns were already read.
    const corregida = conPreguntas && resumen.errores > 0 ? await pedir('correccion:mirar', { id: resumen.id }) : null
    const preguntas = corregida?.ok && corregida.valor === null ? await pedir('borrador:preguntas', { id: resumen.id }) : null
    if (preguntas?.ok && preguntas.valor.preguntas.length > 0) hecho({ tipo: 'preguntar', resumen, preguntas: preguntas.valor.preguntas })
    // The review is the largest screen: built in slices, so that the window goes on hearing while it is.
    else startTransition(() => { hecho({ tipo: 'abierta', resumen }) })
  }, [])

  const preparar = useCallback(async (de: BorradorResumen | null): Promise<void> => {
    const r = await pedir('planilla:preparar', { borradorId: de?.id ?? null })
    if (!r.ok) avisarFalla(r.falla)
    else if (r.valor) hecho({ tipo: 'preparada', preparacion: r.valor, falla: null, reemplaza: de })
  }, [])

  const mostrarPreparada = useCallback(async (id: string): Promise<void> => {
    const r = await pedir('planilla:preparacion', { id })
    if (r.ok) hecho({ tipo: 'preparada', preparacion: r.valor, falla: null, reemplaza: null })
    else avisarFalla(r.falla)
  }, [])

  const importar = useCallback(async (pedirla: Importacion, conDialogo: boolean, conPreguntas = true): Promise<void> => {
    if (ocupadoAhora.current) return
    if (!conDialogo) hecho({ tipo: 'importar' })
    pedida.current = true
    const r = await pedirla().finally(() => { pedida.current = false })
    // A failure before any progress still has to be shown.
    if (!r.ok) hecho({ tipo: 'importar' })
    if (r.ok && r.valor === null) return
    await recibir(r as Leida, conPreguntas)
  }, [recibir])

  const abrirPreparada = useCallback(async (pedido: Input<'planilla:importarPreparada'>, reemplaza: BorradorResumen | null): Promise<void> => {
    let leida = false
    await importar(async () => {
      const r = await pedir('planilla:importarPreparada', pedido)
      leida = r.ok
      return r
    }, false)
    // The draft that it comes from, when nothing was done to it, would only be there twice.
    if (leida && reemplaza !== null && !reemplaza.puedeDeshacer && !reemplaza.puedeRehacer) await pedir('borrador:descartar', { id: reemplaza.id })
  }, [importar])

  const retomar = useCallback(async (id: string): Promise<BorradorResumen | null> => {
    const r = await pedir('borrador:resumen', { id })
    if (!r.ok) {
      avisarFalla(r.falla)
      return null
    }
    hecho({ tipo: 'abierta', resumen: r.valor })
    return r.valor
  }, [])

  const corregir = useCallback(async (envioId: string): Promise<boolean> => {
    const r = await pedir('borrador:corregir', { envioId })
    if (r.ok) hecho({ tipo: 'abierta', resumen: r.valor, filtro: r.valor.errores + r.valor.avisos > 0 ? 'problemas' : 'todas' })
    else avisarFalla(r.falla)
    return r.ok
  }, [])

  return useMemo(() => ({
    trabajo, ocupado, progresos, hecho, recibir, preparar, mostrarPreparada, abrirPreparada, retomar, corregir, conciliados,
    elegir: () => importar(() => pedir('planilla:elegir', {}), true),
    soltar: archivo => importar(() => abrirSoltado(archivo), false),
    // A sample shows its problems in the review, one of each kind: nothing of it is taken away before.
    abrirMuestra: muestra => importar(() => pedir('planilla:abrirMuestra', { muestra }), false, false),
    cancelarImportacion: () => {
      hecho({ tipo: 'cancelar' })
      void pedir('planilla:cancelar', {})
    },
  }), [trabajo, ocupado, progresos, importar, recibir, preparar, mostrarPreparada, abrirPreparada, retomar, corregir, conciliados])
}

export type Borradores = Valor<'borrador:lista'>
