import { useEffect, useRef } from 'react'
import { avisar, cerrarExitos } from '../estado/avisos.ts'
import type { ContextoApp } from '../estado/contexto.ts'
import { VISTA_DE_SECCION } from '../estado/vista.ts'
import { escuchar, pedir } from '../puente.ts'
import { ARMAZON } from '../textos/armazon.ts'
import { RESPUESTA } from '../textos/envio.ts'

/**
 * Goes on with the draft that was open when the program (or the computer) stopped. Only then is main told that we listen:
 * a workbook that the program was started with has to come after it, and to stay.
 */
export function useRetomar({ estado, control }: ContextoApp): void {
  const { retomar } = control
  const pendiente = useRef(estado.borradorAbierto)
  useEffect(() => {
    const id = pendiente.current
    pendiente.current = null
    void (id === null ? Promise.resolve(null) : retomar(id)).then(r => {
      if (r) avisar({ tono: 'info', titulo: ARMAZON.retomado.titulo, detalle: ARMAZON.retomado.detalle(r.nombreArchivo) })
      void pedir('app:escuchando', {})
    })
  }, [retomar])
}

/** A workbook that main opened by itself ("Abrir con"). */
export function useAbiertaPorSistema({ control, ir }: ContextoApp): void {
  const { hecho, recibir } = control
  useEffect(() => {
    const dejar = [
      escuchar('planilla:abierta', resumen => {
        void recibir({ ok: true, valor: resumen })
        ir(VISTA_DE_SECCION.planilla)
      }),
      escuchar('planilla:abriendo', () => {
        hecho({ tipo: 'importar' })
        ir(VISTA_DE_SECCION.planilla)
      }),
      escuchar('planilla:noAbierta', falla => {
        hecho({ tipo: 'importar' })
        void recibir({ ok: false, falla })
        ir(VISTA_DE_SECCION.planilla)
      }),
    ]
    return () => { dejar.forEach(d => { d() }) }
  }, [hecho, recibir, ir])
}

/** Good news of a screen are closed when another takes its place. */
export function useCerrarExitos({ control, vista }: ContextoApp): void {
  const pantalla = `${vista.seccion} ${control.trabajo.etapa}`
  const antes = useRef(pantalla)
  useEffect(() => {
    if (antes.current !== pantalla) cerrarExitos()
    antes.current = pantalla
  }, [pantalla])
}

/** The answer came while the person was in another section. */
export function useAvisoRespuesta({ control, vista, ir }: ContextoApp): void {
  const { etapa } = control.trabajo
  const enOtra = vista.seccion !== 'planilla'
  const antes = useRef(etapa)
  useEffect(() => {
    const llego = antes.current === 'enviando' && etapa === 'respuesta'
    antes.current = etapa
    if (!llego || !enOtra) return
    const { titulo, ver } = ARMAZON.respuesta
    avisar({ tono: 'aviso', titulo, accion: { texto: ver, hacer: () => { ir(VISTA_DE_SECCION.planilla) } } })
  }, [etapa, enOtra, ir])
}

/** What happened to the data kept here is told once a start; and so is what came to be known of a past send. */
const contadas = new Set<string>()
export function useNoticias({ estado, ir }: ContextoApp): void {
  const { noticias } = estado
  useEffect(() => {
    for (const n of noticias) {
      if (contadas.has(n.id)) continue
      contadas.add(n.id)
      avisar({ tono: 'aviso', titulo: n.titulo, detalle: `${n.explicacion} ${n.queHacer}` })
    }
  }, [noticias])
  useEffect(() => escuchar('envio:conciliado', ({ envioId, nombreArchivo, estado: final }) => {
    avisar({ tono: 'info', ...RESPUESTA.conciliado(nombreArchivo, final), accion: { texto: RESPUESTA.verEnvioConciliado, hacer: () => { ir({ seccion: 'envios', pestana: 'local', envioId }) } } })
  }), [ir])
}
